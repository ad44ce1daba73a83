const CHUNK = 1 << 17;

/** Which terms each post has, post by post, in chunks of one size so that growing copies nothing. */
export class Log {
	length = 0;
	readonly #chunks: Uint32Array[] = [];
	readonly #ends: number[] = [];
	#chunk = new Uint32Array(0);

	push(term: number): void {
		const at = this.length++ % CHUNK;
		if (at === 0) {
			this.#chunk = new Uint32Array(CHUNK);
			this.#chunks.push(this.#chunk);
		}
		this.#chunk[at] = term;
	}

	endPost(): void {
		this.#ends.push(this.length);
	}

	/**
	 * Turns the log round by a counting sort: the posts of term n are postings[ends[n - 1], ends[n]), ascending.
	 * `found` says in how many posts each of the `terms` terms is.
	 */
	byTerm(found: Uint32Array, terms: number): { postings: Uint32Array; ends: Uint32Array } {
		const next = new Uint32Array(terms);
		for (let term = 1; term < terms; term++)
			next[term] = (next[term - 1] ?? 0) + (found[term - 1] ?? 0);
		const postings = new Uint32Array(this.length);
		let at = 0;
		for (let post = 0; post < this.#ends.length; post++) {
			const end = this.#ends[post] ?? 0;
			for (; at < end; at++) {
				const term = this.#chunks[Math.floor(at / CHUNK)]?.[at % CHUNK] ?? 0;
				const to = next[term] ?? 0;
				postings[to] = post;
				next[term] = to + 1;
			}
		}
		return { postings, ends: next };
	}
}
