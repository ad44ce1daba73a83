import type { StoredPost } from '../model';
import { archives, readArchives } from './read';

/** Posts looked at on one day of one year at most. */
const MOST_A_DAY = 200;

/**
 * Own posts (no reposts) of earlier years on the day of `today`, in the local zone, newest year first. On
 * 29 February only leap years have one.
 */
export async function onThisDay(today: Date): Promise<StoredPost[]> {
	const moments = (await archives()).map(({ lists }) => lists.posts.minSort[0] ?? Date.now());
	const firstYear = new Date(Math.min(...moments, today.getTime())).getFullYear();
	const posts: StoredPost[] = [];
	for (let year = today.getFullYear() - 1; year >= firstYear; year--) {
		const start = new Date(year, today.getMonth(), today.getDate());
		if (start.getMonth() !== today.getMonth()) continue;
		const end = new Date(year, today.getMonth(), today.getDate() + 1).getTime();
		const day = await readArchives('posts', { sortAt: end }, MOST_A_DAY);
		posts.push(...day.filter((p) => p.sortAt >= start.getTime() && !p.post.repostOf));
	}
	return posts;
}
