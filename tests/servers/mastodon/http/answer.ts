import type { IncomingMessage } from 'node:http';
import type { Person, Token, World } from '../model';
import { nest, parseBody } from './body';
import { corsHeaders, preflight } from './cors';
import { parseShape, WrongType } from './fields';
import { isProbe } from './probes';
import { countCall, type Rates } from './rates';
import { type Answer, type Call, Refusal, type Route } from './route';

export type Shop = {
	world: World;
	routes: readonly Route[];
	rates: Rates;
	problems: string[];
	/** Pleroma's cache of answers, by the raw header. */
	replays: Map<string, { answer: Answer; until: number }>;
};

const PAGE_PARAMETERS = ['page', 'min_id', 'max_id', 'since_id'];

/** Everything between a read request and its answer; never throws for what a client did. */
export async function answer(
	shop: Shop,
	request: IncomingMessage,
	url: URL,
	bytes: Buffer,
	impostor: boolean,
): Promise<Answer> {
	const { world } = shop;
	const early = preflight(world.traits, url.pathname, request);
	if (early) return early;
	const token = tokenOf(world, request);
	const rated = countCall(world, shop.rates, {
		method: request.method ?? 'GET',
		path: url.pathname,
		paging: PAGE_PARAMETERS.some((name) => url.searchParams.has(name)),
		token: token === 'unknown' ? undefined : token,
		address: request.socket.remoteAddress ?? '',
	});
	const common = { ...corsHeaders(world.traits, url.pathname, request), ...rated.headers };
	if (rated.over) return withHeaders({ status: 429, json: { error: 'Too many requests' } }, common);
	const result = await replayed(shop, request, async () => {
		try {
			return await run(shop, request, url, bytes, token, impostor);
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
			if (error.problem) shop.problems.push(`${request.method} ${url.pathname}: ${error.message}`);
			return typeof error.json === 'string'
				? { status: error.status, text: error.json }
				: { status: error.status, json: error.json };
		}
	});
	return withHeaders(result, common);
}

async function run(
	shop: Shop,
	request: IncomingMessage,
	url: URL,
	bytes: Buffer,
	token: Token | 'unknown' | undefined,
	impostor: boolean,
): Promise<Answer> {
	const { world } = shop;
	const { route, parts } = match(shop, asGet(request.method ?? 'GET'), url.pathname);
	const known = authorize(world, route, token);
	const viewer = known?.person === undefined ? undefined : world.people.get(known.person);
	const input = readInput(world, route, request, url, bytes);
	// Handlers that wait before they show something would see another call's value; none does.
	world.impostor = impostor;
	const call: Call = {
		world,
		part: (name) => {
			const value = parts[name];
			if (value === undefined) throw new Error(`${route.path} has no part ${name}.`);
			return decodeURIComponent(value);
		},
		input,
		url,
		request,
		token: known,
		viewer,
		get me(): Person {
			if (!viewer) throw new Error(`${route.path} was reached without a person.`);
			return viewer;
		},
		note: (problem) => shop.problems.push(`${request.method} ${url.pathname}: ${problem}`),
	};
	return route.run(call);
}

/** HEAD is GET without its body, which Node leaves out by itself. */
function asGet(method: string): string {
	return method === 'HEAD' ? 'GET' : method;
}

function match(
	shop: Shop,
	method: string,
	path: string,
): { route: Route; parts: Record<string, string> } {
	const { notFound, lacks } = shop.world.traits;
	for (const route of shop.routes) {
		const found = route.method === method ? route.pattern.exec(path) : null;
		if (!found) continue;
		if (route.feature && lacks.includes(route.feature)) break;
		return { route, parts: { ...found.groups } };
	}
	const lacking = shop.routes.some(({ method: m, pattern }) => m === method && pattern.test(path));
	throw new Refusal(404, `there is no ${method} ${path}`, {
		problem: !lacking && !isProbe(path),
		json: notFound.json ?? notFound.text ?? '',
	});
}

function tokenOf(world: World, request: IncomingMessage): Token | 'unknown' | undefined {
	const header = request.headers.authorization;
	if (header === undefined || !/^Bearer /i.test(header)) return undefined;
	return world.tokens.find(({ token }) => token === header.slice(7)) ?? 'unknown';
}

function authorize(
	world: World,
	route: Route,
	token: Token | 'unknown' | undefined,
): Token | undefined {
	const { traits } = world;
	if (route.auth === 'none') return undefined;
	const unauthorized = (problem: string, isProblem: boolean): Refusal =>
		new Refusal(401, problem, {
			problem: isProblem,
			json: traits.instanceStyle === 'snac' ? '' : { error: traits.unauthorized },
		});
	if (token === 'unknown') throw unauthorized('a token that was never given out', true);
	if (token?.revoked) throw unauthorized('the token was revoked', false);
	if (!token) {
		if (route.auth === 'maybe') return undefined;
		if (route.auth === 'app' || route.auth === 'user') throw unauthorized('no token', true);
		const [, what] = route.auth.split(' ') as [string, keyof typeof traits.open];
		if (traits.open[what]) return undefined;
		throw unauthorized('this server wants a token here', false);
	}
	if (route.auth === 'user' && token.person === undefined) {
		throw new Refusal(422, 'This method requires an authenticated user', { problem: true });
	}
	if (
		traits.oauth.enforced &&
		route.scopes.length > 0 &&
		!route.scopes.some((s) => covers(token.scopes, s))
	) {
		throw new Refusal(403, `missing scope ${route.scopes.join(' or ')}`, {
			problem: true,
			json: { error: 'This action is outside the authorized scopes' },
		});
	}
	return token;
}

const FOLLOW_COVERS = [
	'read:blocks',
	'write:blocks',
	'read:follows',
	'write:follows',
	'read:mutes',
	'write:mutes',
];

/** `read` covers `read:statuses`; the old `follow` covers relationships. */
export function covers(scopes: readonly string[], wanted: string): boolean {
	return (
		scopes.includes(wanted) ||
		scopes.includes(wanted.replace(/:.*/, '')) ||
		(scopes.includes('follow') && FOLLOW_COVERS.includes(wanted))
	);
}

function readInput(world: World, route: Route, request: IncomingMessage, url: URL, bytes: Buffer) {
	try {
		const query = parseShape(route.shape, nest(url.searchParams), true);
		if (request.method === 'GET' && bytes.length > 0) throw new WrongType('GET has no body');
		const { value, loose } = parseBody(request.headers['content-type'] ?? '', bytes);
		return { ...query, ...parseShape(route.shape, value, loose) };
	} catch (error) {
		if (!(error instanceof WrongType)) throw error;
		const status = world.traits.instanceStyle === 'mastodon' ? 422 : 400;
		throw new Refusal(status, error.message, { problem: true });
	}
}

/** Pleroma: any answer to a POST, PUT or PATCH is kept under the raw key and given again, to whoever asks. */
async function replayed(
	shop: Shop,
	request: IncomingMessage,
	work: () => Promise<Answer>,
): Promise<Answer> {
	const rule = shop.world.traits.idempotency;
	const key = request.headers['idempotency-key'];
	const writes = ['POST', 'PUT', 'PATCH'].includes(request.method ?? '');
	if (rule.kind !== 'any response' || typeof key !== 'string' || !writes) return work();
	const now = shop.world.now();
	const kept = shop.replays.get(key);
	if (kept && kept.until > now) {
		return withHeaders(kept.answer, { 'idempotency-key': key, 'idempotent-replayed': 'true' });
	}
	const fresh = withHeaders(await work(), { 'idempotency-key': key });
	shop.replays.set(key, { answer: fresh, until: now + rule.seconds * 1000 });
	return fresh;
}

function withHeaders(given: Answer, headers: Record<string, string>): Answer {
	return { ...given, headers: { ...headers, ...given.headers } };
}
