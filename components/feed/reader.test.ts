import { describe, expect, test, vi } from 'vitest';
import type { StoredPost } from '../../lib/model';
import { countOf, itemAt, keyAt, type Loaded } from './pages';
import { createReader } from './reader';

function posts(from: number, n: number): StoredPost[] {
	return Array.from({ length: n }, (_, i) => ({
		post: { key: `tw:${from + i}`, network: 'x', content: { text: '' } },
		owner: 'tw:1',
		sortAt: 0,
		replies: [],
	}));
}

/** 1,000 posts in pages of 50. */
async function load(from = 0): Promise<Loaded<number>> {
	return { items: posts(from, 50), ...(from < 950 ? { next: from + 50 } : {}) };
}

test('reads two pages ahead of what is in view, once', async () => {
	const asked = vi.fn(load);
	const reader = createReader({ load: asked, changed: () => undefined });
	reader.want(0, 0);
	reader.want(0, 0);
	await vi.waitFor(() => expect(countOf(reader.pages)).toBe(150));
	reader.want(0, 20);
	expect(asked).toHaveBeenCalledTimes(3);
	reader.want(10, 60);
	await vi.waitFor(() => expect(countOf(reader.pages)).toBe(200));
	expect(asked.mock.calls.map(([from]) => from)).toEqual([undefined, 50, 100, 150]);
});

test('reads at once as far as what comes soon, beyond the end of what is read', async () => {
	const reader = createReader({ load, changed: () => undefined });
	reader.want(0, 400);
	await vi.waitFor(() => expect(countOf(reader.pages)).toBe(550));
});

test('forgets far pages and reads them again from where they began', async () => {
	const reader = createReader({ load, changed: () => undefined });
	for (let last = 0; last < 1000; last += 50) {
		reader.want(Math.max(0, last - 5), last);
		const read = Math.min(1000, last + 150);
		await vi.waitFor(() => expect(countOf(reader.pages)).toBe(read));
	}
	reader.want(990, 999);
	expect(itemAt(reader.pages, 3)).toBeUndefined();
	reader.want(0, 5);
	await vi.waitFor(() => expect(itemAt(reader.pages, 3)?.post.key).toBe('tw:3'));
	expect(countOf(reader.pages)).toBe(1000);
});

test('a failure is told once, and asked again only by the person', async () => {
	const asked = vi.fn(load).mockRejectedValueOnce(new Error('disk'));
	const changed = vi.fn();
	const reader = createReader({ load: asked, changed });
	reader.want(0, 0);
	await vi.waitFor(() => expect(reader.error).toEqual(new Error('disk')));
	reader.want(0, 0);
	expect(asked).toHaveBeenCalledTimes(1);
	reader.retry();
	await vi.waitFor(() => expect(countOf(reader.pages)).toBe(150));
	expect(reader.error).toBeUndefined();
});

test('after stop nothing changes any more', async () => {
	const changed = vi.fn();
	let answer: (page: Loaded<number>) => void = () => undefined;
	const reader = createReader<number>({
		load: () =>
			new Promise((resolve) => {
				answer = resolve;
			}),
		changed,
	});
	reader.want(0, 0);
	reader.stop();
	answer({ items: posts(0, 1) });
	await Promise.resolve();
	await Promise.resolve();
	expect(countOf(reader.pages)).toBe(0);
	expect(changed).not.toHaveBeenCalled();
});

describe('a list that changes while it is open', () => {
	/** Numbers from new to old, in pages of at most ten; the cursor is the last number before. */
	function listed(stored: Set<number>) {
		const below = (from = 0) => [...stored].filter((n) => n > from).sort((a, b) => a - b);
		const loaded = (all: number[]): Loaded<number> => {
			const last = all.at(-1);
			const items = all.flatMap((n) => posts(n, 1));
			return { items, ...(last === undefined ? {} : { next: last }) };
		};
		const reader = createReader<number>({
			load: async (from) => ({ ...loaded(below(from).slice(0, 10)), from: from ?? 99 }),
			again: async ({ from = 0, until }) => {
				const all = below(from).filter((n) => n <= until);
				return [loaded(all.slice(0, 10)), loaded(all.slice(10))];
			},
			changed: () => undefined,
		});
		const shown = () =>
			Array.from({ length: countOf(reader.pages) }, (_, i) => keyAt(reader.pages, i)?.slice(3));
		return { reader, shown };
	}

	test('what came is in it, what is gone is not, and each stands once', async () => {
		const stored = new Set(Array.from({ length: 30 }, (_, i) => 100 + i * 10));
		const { reader, shown } = listed(stored);
		reader.want(0, 0);
		await vi.waitFor(() => expect(countOf(reader.pages)).toBe(30));
		for (let n = 0; n < 9; n++) stored.add(131 + n);
		stored.delete(200);
		reader.refresh();
		await vi.waitFor(() => expect(shown()).toContain('139'));
		reader.want(0, 40);
		const all = [...stored].sort((a, b) => a - b).map(String);
		await vi.waitFor(() => expect(shown()).toEqual(all));
	});

	test('goes on where it had ended', async () => {
		const stored = new Set([100, 110]);
		const { reader, shown } = listed(stored);
		reader.want(0, 0);
		await vi.waitFor(() => expect(reader.pages.next).toBeUndefined());
		stored.add(120);
		reader.refresh();
		await vi.waitFor(() => expect(shown()).toEqual(['100', '110', '120']));
	});

	test('what is out of view is read again when it comes into view', async () => {
		const stored = new Set(Array.from({ length: 60 }, (_, i) => 100 + i));
		const { reader, shown } = listed(stored);
		for (let last = 0; last < 60; last += 5) reader.want(last, last);
		await vi.waitFor(() => expect(countOf(reader.pages)).toBe(60));
		stored.delete(105);
		reader.refresh();
		await vi.waitFor(() => expect(reader.pages.pages.filter(({ stale }) => stale).length).toBe(5));
		expect(shown()).toContain('105');
		reader.want(3, 8);
		await vi.waitFor(() => expect(shown()).not.toContain('105'));
	});
});
