import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryLocks } from '../../tests/fixtures/locks';
import type { Account, Delivery, Notice, Post, Session } from '../model';
import { type NetworkPart, NetworkProblem, type NoticePage, type Page } from '../networks';
import { surround } from '../sessions';
import { addDeliveries, putSession, readPosts, readStanding } from '../store';
import { closeDatabase } from '../store/database';
import { countDaily, recount, standing } from '.';

const NOW = Date.UTC(2026, 10, 22);
const DAY = 24 * 60 * 60_000;
const ME = 'https://here.example/me';
const BEA = 'https://here.example/bea';
const ROBOT = 'https://here.example/robot';
const RUDE = 'https://here.example/rude';
const never = new AbortController().signal;

/** A server in memory: lists in pages of three, by their place in them. */
const place = {
	posts: [] as { post: Post; repost?: true }[],
	mentions: [] as Post[],
	asked: 0,
	fails: false,
	before: () => {},
};
const clock = { now: NOW };
let stop = () => {};

const PAGE = 3;
const seen = (post: Post) => ({ post, view: { by: ME, localId: post.key } });
function partOf<T>(all: readonly T[], at: unknown): { part: readonly T[]; older?: string } {
	place.asked++;
	place.before();
	if (place.fails) throw new NetworkProblem('unreachable', 'here.example');
	const from = Number((at as { older?: string } | undefined)?.older ?? 0);
	const older = from + PAGE < all.length ? { older: String(from + PAGE) } : {};
	return { part: all.slice(from, from + PAGE), ...older };
}
const person = (key: string): Account => ({
	key,
	handle: `${key.split('/').pop()}@here.example`,
	name: key,
	...(key === ROBOT ? { bot: true } : {}),
});

const network: NetworkPart = {
	id: 'town',
	async page(_session, _source, at): Promise<Page> {
		const { part, ...on } = partOf(place.posts, at);
		return {
			entries: part.map(({ post, repost }) => ({
				activity: post.key,
				post: post.key,
				sortAt: post.createdAt ?? 0,
				seen: [],
				...(repost ? { by: ME } : {}),
			})),
			posts: part.map(({ post }) => seen(post)),
			accounts: [],
			...on,
		};
	},
	async notices(_session, at): Promise<NoticePage> {
		const { part, ...on } = partOf(place.mentions, at);
		return {
			notices: part.map(
				({ key, author = '', createdAt = 0 }): Notice => ({
					...{ by: ME, id: key, kind: 'mention', at: createdAt, people: [author] },
					...{ count: 1, post: key, cursorId: key },
				}),
			),
			posts: part.map(seen),
			accounts: [BEA, ROBOT, RUDE].map(person),
			relationships: [{ by: ME, account: RUDE, localId: '1', muting: true }],
			...on,
		};
	},
};

let made = 0;
function post(author: string, daysAgo: number, more: Partial<Post> = {}): Post {
	const key = `${author}/${++made}`;
	const createdAt = clock.now - daysAgo * DAY;
	return { key, network: 'town', author, createdAt, content: { text: 'Hello' }, ...more };
}
const session: Session = {
	...{ account: ME, network: 'town', host: 'here.example', origin: 'https://here.example' },
	...{ handle: 'me@here.example', scopes: [], pin: { id: '1', account: ME }, state: 'active' },
	...{ signedInAt: NOW, features: [], secret: {} },
};
const delivery = (more: Partial<Delivery>): Delivery => ({
	...{ id: String(++made), target: ME, name: 'me', host: 'here.example', kind: 'create' },
	...{ state: 'sent', origin: 'typed', targets: 1, answers: [], verdicts: [], turn: 0 },
	...{ thread: { at: 0, of: 1 }, tries: 1, failures: 0, dueAt: 0, changedAt: 0 },
	createdAt: clock.now,
	...more,
});

beforeEach(async () => {
	globalThis.indexedDB = new IDBFactory();
	Object.assign(place, { posts: [], mentions: [], asked: 0, fails: false, before: () => {} });
	clock.now = NOW;
	stop = surround({
		networks: async () => [network],
		fetch: () => Promise.reject(new Error('nothing is fetched here')),
		now: () => clock.now,
		online: () => true,
		locked: memoryLocks(),
	});
	await putSession(session, NOW);
});
afterEach(async () => {
	stop();
	await closeDatabase();
});
const counted = async () => (await readStanding(ME))?.balance;

describe('a count', () => {
	it('reads all pages of what I wrote and who named me, and keeps who waits', async () => {
		const waits = [9, 8, 7, 6].map((days) => post(BEA, days));
		const answered = post(BEA, 5);
		place.mentions = [post(BEA, 1), answered, post(ROBOT, 5), post(RUDE, 5), ...waits].sort(
			(a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0),
		);
		const copied = Array.from({ length: 9 }, () => post(ME, 3, { app: 'Moa' }));
		const answer = post(ME, 2, { replyTo: { post: answered.key, account: BEA } });
		place.posts = [answer, ...copied, post(ME, 4)].map((one) => ({ post: one }));
		place.posts.push({ post: post(ME, 4, { app: 'Moa' }), repost: true });
		await recount(ME, never);
		expect(await counted()).toMatchObject({
			...{ readAt: NOW, looked: 11, broadcasts: 9, replies: 1 },
			unanswered: waits.map(({ key }) => ({ post: key })),
		});
		// The three that are shown; of nobody else anything is stored.
		const rows = await readPosts(place.mentions.map(({ key }) => key));
		expect(rows.flatMap((row) => row?.key ?? []).sort()).toEqual(
			waits.slice(0, 3).map(({ key }) => key),
		);
	});

	it('stops at the border of the window', async () => {
		place.posts = Array.from({ length: 30 }, (_, at) => ({ post: post(ME, at * 5) }));
		place.mentions = Array.from({ length: 30 }, (_, at) => post(BEA, at * 5));
		await recount(ME, never);
		// Seven of each lie within thirty days: three pages.
		expect(place.asked).toBe(6);
		expect((await counted())?.looked).toBe(7);
	});

	it('knows what our outbox sent, and counts what it finishes meanwhile once', async () => {
		const [before, meanwhile] = [post(ME, 1), post(ME, 0)];
		place.posts = [meanwhile, before].map((one) => ({ post: one }));
		await addDeliveries([
			delivery({ uri: before.key, origin: 'several', sentAt: NOW - DAY, createdAt: NOW - DAY }),
			delivery({ uri: meanwhile.key, origin: 'brought', sentAt: NOW + 1 }),
		]);
		await recount(ME, never);
		expect(await counted()).toMatchObject({ broadcasts: 1, looked: 1 });
		expect((await standing(ME))?.balance).toMatchObject({ broadcasts: 2, looked: 2 });
	});

	it('that fails leaves what was counted', async () => {
		place.posts = [{ post: post(ME, 1) }];
		await recount(ME, never);
		const before = await counted();
		place.fails = true;
		await expect(recount(ME, never)).rejects.toThrow(NetworkProblem);
		expect(await counted()).toEqual(before);
	});

	it('is made once a day, by one page', async () => {
		expect(await Promise.all([countDaily(ME, never), countDaily(ME, never)])).toEqual([
			true,
			false,
		]);
		clock.now = NOW + DAY - 1;
		expect(await countDaily(ME, never)).toBe(false);
		clock.now = NOW + DAY;
		expect(await countDaily(ME, never)).toBe(true);
	});

	it('goes with an answer at once, and asks nobody', async () => {
		const waits = post(BEA, 5);
		place.mentions = [waits];
		await recount(ME, never);
		const { asked } = place;
		await addDeliveries([delivery({ replyTo: waits.key, uri: 'x', sentAt: NOW + 1 })]);
		expect((await standing(ME))?.balance).toMatchObject({ replies: 1, unanswered: [] });
		expect(place.asked).toBe(asked);
	});
});
