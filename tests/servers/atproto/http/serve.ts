import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Fault, Faults } from '../../faults';
import { cutBody, drip, pour, send, wait } from '../../wire';
import type { World } from '../model';
import { DIRECTORY } from '../sites';
import { corsHeaders, preflight } from './cors';
import { rateHeaders } from './rates';
import type { Answer, Incoming } from './route';

export type LogEntry = {
	at: number;
	/** The host that was asked: `127.0.0.1:4000`, `plc.directory`. */
	host: string;
	method: string;
	/** With its query. */
	path: string;
	origin: string | undefined;
	/** Whether there was an Authorization header; never its value. */
	token: boolean;
	/** Whom it was to be handed on to (`atproto-proxy`), and whose labels were asked for. */
	to: string | undefined;
	labelers: string | undefined;
	/** undefined: not answered. */
	status: number | undefined;
	bytes: number;
	fault: string | undefined;
};

/** Changes what is said, after it has been done: for tests of hostile servers. */
export type Tamper = (path: string, answer: Answer) => Answer;

export type Desk = {
	world: World;
	faults: Faults;
	log: LogEntry[];
	timers: Set<NodeJS.Timeout>;
	tamper: Tamper | undefined;
	answer(incoming: Incoming): Answer | Promise<Answer>;
};

const MAINTENANCE =
	'<!DOCTYPE html><html><head><title>503</title></head><body><h1>Down for maintenance</h1></body></html>';

const BROKEN = {
	status: 500,
	json: { error: 'InternalServerError', message: 'Internal Server Error' },
};

export function makeServer(desk: Desk): Server {
	return createServer((request, response) => {
		handle(desk, request, response).catch((error: unknown) => {
			// A client that went away is no fault of the server; anything else is one of this test server.
			if (request.destroyed || response.destroyed) return;
			const what = error instanceof Error ? error.stack : String(error);
			desk.world.problems.push(`${request.method} ${request.url}: the test server failed: ${what}`);
			response.writeHead(500).end();
		});
	});
}

/** A test's own fetch cannot set Host. */
function hostOf({ headers }: IncomingMessage): string {
	const told = headers['x-forwarded-host'];
	return (typeof told === 'string' ? told : (headers.host ?? '')).toLowerCase();
}

async function handle(
	desk: Desk,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const { method = '', headers } = request;
	const host = hostOf(request);
	const entry: LogEntry = {
		at: desk.world.now(),
		host,
		method,
		path: request.url ?? '',
		origin: headers.origin,
		token: headers.authorization !== undefined,
		to: headers['atproto-proxy']?.toString(),
		labelers: headers['atproto-accept-labelers']?.toString(),
		status: undefined,
		bytes: 0,
		fault: undefined,
	};
	desk.log.push(entry);
	const url = new URL(request.url ?? '/', `http://${host}`);
	// The directory is somebody else's, and goes on.
	const fault = host === DIRECTORY ? undefined : desk.faults.take(method, url.pathname);
	entry.fault = fault?.name;
	if (fault && (await instead(desk, fault, url.pathname, response, entry))) return;
	const bytes = await buffer(request);
	desk.world.stranger = fault?.name === 'other-actor-key';
	if (fault?.name === 'accepts-late') {
		request.socket.destroy();
		await wait(desk.timers, fault.ms ?? 30_000);
		const late = await answered(desk, { request, method, host, url, bytes });
		entry.status = late.status ?? 200;
		return;
	}
	const given = await answered(desk, { request, method, host, url, bytes });
	if (fault?.name === 'silence-after') return;
	if (fault?.name === 'error-after')
		return send(response, { headers: { ...given.headers }, ...BROKEN }, entry);
	if (fault?.name === 'one-byte-a-second') return drip(desk.timers, response, given, entry);
	if (fault?.name === 'cut-body') return cutBody(response, given, entry);
	send(response, given, entry);
}

async function answered(desk: Desk, incoming: Incoming): Promise<Answer> {
	const { pathname } = incoming.url;
	const early = preflight(incoming.request, pathname);
	if (early) return early;
	const honest = await desk.answer(incoming);
	const given = desk.tamper?.(pathname, honest) ?? honest;
	return { ...given, headers: { ...corsHeaders(pathname), ...given.headers } };
}

/** The faults that come before any work; true if the call is done with. */
async function instead(
	{ world, timers }: Desk,
	fault: Fault,
	path: string,
	response: ServerResponse,
	entry: LogEntry,
): Promise<boolean> {
	const headers = corsHeaders(path);
	switch (fault.name) {
		case '429': {
			const reset = world.now() + (fault.ms ?? world.rates.seconds * 1000);
			const json = { error: 'RateLimitExceeded', message: 'Rate Limit Exceeded' };
			const limits = rateHeaders(world, reset, 0, true);
			send(response, { status: 429, json, headers: { ...headers, ...limits } }, entry);
			return true;
		}
		case '503-html':
			send(response, { status: 503, html: MAINTENANCE, headers }, entry);
			return true;
		case 'bad-json':
			send(response, { text: '{"did":"did:p', type: 'application/json', headers }, entry);
			return true;
		case 'silent-drop':
			return true;
		case 'huge':
			pour(response, headers, entry);
			return true;
		case 'slow-headers':
			await wait(timers, fault.ms ?? 30_000);
			return false;
		default:
			return false;
	}
}
