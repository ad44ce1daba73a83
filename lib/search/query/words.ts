import { foldName } from '../terms/name';
import { scanAddress } from '../terms/post';
import { Scanner } from '../terms/scan';
import { EXTRA, type Kind, TAIL } from '../terms/term';
import type { Element } from './query';

type Found = { term: string; kind: Kind; start: number; end: number };

/** `@alice@chaos.example`, `@alice.example`: handles that no text scan finds whole. */
const LONG_HANDLE = /^@[\p{L}\p{N}_-]+(?:[.@][\p{L}\p{N}_-]+)+/u;
const ADDRESS = /^(?:https?:\/\/|(?:[a-z\d-]+\.)+[a-z]{2,}\/)/i;

function scanned(scan: (scanner: Scanner) => void): Found[] {
	const found: Found[] = [];
	scan(
		new Scanner({
			term(term) {
				found.push({ term: String(term), kind: term.kind, start: term.start, end: term.end });
			},
		}),
	);
	return found;
}

/**
 * What a word, typed without spaces, asks for: a tag or handle exactly; otherwise its terms side by side (a word
 * with an apostrophe is one term). `prefix`: it is the beginning of a word.
 */
export function wordSequence(word: string, prefix: boolean): Element[] {
	const handle = LONG_HANDLE.exec(word);
	if (handle) return [element(`@${foldName(handle[0].slice(1))}`, prefix)];
	const address = ADDRESS.test(word);
	const found = scanned((scanner) => {
		if (address) scanAddress(word.replace(/^(?:https?:\/\/)?(?:www\.)?/i, ''), scanner);
		else scanner.scan(word);
	});
	const whole = found.find(
		({ kind, start, end }) =>
			kind === EXTRA && found.every((other) => other.start >= start && other.end <= end),
	);
	return whole ? [element(whole.term, prefix)] : sequenceOf(found, prefix);
}

/** What a quoted phrase asks for: its terms side by side, the last one as a beginning with `prefix`. */
export function phraseSequence(phrase: string, prefix: boolean): Element[] {
	return sequenceOf(
		scanned((scanner) => scanner.scan(phrase)),
		prefix,
	);
}

function sequenceOf(found: readonly Found[], prefix: boolean): Element[] {
	const terms = found.filter(({ kind }) => kind !== EXTRA);
	const last = terms.at(-1);
	if (last?.kind === TAIL) {
		// The sign at the end may go on in the text: its pair with the one before it says enough.
		const before = terms.at(-2);
		const paired = before && before.kind !== TAIL && before.end === last.end;
		const rest = terms.slice(0, -1).map(({ term }) => element(term, false));
		return paired ? rest : [...rest, { term: last.term, prefix: true, sign: true }];
	}
	return terms.map(({ term }, i) => element(term, prefix && i === terms.length - 1));
}

function element(term: string, prefix: boolean): Element {
	return prefix ? { term, prefix } : { term };
}
