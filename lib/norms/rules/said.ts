import { meantOf } from './meant';
import { type Hit, scan } from './scan';

/** What a sentence wants, of all its parts or of one. */
export type Wants = {
	/** It is let, or nobody needs to. */
	free: boolean;
	allowed: boolean;
	required: boolean;
	forbidden: boolean;
	/** Politely. */
	asked: boolean;
	/** In the form of a plain "add", "use". */
	told: boolean;
};

/** How many words a "not" may stand before what it turns around. */
const REACH = 3;
/** "No automated accounts of any kind are allowed": further off, but of this one word alone. */
const FAR = 9;
/** "Only allowed with a label", "nur erlaubt, wenn": what stands so near is let under a condition alone. */
const BESIDE = 3;
const TURNED = ['must', 'shall', 'forbid', 'allow', 'ask'] as const;
/** A sign of Chinese or Japanese is a word by itself, and words of those have two or three. */
const SIGNS_A_WORD = 3;

/** A sentence as words that mean something. */
export class Said {
	readonly hits: readonly Hit[];
	readonly #byConcept = new Map<string, Hit[]>();
	readonly #turned = new Set<Hit>();
	readonly #spent = new Set<Hit>();
	readonly #limited = new Set<Hit>();
	readonly #scale: number;
	#all: Wants | undefined;

	constructor(sentence: string) {
		this.hits = meantOf(scan(sentence));
		for (const hit of this.hits) {
			const same = this.#byConcept.get(hit.concept);
			if (same) same.push(hit);
			else this.#byConcept.set(hit.concept, [hit]);
		}
		this.#scale = /[\u3040-\u30ff]/.test(sentence) ? SIGNS_A_WORD : 1;
		if (this.has('not')) this.#turn();
		if (this.has('allow') && this.has('only')) this.#limit();
	}

	all(concept: string): readonly Hit[] {
		return this.#byConcept.get(concept) ?? NONE;
	}

	has(...concepts: readonly string[]): boolean {
		for (const concept of concepts) if (this.#byConcept.has(concept)) return true;
		return false;
	}

	/** Two of them stand within so many words of each other. */
	near(one: string, other: string, words: number): boolean {
		const others = this.all(other);
		const most = words * this.#scale;
		return this.all(one).some((a) =>
			others.some((b) => a !== b && Math.max(b.from - a.to, a.from - b.to) <= most),
		);
	}

	/** Of the one that which stands the fewest words from any of the other, and within so many. */
	closest(one: string, other: string, words: number): Hit | undefined {
		const distance = (a: Hit) =>
			Math.min(...this.all(other).map((b) => Math.max(b.from - a.to, a.from - b.to)));
		const [first] = [...this.all(one)].sort((a, b) => distance(a) - distance(b));
		return first && distance(first) <= words * this.#scale ? first : undefined;
	}

	/** One of these and one of those stand in the same part of the sentence. */
	together(these: readonly string[], those: readonly string[]): boolean {
		const parts = new Set(these.flatMap((one) => this.all(one).map(({ clause }) => clause)));
		return those.some((one) => this.all(one).some(({ clause }) => parts.has(clause)));
	}

	/** What it wants where one of these stands; of the whole sentence where that part wants nothing. */
	wantsOf(...concepts: readonly string[]): Wants {
		const parts = new Set(concepts.flatMap((one) => this.all(one).map(({ clause }) => clause)));
		const here = this.#wants(({ clause }) => parts.has(clause));
		return Object.values(here).some(Boolean) ? here : this.wants();
	}

	wants(): Wants {
		this.#all ??= this.#wants(() => true);
		return this.#all;
	}

	#wants(isMeant: (hit: Hit) => boolean): Wants {
		const straight = (concept: string) =>
			this.all(concept).some(
				(hit) => isMeant(hit) && !this.#turned.has(hit) && !this.#limited.has(hit),
			);
		const turned = (concept: string) =>
			this.all(concept).some((hit) => isMeant(hit) && this.#turned.has(hit));
		const bare = this.all('not').some((hit) => isMeant(hit) && !this.#spent.has(hit));
		const limited = this.all('allow').some((hit) => isMeant(hit) && this.#limited.has(hit));
		return {
			free: straight('free') || turned('must'),
			allowed: straight('allow') || turned('forbid') || straight('exempt'),
			required: straight('must') || this.#isHard(isMeant) || limited,
			forbidden: straight('forbid') || turned('ask') || turned('allow') || turned('shall') || bare,
			asked: straight('ask'),
			told: straight('do'),
		};
	}

	/** "Belongs behind a warning"; not "should go behind a warning". */
	#isHard(isMeant: (hit: Hit) => boolean): boolean {
		return this.all('shall').some(
			(hit) =>
				isMeant(hit) &&
				!this.#turned.has(hit) &&
				!this.all('ask').some(({ to }) => to === hit.from - 1),
		);
	}

	#turn(): void {
		for (const concept of TURNED) {
			for (const hit of this.all(concept)) {
				const not = this.#notFor(hit);
				if (!not) continue;
				this.#turned.add(hit);
				this.#spent.add(not);
			}
		}
	}

	#limit(): void {
		for (const hit of this.all('allow')) {
			const isLimited = this.all('only').some(
				(only) =>
					only.clause === hit.clause &&
					Math.max(only.from - hit.to, hit.from - only.to) <= BESIDE * this.#scale,
			);
			if (isLimited && !this.#turned.has(hit)) this.#limited.add(hit);
		}
	}

	#notFor(hit: Hit): Hit | undefined {
		const far = hit.concept === 'allow' ? FAR : REACH;
		return this.all('not').find(
			(not) =>
				not.clause === hit.clause &&
				((not.to < hit.from && hit.from - not.to <= far) ||
					(MAY.has(hit.concept) && not.from > hit.to && not.from - hit.to <= 1)),
		);
	}
}

const NONE: readonly Hit[] = [];

/** "must not", "dürfen nicht", "ne doivent pas": what follows turns these around. */
const MAY: ReadonlySet<string> = new Set(['allow', 'shall', 'must']);
