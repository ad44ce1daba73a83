import type { Instant, StoredPost } from '../../lib/model';
import { itemAt, type Pages } from '../feed/pages';
import type { Left } from '../feed/view';
import type { Memory } from '../shared/lasting';

/** The list of the timeline, and under which names it leaves what. */
export const TIMELINE = 'timeline';
/** So near the top one reads the newest. */
const TOP_PX = 200;
/** Posts that are looked at together: going from one to another of them is no way. */
const NEAR = 8;

type Shown = {
	/** The post at the top of the window. */
	post: StoredPost;
	/** Whether that moment is farther than what is read here: newer, or from the very top older than what is in view. */
	isElsewhere(sortAt: Instant): boolean;
};

/** Whether the window stands where the newest posts are. */
export function isAtTop(): boolean {
	return window.scrollY < TOP_PX;
}

/** What is read now of the timeline that a page left its list of; undefined before it is drawn. */
export function shownPlace(memory: Memory): Shown | undefined {
	const list = memory.get(TIMELINE) as { pages: Pages<unknown> } | undefined;
	const value = memory.get(`${TIMELINE} place`);
	const left = (typeof value === 'function' ? value() : value) as Left | undefined;
	if (!list) return undefined;
	const { pages } = list;
	if (isAtTop()) {
		const post = itemAt(pages, 0);
		const near = itemAt(pages, NEAR);
		return post && { post, isElsewhere: (sortAt) => near !== undefined && sortAt < near.sortAt };
	}
	const post = left && itemAt(pages, left.index);
	return post && { post, isElsewhere: (sortAt) => sortAt > post.sortAt };
}
