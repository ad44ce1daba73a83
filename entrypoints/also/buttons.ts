import { type FromSite, isTooLong, type Site } from '../../lib/beside';
import { aboutOf, aroundIn, type Composer, look, textIn } from './reading';
import { isOrphan, markAs } from './standing';
import { watchPage } from './watching';

const STYLE = `
	:host { all: initial; display: inline-flex; align-self: center; margin-inline-end: 8px; }
	button {
		font: 600 14px/1.2 system-ui, sans-serif; min-block-size: 34px; padding: 6px 14px; cursor: pointer;
		color: light-dark(#1f4fa3, #a9c7ff); background: light-dark(#ffffff, #14181f);
		border: 1px solid currentColor; border-radius: 17px; white-space: nowrap;
	}
	button:hover { background: light-dark(#eef3fc, #1f2733); }
	button:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
`;

/** A page that always has a composer has drawn it within this, or it is not where we look. */
const COMPOSER_MS = 8000;

type Missing = 'text' | 'post' | 'composer';

/** On the button, and instead of that where the words are more than can be brought. */
type Words = { label: string; tooLong: string };

/**
 * Puts a button beside each button that posts, as long as the page is there, and says when one has no place. Returns
 * what takes them away.
 */
export function keepButtons(site: Site, words: Words, say: (said: FromSite) => void): () => void {
	const placed = new WeakMap<HTMLElement, HTMLElement>();
	/** Empty: nothing was missing. */
	let told: Missing | '' | undefined;
	const tell = (now: typeof told) => {
		if (now !== told) say({ type: 'looked', ...(now ? { missing: now } : {}) });
		told = now;
	};
	let late: ReturnType<typeof setTimeout> | undefined;
	const lookAgain = () => {
		const { all, missing } = look(site);
		for (const composer of all) place(composer);
		tell(missing ?? (all.length > 0 ? '' : told));
		const isOwed = all.length === 0 && site.composerPage.test(location.pathname);
		if (isOwed) late ??= setTimeout(() => tell('composer'), COMPOSER_MS);
		else late = void clearTimeout(late);
	};
	const place = (composer: Composer) => {
		const { post } = composer;
		const before = placed.get(post);
		if (before?.isConnected) return;
		const host = before ?? made(words, () => press(post));
		placed.set(post, host);
		post.before(host);
	};
	const press = (post: HTMLElement) => {
		if (!isOrphan()) return take(site, post, say);
		end();
		return true;
	};
	const end = () => {
		stop();
		clearTimeout(late);
		for (const { post } of look(site).all) placed.get(post)?.remove();
	};
	const stop = watchPage(lookAgain, end);
	return end;
}

/** Reads what is typed at this moment: nothing is remembered between two clicks. False when it is too much. */
function take(site: Site, post: HTMLElement, say: (said: FromSite) => void): boolean {
	const composer = look(site).all.find((one) => one.post === post);
	if (!composer) return true;
	const url = aboutOf(composer, site);
	const about = url === undefined ? {} : { url };
	const said: FromSite = {
		type: 'alsoTo',
		text: textIn(composer),
		...aroundIn(composer, site),
		...about,
	};
	const fits = !isTooLong(said);
	if (fits) say(said);
	return fits;
}

/** The button in a tree of its own: scripts of the page cannot reach it, and styles of the page do not. */
function made({ label, tooLong }: Words, press: () => boolean): HTMLElement {
	const host = document.createElement('span');
	const root = host.attachShadow({ mode: 'closed' });
	// Firefox takes no adopted style sheet from a script of an extension.
	const style = document.createElement('style');
	style.textContent = STYLE;
	markAs('also', style);
	const button = document.createElement('button');
	button.type = 'button';
	button.textContent = label;
	button.ariaLive = 'polite';
	button.addEventListener('click', (event) => {
		event.preventDefault();
		event.stopPropagation();
		// Only a person's own click: a page can make events, not trusted ones.
		if (event.isTrusted) button.textContent = press() ? label : tooLong;
	});
	root.append(style, button);
	return host;
}
