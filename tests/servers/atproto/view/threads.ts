import { query, Refusal } from '../http/route';
import type { Json, Stored } from '../model';
import { sortAt } from '../world';
import { blocked, postBy, postOrTombstone, postView } from './posts';
import { parentOf } from './refs';
import { carriedRecords, isBlocked, type Seen } from './seen';

const VIEW = 'app.bsky.feed.defs#threadViewPost';

/** A post with what stands above it (up to `height`) and below (down to `depth`). */
function above(seen: Seen, uri: string, height: number): Json {
	const shown = postOrTombstone(seen, uri);
	const post = postBy(seen, uri);
	if (!post || shown.$type !== 'app.bsky.feed.defs#postView') return shown;
	const parent = parentOf(post.value);
	return {
		$type: VIEW,
		post: postView(seen, post),
		...(parent && height > 1 ? { parent: above(seen, parent, height - 1) } : {}),
	};
}

function below(seen: Seen, uri: string, depth: number): Json[] {
	if (depth < 1) return [];
	return answersTo(seen, uri).map((post) =>
		isBlocked(seen, post.did)
			? blocked(post.uri, post.did)
			: {
					$type: VIEW,
					post: postView(seen, post),
					replies: below(seen, post.uri, depth - 1),
				},
	);
}

/** Oldest first, without those that the rules of the thread hide. */
function answersTo(seen: Seen, uri: string): Stored[] {
	const hidden = new Set(
		carriedRecords(seen, 'app.bsky.feed.threadgate').flatMap(
			({ value }) => (value['hiddenReplies'] ?? []) as string[],
		),
	);
	return carriedRecords(seen, 'app.bsky.feed.post')
		.filter((post) => parentOf(post.value) === uri && !hidden.has(post.uri))
		.sort((a, b) => sortAt(a) - sortAt(b));
}

export const THREADS = [
	query('app.bsky.feed.getPostThread', 'maybe', 'uri! depth parentHeight', (seen: Seen) => {
		const uri = seen.text('uri');
		const bound = (name: string, usual: number) => {
			const told = seen.maybe(name);
			if (told === undefined) return usual;
			if (!/^\d{1,4}$/.test(told) || Number(told) > 1000)
				throw new Refusal(400, 'InvalidRequest', `Error: ${name} must be an integer`, {
					problem: true,
				});
			return Number(told);
		};
		const [depth, height] = [bound('depth', 6), bound('parentHeight', 80)];
		const post = postBy(seen, uri);
		if (!post) throw new Refusal(400, 'NotFound', `Post not found: ${uri}`);
		if (isBlocked(seen, post.did)) return { thread: blocked(uri, post.did) };
		const parent = parentOf(post.value);
		const { threadgate } = postView(seen, post);
		return {
			thread: {
				$type: VIEW,
				post: postView(seen, post),
				...(parent && height > 0 ? { parent: above(seen, parent, height) } : {}),
				replies: below(seen, uri, depth),
			},
			...(threadgate ? { threadgate } : {}),
		};
	}),
];
