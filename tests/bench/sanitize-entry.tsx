import DOMPurify from 'dompurify';
import { render } from 'preact';
import { PostText } from '../../components/post/text';
import { TextsProvider } from '../../components/shared/texts';
import { htmlToRichText } from '../../lib/text';
import { loadTexts } from '../../lib/texts';
import messages from '../../public/_locales/en/messages.json';
import { attacks } from '../fixtures/attacks';
import { postHtml } from './sanitize-posts';

/** What the bench calls in the page. */
export type SanitizeBench = {
	/** Milliseconds for `n` posts to elements by each way, in turn. */
	measure(n: number): { ours: number; dompurify: number; textMs: number; characters: number };
	/** Draws every attack; what is left of them that is neither words nor our own elements. */
	attack(host: string): { attacks: number; foreign: string[] };
	/** Puts one in as a browser would, to know that an execution and a request are noticed. */
	provoke(url: string): void;
	executions(): number;
};

const texts = await loadTexts('en', async () => messages);
let executed = 0;

function Post({ html }: { html: string }) {
	return <PostText content={htmlToRichText(html)} whole />;
}

/** An element in the page, as posts are, and gone afterwards. */
function place(): HTMLElement {
	return document.body.appendChild(document.createElement('section'));
}

const CHUNK = 40;

/** Pages of 40 posts, each laid out by nobody: only what each way itself costs. */
function drawOurs(n: number): number {
	const start = performance.now();
	for (let i = 0; i < n; i += CHUNK) {
		const box = place();
		const posts = Array.from({ length: Math.min(CHUNK, n - i) }, (_, k) => (
			<Post key={k} html={postHtml(i + k)} />
		));
		render(<TextsProvider value={texts}>{posts}</TextsProvider>, box);
		box.remove();
	}
	return performance.now() - start;
}

/** The elements a client that keeps HTML would allow. */
const ALLOWED = {
	ALLOWED_TAGS:
		'p br a span b strong i em del s code pre ul ol li blockquote h1 h2 h3 h4 h5 h6'.split(' '),
	ALLOWED_ATTR: ['href', 'rel', 'target', 'lang', 'dir'],
	ALLOWED_URI_REGEXP: /^https?:/i,
};

function drawPurified(n: number): number {
	const start = performance.now();
	for (let i = 0; i < n; i += CHUNK) {
		const box = place();
		for (let k = 0; k < Math.min(CHUNK, n - i); k++) {
			const post = box.appendChild(document.createElement('div'));
			post.dir = 'auto';
			post.innerHTML = DOMPurify.sanitize(postHtml(i + k), ALLOWED);
		}
		box.remove();
	}
	return performance.now() - start;
}

const OWN_ATTRIBUTES = new Set(['class', 'dir', 'href', 'rel', 'target', 'title']);
const OWN_ELEMENTS = new Set(['A', 'BDI', 'CODE', 'DIV', 'EM', 'S', 'STRONG']);

function foreignIn(box: HTMLElement): string[] {
	return [...box.querySelectorAll('*')].flatMap((element) => [
		...(OWN_ELEMENTS.has(element.tagName) ? [] : [element.tagName]),
		...element
			.getAttributeNames()
			.filter((name) => !OWN_ATTRIBUTES.has(name))
			.map((name) => `${element.tagName} ${name}`),
		...(element.className && element.className !== 'text' ? [element.className] : []),
	]);
}

const bench: SanitizeBench = {
	measure(n) {
		const dompurify = drawPurified(n);
		const ours = drawOurs(n);
		const htmls = Array.from({ length: n }, (_, i) => postHtml(i));
		const start = performance.now();
		for (const html of htmls) htmlToRichText(html);
		const textMs = performance.now() - start;
		return {
			ours,
			dompurify,
			textMs,
			characters: htmls.reduce((sum, { length }) => sum + length, 0),
		};
	},
	attack(host) {
		const all = attacks(host);
		const box = place();
		const posts = all.map(({ name, html }) => <Post key={name} html={html} />);
		render(<TextsProvider value={texts}>{posts}</TextsProvider>, box);
		// Whatever has to be hovered, focused or opened to act.
		for (const element of box.querySelectorAll<HTMLElement>('*')) {
			for (const type of ['mouseover', 'pointerenter', 'focus', 'toggle', 'animationstart'])
				element.dispatchEvent(new Event(type));
		}
		return { attacks: all.length, foreign: foreignIn(box) };
	},
	provoke(url) {
		place().innerHTML = `<img src="${url}"><img src="data:x" onerror="executed()">`;
	},
	executions: () => executed,
};

Object.assign(globalThis, {
	bench,
	executed: () => {
		executed++;
	},
});
