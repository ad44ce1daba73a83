/** Sets of posts of a block: bit n of the words is post n. */
export type Bitmap = Uint32Array;

export function emptyBitmap(posts: number): Bitmap {
	return new Uint32Array((posts + 31) >> 5);
}

/** All of `posts` posts. */
export function fullBitmap(posts: number): Bitmap {
	const bits = emptyBitmap(posts).fill(0xffffffff);
	if (posts & 31) bits[bits.length - 1] = (1 << (posts & 31)) - 1;
	return bits;
}

/** Keeps in `bits` what is in `other` too; with `not`, what is not. */
export function intersect(bits: Bitmap, other: Bitmap, not = false): void {
	for (let i = 0; i < bits.length; i++) {
		const word = other[i] ?? 0;
		bits[i] = (bits[i] ?? 0) & (not ? ~word : word);
	}
}

export function unite(bits: Bitmap, other: Bitmap): void {
	for (let i = 0; i < bits.length; i++) bits[i] = (bits[i] ?? 0) | (other[i] ?? 0);
}

/** Keeps the posts [from, to). */
export function keepRange(bits: Bitmap, from: number, to: number): void {
	for (let i = 0; i < bits.length; i++) {
		const low = Math.min(Math.max(from - i * 32, 0), 32);
		const high = Math.min(Math.max(to - i * 32, 0), 32);
		if (low === 0 && high === 32) continue;
		bits[i] = (bits[i] ?? 0) & (below(high) & ~below(low));
	}
}

/** A word with the lowest `n` bits set. */
function below(n: number): number {
	return n === 32 ? -1 : (1 << n) - 1;
}

export function has(bits: Bitmap, post: number): boolean {
	return ((bits[post >> 5] ?? 0) & (1 << (post & 31))) !== 0;
}

export function remove(bits: Bitmap, post: number): void {
	bits[post >> 5] = (bits[post >> 5] ?? 0) & ~(1 << (post & 31));
}

/** The highest post below `post`; -1 when there is none. */
export function previous(bits: Bitmap, post: number): number {
	let word = (post - 1) >> 5;
	if (post <= 0) return -1;
	let rest = (bits[word] ?? 0) & below(((post - 1) & 31) + 1);
	while (rest === 0) {
		if (--word < 0) return -1;
		rest = bits[word] ?? 0;
	}
	return word * 32 + 31 - Math.clz32(rest);
}

export function size(bits: Bitmap): number {
	let sum = 0;
	for (let i = 0; i < bits.length; i++) {
		let word = bits[i] ?? 0;
		word -= (word >>> 1) & 0x55555555;
		word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
		sum += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
	}
	return sum;
}
