import type { StoredPost } from '../model';
import { onChange } from '../store';

/** How often live posts have changed since this page or worker began to watch. */
let changes = 0;
let watching = false;
const readAt = new WeakMap<StoredPost, number>();

/** Notes a reading that is about to begin; what it returns marks what was read. */
export function reading(): <T extends StoredPost>(found: T[]) => T[] {
	if (!watching) {
		onChange(['posts'], () => {
			changes += 1;
		});
	}
	watching = true;
	const at = changes;
	return (found) => {
		for (const stored of found) readAt.set(stored, at);
		return found;
	};
}

/** Whether no live post has changed since this one was read. */
export function isAsRead(stored: StoredPost): boolean {
	return readAt.get(stored) === changes;
}
