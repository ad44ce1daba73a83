const FIRST = 1 << 10;

/**
 * Numbers ids from 0 in the order in which they come: an open hash table over one array. A `Map` of bigints takes
 * five times the memory and is combed through at every collection of garbage.
 */
export class IdTable {
	count = 0;
	private ids = new BigUint64Array(FIRST);
	private halves = new Uint32Array(this.ids.buffer);
	private slots = new Uint32Array(FIRST * 2);
	private readonly sought = new BigUint64Array(1);
	private readonly soughtHalves = new Uint32Array(this.sought.buffer);

	/** The number of an id; -1 when it has none. */
	numberOf(id: bigint): number {
		return (this.slots[this.slotOf(id)] as number) - 1;
	}

	/** The number of an id; a new one gets the next. */
	add(id: bigint): number {
		const slot = this.slotOf(id);
		const known = this.slots[slot] as number;
		if (known > 0) return known - 1;
		if (this.count === this.ids.length) {
			this.grow();
			return this.add(id);
		}
		this.ids[this.count] = id;
		this.slots[slot] = ++this.count;
		return this.count - 1;
	}

	/** The id with this number. */
	idOf(number: number): bigint {
		return this.ids[number] as bigint;
	}

	/** The slot that holds an id, or the free one that it would get. */
	private slotOf(id: bigint): number {
		this.sought[0] = id;
		const low = this.soughtHalves[0] as number;
		const high = this.soughtHalves[1] as number;
		return this.slotOfHalves(low, high);
	}

	private slotOfHalves(low: number, high: number): number {
		const { slots, halves } = this;
		const mask = slots.length - 1;
		for (let slot = mix(low, high) & mask; ; slot = (slot + 1) & mask) {
			const at = ((slots[slot] as number) - 1) * 2;
			if (at < 0 || (halves[at] === low && halves[at + 1] === high)) return slot;
		}
	}

	private grow(): void {
		const larger = new BigUint64Array(this.ids.length * 2);
		larger.set(this.ids);
		this.ids = larger;
		this.halves = new Uint32Array(larger.buffer);
		this.slots = new Uint32Array(larger.length * 2);
		for (let i = 0; i < this.count; i++) {
			const low = this.halves[i * 2] as number;
			const high = this.halves[i * 2 + 1] as number;
			this.slots[this.slotOfHalves(low, high)] = i + 1;
		}
	}
}

/** Ids of one second differ in their low bits only, those of years in the high ones: all reach the slot. */
function mix(low: number, high: number): number {
	let hash = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
	return hash ^ (hash >>> 13);
}
