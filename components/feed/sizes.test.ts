import { describe, expect, it } from 'vitest';
import { bandOf, createSizes } from './sizes';

const named = (names: readonly (string | number)[]) => ({
	count: names.length,
	nameOf: (index: number) => String(names[index]),
});
const upTo = (count: number) => named([...Array(count).keys()]);
const tens = (count: number) => {
	const sizes = createSizes();
	sizes.list(upTo(count), () => 10);
	return sizes;
};

describe('sizes', () => {
	it('stand one after another, estimated until they are measured', () => {
		const sizes = tens(5);
		expect([0, 1, 4, 5].map(sizes.start)).toEqual([0, 10, 40, 50]);
		sizes.measure(1, 30.5);
		expect([0, 1, 2, 5].map(sizes.start)).toEqual([0, 10, 40.5, 70.5]);
		expect([-5, 0, 9, 10, 40, 40.5, 1000].map(sizes.at)).toEqual([0, 0, 0, 1, 1, 2, 4]);
	});

	it('an estimate is asked once', () => {
		const sizes = createSizes();
		const asked: number[] = [];
		const estimate = (index: number) => {
			asked.push(index);
			return 10;
		};
		sizes.list(upTo(2), estimate);
		sizes.list(upTo(4), estimate);
		expect(asked).toEqual([0, 1, 2, 3]);
	});

	it('go with their items when others come to stand above, or go away', () => {
		const sizes = createSizes();
		sizes.list(named(['a', 'b', 'c']), () => 10);
		sizes.measure(1, 70);
		sizes.list(named(['new', 'a', 'late', 'b', 'c']), () => 5);
		expect([0, 1, 2, 3, 4].map(sizes.size)).toEqual([5, 10, 5, 70, 10]);
		expect([sizes.find('b', 1), sizes.find('c', 0), sizes.find('gone', 2)]).toEqual([
			3,
			4,
			undefined,
		]);
		expect(sizes.measured(0, 4)).toEqual([[3, 70]]);
		sizes.list(named(['b', 'c']), () => 5);
		expect([sizes.start(1), sizes.start(2), sizes.find('a', 0)]).toEqual([70, 80, undefined]);
	});

	it('a list that begins anew forgets the end', () => {
		const sizes = tens(5);
		expect(sizes.start(5)).toBe(50);
		sizes.list(upTo(2), () => 10);
		expect([sizes.count, sizes.start(5), sizes.at(500)]).toEqual([2, 20, 1]);
	});

	it('are the same as summed up each time, whatever is measured in which order', () => {
		const sizes = tens(200);
		const plain = Array.from({ length: 200 }, () => 10);
		let seed = 7;
		for (let i = 0; i < 500; i++) {
			seed = (seed * 16807) % 2147483647;
			const at = seed % 200;
			plain[at] = seed % 97;
			sizes.measure(at, plain[at] ?? 0);
			const index = (seed >> 3) % 201;
			expect(sizes.start(index)).toBe(plain.slice(0, index).reduce((sum, one) => sum + one, 0));
		}
	});
});

describe('what is drawn', () => {
	it('reaches further where the window is going', () => {
		const sizes = tens(1000);
		expect(bandOf(sizes, 4000, 900, 0)).toEqual({ first: 375, last: 540 });
		expect(bandOf(sizes, 4000, 900, 900)).toEqual({ first: 375, last: 630 });
		expect(bandOf(sizes, 4000, 900, -300)).toEqual({ first: 320, last: 515 });
	});

	it('holds a neighbour on either side however high they are, and ends with the list', () => {
		const sizes = createSizes();
		sizes.list(upTo(9), () => 3000);
		expect(bandOf(sizes, 12_100, 900, 0)).toEqual({ first: 3, last: 5 });
		expect(bandOf(sizes, 0, 900, 0)).toEqual({ first: 0, last: 1 });
		expect(bandOf(sizes, 26_000, 900, 0)).toEqual({ first: 7, last: 8 });
		expect(bandOf(createSizes(), 0, 900, 0)).toEqual({ first: 0, last: -1 });
	});
});
