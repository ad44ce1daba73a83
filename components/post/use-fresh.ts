import type { StoredPost } from '../../lib/model';
import { get } from '../../lib/timeline';
import { useLoad } from '../shared/use-load';

/** A live post as it is now: counts, edits and what I did with it change while it is looked at. */
export function useFresh(stored: StoredPost): StoredPost {
	const live = stored.views !== undefined;
	const { value } = useLoad(
		stored.post.key,
		() => (live ? get(stored.post.key) : Promise.resolve(undefined)),
		live ? ['posts'] : [],
	);
	if (!live || !value?.views) return stored;
	const { post, views, author } = value;
	return { ...stored, post, views, ...(author ? { author } : {}) };
}
