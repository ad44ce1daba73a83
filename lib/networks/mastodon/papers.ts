import type { Rule, Server } from '../../model';
import { pageToText, plainText } from '../../text';
import { ask } from '../http';
import type { Io } from '../io';
import { record, text } from '../json';
import type { Paper } from '../network';
import { NetworkProblem } from '../problem';

/** Longer than any terms that were seen; of what is longer the beginning is kept. */
const LONGEST = 60_000;
const MOST_BYTES = 1024 * 1024;

/** Where each stands for programs, and where for people. https://docs.joinmastodon.org/methods/instance/ */
const PAPERS = [
	{ kind: 'description', path: '/api/v1/instance/extended_description', page: '/about' },
	{ kind: 'privacy', path: '/api/v1/instance/privacy_policy', page: '/privacy-policy' },
	{ kind: 'terms', path: '/api/v1/instance/terms_of_service', page: '/terms-of-service' },
] as const;

/**
 * What a server publishes of itself: what it says in its own description, its rules, and the longer texts where its
 * program has such. Asks the server's own origin alone. A text that is not there is left out; one that only did not
 * arrive rejects with the problem, so that nobody takes it for withdrawn.
 */
export async function papers(server: Server, io: Io): Promise<readonly Paper[]> {
	const found = await Promise.all(
		PAPERS.map(async ({ kind, path, page }): Promise<Paper[]> => {
			const said = await htmlAt(server.origin, path, 'content', io);
			return said ? [{ kind, url: new URL(page, server.origin).href, text: said }] : [];
		}),
	);
	const long = found.flat();
	return [...ownWords(server), ...(long.length > 0 ? long : await termsWithin(server, io))];
}

/** GoToSocial has no papers of their own: its terms stand in the description of the server. */
async function termsWithin({ origin }: Server, io: Io): Promise<Paper[]> {
	const said = await htmlAt(origin, '/api/v1/instance', 'terms', io);
	return said ? [{ kind: 'terms', url: `${origin}/about`, text: said }] : [];
}

/** What the description of the server itself holds. */
function ownWords({ origin, description, rules, links }: Server): Paper[] {
	const url = links.about ?? `${origin}/about`;
	return [
		...(description ? [{ kind: 'description', url, text: description } as const] : []),
		...(rules?.length
			? [{ kind: 'rules', url, text: rules.map(asText).join('\n\n') } as const]
			: []),
	];
}

function asText({ text: said, hint }: Rule): string {
	return hint ? `${said}\n${hint}` : said;
}

/** The words of one field of a document, which holds HTML; undefined when there is none. */
async function htmlAt(
	origin: string,
	path: string,
	field: 'content' | 'terms',
	io: Io,
): Promise<string | undefined> {
	try {
		const { json } = await ask(io, { origin, path, maxBytes: MOST_BYTES });
		return plainText(pageToText(text(record(json)?.[field])), LONGEST) || undefined;
	} catch (problem) {
		if (problem instanceof NetworkProblem && isAbsent(problem)) return undefined;
		throw problem;
	}
}

/** Programs without such a text say so by an error of their own, or with the page that they have for everything. */
function isAbsent({ kind, status = 500 }: NetworkProblem): boolean {
	return /^(missing|forbidden|refused|broken)$/.test(kind) && status < 500;
}
