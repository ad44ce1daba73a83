import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeArchive } from '../../tests/fixtures/archive';
import { importHere, pick } from '../../tests/fixtures/importing';
import { installMemoryOpfs } from '../../tests/fixtures/opfs';
import { openSquare } from '../../tests/fixtures/square';
import type { StoredPost } from '../model';
import { moveOldest, nthOldest } from '../store';
import {
	type Cursor,
	countNewer,
	cursorOf,
	fetchNewer,
	newestFirst,
	read,
	readAgain,
	writingsOf,
} from '.';

const A = 'https://one.example/me';
const [ANN, BEA] = ['https://far.example/ann', 'https://far.example/bea'];
let folder: string;
let owner: string;
let live: string[];
let archived: string[];

/** Two live accounts, half of whose posts are in segments, a stranger's, and an archive. */
beforeAll(async () => {
	installMemoryOpfs();
	const square = await openSquare([A]);
	square.pageSize = 100;
	live = [];
	for (let n = 0; n < 40; n++) {
		const author = ['ann', 'bea', 'cleo'][n % 3] ?? '';
		const parent = n === 39 ? (live[0] ?? '') : '';
		const key = square.publish([A], { author, parent });
		if (author !== 'cleo') live.push(key);
	}
	await fetchNewer(A, { kind: 'home' });
	folder = await mkdtemp(join(tmpdir(), 'townsquare-writings-'));
	const made = await makeArchive({ out: join(folder, 'a.zip'), n: 300, mediaMax: 0 });
	await importHere(await pick(made.paths));
	owner = `tw:${made.accountId}`;
	const home = await read('home', undefined, 1000);
	archived = home
		.filter((one) => one.owner === owner && !one.post.repostOf)
		.map(({ post }) => post.key);
	const until = await nthOldest('home', 20);
	if (until) await moveOldest('home', undefined, until);
});
afterAll(() => rm(folder, { recursive: true }));

const keysOf = (posts: readonly StoredPost[]) => posts.map(({ post }) => post.key);

describe('what several accounts wrote', () => {
	it('is one list over rows, segments and archives, and nobody else is in it', async () => {
		const all = await read(writingsOf([ANN, BEA, owner], 'replies'), undefined, 1000);
		expect(new Set(keysOf(all))).toEqual(new Set([...live, ...archived]));
		expect(all.length).toBe(live.length + archived.length);
		expect([...all].sort(newestFirst)).toEqual(all);
	});

	it.each([1, 7, 50])('has no gap and no double in pages of %i', async (n) => {
		const timeline = writingsOf([BEA, owner], 'posts');
		const all = keysOf(await read(timeline, undefined, 1000));
		const paged: string[] = [];
		let before: Cursor | undefined;
		for (let page = await read(timeline, before, n); page.length > 0; ) {
			paged.push(...keysOf(page));
			const last = page.at(-1);
			before = last && cursorOf(last);
			page = await read(timeline, before, n);
		}
		expect(paged).toEqual(all);
	});

	it('leaves answers out of posts, and knows what came on top', async () => {
		const timeline = writingsOf([ANN], 'posts');
		const all = await read(timeline, undefined, 1000);
		expect(keysOf(all)).not.toContain(live.at(-1));
		expect(keysOf(await read(writingsOf([ANN], 'replies'), undefined, 1))).toEqual([live.at(-1)]);
		const third = all[3];
		expect(third && (await countNewer(timeline, cursorOf(third), 50))).toBe(3 + 1);
	});

	it('is read again as it was', async () => {
		const timeline = writingsOf([ANN, owner], 'posts');
		const all = await read(timeline, undefined, 60);
		const last = all.at(-1);
		if (!last) throw new Error('nothing was read');
		const stretch = { from: undefined, until: cursorOf(last), top: undefined, shown: all };
		expect(keysOf(await readAgain(timeline, stretch))).toEqual(keysOf(all));
	});
});
