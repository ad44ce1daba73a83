import type { Charter, Evidence, Finding, Server } from '../model';
import type { Paper } from '../networks';
import { countryOf } from './country';
import { ifItFailsOf, wayOutOf } from './leaving';
import { accountsOf, fundingOf } from './money';
import { operatorOf } from './operator';
import type { Said } from './said';
import { quoteOf, type Sentence, sentencesOf } from './sentences';
import { softwareNamed } from './software';

/** A paper as sentences. */
type Read = { paper: Paper; sentences: readonly Sentence[] };

/**
 * The charter of a server by its own words and by what its program is known for: each finding with the words that
 * say so. What is not said is absent, also where it could be guessed. `on` is today: `2026-11-22`.
 */
export function charterOf(server: Server, papers: readonly Paper[], on: string): Charter {
	const read: Read[] = papers
		.filter(({ kind }) => kind !== 'rules')
		.map((paper) => ({ paper, sentences: sentencesOf(paper.text) }));
	const find = <T, S extends Said<T> = Said<T>>(
		look: (sentences: readonly Sentence[]) => S | undefined,
	) => finding<T, S>(read, look, on);
	const operator = find((sentences) => operatorOf(sentences, server));
	const said = operator?.said.sentence;
	const words = <T>(found: { said: Said<T>; evidence: Evidence } | undefined) =>
		found && { value: found.evidence.quote, evidence: [found.evidence] };
	return present({
		host: server.host,
		readAt: server.readAt,
		...ownFields(server, papers, on),
		operator: asFinding(operator),
		country: asCountry(find((sentences) => countryOf(sentences, said))),
		funding: words(find(fundingOf)),
		accounts: asFinding(find(accountsOf)),
		wayOut: words(find(wayOutOf)) ?? wayOutOfProgram(server),
		ifItFails: words(find(ifItFailsOf)),
	});
}

/** Looks into all papers at once, so that two that disagree are seen; the evidence is the paper that says it. */
function finding<T, S extends Said<T>>(
	read: readonly Read[],
	look: (sentences: readonly Sentence[]) => S | undefined,
	on: string,
): { said: S; evidence: Evidence } | undefined {
	const said = look(read.flatMap(({ sentences }) => sentences));
	const paper = read.find(({ sentences }) => sentences.some(({ text }) => text === said?.sentence));
	if (!said || !paper) return undefined;
	const quote = quoteOf(said.sentence, said.at);
	return { said, evidence: { url: paper.paper.url, quote, on, self: true } };
}

function asFinding<T>(
	found: { said: Said<T>; evidence: Evidence } | undefined,
): Finding<T> | undefined {
	return found && { value: found.said.value, evidence: [found.evidence] };
}

function asCountry(
	found: { said: Said<string> & { seat?: true }; evidence: Evidence } | undefined,
): Charter['country'] {
	const country = asFinding(found);
	return country && found?.said.seat ? { ...country, seat: true } : country;
}

/** What the server tells programs of itself. */
function ownFields(server: Server, papers: readonly Paper[], on: string) {
	const { links, origin, languages, rules, contact } = server;
	const page = links.about ?? `${origin}/`;
	const own = (quote: string, url = page): Evidence[] => [
		{ url, quote: quoteOf(quote), on, self: true },
	];
	const linked = (kind: Paper['kind'], link: string | undefined): Charter['terms'] => {
		const paper = papers.find((one) => one.kind === kind);
		if (paper) {
			const { url, text } = paper;
			return { value: url, evidence: own(firstLine(text) ?? url, url) };
		}
		// All that is known is what the server links to.
		return link === undefined ? undefined : { value: link, evidence: own(link), unread: true };
	};
	const reach = contact?.email ?? contact?.account?.url;
	return {
		languages:
			languages.length > 0 ? { value: languages, evidence: own(languages.join(', ')) } : undefined,
		rules: rules?.length ? { value: rules, evidence: own(rules[0]?.text ?? '') } : undefined,
		terms: linked('terms', links.terms),
		privacy: linked('privacy', links.privacy),
		contact: reach ? { value: reach, evidence: own(reach) } : undefined,
		software: softwareOf(server, page, on),
	};
}

function firstLine(text: string | undefined): string | undefined {
	return text?.split('\n').find((line) => line.trim() !== '');
}

/** What it runs is its own word; that this is open is the word of those who publish it. */
function softwareOf({ software }: Server, url: string, on: string): Charter['software'] {
	const program = softwareNamed(software.name)?.program;
	if (!program) return undefined;
	const { name, open, source, licence } = program;
	const quote = quoteOf(`${software.name} ${software.version}`.trim());
	return { value: { name, open, source }, evidence: [{ url, quote, on, self: true }, licence] };
}

/** From a place that talks to no other, nobody can move to another. */
function wayOutOfProgram({ software, closed }: Server): Charter['wayOut'] {
	const way = closed ? undefined : softwareNamed(software.name)?.wayOut;
	return way && { value: way.quote, evidence: [way] };
}

/** The same without the absent fields. */
function present(fields: { [K in keyof Charter]: Charter[K] | undefined }): Charter {
	return Object.fromEntries(
		Object.entries(fields).filter(([, value]) => value !== undefined),
	) as Charter;
}
