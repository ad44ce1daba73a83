import type { Screen } from '../../browsers/screen';

/** Where a post stands: pixels below the top of the window, and its place in the feed counted from 1. */
export type Line = { post: string; top: number; place: number };

/** The first whole post in the window, never a gap row: the line being read. */
export const line = (screen: Screen) =>
	screen.evaluate<Line | null, null>(() => {
		const all = [...document.querySelectorAll<HTMLElement>('[role=feed] article[data-post]')];
		const first = all.find((one) => one.getBoundingClientRect().top >= 64);
		if (!first) return null;
		const { top } = first.getBoundingClientRect();
		const { post = '' } = first.dataset;
		return { post, top, place: Number(first.getAttribute('aria-posinset')) };
	}, null);

/**
 * From now on notes, for each frame that is painted, how far a post is from where it stands now. What an intersection
 * observer tells is where things stood when they were painted: between two frames a page may look at what nobody sees.
 */
export const watch = (screen: Screen, post: string) =>
	screen.evaluate<null, string>((key) => {
		const find = () => document.querySelector(`[role=feed] article[data-post="${key}"]`);
		const top = find()?.getBoundingClientRect().top ?? Number.NaN;
		const page = window as unknown as { farthest: number; watched: object };
		const watched = {};
		// Whatever was watched before is not any more.
		Object.assign(page, { farthest: 0, watched });
		const note = (off: number) => {
			page.farthest = Math.max(page.farthest, off);
		};
		const next = () => {
			if (page.watched !== watched) return;
			const seen = find();
			if (!seen) {
				note(Number.POSITIVE_INFINITY);
				return;
			}
			const painted = new IntersectionObserver(([entry]) => {
				painted.disconnect();
				// Drawn anew in that very frame: the next one tells where it is.
				if (entry && seen.isConnected && page.watched === watched)
					note(Math.abs(entry.boundingClientRect.top - top));
				requestAnimationFrame(next);
			});
			painted.observe(seen);
		};
		requestAnimationFrame(next);
		return null;
	}, post);

/** In pixels, since `watch`. */
export const farthest = (screen: Screen) =>
	screen.evaluate<number, null>(
		() => Math.round((window as unknown as { farthest: number }).farthest * 100) / 100,
		null,
	);
