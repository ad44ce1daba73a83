import { mayContact, reach } from '../address';
import { ask } from '../http';
import type { Io } from '../io';
import { each, record, text } from '../json';
import { NetworkProblem } from '../problem';
import { isHandle } from './names';
import { plcDirectory } from './settings';

/** What an account's document says (https://atproto.com/specs/did#did-documents), as far as it may be believed. */
export type DidDocument = {
	did: string;
	/** Handles that the account claims, best first; none of them is checked yet. */
	handles: readonly string[];
	/** Origins by the id of the service, without `#`; whether they may be contacted is not said. */
	services: ReadonlyMap<string, string>;
	/** The origin that keeps the document. */
	from: string;
};

const MOST_BYTES = 64 * 1024;
const MOST = 32;
/** Kinds that say nothing of the account asked for. */
const SILENT = new Set(['unreachable', 'slow', 'busy', 'broken', 'refused']);

/**
 * The origin of the server that keeps the account, as far as it may be contacted: on this machine only for a server
 * of this machine (`home`), or where the document is kept here too.
 */
export function pdsOf({ services, from }: DidDocument, home?: string): string | undefined {
	const origin = services.get('atproto_pds');
	if (origin === undefined) return undefined;
	const url = new URL(origin);
	return mayContact(url, home) || mayContact(url, from) ? origin : undefined;
}

/**
 * Reads the document of a DID: of `did:plc` at the directory, of `did:web` at its own host. `home` is the server on
 * whose word it is asked for; absent when a person typed it. Throws `missing` when there is none, and otherwise as
 * `ask` does.
 */
export async function readDid(did: string, home: string | undefined, io: Io): Promise<DidDocument> {
	const url = addressOfDid(did);
	const isListed = did.startsWith('did:plc:');
	const { json } = await ask(io, {
		url: url.href,
		// The directory is this program's own choice, whoever names the account.
		origin: isListed ? url.origin : (home ?? url.origin),
		maxBytes: MOST_BYTES,
		headers: { accept: 'application/did+ld+json, application/json' },
	}).catch((problem: unknown) => {
		throw isListed ? directorySilent(problem) : problem;
	});
	const document = record(json);
	if (document?.['id'] !== did) throw new NetworkProblem('broken', url.host);
	const handles = each(document['alsoKnownAs'], MOST, (one) => {
		const handle = /^at:\/\/([^/]+)$/.exec(text(one))?.[1]?.toLowerCase();
		return handle !== undefined && isHandle(handle) ? handle : undefined;
	});
	const services = each(document['service'], MOST, (one) => serviceOf(one, did));
	return {
		did,
		handles: handles ?? [],
		services: new Map(services?.toReversed()),
		from: url.origin,
	};
}

/** A directory is neither the account's server nor whoever serves its timeline: the sentence says what it is. */
function directorySilent(problem: unknown): unknown {
	if (!(problem instanceof NetworkProblem) || !SILENT.has(problem.kind)) return problem;
	const { kind, host, status, until } = problem;
	return new NetworkProblem(kind, host, {
		...(status === undefined ? {} : { status }),
		...(until === undefined ? {} : { until }),
		sentence: { key: 'networkDirectorySilent', parameters: { directory: host } },
		cause: problem,
	});
}

/** The first of an id counts. */
function serviceOf(value: unknown, did: string): [string, string] | undefined {
	const service = record(value);
	const id = text(service?.['id']);
	const name = id.startsWith(did) ? id.slice(did.length) : id;
	const endpoint = text(service?.['serviceEndpoint']);
	if (!/^#[\w-]{1,64}$/.test(name) || !URL.canParse(endpoint)) return undefined;
	const url = new URL(endpoint);
	const bare = url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
	return bare && /^https?:$/.test(url.protocol) ? [name.slice(1), url.origin] : undefined;
}

function addressOfDid(did: string): URL {
	if (did.startsWith('did:plc:')) return new URL(`/${did}`, plcDirectory());
	const host = decodeURIComponent(did.slice('did:web:'.length));
	const secure = new URL(`https://${host}/.well-known/did.json`);
	const near = reach(secure.hostname) === 'loopback';
	return near ? new URL(`http://${host}/.well-known/did.json`) : secure;
}
