import { beforeEach, describe, expect, it } from 'vitest';
import { dice } from '../../tests/fixtures/dice';
import { Life } from '../../tests/fixtures/life';
import { openSquare, type Square } from '../../tests/fixtures/square';
import type { Source, StoredPost } from '../model';
import { entriesBefore } from '../store';
import {
	countNewer,
	cursorAbove,
	cursorOf,
	fetchNewer,
	fetchOlder,
	gapsIn,
	horizon,
	newestFirst,
	read,
	readAgain,
	sourceStates,
} from '.';

const A = 'https://one.example/me';
const B = 'https://two.example/me';
const HOME: Source = { kind: 'home' };
let square: Square;

beforeEach(async () => {
	square = await openSquare([A, B]);
});

const names = (items: readonly StoredPost[]) => items.map(({ activity }) => activity);

it.each(Array.from({ length: 12 }, (_, seed) => [seed + 300]))(
	'whatever happens while it is read, a stretch keeps what it showed, in order: %i',
	async (seed) => {
		const roll = dice(seed);
		square.pageSize = 3 + roll(9);
		const life = new Life(square, [A, B], roll);
		for (let step = 0; step < 6; step++) await life.step();
		let shown = await read('home', undefined, 20);
		const [first] = shown;
		const last = shown.at(-1);
		if (!first || !last) return;
		const top = cursorAbove(first);
		const until = cursorOf(last);
		for (let step = 0; step < 12; step++) {
			await life.step();
			const again = await readAgain('home', { from: top, until, top, shown });
			const rows = await entriesBefore('home', undefined, 100_000);
			const stored = new Set(rows.map(({ activity }) => activity));
			// A late repost inside the stretch takes its post to its own place there.
			const posts = new Set(again.map(({ post }) => post.key));
			for (const { activity, post } of shown) {
				if (stored.has(activity ?? '')) expect(posts).toContain(post.key);
			}
			const there = new Set(names(again));
			const stayed = names(shown).filter((one) => there.has(one));
			const before = new Set(stayed);
			expect(names(again).filter((one) => before.has(one))).toEqual(stayed);
			expect([...again].sort(newestFirst)).toEqual(again);
			expect(there.size).toBe(again.length);
			expect(posts.size).toBe(again.length);
			shown = again;
		}
	},
);

describe('a source', () => {
	it('that fails leaves the horizon after two failures, is named, and catches up when it recovers', async () => {
		for (let i = 0; i < 40; i++) square.publish(i % 2 ? [A] : [B]);
		await fetchNewer(A, HOME);
		for (let n = 0; n < 2; n++) await fetchOlder(B, HOME);
		const border = await horizon('home');
		expect(border?.sources.map(({ by }) => by)).toEqual([A, B]);
		square.weather.set(A, 'down');
		for (let i = 0; i < 3; i++) square.publish([A, B]);
		await expect(fetchNewer(A, HOME)).rejects.toThrow();
		expect((await horizon('home'))?.at).toBe(border?.at);
		await expect(fetchNewer(A, HOME)).rejects.toThrow();
		expect((await horizon('home'))?.sources.map(({ by }) => by)).toEqual([B]);
		const failing = (await gapsIn('home')).filter(({ failure }) => failure);
		expect(failing.map(({ by, side }) => [by, side])).toEqual([
			[A, 'newer'],
			[A, 'older'],
		]);
		const before = names(await read('home', undefined, 1000));
		square.weather.delete(A);
		await fetchNewer(A, HOME);
		expect((await sourceStates('home')).some(({ failure }) => failure)).toBe(false);
		expect((await horizon('home'))?.sources.map(({ by }) => by)).toEqual([A, B]);
		const after = names(await read('home', undefined, 1000));
		expect(after.slice(3)).toEqual(before);
		expect(after.slice(0, 3)).toEqual(
			square
				.listOf(A)
				.slice(0, 3)
				.map(({ activity }) => activity),
		);
	});

	it('without order sets no horizon and breaks no order', async () => {
		square.pageSize = 20;
		for (let i = 0; i < 60; i++) square.publish([A], { age: i % 2 ? 500 : 0 });
		for (let i = 0; i < 60; i++) square.publish([B]);
		await fetchNewer(A, HOME);
		await fetchNewer(B, HOME);
		expect((await horizon('home'))?.sources.map(({ by }) => by)).toEqual([B]);
		const [gap] = (await gapsIn('home')).filter(({ by }) => by === A);
		expect(gap).toMatchObject({ unordered: true, lower: Number.NEGATIVE_INFINITY });
		const list = await read('home', undefined, 1000);
		expect([...list].sort(newestFirst)).toEqual(list);
		while (!(await fetchOlder(A, HOME)).end);
		expect((await gapsIn('home')).map(({ by }) => by)).toEqual([B]);
	});
});

it('counts what a filter shows of what came, however much else came with it', async () => {
	square.pageSize = 40;
	square.publish([A]);
	await fetchNewer(A, HOME);
	const [top] = await read('home', undefined, 1);
	if (!top) throw new Error('nothing was read');
	for (let i = 0; i < 3; i++) square.publish([B]);
	for (let i = 0; i < 60; i++) square.publish([A]);
	for (const by of [A, B]) await fetchNewer(by, HOME);
	const count = (accounts: string[]) => countNewer('home', cursorAbove(top), 50, { accounts });
	expect(await count([B])).toBe(3);
	expect(await count([A])).toBe(50);
	expect(await count(['https://three.example/me'])).toBe(0);
});
