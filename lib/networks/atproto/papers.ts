import type { Server } from '../../model';
import { pageToText, plainText } from '../../text';
import { ask } from '../http';
import type { Io } from '../io';
import type { Paper } from '../network';
import { NetworkProblem } from '../problem';

const LONGEST = 50_000;
const MOST_BYTES = 512 * 1024;

/**
 * What the server itself publishes: its front page, its terms, its privacy notice. What it only links to on other
 * hosts is not read: nobody asked for those hosts.
 */
export async function papers(server: Server, io: Io): Promise<readonly Paper[]> {
	const { origin, links } = server;
	const wanted: readonly [Paper['kind'], string | undefined][] = [
		['description', `${origin}/`],
		['terms', links.terms],
		['privacy', links.privacy],
	];
	const found: Paper[] = [];
	for (const [kind, url] of wanted) {
		if (url === undefined || new URL(url).origin !== origin) continue;
		const text = await textAt(url, io);
		if (text) found.push({ kind, url, text });
	}
	return found;
}

/**
 * A paper that cannot be read is not there; the others are. One that only did not arrive in time rejects, so that
 * nobody takes it for withdrawn. `unreachable` is what a page that is closed to web pages looks like.
 */
async function textAt(url: string, io: Io): Promise<string> {
	try {
		const { text, headers } = await ask(io, { url, accept: 'text', maxBytes: MOST_BYTES });
		const plain = /^text\/plain\b/i.test(headers('content-type') ?? '');
		return plainText(plain ? text : pageToText(text), LONGEST);
	} catch (problem) {
		if (!(problem instanceof NetworkProblem)) throw problem;
		if (/^(offline|cancelled|busy|slow)$/.test(problem.kind)) throw problem;
		return '';
	}
}
