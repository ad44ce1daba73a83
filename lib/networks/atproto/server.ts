import type { Limits, Server } from '../../model';
import { htmlToText } from '../../text';
import { ask } from '../http';
import type { Io } from '../io';
import { line, record, text } from '../json';
import { NetworkProblem } from '../problem';
import { canOpenWindow } from './client';
import { ATPROTO } from './decode/border';
import { type Description, describeServer } from './describe';
import { FEATURES } from './features';
import { MOST_MEDIA, MOST_PICTURE, MOST_VIDEO } from './limits';
import { findAuthority, type NoAuthority } from './metadata';

/** What only the adapter reads back of `server.traits`: `domain` is what its own people's names end with. */
type Kept = { did: string; domain?: string };

/** Which program it is, nobody says: what is spoken there. */
const SOFTWARE = 'AT Protocol';
const TITLE = /<title[^<>]*>([^<>]{1,300})<\/title>/i;

/** The server at `origin`; undefined when what answers there is none of this network. */
export async function look(origin: string, io: Io): Promise<Server | undefined> {
	const description = await describeServer(origin, io);
	if (!description) return undefined;
	const version = await versionOf(origin, io);
	const title = await titleOf(origin, io);
	// Nobody is asked for what could not be used.
	const windows = canOpenWindow(origin) ? await windowAt(origin, io) : 'none';
	return readServer(origin, { description, version, title, windows }, io.now());
}

/** Reads a known server again. One that no longer speaks this protocol is `broken`. */
export async function refresh(
	{ origin, host }: Pick<Server, 'origin' | 'host'>,
	io: Io,
): Promise<Server> {
	const server = await look(origin, io);
	if (!server) throw new NetworkProblem('broken', host);
	return server;
}

export function keptOf({ traits }: Pick<Server, 'traits'>): Kept {
	const json = record(traits);
	const domain = text(json?.['domain']);
	return { did: text(json?.['did']), ...(domain ? { domain } : {}) };
}

function readServer(
	origin: string,
	seen: { description: Description; version: string; title: string; windows: Windows },
	now: number,
): Server {
	const { description, version, title, windows } = seen;
	const { did, domains, invitation, links, email, blobs } = description;
	const { host } = new URL(origin);
	const [domain] = domains;
	const kept: Kept = { did, ...(domain === undefined ? {} : { domain }) };
	return {
		host,
		origin,
		network: ATPROTO,
		software: { name: 'pds', version, shown: SOFTWARE },
		title,
		languages: [],
		links,
		registrations: {
			open: domains.length > 0,
			approval: false,
			url: `${origin}/`,
			...(invitation ? { invitation } : {}),
		},
		signIn: windows === 'open' ? ['window', 'password'] : ['password'],
		...(WITHOUT[windows] ? { noWindow: { key: WITHOUT[windows], parameters: { host } } } : {}),
		counting: 'graphemes',
		limits: limitsOf(blobs),
		features: FEATURES,
		traits: kept,
		readAt: now,
		...(email === undefined ? {} : { contact: { email } }),
	};
}

/** Of app.bsky.feed.post and its embeds; a server may take smaller files. */
function limitsOf(blobs = MOST_VIDEO): Limits {
	return {
		characters: 300,
		bytes: 3000,
		warningInText: true,
		publicOnly: true,
		media: MOST_MEDIA,
		imageBytes: Math.min(blobs, MOST_PICTURE),
		videoBytes: Math.min(blobs, MOST_VIDEO),
	};
}

type Windows = 'open' | 'unread' | NoAuthority;

/** What people are told where a page of the server's own is there, but not for us. */
const WITHOUT: Readonly<Partial<Record<Windows, string>>> = {
	untrusted: 'windowUntrusted',
	unfit: 'windowUnfit',
	unread: 'windowUnread',
};

/** Where it cannot be found out now, a password made for the app is left. */
async function windowAt(origin: string, io: Io): Promise<Windows> {
	try {
		const found = await findAuthority(origin, io);
		return typeof found === 'string' ? found : 'open';
	} catch (problem) {
		if (!(problem instanceof NetworkProblem) || problem.kind === 'cancelled') throw problem;
		return 'unread';
	}
}

/** Nothing depends on it: a server that hides it is a server still. */
async function versionOf(origin: string, io: Io): Promise<string> {
	try {
		const { json } = await ask(io, { origin, path: '/xrpc/_health', maxBytes: 4096 });
		return line(record(json)?.['version'], 60) ?? '';
	} catch (problem) {
		if (!(problem instanceof NetworkProblem) || problem.kind === 'cancelled') throw problem;
		return '';
	}
}

/** As its front page calls itself: no answer of the protocol has a name. Else its host. */
async function titleOf(origin: string, io: Io): Promise<string> {
	const { host } = new URL(origin);
	try {
		const url = `${origin}/`;
		const { text: page, headers } = await ask(io, { url, accept: 'text' });
		if (!/\bhtml\b/i.test(headers('content-type') ?? '')) return host;
		return line(htmlToText(TITLE.exec(page)?.[1] ?? ''), 80) ?? host;
	} catch (problem) {
		if (!(problem instanceof NetworkProblem) || problem.kind === 'cancelled') throw problem;
		return host;
	}
}
