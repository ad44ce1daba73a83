/** Heights of the items of a list in CSS pixels: measured, or estimated until then. Each belongs to a name. */
export type Sizes = {
	readonly count: number;
	/** Says which items there are now; `estimate` is asked for each that was not there before and never measured. */
	list(names: Names, estimate: (index: number) => number): void;
	/** Notes what an item measures. */
	measure(index: number, size: number): void;
	size(index: number): number;
	/** Where an item begins; for `count`, where the last one ends. */
	start(index: number): number;
	/** The item at a distance from the beginning: the first one above it, the last one below the end. */
	at(offset: number): number;
	/** Where the item of a name stands, looked for around `near`. */
	find(name: string, near: number): number | undefined;
	name(index: number): string | undefined;
	/** Measured items of a stretch. */
	measured(first: number, last: number): [index: number, size: number][];
};

export type Names = { count: number; nameOf(index: number): string };

/** Starts are summed up on demand from the first item that changed: in a long list that is almost always near its end. */
export function createSizes(): Sizes {
	const names: string[] = [];
	const sizes: number[] = [];
	const starts: number[] = [0];
	const exact = new Map<string, number>();
	/** `starts` holds up to this item. */
	let summed = 0;
	const start = (index: number): number => {
		const to = Math.min(index, sizes.length);
		for (; summed < to; summed++) starts[summed + 1] = (starts[summed] ?? 0) + (sizes[summed] ?? 0);
		return starts[to] ?? 0;
	};
	return {
		get count() {
			return sizes.length;
		},
		list({ count, nameOf }, estimate) {
			let same = 0;
			const most = Math.min(count, names.length);
			while (same < most && names[same] === nameOf(same)) same += 1;
			const before = new Map(names.slice(same).map((name, i) => [name, sizes[same + i] ?? 0]));
			for (let i = same; i < count; i++) {
				const name = nameOf(i);
				names[i] = name;
				sizes[i] = exact.get(name) ?? before.get(name) ?? estimate(i);
			}
			sizes.length = count;
			summed = Math.min(summed, same);
			names.length = count;
		},
		measure(index, size) {
			const name = names[index];
			if (name === undefined) return;
			exact.set(name, size);
			if (sizes[index] === size) return;
			sizes[index] = size;
			summed = Math.min(summed, index);
		},
		size: (index) => sizes[index] ?? 0,
		start,
		at(offset) {
			let low = 0;
			let high = Math.max(0, sizes.length - 1);
			while (low < high) {
				const middle = (low + high + 1) >> 1;
				if (start(middle) <= offset) low = middle;
				else high = middle - 1;
			}
			return low;
		},
		find(name, near) {
			for (let far = 0; far <= Math.max(near, names.length - near); far++) {
				if (names[near + far] === name) return near + far;
				if (names[near - far] === name) return near - far;
			}
			return undefined;
		},
		name: (index) => names[index],
		measured: (first, last) =>
			names.slice(first, last + 1).flatMap((name, i): [number, number][] => {
				const size = exact.get(name);
				return size === undefined ? [] : [[first + i, size]];
			}),
	};
}

export type Band = { first: number; last: number };

/** Pixels drawn beyond the window where it is going, where it comes from, and at most. */
const AHEAD = 500;
const BEHIND = 250;
const MOST = 1400;

/**
 * The items to draw for a window of `height` at `top` (from the beginning of the list) that moved by `moved` pixels
 * since it was last drawn: more of them where it is going, one at least on either side.
 */
export function bandOf(sizes: Sizes, top: number, height: number, moved: number): Band {
	const ahead = Math.min(MOST, AHEAD + Math.abs(moved));
	const [above, below] = moved < 0 ? [ahead, BEHIND] : [BEHIND, ahead];
	return inside(sizes, {
		first: Math.min(sizes.at(top - above), sizes.at(top) - 1),
		last: Math.max(sizes.at(top + height + below), sizes.at(top + height) + 1),
	});
}

/** What a window shows, and one item on either side. */
export function shownBand(sizes: Sizes, top: number, height: number): Band {
	return inside(sizes, { first: sizes.at(top) - 1, last: sizes.at(top + height) + 1 });
}

function inside({ count }: Sizes, { first, last }: Band): Band {
	return { first: Math.max(0, first), last: Math.min(count - 1, last) };
}
