import { describe, expect, it } from 'vitest';
import { Replies } from './replies';

describe('Replies', () => {
	it('knows answers once, oldest first, and the length of threads', () => {
		const replies = new Replies();
		replies.add(1n, 3n);
		replies.add(1n, 2n);
		replies.add(1n, 3n);
		replies.add(3n, 2n ** 63n);
		expect(replies.of(1n)).toEqual([2n, 3n]);
		expect(replies.of(2n)).toEqual([]);
		expect(replies.of(9n)).toEqual([]);
		expect([1n, 3n, 9n].map((id) => replies.threadLength(id))).toEqual([4, 0, 1]);
	});

	it('holds as many as there are, also of ids that differ in few bits', () => {
		const replies = new Replies();
		const ids = Array.from({ length: 5000 }, (_, i) => (BigInt(i) << 32n) + 7n);
		for (const id of ids) {
			replies.add(id, id + 1n);
			replies.add(id, id + (1n << 22n));
		}
		for (const id of ids) expect(replies.of(id)).toEqual([id + 1n, id + (1n << 22n)]);
	});

	it('moves answers to and by earlier versions to the version shown', () => {
		const replies = new Replies();
		replies.add(1n, 2n);
		replies.add(5n, 6n);
		replies.rename(
			new Map([
				[2n, 3n],
				[5n, 1n],
			]),
		);
		expect(replies.of(1n)).toEqual([3n, 6n]);
		expect([1n, 2n, 3n, 5n].map((id) => replies.threadLength(id))).toEqual([3, 1, 0, 1]);
	});

	it('does not go round in circles', () => {
		const replies = new Replies();
		replies.add(1n, 2n);
		replies.add(2n, 3n);
		replies.add(3n, 2n);
		expect(replies.threadLength(1n)).toBe(3);
	});
});
