/** Counts names and keeps the most frequent; rare names are forgotten when there are too many of them. */
export class Tally {
	private counts = new Map<string, number>();
	private readonly limit: number;

	/** @param limit names held at once; beyond it those seen once go, which the first hundred never are. */
	constructor(limit: number) {
		this.limit = limit;
	}

	add(name: string, by = 1): void {
		this.counts.set(name, (this.counts.get(name) ?? 0) + by);
		if (this.counts.size > this.limit) this.forgetRare();
	}

	top(n: number): { name: string; value: number }[] {
		const all = [...this.counts].map(([name, value]) => ({ name, value }));
		return all.sort((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1)).slice(0, n);
	}

	private forgetRare(): void {
		let least = 1;
		while (this.counts.size > this.limit / 2) {
			for (const [name, count] of this.counts) if (count <= least) this.counts.delete(name);
			least++;
		}
	}
}

/** Keeps the n keys with the highest values above 0; of equals the earlier one. */
export class Best {
	private kept: { key: string; value: number }[] = [];
	private readonly n: number;

	constructor(n: number) {
		this.n = n;
	}

	add(key: string, value: number): void {
		const lowest = this.kept[this.n - 1];
		if (value <= 0 || (lowest && lowest.value >= value)) return;
		this.kept.push({ key, value });
		this.kept.sort((a, b) => b.value - a.value);
		if (this.kept.length > this.n) this.kept.pop();
	}

	list(): { key: string; value: number }[] {
		return this.kept;
	}
}
