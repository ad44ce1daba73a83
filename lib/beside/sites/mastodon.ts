import type { Site } from './site';

/** The button that shows who may see the post: in 4.3 and later, and in 4.2. */
const CHOSEN = ':is(.dropdown-button, .privacy-dropdown__value-icon)';

export const MASTODON: Site = {
	seen: 'the web client of Mastodon 4.2 to 4.5, by compose_form.jsx, privacy_dropdown.jsx and visibility_button.tsx of its source (features/compose/components)',
	text: { selector: 'form.compose-form textarea.autosuggest-textarea__textarea', expected: 'one' },
	post: {
		selector:
			'form.compose-form .compose-form__submit button, form.compose-form .compose-form__publish-button-wrapper button',
		expected: 'one',
	},
	// 4.2 keeps it in the page and closes it.
	warning: { selector: '#cw-spoiler-input:enabled', expected: 'none or one' },
	narrower: {
		unlisted: `${CHOSEN} :is(.icon-unlock, .fa-unlock)`,
		followers: `${CHOSEN} :is(.icon-lock, .fa-lock)`,
		direct: `${CHOSEN} :is(.icon-at, .fa-at)`,
	},
	composerPage: /^\/publish\/?$/,
	// What is answered is drawn without a link to it, and the page beside it may be about something else.
};
