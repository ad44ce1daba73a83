import { learn, SPECIAL, specialOf, table } from './characters';
import { scanName } from './name';
import { scanSigns } from './signs';
import { EXTRA, type Kind, MAIN, type Source, Term } from './term';
import { endsWord, scanWord } from './word';

/** Called once per term, which is valid until the call returns. */
export type Sink = { term(term: Term): void };

/** Longer digits and longer mixtures of letters and digits in the path of a link are ids, not words. */
const LONGEST_CODE = 4;
const LONGEST_PATH_WORD = 24;

export class Scanner implements Source {
	readonly term = new Term();
	text = '';
	from = 0;
	to = 0;
	path = false;
	readonly #sink: Sink;

	constructor(sink: Sink) {
		this.#sink = sink;
	}

	/**
	 * Hands every term of text[from, to) to the sink: folded words, pairs of signs for scripts without spaces,
	 * emoji, tags and handles. With `path` the stretch is the path of a link: there are no tags in it, and the
	 * random ids, which would make up most of the dictionary, are left out.
	 */
	scan(text: string, from = 0, to = text.length, path = false): void {
		this.text = text;
		this.from = from;
		this.to = to;
		this.path = path;
		let at = from;
		while (at < to) {
			const unit = text.charCodeAt(at);
			const value = table[unit] || learn(unit);
			if (value > SPECIAL) at = scanWord(this, at);
			else at = value === SPECIAL ? this.#special(at) : at + 1;
		}
	}

	emit(kind: Kind, start: number, end: number): void {
		const { term } = this;
		if (term.length === 0 || (this.path && isId(term))) return;
		term.kind = kind;
		term.start = start;
		term.end = end;
		this.#sink.term(term);
	}

	/** Hands over a term that stands in no text. */
	emitExtra(term: string): void {
		this.path = false;
		this.term.setText(term);
		this.emit(EXTRA, 0, 0);
	}

	#special(at: number): number {
		const codePoint = this.text.codePointAt(at) ?? 0;
		const next = at + (codePoint > 0xffff ? 2 : 1);
		const special = specialOf(codePoint);
		switch (special?.type) {
			case 'word':
				return scanWord(this, at);
			case 'sign':
				return scanSigns(this, at);
			case 'emoji':
				return this.#picture(at, next);
			case 'flag':
				return this.#picture(at, this.#isFlag(next) ? next + 2 : next);
			case 'sigil':
				if (!this.path && !endsWord(this, at)) scanName(this, at, special.unit);
				return next;
			default:
				return next;
		}
	}

	#isFlag(at: number): boolean {
		return at < this.to && specialOf(this.text.codePointAt(at) ?? 0)?.type === 'flag';
	}

	#picture(start: number, end: number): number {
		this.term.setText(this.text.slice(start, end));
		this.emit(MAIN, start, end);
		return end;
	}
}

function isId({ units, length }: Term): boolean {
	let digits = false;
	for (let i = 0; i < length; i++) {
		const unit = units[i] ?? 0;
		digits ||= unit >= 0x30 && unit <= 0x39;
	}
	return length > (digits ? LONGEST_CODE : LONGEST_PATH_WORD);
}
