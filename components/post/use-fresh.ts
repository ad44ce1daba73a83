import { useEffect, useState } from 'preact/hooks';
import type { PostUri, StoredPost } from '../../lib/model';
import { onChange } from '../../lib/store';
import { getAll, isAsRead } from '../../lib/timeline';

type Listener = (fresh: StoredPost) => void;

/** Cards on the page by the post that they show. */
const shown = new Map<PostUri, Set<Listener>>();
/** Posts that are to be read again, together. */
let asked: Set<PostUri> | undefined;
let following = false;

/** A live post as it is now: counts, edits and what I did with it change while it is looked at. */
export function useFresh(stored: StoredPost): StoredPost {
	const { key } = stored.post;
	const live = stored.views !== undefined;
	const [fresh, setFresh] = useState<StoredPost>();
	useEffect(() => {
		if (!live) return;
		const stop = follow(key, setFresh);
		// What was read long before it is drawn may have changed meanwhile.
		if (!isAsRead(stored)) ask([key]);
		return stop;
	}, [stored, key, live]);
	if (!live || !fresh?.views || fresh.post.key !== key) return stored;
	const { post, views, author } = fresh;
	return { ...stored, post, views, ...(author ? { author } : {}) };
}

function follow(key: PostUri, listener: Listener): () => void {
	if (!following) onChange(['posts'], () => ask([...shown.keys()]));
	following = true;
	const listeners = shown.get(key) ?? new Set();
	shown.set(key, listeners.add(listener));
	return () => {
		listeners.delete(listener);
		if (listeners.size === 0) shown.delete(key);
	};
}

/** Reads posts again, all that are asked for in one turn at once: a page of cards is one read and not thirty. */
function ask(keys: readonly PostUri[]): void {
	if (asked) {
		for (const key of keys) asked.add(key);
		return;
	}
	const all = new Set(keys);
	asked = all;
	queueMicrotask(() => {
		asked = undefined;
		getAll([...all]).then((found) => {
			for (const stored of found) {
				for (const listener of shown.get(stored.post.key) ?? []) listener(stored);
			}
		}, reportError);
	});
}
