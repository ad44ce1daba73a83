import type { Grant, Json, Person, View, World } from '../model';
import { authorize } from '../pds/authorize';
import { METHODS } from '../pds/methods';
import { VIEW_METHODS } from '../view/methods';
import type { Seen } from '../view/seen';
import { readBody, readQuery } from './input';
import { type Answer, type Call, type Incoming, type Method, OwnAnswer, Refusal } from './route';

/** A call of a server of repositories: its own methods, and those that it hands on to who serves timelines. */
export async function callHome(world: World, home: number, incoming: Incoming): Promise<Answer> {
	const nsid = incoming.url.pathname.slice('/xrpc/'.length);
	const own = METHODS.get(nsid);
	if (own) {
		const grant = own.auth === 'none' ? undefined : authorize(world, home, incoming, own);
		return answerOf(await run(own, makeCall(world, home, incoming, grant, own)));
	}
	const method = VIEW_METHODS.get(nsid);
	if (!method) throw unknown(incoming, nsid);
	const grant = authorize(world, home, incoming, { ...method, auth: 'user' });
	const view = handedTo(world, home, incoming);
	if (!view.up) throw new Refusal(502, 'UpstreamFailure', 'Upstream service unreachable');
	return callView(world, view, incoming, method, grant);
}

/** A call that reaches a view itself: what is public there. */
export async function callOpenly(world: World, view: View, incoming: Incoming): Promise<Answer> {
	const nsid = incoming.url.pathname.slice('/xrpc/'.length);
	if (incoming.request.headers.authorization !== undefined)
		throw new Refusal(401, 'BadJwt', 'a token travelled to a host that did not give it', {
			problem: true,
		});
	const method = VIEW_METHODS.get(nsid);
	if (!method) throw unknown(incoming, nsid);
	if (method.auth === 'user')
		throw new Refusal(401, 'AuthMissing', 'Authentication Required', { problem: true });
	return callView(world, view, incoming, method, undefined);
}

async function callView(
	world: World,
	view: View,
	incoming: Incoming,
	method: Method<Seen>,
	grant: Grant | undefined,
): Promise<Answer> {
	if (view.lacks.has(method.nsid))
		throw new Refusal(501, 'MethodNotImplemented', 'Method Not Implemented');
	const call = makeCall(world, grant?.home ?? 0, incoming, grant, method);
	const asked = labelersOf(world, incoming);
	const answer = answerOf(await run(method, { ...call, view, labelers: asked }));
	return {
		...answer,
		headers: { ...answer.headers, 'atproto-content-labelers': toldOf(world, incoming) },
	};
}

const unknown = ({ method }: Incoming, nsid: string): Refusal =>
	new Refusal(501, 'MethodNotImplemented', `there is no ${method} ${nsid}`, { problem: true });

/** As the reference server: a view that the header names by DID and service, else the server's own. */
function handedTo(world: World, home: number, { request }: Incoming): View {
	const header = request.headers['atproto-proxy'];
	if (header === undefined) {
		const usual = world.views[home] ?? world.views[0];
		if (!usual) throw new Refusal(501, 'MethodNotImplemented', 'No view is set.');
		return usual;
	}
	const [did, service] = String(header).split('#');
	const named = world.views.find((view) => view.did === did);
	if (service === undefined || service === '')
		throw new Refusal(400, 'InvalidRequest', 'no service id specified in proxy header', {
			problem: true,
		});
	if (!named) throw new Refusal(400, 'InvalidRequest', 'could not resolve proxy did');
	if (service !== 'bsky_appview')
		throw new Refusal(400, 'InvalidRequest', 'could not resolve proxy did service url');
	return named;
}

/** Those that the header names, else the first that there is: as the reference view has one of its own. */
function labelersOf(world: World, { request }: Incoming): string[] {
	const header = request.headers['atproto-accept-labelers'];
	if (header === undefined) return world.usualLabelers;
	return String(header)
		.split(',')
		.map((part) => part.trim().split(';')[0] ?? '')
		.filter((did) => did !== '');
}

/** Whose labels went along: those that the view listens to by itself may take things out of an answer. */
function toldOf(world: World, { request }: Incoming): string {
	const header = request.headers['atproto-accept-labelers'];
	return header === undefined
		? world.usualLabelers.map((did) => `${did};redact`).join(',')
		: String(header);
}

function makeCall(
	world: World,
	home: number,
	incoming: Incoming,
	grant: Grant | undefined,
	method: Pick<Method, 'nsid' | 'kind' | 'params'>,
): Call {
	const wanted = method.kind === 'query' ? 'GET' : 'POST';
	if (incoming.method !== wanted && !(wanted === 'GET' && incoming.method === 'HEAD'))
		throw new Refusal(
			405,
			'InvalidRequest',
			`Incorrect HTTP method (${incoming.method}) expected ${wanted}`,
			{
				problem: true,
			},
		);
	const isQuery = method.kind === 'query';
	const input = readQuery(isQuery ? method.params : {}, incoming.url.searchParams);
	const type = incoming.request.headers['content-type'] ?? '';
	const raw = method.nsid === 'com.atproto.repo.uploadBlob';
	const body: Json = isQuery || raw ? {} : readBody(method.params, type, incoming.bytes);
	const viewer = grant && world.people.get(grant.did);
	const maybe = (name: string) => (input.get(name) ?? body[name]) as string | undefined;
	return {
		world,
		incoming,
		home,
		grant,
		viewer,
		me(): Person {
			if (!viewer) throw new Error(`${method.nsid} was reached without a person.`);
			return viewer;
		},
		maybe,
		text: (name) => String(maybe(name)),
		number: (name) => input.get(name) as number,
		flag: (name) => input.get(name) as boolean | undefined,
		list: (name) => input.get(name) as string[],
		body,
		note: (problem) => world.problems.push(`${incoming.method} ${method.nsid}: ${problem}`),
	};
}

const run = <C extends Call>(method: Method<C>, call: C): unknown => method.run(call);

/** What a method gives: JSON, nothing, or an answer of its own. */
function answerOf(given: unknown): Answer {
	if (given === undefined) return { status: 200 };
	if (given instanceof OwnAnswer) return given.answer;
	return { json: given };
}
