import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { type KeyMap, useKeys } from '../shared/keys';
import { toTop, useScroller } from './scroller';

type FeedKeys = {
	box: RefObject<HTMLElement | null>;
	count: number;
	/** The item that is to take the focus as soon as it is drawn. */
	goal: { current: number | undefined };
	show(index: number): void;
};

const NONE: KeyMap = {};

/** j, k, J, K, ., o, Enter, r, B, q, l, d, x; Page Down and Page Up as the feed pattern has them (WAI-ARIA practices, "feed"). */
export function useFeedKeys({ box, count, goal, show }: FeedKeys): void {
	const scroller = useScroller();
	useEffect(() => {
		// Coming back, only one of several lists takes the focus.
		if (!scroller.active) goal.current = undefined;
		// The goal may be drawn only some frames after the page began to scroll there.
		const article = goal.current === undefined ? undefined : articleAt(box.current, goal.current);
		if (article) {
			goal.current = undefined;
			article.focus({ preventScroll: true });
		}
	});
	const go = (index: number) => {
		if (count === 0) return;
		const to = Math.min(count - 1, Math.max(0, index));
		if (to === 0) toTop(scroller);
		else show(to);
		const article = articleAt(box.current, to);
		// Who has the focus wants it no more: it may have gone on by the next drawing.
		goal.current = article ? undefined : to;
		article?.focus({ preventScroll: true });
	};
	// What has the focus says where it is: a window that is not the front one may tell nobody that the focus moved.
	const current = () => (hasFocus(box.current) ? indexOf(document.activeElement) : undefined);
	const next = (past = false) => {
		if (past || !stepInside(1)) go(stepFrom(current(), 1) ?? topmost(box.current));
	};
	const previous = (past = false) => {
		if (past || !stepInside(-1)) go(stepFrom(current(), -1) ?? topmost(box.current));
	};
	const focused = () => (hasFocus(box.current) ? focusedArticle() : undefined);
	const open = () => {
		const article = focused();
		// A row of several posts has nothing of its own to open: it is entered.
		if (article?.matches('.carousel')) stepInside(1);
		else article?.querySelector<HTMLAnchorElement>('a.when')?.click();
	};
	const press = (selector: string) => {
		const article = focused();
		const button = article?.matches('.carousel')
			? undefined
			: article?.querySelector<HTMLElement>(selector);
		button?.click();
		return button != null;
	};
	/** What is new is shown, else the beginning. */
	const newest = () => {
		const pill = box.current?.parentElement?.querySelector<HTMLElement>(':scope > .pill');
		if (pill) pill.click();
		else go(0);
	};
	const keys: KeyMap = {
		r: () => press('[data-action="reply"]'),
		B: () => press('[data-action="repost"]'),
		q: () => press('[data-action="quote"]'),
		l: () => press('[data-action="favourite"]'),
		d: () => press('[data-action="bookmark"]'),
		x: () => press('.muffled-line button, .cover button, .muffled-note button'),
		j: () => next(),
		k: () => previous(),
		J: () => next(true),
		K: () => previous(true),
		'.': newest,
		o: open,
		Enter: () => document.activeElement?.matches('article') && open(),
		PageDown: () => (hasFocus(box.current) ? next() : false),
		PageUp: () => (hasFocus(box.current) ? previous() : false),
	};
	useKeys(scroller.active ? keys : NONE);
}

function focusedArticle(): HTMLElement | undefined {
	return document.activeElement?.closest<HTMLElement>('article') ?? undefined;
}

/** From post to post inside of a row of several; false where that leads out of it. */
function stepInside(step: 1 | -1): boolean {
	const row = document.activeElement?.closest<HTMLElement>('.carousel');
	const article = focusedArticle();
	if (!row || !article) return false;
	const posts = [row, ...row.querySelectorAll<HTMLElement>('article')];
	const to = posts[posts.indexOf(article) + step];
	to?.focus({ preventScroll: true });
	if (to !== row) to?.scrollIntoView({ block: 'nearest', inline: 'start' });
	return to !== undefined;
}

function stepFrom(index: number | undefined, step: number): number | undefined {
	return index === undefined ? undefined : index + step;
}

function articleAt(box: HTMLElement | null, index: number): HTMLElement | undefined {
	return box?.querySelector<HTMLElement>(`[data-index="${index}"] > article`) ?? undefined;
}

/** The item of a list that an element is in. */
export function indexOf(target: EventTarget | null): number | undefined {
	const row = target instanceof Element ? target.closest('[data-index]') : null;
	return row ? Number(row.getAttribute('data-index')) : undefined;
}

function hasFocus(box: HTMLElement | null): boolean {
	return box?.contains(document.activeElement) ?? false;
}

/** The first post whose beginning is in the window. */
function topmost(box: HTMLElement | null): number {
	for (const row of box?.querySelectorAll<HTMLElement>('[data-index]') ?? []) {
		if (row.getBoundingClientRect().top >= 0) return Number(row.dataset['index']);
	}
	return 0;
}
