import { beforeEach, describe, expect, it } from 'vitest';
import { dice, type Roll } from '../../tests/fixtures/dice';
import { Life } from '../../tests/fixtures/life';
import { openSquare, type Square } from '../../tests/fixtures/square';
import type { Source, StoredPost } from '../model';
import { entriesBefore, onChange, type SpanRow } from '../store';
import {
	fetchNewer,
	fetchOlder,
	gaps,
	gapsBetween,
	gapsIn,
	horizon,
	missingBetween,
	newestFirst,
	read,
} from '.';
import { happenings } from './happenings';
import { never } from './locks';

const A = 'https://one.example/me';
const B = 'https://two.example/me';
const HOME: Source = { kind: 'home' };
const ALL = 100_000;
let square: Square;

beforeEach(async () => {
	square = await openSquare([A, B]);
});

async function stored(by: string): Promise<Set<string>> {
	const rows = await entriesBefore('home', undefined, ALL);
	const mine = rows.filter(({ seen }) => seen.some((one) => one.by === by));
	return new Set(mine.map(({ activity }) => activity));
}

/** What an account's server has told of, in order of time, and is not stored. */
async function missing(life: Life, by: string): Promise<{ id: number; sortAt: number }[]> {
	const have = await stored(by);
	const asked = life.asked.get(by) ?? 0;
	return square
		.listOf(by)
		.filter(({ id, activity }) => id <= asked && !have.has(activity) && !life.late.has(activity));
}

/** Each row stands once, and between two posts without a gap nothing is missing. */
async function expectProof(life: Life): Promise<void> {
	const list = await read('home', undefined, ALL);
	const all = await gapsIn('home');
	const bounds: (StoredPost | undefined)[] = [undefined, ...list, undefined];
	const rows = bounds.slice(1).flatMap((below, i) => gapsBetween(all, bounds[i], below));
	const finite = all.filter(({ at }) => Number.isFinite(at));
	expect(rows.filter(({ at }) => Number.isFinite(at))).toEqual(finite);
	for (const by of [A, B]) {
		const absent = await missing(life, by);
		const own = all.filter((gap) => gap.by === by);
		for (const { sortAt } of absent) {
			expect(own.some(({ upper, lower }) => lower <= sortAt && sortAt <= upper)).toBe(true);
		}
		for (const [i, above] of list.entries()) {
			const below = list[i + 1];
			if (!below || missingBetween(own, above, below).length > 0) continue;
			const between = absent.filter(({ sortAt }) => sortAt < above.sortAt && sortAt > below.sortAt);
			expect(between).toEqual([]);
		}
	}
}

async function expectInOrder(): Promise<void> {
	const list = await read('home', undefined, ALL);
	const rows = await entriesBefore('home', undefined, ALL);
	expect(new Set(list.map(({ post }) => post.key))).toEqual(new Set(rows.map(({ post }) => post)));
	expect(new Set(list.map(({ activity }) => activity)).size).toBe(list.length);
	expect([...list].sort(newestFirst)).toEqual(list);
}

/** Gaps are closed in any order, each by its own pages. */
async function closeAll(roll: Roll): Promise<void> {
	for (let n = 0; n < 1000; n++) {
		const left = await gapsIn('home');
		const gap = left[roll(left.length)];
		if (!gap) return;
		await fetchOlder(gap.by, HOME, undefined, gap.span);
	}
	throw new Error('a gap did not close');
}

async function expectEverything(): Promise<void> {
	expect(await horizon('home')).toBeUndefined();
	for (const by of [A, B]) {
		const have = await stored(by);
		for (const { activity } of square.listOf(by)) expect(have).toContain(activity);
	}
}

describe('whatever happens', () => {
	it.each(Array.from({ length: 16 }, (_, seed) => [seed + 100]))(
		'gaps are where something may be missing, and close: %i',
		async (seed) => {
			const roll = dice(seed);
			square.pageSize = 3 + roll(9);
			if (seed % 3 === 0) square.reach = roll(20);
			const life = new Life(square, [A, B], roll);
			for (let step = 0; step < 24; step++) {
				await life.step();
				await expectProof(life);
				if (step % 6 === 0) await expectInOrder();
			}
			life.calm();
			for (const by of [A, B]) await fetchNewer(by, HOME);
			await expectProof(life);
			await closeAll(roll);
			await expectEverything();
			await expectInOrder();
		},
	);
});

it('what streams in before the time before was fetched leaves a gap below it', async () => {
	for (let i = 0; i < 3; i++) square.publish([A]);
	await fetchNewer(A, HOME);
	const [known] = square.listOf(A);
	for (let i = 0; i < 3; i++) square.publish([A]);
	const stream = happenings(A, never(), (error) => {
		throw error;
	});
	const page = square.page(A, square.listOf(A).slice(0, 1));
	stream.happened({ type: 'page', source: HOME, page });
	await stream.settled();
	expect(await gapsIn('home')).toMatchObject([{ by: A, side: 'newer', at: known?.sortAt }]);
	// Whoever reads again at each word of a change has to hear of the last, which brings no post.
	const shown: Promise<unknown>[] = [];
	const stop = onChange(['timeline'], () => shown.push(gapsIn('home')));
	await fetchNewer(A, HOME);
	stop();
	expect(await shown.at(-1)).toEqual([]);
	expect(await gapsIn('home')).toEqual([]);
});

it('of what streams in faster than it is stored the rest is read afterwards, and nothing is missing', async () => {
	square.publish([A]);
	const stream = happenings(A, never(), (error) => {
		throw error;
	});
	stream.happened({ type: 'open' });
	await stream.settled();
	const pages = Array.from({ length: 700 }, () => {
		square.publish([A]);
		return square.page(A, square.listOf(A).slice(0, 1));
	});
	const calls = square.calls;
	for (const page of pages) stream.happened({ type: 'page', source: HOME, page });
	await stream.settled();
	expect((await stored(A)).size).toBeLessThan(600);
	// Three pages upwards and one from the top.
	expect(square.calls - calls).toBe(4);
	const between = (await gapsIn('home')).filter(({ lower }) => Number.isFinite(lower));
	expect(between).toMatchObject([{ by: A, side: 'older' }]);
	// The stream goes on directly above.
	square.publish([A]);
	const page = square.page(A, square.listOf(A).slice(0, 1));
	stream.happened({ type: 'page', source: HOME, page });
	await stream.settled();
	for (const { span } of between) while (!(await fetchOlder(A, HOME, undefined, span)).end);
	expect((await stored(A)).size).toBe(702);
	expect(await gapsIn('home')).toEqual([]);
});

describe('a gap between two spans', () => {
	beforeEach(async () => {
		for (let i = 0; i < 10; i++) square.publish([A]);
		await fetchNewer(A, HOME);
		for (let i = 0; i < 40; i++) square.publish([A]);
		await fetchNewer(A, HOME);
	});

	it('has both ends, and is filled from above without touching what lies below it', async () => {
		const [gap, end] = await gapsIn('home');
		expect(gap).toMatchObject({ by: A, side: 'older' });
		expect(gap?.lower).toBe(square.listOf(A)[25]?.sortAt);
		expect(end?.lower).toBe(Number.NEGATIVE_INFINITY);
		const calls = square.calls;
		let ended = false;
		while (!ended) ended = (await fetchOlder(A, HOME, undefined, gap?.span)).end;
		expect(square.calls - calls).toBeLessThan(8);
		expect(await gapsIn('home')).toEqual([expect.objectContaining({ at: end?.at })]);
	});

	it('below the newest is filled by itself, however often the top is read', async () => {
		const [, end] = await gapsIn('home');
		const { added } = await fetchOlder(A, HOME, undefined, end?.span);
		expect(added).toBe(square.pageSize);
		const [gap, after] = await gapsIn('home');
		expect(gap?.side).toBe('older');
		expect(after).toBeUndefined();
		expect(await fetchOlder(A, HOME, undefined, 99)).toEqual({ added: 0, end: true });
	});
});

describe('the row of a page that was read', () => {
	/** How many posts stand above the first row of a gap, and how many below it. */
	async function aroundRow(): Promise<{ above: number; below: number }> {
		const list = await read('home', undefined, ALL);
		const all = await gapsIn('home');
		const at = list.findIndex((post, i) => gapsBetween(all, post, list[i + 1]).length > 0);
		return { above: at + 1, below: list.length - at - 1 };
	}

	it('stands below the last post of the page, and of each that follows', async () => {
		square.pageSize = 20;
		for (let i = 0; i < 60; i++) square.publish([A]);
		await fetchNewer(A, HOME);
		expect(await aroundRow()).toEqual({ above: 20, below: 0 });
		await fetchOlder(A, HOME);
		expect(await aroundRow()).toEqual({ above: 40, below: 0 });
	});

	it('stands above one that came late, and what may be missing begins there', async () => {
		square.pageSize = 20;
		for (let i = 0; i < 40; i++) square.publish([A]);
		square.publish([A], { age: 5000 });
		for (let i = 0; i < 19; i++) square.publish([A]);
		await fetchNewer(A, HOME);
		expect(await aroundRow()).toEqual({ above: 19, below: 1 });
	});

	it('between two spans stands below the upper one', async () => {
		square.pageSize = 20;
		for (let i = 0; i < 20; i++) square.publish([A]);
		await fetchNewer(A, HOME);
		for (let i = 0; i < 60; i++) square.publish([A]);
		square.reach = 5;
		await fetchNewer(A, HOME);
		const list = await read('home', undefined, ALL);
		const [gap] = await gapsIn('home');
		expect(gap?.at).toBe(list[19]?.sortAt);
		expect(gap?.upper).toBe(list[17]?.sortAt);
	});
});

describe('the pure part', () => {
	const mine = [{ by: A, source: HOME }];
	const state = { by: A, timeline: 'home', source: HOME };
	const span: SpanRow = { by: A, timeline: 'home', id: 2, newestAt: 9, oldestAt: 5, top: [] };

	it.each([
		['all is read', { ...state, answeredAt: 1 }, [span], []],
		['the source answered and has nothing', { ...state, answeredAt: 1 }, [], []],
		['the source was never asked', undefined, [], [['newer', undefined, Infinity]]],
		[
			'there is more below',
			{ ...state, answeredAt: 1 },
			[{ ...span, older: 'x' }],
			[['older', 2, 5]],
		],
		[
			'there may be more above',
			{ ...state, answeredAt: 1 },
			[{ ...span, above: true as const }],
			[['newer', 2, 9]],
		],
		[
			'the server fails',
			{ ...state, failure: { count: 1, at: 1, text: { key: 'x' } } },
			[{ ...span, older: 'x' }],
			[
				['newer', 2, 9],
				['older', 2, 5],
			],
		],
	] as const)('%s', (_name, row, spans, expected) => {
		const found = gaps(mine, row ? [row] : [], spans);
		expect(found.map(({ side, span: id, at }) => [side, id, at])).toEqual(expected);
	});

	it('a source without order may miss anything anywhere', () => {
		const [gap] = gaps(mine, [{ ...state, unordered: true }], [{ ...span, older: 'x' }]);
		expect(gap).toMatchObject({ unordered: true, at: 5, upper: Infinity, lower: -Infinity });
	});

	it('a row stands below the last post that was read, or above the first', () => {
		const all = gaps(mine, [], [{ ...span, older: 'x', above: true }]);
		const between = (above?: number, below?: number) =>
			gapsBetween(
				all,
				above === undefined ? undefined : { sortAt: above },
				below === undefined ? undefined : { sortAt: below },
			).map(({ side }) => side);
		expect(between(undefined, 12)).toEqual([]);
		expect(between(12, 9)).toEqual(['newer']);
		expect(between(9, 7)).toEqual([]);
		expect(between(7, 5)).toEqual([]);
		expect(between(5, 3)).toEqual(['older']);
		expect(between(3)).toEqual([]);
		expect(between(7)).toEqual(['older']);
	});
});
