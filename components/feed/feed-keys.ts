import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { useKeys } from '../shared/keys';

type FeedKeys = {
	box: RefObject<HTMLElement | null>;
	count: number;
	/** The item with the focus. */
	active: number | undefined;
	/** The item that is to take the focus as soon as it is drawn. */
	goal: { current: number | undefined };
	show(index: number): void;
};

/** j, k, ., o, Enter, l, d, x; Page Down and Page Up as the feed pattern has them (WAI-ARIA practices, "feed"). */
export function useFeedKeys({ box, count, active, goal, show }: FeedKeys): void {
	useEffect(() => {
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
		goal.current = to;
		// What stands above the first post belongs to it.
		if (to === 0) window.scrollTo(0, 0);
		else show(to);
		articleAt(box.current, to)?.focus({ preventScroll: true });
	};
	const current = () => (hasFocus(box.current) ? active : undefined);
	const next = () => go(stepFrom(current(), 1) ?? topmost(box.current));
	const previous = () => go(stepFrom(current(), -1) ?? topmost(box.current));
	const open = () => {
		const link = articleAt(box.current, current() ?? -1)?.querySelector<HTMLAnchorElement>(
			'a.when',
		);
		link?.click();
	};
	const press = (selector: string) => {
		const button = articleAt(box.current, current() ?? -1)?.querySelector<HTMLElement>(selector);
		button?.click();
		return button !== undefined;
	};
	useKeys({
		l: () => press('[data-action="favourite"]'),
		d: () => press('[data-action="bookmark"]'),
		x: () => press('.cover button'),
		j: next,
		k: previous,
		'.': () => go(0),
		o: open,
		Enter: () => document.activeElement?.matches('article') && open(),
		PageDown: () => (hasFocus(box.current) ? next() : false),
		PageUp: () => (hasFocus(box.current) ? previous() : false),
	});
}

function stepFrom(index: number | undefined, step: number): number | undefined {
	return index === undefined ? undefined : index + step;
}

function articleAt(box: HTMLElement | null, index: number): HTMLElement | undefined {
	return box?.querySelector<HTMLElement>(`[data-index="${index}"] > article`) ?? undefined;
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
