/**
 * What may be pressed in a page that is for reading alone: it shows more of what is there, here and nowhere else.
 * Whatever is not named acts, or may come to act.
 */
const READS = [
	// What is behind a warning, a muffle or a label, and the rest of a long text.
	'.cover > .link-button',
	'.muffled-line > .link-button',
	'.muffled-note > .link-button',
	'.text + .link-button[aria-expanded]',
	// Pictures and films, and what opens them: also where they are loaded only when the person wants it.
	'.media button.medium',
	'.media .missing > button',
	'.media :is(video, audio)',
	'dialog.lightbox > .lightbox-bar > button',
	'dialog.lightbox > .lightbox-stage > button',
	'dialog.lightbox :is(video, audio)',
	// From post to post of a row, to new posts, and to those that are not loaded yet.
	'.carousel > header > .icon-button',
	'.pill',
	'.gap-row > button',
	// Of the page's own frame.
	'[data-reads]',
].join();

/** Everything by which a person, or what a page of others lays over ours, does something. */
const DOINGS = [
	...['click', 'auxclick', 'dblclick', 'submit', 'reset', 'change', 'input', 'beforeinput'],
	...['paste', 'drop', 'dragover', 'dragstart', 'toggle'],
] as const;

const PRESSED = 'a[href], button, input, select, textarea, summary, label';

/**
 * Makes a page one for reading: nothing in it does anything, but for what shows more of it. Who presses something else
 * gets the app instead (`open`, with an address from `#` on): where a link leads there, else the post that it stands
 * in. The one place that knows: what is drawn is drawn as everywhere, and whatever comes to it later is refused too.
 * To be called before anything is drawn.
 */
export function readOnly(open: (href: string) => void): void {
	const refuse = (event: Event) => {
		const { target } = event;
		const at = target instanceof Element ? target : undefined;
		if (at?.closest(READS)) return;
		event.stopImmediatePropagation();
		event.preventDefault();
		const pressed = at?.closest(PRESSED);
		// The right button asks what can be done with it.
		const presses = event.type === 'click' || (event instanceof MouseEvent && event.button === 1);
		if (pressed && presses) open(hrefOf(pressed));
	};
	for (const name of DOINGS) window.addEventListener(name, refuse, true);
}

/** Where what is pressed leads in the app; links out of it lead to the post that they stand in. */
function hrefOf(pressed: Element): string {
	const href = pressed.closest('a')?.getAttribute('href') ?? '';
	if (href.startsWith('#/')) return href;
	const key = pressed.closest('[data-post]')?.getAttribute('data-post');
	return key ? `#/post/${encodeURIComponent(key)}` : '#/';
}
