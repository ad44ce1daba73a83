import type { OperatorKind } from '../model';

/** "not run by": what stands before the words, and whom they deny. */
type Denial = { before: string; denied: string };

/** How five languages say that somebody does not run a place. */
const DENIED = new RegExp(
	[
		"(?<![\\p{L}\\d])(?:not|never|no longer|isn[’']t|aren[’']t)(?: \\p{L}+)? (?:run|operated|owned|administered|managed)(?: (?:and|or) \\p{L}+)? by(?![\\p{L}\\d])",
		"(?<![\\p{L}\\d])(?:is|are|we[’']re|it[’']s) (?:not|no longer) (?=(?:an?|any) )",
		'(?<![\\p{L}\\d])(?:nicht|nie|nicht mehr) (?:mehr )?(?:von|vom|durch)(?![\\p{L}\\d])',
		'(?<![\\p{L}\\d])(?:wird|ist|sind) (?=kein\\p{L}* )',
		'(?<![\\p{L}\\d])(?:niet|nooit|niet meer) (?:meer )?(?:beheerd|gerund|aangeboden|geëxploiteerd|onderhouden) door(?![\\p{L}\\d])',
		'(?<![\\p{L}\\d])(?:is|zijn) (?=geen )',
		'(?<![\\p{L}\\d])(?:pas|plus|jamais) (?:gérée?s?|opérée?s?|administrée?s?|éditée?s?|exploitée?s?) par(?![\\p{L}\\d])',
		"(?<![\\p{L}\\d])(?:n[’']est|ne sommes) pas (?=une? )",
		'(?<![\\p{L}\\d])(?:no|nunca|ya no) (?:está|es) (?:gestionad[oa]|operad[oa]|administrad[oa]) por(?![\\p{L}\\d])',
		'(?<![\\p{L}\\d])no (?:es|somos) (?=una? )',
	].join('|'),
	'giu',
);
const CLAUSE = /[;:,.–—](?:\s|$)|\s(?:but|instead|sondern|maar|mais|sino)\s/u;

export function denialsIn(sentences: readonly string[]): Denial[] {
	return sentences.flatMap((text) =>
		[...text.matchAll(DENIED)].map((match) => {
			const rest = text.slice(match.index + match[0].length);
			return { before: text.slice(0, match.index), denied: rest.split(CLAUSE)[0] ?? '' };
		}),
	);
}

/** What each kind of body is called when it has no name; whoever denies a non-profit denies all that are one. */
const NOT_FOR_PROFIT =
	'non-?profit|not-for-profit|charity|gemeinnützig|zonder winstoogmerk|but non lucratif|sin ánimo de lucro';
const NOUNS: Readonly<Partial<Record<OperatorKind, string>>> = {
	foundation: `foundation|stichting|stiftung|fondation|fundaci|${NOT_FOR_PROFIT}`,
	association: `association|verein|vereniging|asociaci|${NOT_FOR_PROFIT}`,
	cooperative: `co-?op|genossenschaft|coöperatie|coopérative`,
	nonProfitCompany: NOT_FOR_PROFIT,
	company: 'company|corporation|business|firma|unternehmen|bedrijf|entreprise|société|empresa',
};

const SOME = /^\s*(?:an?|any|ein\p{L}*|kein\p{L}*|een|geen|une?|una?|ningun\p{L}*)\s/iu;

/** Whether words speak of any body of that kind, without naming one. */
export function isOfKind(words: string, kind: OperatorKind): boolean {
	const nouns = NOUNS[kind];
	return nouns !== undefined && SOME.test(words) && new RegExp(`(?:${nouns})`, 'iu').test(words);
}
