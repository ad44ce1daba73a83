import type { Said } from './said';
import type { Sentence } from './sentences';

/** Where money comes from. */
const SOURCE =
	/(?<![\p{L}\d])(?:donations?|donors?|crowdfund\p{L}*|membership fees?|members?[’']? fees?|subscriptions?|grants?|sponsors?|advertis\p{L}+|Patreon|Open ?Collective|Liberapay|Ko-?fi|GitHub Sponsors|Steady|Spenden?|Mitgliedsbeitr\p{L}+|Fördermittel\p{L}*|donaties|giften|contributie|lidmaatschap\p{L}*|subsidies?|dons|cotisations?|subventions?|adhésions?|donaciones|cuotas|venture capital)(?![\p{L}\d])/giu;
/** That it pays for this place. */
const PAYS =
	/(?<![\p{L}\d])(?:fund(?:s|ed|ing)?|financ\p{L}+|pa(?:y|ys|id) for|covers?|covered|keeps? (?:this|the|us)|keeping|liv(?:e|es) |runs? on|rel(?:y|ies) on|sustain\p{L}*|maintained by|supported (?:by|through|via)|support us|help (?:us )?(?:pay|cover)|crowdfunded|finanzier\p{L}+|getragen|gedeckt|unterstütz\p{L}*|bekostigd|gefinancierd|betaal\p{L}*|steun\p{L}*|finance\p{L}*|soutenez|soutenu\p{L}*|vit de|financia\p{L}*|sostien\p{L}*|mantien\p{L}*)|\d\s?[%€$£]|[€$£]\s?\d/iu;
const NEGATED =
	/(?<![\p{L}\d])(?:no|not|never|don[’']t|doesn[’']t|without|refuse|nicht|kein\p{L}*|ohne|niet|geen|zonder|pas d[e’']|aucun\p{L}*|sans|ningun\p{L}*|sin|no (?:aceptamos|pedimos))(?![\p{L}\d])/iu;
/** Somebody else’s money. */
const ELSEWHERE =
	/(?<![\p{L}\d])(?:charity of your choice|Red Cross|refugees?|developers?|development of|Entwickl\p{L}+|développement|upstream|your (?:own )?(?:Patreon|donations?)|users? may|fundrais\p{L}+ posts?|post(?:s|ing)?|solicit\p{L}*|advertising (?:is|are)|spam|rules?|allowed|prohibited|erlaubt|verboten)(?![\p{L}\d])/iu;

/** Who pays, where a sentence says so of this place: the sentence itself. */
export function fundingOf(sentences: readonly Sentence[]): Said<true> | undefined {
	for (const { text } of sentences) {
		const sources = [...text.matchAll(SOURCE)];
		const [first] = sources;
		if (!first || ELSEWHERE.test(text) || NEGATED.test(text.slice(0, first.index))) continue;
		if (PAYS.test(text)) return { value: true, sentence: text, at: first.index };
	}
	return undefined;
}

const ADDRESS = /(?:https:\/\/)?(?:[\p{L}\d-]+\.)+\p{L}{2,}(?:\/[^\s<>"“”(),;]*)?/gu;
const COLLECTIVE = /^opencollective\.com\/(?!search|discover|help|pricing)[\w-]+/iu;
const REPORT =
	/(?<![\p{L}\d])(?:transparency report|financial report|annual (?:accounts|report)|accounts are published|balance sheet|Transparenzbericht|Jahresabschluss|Finanzbericht|Rechenschaftsbericht|Kassenbericht|jaarverslag|jaarrekening|financieel verslag|rapport (?:financier|de transparence|annuel)|bilan financier|comptes annuels|informe (?:financiero|anual|de transparencia)|cuentas anuales)/iu;

/** Where what came in and went out is published: an address that a sentence names as that. */
export function accountsOf(sentences: readonly Sentence[]): Said<string> | undefined {
	for (const { text } of sentences) {
		if (ELSEWHERE.test(text)) continue;
		for (const match of text.matchAll(ADDRESS)) {
			const bare = match[0].replace(/^https:\/\//u, '').replace(/[.!?:]+$/u, '');
			const isReport = REPORT.test(text) && !NEGATED.test(text);
			if (!isReport && !COLLECTIVE.test(bare)) continue;
			const address = `https://${bare}`;
			if (URL.canParse(address)) return { value: address, sentence: text, at: match.index };
		}
	}
	return undefined;
}
