import type { Content, Reading, Remedy, Venue, Verdict } from '../model';
import type { Norm } from './norm';
import { of, readings, sourceOf } from './readings';
import { KNOWN_TAGS, ONE_WORD, TAG_WORDS } from './tag-words';
import { tags, tagsIn } from './tags';
import { isWriting } from './writing';

type Said = Omit<Verdict, 'norm'>;

/** Tags that screen readers can read: advice, which stops nothing. */
export const tagCase: Norm = {
	id: tags.id,
	check: (content, venue) => tagCaseSaid(content, venue, readings(venue)),
};

/** The same by rules that were read already. */
export function tagCaseSaid(content: Content, venue: Venue, all: readonly Reading[]): Said[] {
	if (!isWriting(venue.kind)) return [];
	const rule = of(all, 'links').find(({ says }) => says === 'camel-case');
	return run(tagsIn(content), content.language, rule, venue);
}

/** Words that were run together in small letters are read as one that nobody understands. */
function run(
	found: readonly string[],
	language: string | undefined,
	rule: Reading | undefined,
	venue: Venue,
): Said[] {
	const remedies = [...new Set(found)].flatMap((from): Remedy[] => {
		const to = inCapitals(from);
		return to === undefined ? [] : [{ do: 'writeTag', from, to }];
	});
	// Where a rule wants capitals, words that we do not know are said as well, without a remedy.
	const isUnknown = rule !== undefined && found.some((tag) => isRunTogether(tag, language));
	if (remedies.length === 0 && !isUnknown) return [];
	return [
		{
			verdict: 'advise',
			by: rule ? 'rule' : 'custom',
			about: 'text',
			reason: { key: 'normTagsCase' },
			...(remedies.length > 0 ? { remedies } : {}),
			...(rule ? { source: sourceOf(rule, venue) } : {}),
		},
	];
}

/** In these one word is as long as three of other languages. */
const LONG_WORDED: ReadonlySet<string> = new Set('de nl sv da no nb nn fi et hu is'.split(' '));
/** Hardly a word of the others has as many letters. */
const RUN_TOGETHER = 16;

function isRunTogether(tag: string, language = ''): boolean {
	if (!SMALL.test(tag) || tag.length < RUN_TOGETHER || ONE_WORD.has(tag)) return false;
	return !LONG_WORDED.has(language.split('-')[0] ?? '');
}

const SMALL = /^\p{Ll}+$/u;
const LONGEST = 40;

/** A tag of several words with a capital for each; undefined where it is one word, or where that is not sure. */
export function inCapitals(tag: string): string | undefined {
	if (!SMALL.test(tag) || tag.length > LONGEST) return undefined;
	if (TAG_WORDS.has(tag) || ONE_WORD.has(tag)) return undefined;
	const known = KNOWN_TAGS.get(tag);
	if (known !== undefined) return known;
	const ways = partings(tag);
	const [words] = ways;
	if (words === undefined || ways.length > 1) return undefined;
	return words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
}

/** Every way to read a tag as words of the list, from its end; more than one is doubt, and no more are looked for. */
function partings(tag: string): readonly (readonly string[])[] {
	const ways: (readonly (readonly string[])[])[] = [];
	ways[tag.length] = [[]];
	for (let start = tag.length - 1; start >= 0; start -= 1) {
		const here: (readonly string[])[] = [];
		for (let end = start + 1; end <= tag.length && here.length < 2; end += 1) {
			const word = tag.slice(start, end);
			if (!TAG_WORDS.has(word)) continue;
			for (const rest of ways[end] ?? []) here.push([word, ...rest]);
		}
		ways[start] = here.slice(0, 2);
	}
	return ways[0] ?? [];
}
