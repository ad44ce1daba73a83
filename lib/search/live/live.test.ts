import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLive, createLiveQueries, MINE, PEOPLE } from '../../../tests/bench/search/live';
import {
	everything,
	NOW,
	put,
	sessionOf,
	stored,
	tick,
} from '../../../tests/bench/search/live-town';
import { createRandom } from '../../../tests/bench/search/posts';
import { writeArchive } from '../../../tests/bench/search/store';
import { createVaried } from '../../../tests/bench/search/varied';
import { installMemoryLocks } from '../../../tests/fixtures/locks';
import type { Account } from '../../model';
import { changePost, dropLocal, purgePeople, putPage, putSession } from '../../store';
import { closeDatabase } from '../../store/database';
import { Engine } from '../read/engine';
import { drainLive } from './drain';

const [ME] = MINE;

beforeEach(async () => {
	installMemoryLocks();
	globalThis.indexedDB = new IDBFactory();
	for (const mine of MINE) await putSession(sessionOf(mine), NOW);
});
afterEach(closeDatabase);

describe('whatever happens to live posts', () => {
	test.each([1, 2, 3, 4, 5, 6, 7, 8])(
		'a search finds what a look at every one finds: %i',
		async (seed) => {
			const random = createRandom(seed);
			const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
			const make = createLive(seed);
			const ask = createLiveQueries(seed);
			const engine = new Engine();
			let found = 0;
			const some = async () => {
				const all = await stored();
				return all.length > 0 ? pick(all) : undefined;
			};
			const happenings: readonly (() => Promise<unknown>)[] = [
				async () => {
					for (let i = 0; i < 40; i++) await put(make());
				},
				async () => put(make()),
				async () => {
					const one = await some();
					if (!one) return;
					const { content } = make().post;
					const editedAt = tick();
					await put({ post: { ...one.post, content, editedAt }, views: one.views });
				},
				async () => {
					const one = await some();
					const [view] = one?.views ?? [];
					if (one && view) await dropLocal(view.by, view.localId);
				},
				async () => {
					const one = await some();
					await changePost(one?.post.key ?? '', (row) => ({
						...row,
						views: row.views.map((view) => ({ ...view, favourited: true as const })),
					}));
				},
				async () => {
					const one = await some();
					const [view] = one?.views ?? [];
					if (!one || !view) return;
					const activity = `${one.post.key}/reposted`;
					const entry = { activity, post: one.post.key, sortAt: tick(), by: pick(PEOPLE).key };
					const seen = [{ by: view.by, cursorId: 'r', localId: activity }];
					await putPage({
						by: view.by,
						timeline: 'home',
						source: { kind: 'home' },
						how: { type: 'newest' },
						readAt: tick(),
						page: { entries: [{ ...entry, seen }], posts: [], accounts: [] },
					});
				},
				async () => drainLive(tick(), 1 + Math.floor(random() * 50)),
				async () => drainLive(tick() + 2 * 86_400_000),
			];
			for (let i = 0; i < 60; i++) {
				await pick(happenings)();
				if (i === 50) await purgePeople(ME.account, new Set([PEOPLE[3]?.key ?? '']), 'block');
				engine.changed();
				const all = await stored();
				const { text, holds } = ask();
				const wanted = all.filter(holds).map(({ post }) => post.key);
				expect(await everything(engine, text, pick([3, 17, 400])), text).toEqual(wanted);
				if (wanted.length > 0) found++;
			}
			expect(found).toBeGreaterThan(20);
		},
	);
});

test('live posts and an archive are one list in order of time', async () => {
	const owner: Account = { key: 'tw:1', handle: 'mira_sample', name: 'Mira Sample' };
	const next = createVaried(owner, 5);
	const archived = Array.from({ length: 500 }, next);
	await writeArchive({ owner, posts: archived });
	const make = createLive(6);
	const live = Array.from({ length: 200 }, make);
	// Some of the very same moment: live ones come first.
	for (const [i, one] of live.entries()) {
		if (i % 4 === 0) one.post.createdAt = archived[i]?.createdAt ?? 0;
		await put(one);
	}
	await drainLive(NOW);
	const rank = (key: string) => (key.startsWith('tw:') ? 1 : 0);
	const newest = [...archived, ...live.map(({ post }) => post)].sort(
		(a, b) =>
			(b.createdAt ?? 0) - (a.createdAt ?? 0) ||
			rank(a.key) - rank(b.key) ||
			(a.key < b.key ? 1 : -1),
	);
	const wanted = newest
		.filter(({ content }) => /\btea\b/i.test(content.text))
		.map(({ key }) => key);
	const engine = new Engine();
	const keys = await everything(engine, 'after:2000', 7);
	expect(keys).toEqual(newest.map(({ key }) => key));
	const tea = await everything(engine, 'tea', 11);
	expect(tea.filter((key) => wanted.includes(key))).toEqual(wanted);
	expect(new Set(tea).size).toBe(tea.length);
});
