import { mayContact } from '../address';
import { ask } from '../http';
import type { Io } from '../io';
import { count, list, record, text } from '../json';
import { NetworkProblem } from '../problem';

/** https://nodeinfo.diaspora.software/protocol, as far as it is used. */
export type NodeInfo = {
	name: string;
	version: string;
	activeMonth?: number;
	/** The host that the document is on: another than was asked when people's names are on a host of their own. */
	origin: string;
};

const SCHEMA = /^https?:\/\/nodeinfo\.diaspora\.software\/ns\/schema\/2\.\d$/;
/** What must not end a search: the file is not there, is not meant for pages elsewhere, or is no JSON. */
const ABSENT = new Set([
	'missing',
	'unreachable',
	'broken',
	'forbidden',
	'refused',
	'ended',
	'unsafe',
	'elsewhere',
]);

/** Undefined where there is none, or where other pages may not read it (older Mastodon sends no CORS header). */
export async function readNodeInfo(origin: string, io: Io): Promise<NodeInfo | undefined> {
	const index = await ifThere(ask(io, { origin, path: '/.well-known/nodeinfo', follow: true }));
	if (!index) return undefined;
	const links = list(record(index.json)?.['links'], 10).map(record);
	const hrefs = links.flatMap((link) => {
		const href = text(link?.['href']);
		return SCHEMA.test(text(link?.['rel'])) && URL.canParse(href, index.url)
			? [new URL(href, index.url)]
			: [];
	});
	const href = hrefs.at(-1);
	if (!href || !mayContact(href, origin)) return undefined;
	const found = await ifThere(ask(io, { origin, url: href.href }));
	const json = record(found?.json);
	const software = record(json?.['software']);
	const name = text(software?.['name']).toLowerCase();
	if (!/^[\w.-]{1,60}$/.test(name)) return undefined;
	const users = record(record(json?.['usage'])?.['users']);
	const activeMonth = count(users?.['activeMonth']);
	return {
		name,
		version: text(software?.['version']).slice(0, 80),
		origin: href.origin,
		...(activeMonth === undefined ? {} : { activeMonth }),
	};
}

/** The answer, or undefined when it is not to be had; slow, busy and cancelled are still problems. */
export async function ifThere<T>(answer: Promise<T>): Promise<T | undefined> {
	try {
		return await answer;
	} catch (problem) {
		if (problem instanceof NetworkProblem && ABSENT.has(problem.kind)) return undefined;
		throw problem;
	}
}
