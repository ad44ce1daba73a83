import type { Site } from './site';

export const MASTODON: Site = {
	seen: 'the web client of Mastodon 4.2 and 4.3, by features/compose/components/compose_form.jsx of its source',
	text: { selector: 'form.compose-form textarea.autosuggest-textarea__textarea', expected: 'one' },
	post: {
		selector:
			'form.compose-form .compose-form__submit button, form.compose-form .compose-form__publish-button-wrapper button',
		expected: 'one',
	},
	// What is answered is drawn without a link to it, and the page beside it may be about something else.
};
