import { beforeEach, describe, expect, it } from 'vitest';
import { dice } from '../../tests/fixtures/dice';
import { memoryLocks } from '../../tests/fixtures/locks';
import { openSquare, restart, type Square } from '../../tests/fixtures/square';
import type { Source, StoredPost } from '../model';
import { NetworkProblem } from '../networks';
import { surround } from '../sessions';
import { entriesBefore, spansOf } from '../store';
import { type Cursor, cursorOf, fetchNewer, fetchOlder, horizon, newestFirst, read } from '.';

const A = 'https://one.example/me';
const B = 'https://two.example/me';
const HOME: Source = { kind: 'home' };
let square: Square;

beforeEach(async () => {
	square = await openSquare([A, B]);
});

async function readAll(n: number): Promise<StoredPost[]> {
	const all: StoredPost[] = [];
	let before: Cursor | undefined;
	for (;;) {
		const page = await read('home', before, n);
		all.push(...page);
		const last = page.at(-1);
		if (page.length < n || !last) return all;
		before = cursorOf(last);
	}
}

/** Activities of `home` that the store says an account saw. */
async function stored(by: string): Promise<Set<string>> {
	const rows = await entriesBefore('home', undefined, 100_000);
	const mine = rows.filter(({ seen }) => seen.some((one) => one.by === by));
	return new Set(mine.map(({ activity }) => activity));
}

/** What spans say is complete, is: everything of the server's list between their ends is stored. */
async function expectSpansTrue(by: string): Promise<void> {
	const have = await stored(by);
	const list = square.listOf(by);
	const spans = await spansOf(by, 'home');
	let above = Number.POSITIVE_INFINITY;
	for (const [i, span] of spans.entries()) {
		const top = Number(span.newer);
		const bottom = span.older === undefined ? 0 : Number(span.older);
		expect(top).toBeLessThan(above);
		expect(bottom).toBeLessThanOrEqual(top);
		for (const item of list) {
			if (item.id <= top && item.id >= bottom) expect(have).toContain(item.activity);
		}
		if (span.older === undefined) expect(i).toBe(spans.length - 1);
		above = bottom;
	}
}

/** Every stored entry is read: as a place of its own, or in the place of a newer repost of the same post. */
async function expectReadWhole(n: number): Promise<void> {
	const all = await readAll(n);
	const rows = await entriesBefore('home', undefined, 100_000);
	expect(new Set(all.map(({ post }) => post.key))).toEqual(new Set(rows.map(({ post }) => post)));
	expect(new Set(all.map(({ activity }) => activity)).size).toBe(all.length);
	expect([...all].sort(newestFirst)).toEqual(all);
	// Everything happens within a day here: each post stands once.
	expect(new Set(all.map(({ post }) => post.key)).size).toBe(all.length);
}

function publishSome(roll: (n: number) => number): void {
	const readers = [[A], [B], [A, B]][roll(3)] ?? [A];
	for (let i = roll(roll(4) === 0 ? 60 : 6); i >= 0; i--) {
		const posts = [...square.posts.keys()];
		const post = posts[posts.length - 1 - roll(Math.min(posts.length, 8))];
		if (post && roll(3) === 0) square.repost(readers, post, `reposter${roll(4)}`);
		else square.publish(readers, { age: roll(6) === 0 ? roll(300) : 0 });
	}
}

/** One fetch that may fail, or be cut off by the death of its worker at any of its calls. */
async function fetchSome(roll: (n: number) => number, by: string): Promise<void> {
	const death = new AbortController();
	const last = square.calls + 1 + roll(4);
	const dies = roll(3) === 0;
	square.before = (call) => {
		if (dies && call === last) death.abort(new Error('the worker died'));
	};
	if (roll(6) === 0) square.weather.set(by, 'down');
	const fetch = roll(2) === 0 ? fetchNewer : fetchOlder;
	await fetch(by, HOME, death.signal).catch((error: unknown) => {
		if (!(error instanceof NetworkProblem) && !death.signal.aborted) throw error;
	});
	square.weather.delete(by);
	square.before = () => {};
	if (dies) restart(square);
}

async function happenSome(roll: (n: number) => number): Promise<void> {
	if (roll(2) === 0) publishSome(roll);
	if (roll(4) === 0) await Promise.all([fetchSome(roll, A), fetchNewer(B, HOME)]);
	else await fetchSome(roll, roll(2) === 0 ? A : B);
	await expectSpansTrue(A);
	await expectSpansTrue(B);
}

describe('any interleaving of pages, failures, late posts, deaths, two accounts and reposts', () => {
	it.each(Array.from({ length: 24 }, (_, seed) => [seed]))(
		'keeps everything once: %i',
		async (seed) => {
			const roll = dice(seed);
			square.pageSize = 3 + roll(9);
			if (seed % 3 === 0) square.reach = roll(20);
			for (let step = 0; step < 25; step++) {
				await happenSome(roll);
				if (step % 5 === 0) await expectReadWhole(1 + roll(40));
			}
			for (const by of [A, B]) {
				await fetchNewer(by, HOME);
				for (let n = 0; !(await fetchOlder(by, HOME)).end; n++) expect(n).toBeLessThan(1000);
				expect(await stored(by)).toEqual(
					new Set(square.listOf(by).map(({ activity }) => activity)),
				);
				expect((await spansOf(by, 'home')).length).toBeLessThanOrEqual(1);
			}
			await expectReadWhole(7);
			expect(await horizon('home')).toBeUndefined();
		},
	);
});

describe('spans', () => {
	it('leaves a gap when much is new, shows the newest at once, and closes the gap from above', async () => {
		for (let i = 0; i < 10; i++) square.publish([A]);
		await fetchNewer(A, HOME);
		for (let i = 0; i < 40; i++) square.publish([A]);
		await fetchNewer(A, HOME);
		expect((await spansOf(A, 'home')).length).toBe(2);
		const [top] = await read('home', undefined, 1);
		expect(top?.post.key).toBe(square.listOf(A)[0]?.post);
		const [, below] = await spansOf(A, 'home');
		while ((await spansOf(A, 'home')).length > 1) await fetchOlder(A, HOME);
		// What was read before is not read again.
		expect((await spansOf(A, 'home'))[0]?.older).toBe(below?.older);
		await expectSpansTrue(A);
	});

	it('begins from the top where more is new than the network reads upwards', async () => {
		for (let i = 0; i < 10; i++) square.publish([A]);
		await fetchNewer(A, HOME);
		square.reach = 2;
		square.publish([A]);
		await fetchNewer(A, HOME);
		expect((await spansOf(A, 'home')).length).toBe(1);
		for (let i = 0; i < 30; i++) square.publish([A]);
		expect((await fetchNewer(A, HOME)).added).toBe(square.pageSize);
		expect((await spansOf(A, 'home')).length).toBe(2);
		while ((await spansOf(A, 'home')).length > 1) await fetchOlder(A, HOME);
		await expectSpansTrue(A);
	});

	it('asks once when nothing is new', async () => {
		square.publish([A]);
		await fetchNewer(A, HOME);
		const before = square.calls;
		expect(await fetchNewer(A, HOME)).toEqual({ added: 0 });
		expect(square.calls - before).toBe(1);
	});
});

it('keeps the order of a server while the clock here is slow', async () => {
	for (let i = 0; i < 15; i++) square.publish([A]);
	const list = square.listOf(A);
	let now = (list.at(-1)?.sortAt ?? 0) - 3_600_000;
	const networks = async () => [square.network];
	surround({ networks, locked: memoryLocks(), now: () => (now += 1000) });
	await fetchNewer(A, HOME);
	for (let pages = 0; pages < 2; pages++) await fetchOlder(A, HOME);
	const names = list.map(({ activity }) => activity);
	expect((await readAll(50)).map(({ activity }) => activity)).toEqual(names);
	square.publish([A]);
	await fetchNewer(A, HOME);
	expect((await readAll(50))[0]?.activity).toBe(list[0]?.activity);
});
