import type { Limits, Server } from '../../model';
import { ask } from '../http';
import type { Io } from '../io';
import { line, record, text } from '../json';
import { NetworkProblem } from '../problem';
import { canOpenWindow } from './client';
import { ATPROTO } from './decode/border';
import { type Description, describeServer } from './describe';
import { FEATURES } from './features';
import { readAuthority } from './metadata';

/** What only the adapter reads back of `server.traits`: `domain` is what its own people's names end with. */
type Kept = { did: string; domain?: string };

const MOST_PICTURE = 2_000_000;
const MOST_VIDEO = 300_000_000;

/** The server at `origin`; undefined when what answers there is none of this network. */
export async function look(origin: string, io: Io): Promise<Server | undefined> {
	const description = await describeServer(origin, io);
	if (!description) return undefined;
	const version = await versionOf(origin, io);
	// Nobody is asked for what could not be used.
	const windows = canOpenWindow(origin) && (await hasAuthority(origin, io));
	return readServer(origin, { description, version, windows }, io.now());
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
	seen: { description: Description; version: string; windows: boolean },
	now: number,
): Server {
	const { description, version, windows } = seen;
	const { did, domains, invitation, links, email, blobs } = description;
	const { host } = new URL(origin);
	const [domain] = domains;
	const kept: Kept = { did, ...(domain === undefined ? {} : { domain }) };
	return {
		host,
		origin,
		network: ATPROTO,
		software: { name: 'pds', version },
		title: host,
		languages: [],
		links,
		registrations: {
			open: domains.length > 0,
			approval: false,
			url: `${origin}/`,
			...(invitation ? { invitation } : {}),
		},
		signIn: windows ? ['window', 'password'] : ['password'],
		counting: 'graphemes',
		limits: limitsOf(blobs),
		features: FEATURES,
		traits: kept,
		readAt: now,
		...(email === undefined ? {} : { contact: { email } }),
	};
}

/** Of app.bsky.feed.post and its embeds; a server may take smaller files. 3000 bytes are never met before 300. */
function limitsOf(blobs = MOST_VIDEO): Limits {
	return {
		characters: 300,
		media: 4,
		imageBytes: Math.min(blobs, MOST_PICTURE),
		videoBytes: Math.min(blobs, MOST_VIDEO),
	};
}

/** Where it cannot be found out now, a password made for the app is left. */
async function hasAuthority(origin: string, io: Io): Promise<boolean> {
	try {
		return (await readAuthority(origin, io)) !== undefined;
	} catch (problem) {
		if (!(problem instanceof NetworkProblem) || problem.kind === 'cancelled') throw problem;
		return false;
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
