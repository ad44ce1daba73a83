import { useEffect, useState } from 'preact/hooks';
import type { Delivery, PostUri } from '../../lib/model';
import { onChange } from '../../lib/store';

type Rows = readonly Delivery[];

const NONE: Rows = [];
const listeners = new Map<PostUri, Set<(rows: Rows) => void>>();
let byPost: ReadonlyMap<PostUri, Rows> = new Map();
let following = false;

/** What is happening to a post at the hand of mine: a repost, a deletion, another wording; the newest first. */
export function useUnderWay(post: PostUri, live: boolean): Rows {
	const [rows, setRows] = useState(byPost.get(post) ?? NONE);
	useEffect(() => {
		if (!live) return;
		if (!following) follow();
		const here = listeners.get(post) ?? new Set();
		listeners.set(post, here.add(setRows));
		setRows(byPost.get(post) ?? NONE);
		return () => {
			here.delete(setRows);
			if (here.size === 0) listeners.delete(post);
		};
	}, [post, live]);
	return rows;
}

function follow(): void {
	following = true;
	const look = () => {
		read().catch(reportError);
	};
	onChange(['deliveries'], look);
	look();
}

/** One look for all cards; the code comes after the first posts. */
async function read(): Promise<void> {
	const { underWay } = await import('../shared/outbox-later');
	const found = new Map<PostUri, Delivery[]>();
	for (const row of await underWay()) {
		if (row.post !== undefined) found.set(row.post, [...(found.get(row.post) ?? []), row]);
	}
	const before = byPost;
	byPost = new Map(
		[...found].map(([post, rows]) => [post, rows.sort((a, b) => b.createdAt - a.createdAt)]),
	);
	for (const [post, here] of listeners) {
		if (!before.has(post) && !byPost.has(post)) continue;
		for (const tell of here) tell(byPost.get(post) ?? NONE);
	}
}
