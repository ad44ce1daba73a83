import type { Narrower, Site } from '../../lib/beside';

const NARROWEST_FIRST: readonly Narrower[] = ['direct', 'followers', 'unlisted'];

/** One composer of the page: its fields of text and the site's own button that posts. */
export type Composer = { box: Element; texts: readonly HTMLElement[]; post: HTMLElement };

/** What stands there now, and what of it is missing although the rest is there. */
export function look(site: Site): { all: readonly Composer[]; missing?: 'text' | 'post' } {
	const texts = [...document.querySelectorAll<HTMLElement>(site.text.selector)];
	const posts = [...document.querySelectorAll<HTMLElement>(site.post.selector)];
	const all = posts.flatMap((post): Composer[] => {
		const box = boxOf(post, site);
		if (!box) return [];
		const inside = texts.filter((text) => box.contains(text));
		return [{ box, post, texts: site.text.expected === 'one' ? inside.slice(0, 1) : inside }];
	});
	if (all.length > 0 || texts.length + posts.length === 0) return { all };
	return { all, missing: posts.length === 0 ? 'post' : 'text' };
}

/** The nearest element around a button that holds a text too; none that holds two buttons. */
function boxOf(post: HTMLElement, { text, post: { selector } }: Site): Element | undefined {
	for (let box = post.parentElement; box; box = box.parentElement) {
		if (box.querySelectorAll(selector).length > 1) return undefined;
		if (box.querySelector(text.selector)) return box;
	}
	return undefined;
}

/** What the person typed, one empty line between the posts of a thread. */
export function textIn({ texts }: Composer): string {
	return texts
		.map((field) => (field instanceof HTMLTextAreaElement ? field.value : linesOf(field)))
		.filter((text) => text.trim() !== '')
		.join('\n\n');
}

/** As it is drawn: editors put each line into an element of its own, and an empty one gets a break to stand on. */
function linesOf(field: HTMLElement): string {
	// biome-ignore lint/performance/useDomNodeTextContent: the lines that the person sees
	return field.innerText.replace(/\n{3,}/g, '\n\n').replace(/\n+$/, '');
}

/** The content warning and who may see the post, where the page says so: what is written for few is not for all. */
export function aroundIn({ box }: Composer, site: Site): { warning?: string; narrower?: Narrower } {
	const form = box.closest('form') ?? box;
	const field = site.warning && form.querySelector<HTMLInputElement>(site.warning.selector);
	const narrower = NARROWEST_FIRST.find((one) => {
		const shown = site.narrower?.[one];
		return shown !== undefined && form.querySelector(shown) !== null;
	});
	return {
		...(field?.value ? { warning: field.value } : {}),
		...(narrower ? { narrower } : {}),
	};
}

/** The address of what is answered there; undefined where the page does not say it without doubt. */
export function aboutOf({ box }: Composer, { about, aboutPage }: Site): string | undefined {
	const within = about && box.closest(about.within);
	if (about && within) {
		const links = [...within.querySelectorAll<HTMLAnchorElement>(about.selector)];
		return links.length === 1 ? links[0]?.href : undefined;
	}
	const [path] = aboutPage?.exec(location.pathname) ?? [];
	return path && location.origin + path;
}
