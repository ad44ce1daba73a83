import { expect } from 'vitest';
import type { Post, View } from '../../../lib/model';
import { parseQuery } from '../../../lib/search';
import type { Engine } from '../../../lib/search/read/engine';
import type { Place } from '../../../lib/search/read/source';
import { putPosts } from '../../../lib/store';
import { database } from '../../../lib/store/database';
import { type MINE, PEOPLE, type Seen } from './live';

export const NOW = Date.UTC(2026, 0, 1);

export function sessionOf({ account, host, handle }: (typeof MINE)[number]) {
	return {
		account,
		network: 'town',
		host,
		origin: `https://${host}`,
		handle,
		scopes: [],
		pin: { id: '1', account },
		state: 'active' as const,
		signedInAt: 1,
		features: [],
		secret: 1,
	};
}

let clock = NOW;

/** Later than everything before. */
export function tick(): number {
	return ++clock;
}

/** Stores a post as each of its views was given it. */
export async function put({ post, views }: { post: Post; views: readonly View[] }): Promise<void> {
	const people = PEOPLE.filter(({ key }) => key === post.author || key === post.replyTo?.account);
	await putPosts({ posts: views.map((view) => ({ post, view })), accounts: people }, tick());
}

/** All that is stored, in the order of hits. */
export async function stored(): Promise<Seen[]> {
	const db = await database();
	const entries = await db.getAll('entries');
	const reposted = new Set(entries.filter(({ by }) => by !== undefined).map(({ post }) => post));
	const rows = await db.getAll('posts');
	return rows
		.map(({ key, post, views }) => ({ post, views, reposted: reposted.has(key) }))
		.sort(
			(a, b) =>
				(b.post.createdAt ?? 0) - (a.post.createdAt ?? 0) || (a.post.key < b.post.key ? 1 : -1),
		);
}

/** The keys of all hits, page by page; their number is what is counted. */
export async function everything(engine: Engine, text: string, n: number): Promise<string[]> {
	const query = parseQuery(text, { now: new Date(NOW) });
	const { signal } = new AbortController();
	const keys: string[] = [];
	let before: Place | undefined;
	do {
		const page = await engine.search({ query, n, signal, ...(before ? { before } : {}) });
		keys.push(...page.hits.map(({ post }) => post.key));
		before = page.next;
	} while (before);
	expect(await engine.count({ query, signal }), text).toBe(keys.length);
	return keys;
}
