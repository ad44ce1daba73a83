import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StoredPost } from '../../lib/model';
import type { Loaded } from '../feed/pages';
import { lookThrough, Stopped } from './look-through';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

const TOTAL = 1000;
const PAGE = 50;

function stored(n: number): StoredPost {
	const post = { key: `tw:${n}`, network: 'one', content: { text: '' } };
	return { post, sortAt: TOTAL - n, replies: [] };
}

/** 1,000 posts by number, whose reading takes a tenth of a second a page. */
async function load(from = 0): Promise<Loaded<number>> {
	vi.setSystemTime(Date.now() + 100);
	const items = Array.from({ length: PAGE }, (_, i) => stored(from + i));
	return { items, ...(from + PAGE < TOTAL ? { next: from + PAGE } : {}) };
}

const numberOf = ({ post }: StoredPost) => Number(post.key.slice(3));
const never = () => new AbortController().signal;

test('goes on until a page is full, and then from where it ended', async () => {
	const list = lookThrough<number>(load, (one) => numberOf(one) % 4 === 0, vi.fn());
	const first = await list.load(undefined, never());
	expect(first.items.length).toBeGreaterThanOrEqual(30);
	const second = await list.load(first.next, never());
	const numbers = [...first.items, ...second.items].map(numberOf);
	expect(numbers).toEqual(numbers.map((_, i) => i * 4));
});

test('hands out the little there is when it takes long', async () => {
	const list = lookThrough<number>(load, (one) => numberOf(one) === 60, vi.fn());
	const { items, next } = await list.load(undefined, never());
	expect(items.map(numberOf)).toEqual([60]);
	expect(next).toBeLessThan(TOTAL / 2);
});

test('what never fits ends with the list, and says on the way how far it looked', async () => {
	const told = vi.fn();
	const list = lookThrough<number>(load, () => false, told);
	expect(await list.load(undefined, never())).toMatchObject({ items: [], next: undefined });
	const moments = told.mock.calls.map(([downTo]) => downTo as number | undefined);
	expect(moments.at(-1)).toBeUndefined();
	const said = moments.slice(0, -1) as number[];
	expect(said.length).toBeGreaterThan(5);
	expect(said).toEqual([...said].sort((a, b) => b - a));
});

test('stops when it is told to, and goes on from there', async () => {
	const asked: number[] = [];
	let stopped = false;
	const list = lookThrough<number>(
		(from = 0) => {
			asked.push(from);
			return load(from);
		},
		(one) => numberOf(one) === 900,
		(downTo) => {
			if (downTo !== undefined && downTo < 600 && !stopped) list.stop();
		},
	);
	await expect(list.load(undefined, never())).rejects.toBeInstanceOf(Stopped);
	stopped = true;
	expect(asked.at(-1)).toBeLessThan(600);
	const found = await list.load(undefined, never());
	expect(found.items.map(numberOf)).toEqual([900]);
	expect(asked).toEqual([...new Set(asked)]);
});

test('ends when nobody wants it any more', async () => {
	const abort = new AbortController();
	const told = vi.fn(() => abort.abort());
	const list = lookThrough<number>(load, () => false, told);
	await expect(list.load(undefined, abort.signal)).rejects.toThrow();
	expect(told).toHaveBeenCalledTimes(1);
});

test('does not look again for a while where nothing was found, unless older posts came', async () => {
	const asked = vi.fn(load);
	const list = lookThrough<number>(asked, (one) => numberOf(one) === 20, vi.fn());
	const { next } = await list.load(undefined, never());
	await list.load(next, never());
	const calls = asked.mock.calls.length;
	expect(calls).toBe(TOTAL / PAGE);
	await list.load(next, never());
	expect(asked).toHaveBeenCalledTimes(calls);
	list.forget();
	await list.load(next, never());
	expect(asked.mock.calls.length).toBeGreaterThan(calls);
});
