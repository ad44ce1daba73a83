import type { Facet } from '../../model';
import { Term, TermTable } from '../../search';
import { STOP_WORDS } from './stop-words';

const WORDS = /[\p{L}\p{M}'’]{2,}/gu;
const WORD_SIGN = /[\p{L}\p{M}'’]/u;
/** Signs of scripts without spaces: runs of Han signs or Katakana are mostly nouns, the others mostly endings. */
const NO_SPACES = /[\u2e80-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;
const NOUNS = /\p{Script=Han}{2,6}|[\p{Script=Katakana}ー]{3,12}/gu;
const SHORTEST = 3;
const LONGEST = 30;
const NO_FACETS: readonly Facet[] = [];

/** What a code unit is; above `SPECIAL`, the unit of a word in lower case. The table fills itself. */
const table = new Uint16Array(0x10000);
const BREAK = 1;
/** Words with such a unit are looked at with expressions: unspaced scripts, surrogates, several lower cases. */
const SPECIAL = 2;
const SIGMA = 0x3a3;

function learn(unit: number): number {
	const sign = String.fromCharCode(unit);
	const lower = sign.toLowerCase();
	const odd = lower.length > 1 || unit === SIGMA || NO_SPACES.test(sign);
	const surrogate = unit >= 0xd800 && unit <= 0xdfff;
	const value =
		surrogate || (odd && WORD_SIGN.test(sign))
			? SPECIAL
			: WORD_SIGN.test(sign)
				? lower.charCodeAt(0)
				: BREAK;
	table[unit] = value;
	return value;
}

/** Counts the words of posts that say something about the person, by code units: no string is made for one. */
export class Words {
	private readonly limit: number;
	private terms = new TermTable();
	private counts = new Uint32Array(1 << 12);
	/** Words below this number are stop words. */
	private readonly stops: number;
	private readonly term = new Term();

	/** @param limit words held at once; beyond it those seen least go, which the first hundred never are. */
	constructor(limit: number) {
		this.limit = limit;
		this.stops = this.addStops();
	}

	/** Counts the words of a text that stand outside of its links, mentions and tags. */
	add(text: string, facets: readonly Facet[] = NO_FACETS): void {
		let from = 0;
		for (const { start, end, type } of facets) {
			if (type === 'bold' || type === 'italic' || start < from) continue;
			this.scan(text, from, start);
			from = end;
		}
		this.scan(text, from, text.length);
		if (this.terms.count - this.stops > this.limit) this.forgetRare();
	}

	/** The n most frequent; of equals the first in the order of code units. */
	top(n: number): { name: string; value: number }[] {
		const all: { name: string; value: number }[] = [];
		const least = this.leastOf(n);
		for (let id = this.stops; id < this.terms.count; id++) {
			const value = this.counts[id] ?? 0;
			if (value >= least) all.push({ name: String.fromCharCode(...this.terms.unitsOf(id)), value });
		}
		return all.sort((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1)).slice(0, n);
	}

	/** The count of the n-th most frequent word. */
	private leastOf(n: number): number {
		const counts = this.counts.slice(this.stops, this.terms.count).sort();
		return counts[counts.length - n] ?? 1;
	}

	private scan(text: string, from: number, to: number): void {
		const { term } = this;
		let at = from;
		while (at < to) {
			term.clear();
			const start = at;
			let special = false;
			for (; at < to; at++) {
				const unit = text.charCodeAt(at);
				const value = table[unit] || learn(unit);
				if (value === BREAK) break;
				if (value === SPECIAL) special = true;
				else term.add(value);
			}
			if (special) this.addSpecial(text.slice(start, at));
			else if (term.length >= SHORTEST && term.length <= LONGEST) this.count();
			at++;
		}
	}

	private addSpecial(text: string): void {
		for (const word of text.toLowerCase().match(WORDS) ?? []) {
			if (NO_SPACES.test(word)) for (const noun of word.match(NOUNS) ?? []) this.addText(noun);
			else if (word.length >= SHORTEST && word.length <= LONGEST) this.addText(word);
		}
	}

	private addText(word: string): void {
		this.term.setText(word);
		this.count();
	}

	private count(by = 1): void {
		const id = this.terms.idOf(this.term);
		if (id >= this.counts.length) {
			const larger = new Uint32Array(this.counts.length * 2);
			larger.set(this.counts);
			this.counts = larger;
		}
		this.counts[id] = (this.counts[id] ?? 0) + by;
	}

	private addStops(): number {
		for (const word of STOP_WORDS) this.addText(word);
		return this.terms.count;
	}

	private forgetRare(): void {
		const { terms, counts, stops } = this;
		let least = 0;
		for (let left = terms.count - stops; left > this.limit / 2; ) {
			least++;
			left = 0;
			for (let id = stops; id < terms.count; id++) if ((counts[id] ?? 0) > least) left++;
		}
		this.terms = new TermTable();
		this.counts = new Uint32Array(counts.length);
		this.addStops();
		for (let id = stops; id < terms.count; id++) {
			const count = counts[id] ?? 0;
			if (count <= least) continue;
			this.term.set(terms.unitsOf(id));
			this.count(count);
		}
	}
}
