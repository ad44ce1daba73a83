import type { Content, Reading, Venue, Verdict } from '../model';
import { marksIn } from '../text';
import type { Norm } from './norm';
import { of, readings, sourceOf } from './readings';
import { isWriting } from './writing';

type Said = Omit<Verdict, 'norm'>;
type Many = Extract<Reading, { class: 'links'; says: 'many-tags' }>;

const MOST_TAGS = 5;
/** Of the words; a short text may well have one or two. */
const MOST_SHARE = 0.3;
const FEW_TAGS = 3;

/** Not too many tags; how they are written is advice (`tag-case.ts`). */
export const tags: Norm = {
	id: 'tags',
	check: (content, venue) => tagsSaid(content, venue, readings(venue)),
};

/** The same by rules that were read already. */
export function tagsSaid(content: Content, venue: Venue, all: readonly Reading[]): Said[] {
	if (!isWriting(venue.kind)) return [];
	const found = tagsIn(content);
	if (found.length === 0) return [];
	const rules = of(all, 'links').filter((one) => one.says === 'many-tags');
	return tooMany(content.text, found, rules, venue);
}

export function tagsIn({ text }: Pick<Content, 'text'>): string[] {
	if (!/[#＃]/.test(text)) return [];
	return marksIn(text).flatMap((mark) => (mark.type === 'tag' ? [mark.tag] : []));
}

function tooMany(
	text: string,
	found: readonly string[],
	rules: readonly Many[],
	venue: Venue,
): Said[] {
	const count = found.length;
	const [strict] = rules
		.filter(({ most }) => most !== undefined && count > most)
		.sort((a, b) => (a.most ?? 0) - (b.most ?? 0));
	if (strict) {
		const parameters = { host: venue.host, most: strict.most ?? 0, count };
		const reason = { key: 'normTagsMost', parameters };
		return [asked(reason, strict, venue)];
	}
	// A limit that says its number leaves the rest to custom.
	const rule = rules.find(({ most }) => most === undefined);
	const words = text.split(/\s+/).filter((one) => one !== '').length;
	const few = rule ? FEW_TAGS - 1 : FEW_TAGS;
	if (count <= MOST_TAGS && (count <= few || count <= words * MOST_SHARE)) return [];
	const reason = { key: 'normTagsMany', parameters: { count } };
	return rule
		? [asked(reason, rule, venue)]
		: [{ verdict: 'advise', by: 'custom', about: 'text', reason }];
}

function asked(reason: Said['reason'], rule: Reading, venue: Venue): Said {
	const source = sourceOf(rule, venue);
	return { verdict: 'ask', by: 'rule', about: 'text', reason, override: 'goOn', source };
}
