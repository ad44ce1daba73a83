import type { World } from '../model';
import { nonceOf } from '../oauth/dpop';
import { OAUTH } from '../oauth/endpoints';
import { siteOf } from '../sites';
import { documentOf, homeOf, seenDid, strangerDid } from '../world';
import { countCall } from './rates';
import { type Answer, type Incoming, Refusal } from './route';
import { callHome, callOpenly } from './xrpc';

/** Everything between a request and its answer; never throws for what a client did. */
export async function answer(world: World, incoming: Incoming): Promise<Answer> {
	const { request, url, host, method } = incoming;
	const rated = countCall(world, request.socket.remoteAddress ?? '');
	const where = `${method} ${host}${url.pathname}`;
	if (rated.over)
		return {
			status: 429,
			json: { error: 'RateLimitExceeded', message: 'Rate Limit Exceeded' },
			headers: rated.headers,
		};
	noteHarm(world, incoming, where);
	const proves = request.headers['dpop'] !== undefined || url.pathname.startsWith('/oauth/');
	const headers = { ...rated.headers, ...(proves ? { 'dpop-nonce': nonceOf(world) } : {}) };
	try {
		const given = await route(world, incoming);
		return { ...given, headers: { ...headers, ...given.headers } };
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		if (error.problem) world.problems.push(`${where}: ${error.message}`);
		const json = url.pathname.startsWith('/oauth/')
			? { error: error.code, error_description: error.message }
			: { error: error.code, message: error.message };
		return { status: error.status, json, headers: { ...headers, ...error.headers } };
	}
}

/** What no client may do, whatever it asks. */
function noteHarm(world: World, { request, url }: Incoming, where: string): void {
	const secrets = world.grants.flatMap(({ access, refresh }) => [access, refresh]);
	if (secrets.some((secret) => url.search.includes(secret)))
		world.problems.push(`${where}: a token in the address`);
	if (request.headers.cookie !== undefined && !url.pathname.startsWith('/oauth/authorize'))
		world.problems.push(`${where}: a cookie`);
}

async function route(world: World, incoming: Incoming): Promise<Answer> {
	const { url, host } = incoming;
	const site = siteOf(world, host);
	const { pathname } = url;
	switch (site.kind) {
		case 'directory':
			return directory(incoming);
		case 'view':
			if (!site.view.up) throw new Refusal(503, 'Unavailable', 'Nobody is here');
			if (pathname === '/.well-known/did.json') return { json: site.view.document };
			if (pathname.startsWith('/xrpc/')) return callOpenly(world, site.view, incoming);
			throw lost(incoming);
		case 'handle':
			if (pathname === '/.well-known/atproto-did')
				return { text: seenDid(world, site.person.did), type: 'text/plain' };
			throw lost(incoming);
		case 'home':
			return home(world, site.home, incoming);
		case 'stranger':
			throw lost(incoming);
	}
}

async function home(world: World, n: number, incoming: Incoming): Promise<Answer> {
	const { pathname } = incoming.url;
	const here = homeOf(world, n);
	// A build may name a directory of this machine, as the reference servers come with one.
	if (pathname.startsWith('/did:plc:')) return directory(incoming);
	if (pathname.startsWith('/xrpc/')) return callHome(world, n, incoming);
	const oauth = OAUTH.get(`${incoming.method} ${pathname}`);
	if (oauth) return oauth(world, n, incoming);
	if (pathname === '/.well-known/did.json') return { json: here.document };
	const page = here.pages.get(pathname);
	if (page !== undefined) return { html: page };
	const file = mediaOf(world, pathname);
	if (file) return file;
	if (pathname === '/')
		return { text: 'This is an AT Protocol Personal Data Server (aka, an atproto PDS)' };
	throw lost(incoming);
}

function mediaOf(world: World, path: string): Answer | undefined {
	const [, cid = ''] = /^\/img\/\w+\/plain\/[^/]+\/(\w+)@jpeg$/.exec(path) ?? [];
	const blob = world.blobs.get(cid);
	if (blob) return { bytes: blob.bytes, type: blob.type };
	const name = /^\/video\/[^/]+\/(\w+)\/([\w.]+)$/.exec(path)?.[2] ?? '';
	return world.media.get(name);
}

/** Every square of this process is in the one directory. */
const LEDGER = new Set<World>();

export function enterDirectory(world: World): () => void {
	LEDGER.add(world);
	return () => void LEDGER.delete(world);
}

function directory(incoming: Incoming): Answer {
	const did = decodeURIComponent(incoming.url.pathname.slice(1));
	for (const world of LEDGER) {
		const people = [...world.people.values()];
		const person = people.find((one) => one.did === did || strangerDid(one.did) === did);
		if (person) return { json: documentOf(world, person, did), type: 'application/did+ld+json' };
	}
	return { status: 404, json: { message: `DID not registered: ${did}` } };
}

/** What clients of several networks ask of any host; not knowing it is no fault of theirs. */
const PROBES =
	/^\/(\.well-known\/|favicon\.ico$|robots\.txt$|api\/v[12]\/|nodeinfo\/|oauth\/token$|$)/;

const lost = ({ method, url }: Incoming): Refusal =>
	new Refusal(404, 'NotFound', `there is no ${method} ${url.pathname}`, {
		problem: !PROBES.test(url.pathname),
	});
