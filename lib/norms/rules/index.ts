// Rules as readings: what each sentence of a community asks for, by words alone, in time that grows with the text alone.
// What is not understood is conduct: shown, never guessed. The person's own reading of a sentence comes first.
import type { Correction, Reading, Rule } from '../../model';
import type { Meaning } from './classes/meaning';
import { meaningAs, understood } from './read';
import { lengthOf, MOST, measured, type Sentence, sentencesOf } from './sentences';
import { without } from './spared';

const known = new WeakMap<readonly Rule[], readonly Reading[]>();

/**
 * What the rules say, sentence by sentence and in their order; a sentence may say several things, and one that is not
 * understood is `conduct`. Remembered as long as the list lives. It takes the words of five languages, so pages do it
 * when a server was read, and what goes by itself is judged by what they found (`ServerRow.readings`).
 */
export function readRules(rules: readonly Rule[]): readonly Reading[] {
	const readings = known.get(rules) ?? readAll(rules);
	known.set(rules, readings);
	return readings;
}

/**
 * A sentence read as the person says: what it says of that class, in its own words as far as they are understood.
 * `ours` are the readings of the rules it stands in.
 */
export function readAs(
	sentence: Sentence,
	about: Correction['class'],
	ours: readonly Reading[],
): readonly Reading[] {
	// What was read of that class knows more than the class alone.
	const same = ours.filter((one) => one.sentence === sentence.text && one.class === about);
	if (same.length > 0) return same.map((one) => ({ ...one, by: 'person' }));
	const meaning =
		about === 'none' ? { class: 'conduct' as const } : meaningAs(sentence.text, about);
	return [reading(sentence, meaning, 'person')];
}

/** Rules that were not read, because there is too much of them: they are shown, and said to be unread. */
export function unread(rules: readonly Rule[]): readonly Rule[] {
	return measured(rules).unread;
}

function readAll(rules: readonly Rule[]): readonly Reading[] {
	let left = MOST;
	return measured(rules).readable.flatMap((rule) => {
		const own = readingsOf(sentencesOf(rule));
		if (own.some(isUnderstood)) return own;
		// In a language that we do not read: what it says in another.
		for (const translation of rule.translations ?? []) {
			left -= lengthOf(translation);
			if (left < 0) break;
			const other = readingsOf(sentencesOf({ ...translation, id: rule.id }));
			if (other.some(isUnderstood)) return other;
		}
		return own;
	});
}

function readingsOf(sentences: readonly Sentence[]): readonly Reading[] {
	let found: Reading[] = [];
	for (const sentence of sentences) {
		const { meanings, spares } = understood(sentence.text, found);
		if (spares.length > 0) found = without(found, spares);
		const all: readonly Meaning[] = meanings.length > 0 ? meanings : [{ class: 'conduct' }];
		for (const meaning of all) found.push(reading(sentence, meaning, 'machine'));
	}
	return found;
}

function isUnderstood({ class: about }: Reading): boolean {
	return about !== 'conduct';
}

function reading({ text, rule }: Sentence, meaning: Meaning, by: Reading['by']): Reading {
	return { rule, sentence: text, by, ...meaning };
}
