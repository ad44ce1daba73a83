import { expect, test, vi } from 'vitest';
import type { StoredPost } from '../../lib/model';
import { countOf, itemAt, type Loaded } from './pages';
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

test('reads ahead of what is in view, once', async () => {
	const asked = vi.fn(load);
	const reader = createReader(asked, () => undefined);
	reader.want(0, 0);
	reader.want(0, 0);
	await vi.waitFor(() => expect(countOf(reader.pages)).toBe(50));
	reader.want(0, 20);
	expect(asked).toHaveBeenCalledTimes(1);
	reader.want(10, 30);
	await vi.waitFor(() => expect(countOf(reader.pages)).toBe(100));
	expect(asked.mock.calls.map(([from]) => from)).toEqual([undefined, 50]);
});

test('forgets far pages and reads them again from where they began', async () => {
	const reader = createReader(load, () => undefined);
	for (let last = 0; last < 1000; last += 50) {
		reader.want(Math.max(0, last - 5), last);
		await vi.waitFor(() => expect(countOf(reader.pages)).toBe(last + 50));
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
	const reader = createReader(asked, changed);
	reader.want(0, 0);
	await vi.waitFor(() => expect(reader.error).toEqual(new Error('disk')));
	reader.want(0, 0);
	expect(asked).toHaveBeenCalledTimes(1);
	reader.retry();
	await vi.waitFor(() => expect(countOf(reader.pages)).toBe(50));
	expect(reader.error).toBeUndefined();
});

test('after stop nothing changes any more', async () => {
	const changed = vi.fn();
	let answer: (page: Loaded<number>) => void = () => undefined;
	const reader = createReader<number>(
		() =>
			new Promise((resolve) => {
				answer = resolve;
			}),
		changed,
	);
	reader.want(0, 0);
	reader.stop();
	answer({ items: posts(0, 1) });
	await Promise.resolve();
	await Promise.resolve();
	expect(countOf(reader.pages)).toBe(0);
	expect(changed).not.toHaveBeenCalled();
});
