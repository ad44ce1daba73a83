import type { Content, Reading, Remedy, Venue, Verdict } from '../model';
import { lettersIn, marksIn, wordsOf } from '../text';
import type { Norm } from './norm';
import { of, type ReadingOf, readings, sourceOf } from './readings';
import { isNew } from './writing';

type Said = Omit<Verdict, 'norm'>;
type Rule = ReadingOf<'attribution'>;

/** Who made it, and whom it serves. No machine can tell: the person ticks that they kept the rule, and nothing is guessed. */
export const attribution: Norm = {
	id: 'attribution',
	check: (content, venue) => attributionSaid(content, venue, readings(venue)),
};

/** The same by rules that were read already. */
export function attributionSaid(content: Content, venue: Venue, all: readonly Reading[]): Said[] {
	if (!isNew(venue.kind) || venue.kind === 'repost') return [];
	return of(all, 'attribution').flatMap((rule) => {
		// What is brought names whose it is, and by whom it is linked to.
		if (rule.says === 'promotion' && venue.origin === 'brought') return [];
		const weight = weightOf(rule, content, venue);
		if (!weight || isTagged(rule, content.text)) return [];
		return [
			{
				verdict: weight,
				by: 'rule' as const,
				override: 'followed' as const,
				reason: { key: REASONS[rule.says], parameters: { host: venue.host } },
				source: sourceOf(rule, venue),
				remedies: remedies(rule),
			},
		];
	});
}

const REASONS = {
	ai: 'normMadeAi',
	credit: 'normMadeCredit',
	promotion: 'normMadePromotion',
} as const;

/**
 * Asked where there is something that the rule may be about: pictures, or what looks like advertising. Of words alone only a rule that names
 * words has anything to say; it is shown, and let go when typed. To be asked with every post is to be asked nothing.
 */
function weightOf(
	{ says, sentence }: Rule,
	{ text, media = [] }: Content,
	venue: Venue,
): 'ask' | 'cannot-tell' | undefined {
	if (says === 'promotion') return isPromoting(text, venue) ? 'ask' : undefined;
	if (media.length > 0) return 'ask';
	return says === 'ai' && text.trim() !== '' && WORDS.test(sentence) ? 'cannot-tell' : undefined;
}

/**
 * It leads somewhere, and says nothing else, what things cost, or what it said before. A link to what somebody made is
 * what most posts are about.
 */
function isPromoting(text: string, { linked = [] }: Venue): boolean {
	const links = marksIn(text).flatMap((mark) => (mark.type === 'link' ? [mark.href] : []));
	if (links.length === 0) return false;
	if (lettersIn(wordsOf(text)) === 0 || links.some((href) => linked.includes(href))) return true;
	return SELLING.test(text);
}

/** Prices, shops and what is said of them, in the languages that rules are read in; links that pay whoever set them. */
const SELLING =
	/[$€£¥] ?\d|\d ?(?:[€£¥]|eur|usd|円|% off)|[?&]aff\w*=|amazon\.\S+[?&]tag=|(?<!\p{L})(?:amzn\.to|etsy|gumroad|discount|coupon|promo ?code|code promo|(?:for|on) sale|(?:buy|order) now|pre-?order|giveaway|shop(?!\p{L})|rabatt|gutschein|jetzt (?:kauf|bestell)|en vent[ea]|boutique|descuento|oferta|tienda)|割引|セール|クーポン|通販/iu;

/** Words that a machine wrote, in the languages that rules are read in. */
const WORDS =
	/(?<!\p{L}|alt[- ]?)(?:texts?|writings?|written|prose|llms?|chat ?gpt|language models?|text[ea]n?|geschrieben\p{L}*|sprachmodell\p{L}*|textos?|escrit[oa]s?|textes?|écrit[es]*)(?!\p{L})|文章|テキスト/iu;

/** It says so in the way that the rule names. */
function isTagged({ tag }: Rule, text: string): boolean {
	if (tag === undefined) return false;
	const wanted = bare(tag);
	return marksIn(text).some((mark) => mark.type === 'tag' && bare(mark.tag) === wanted);
}

function remedies({ tag }: Rule): Remedy[] {
	return tag === undefined ? [] : [{ do: 'addTag', tag: tag.replace(/^#/, '') }];
}

function bare(tag: string): string {
	return tag.replace(/^#/, '').toLowerCase();
}
