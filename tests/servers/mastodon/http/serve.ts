import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Fault, Faults } from '../../faults';
import { cutBody, drip, pour, send, wait } from '../../wire';
import { answer, type Shop } from './answer';
import { readBytes } from './body';
import { corsHeaders } from './cors';
import { rateHeaders } from './rates';
import type { Answer } from './route';

export type LogEntry = {
	at: number;
	kind: 'http' | 'websocket';
	method: string;
	/** With its query. */
	path: string;
	origin: string | undefined;
	/** Whether there was an Authorization header; never its value. */
	authorization: boolean;
	contentType: string | undefined;
	idempotencyKey: string | undefined;
	/** How a WebSocket brought its token. */
	token?: 'subprotocol' | 'query' | 'header' | 'none';
	/** undefined: not answered. */
	status: number | undefined;
	bytes: number;
	fault: string | undefined;
};

export type Desk = {
	shop: Shop;
	faults: Faults;
	log: LogEntry[];
	/** Ends when the server stops. */
	timers: Set<NodeJS.Timeout>;
	tamper: Tamper | undefined;
};

/** Changes what the server says, after it has done what was asked: for tests of hostile servers. */
export type Tamper = (path: string, answer: Answer) => Answer;

export const MAINTENANCE =
	'<!DOCTYPE html><html><head><title>503</title></head><body><h1>Down for maintenance</h1></body></html>';

export function makeServer(desk: Desk): Server {
	return createServer((request, response) => {
		handle(desk, request, response).catch((error: unknown) => {
			// A client that went away is no fault of the server; anything else is one of this test server.
			if (request.destroyed || response.destroyed) return;
			desk.shop.problems.push(
				`${request.method} ${request.url}: the test server failed: ${String(error)}`,
			);
			response.writeHead(500).end(String(error));
		});
	});
}

export function logEntry(desk: Desk, request: IncomingMessage, kind: LogEntry['kind']): LogEntry {
	const key = request.headers['idempotency-key'];
	const entry: LogEntry = {
		at: desk.shop.world.now(),
		kind,
		method: request.method ?? '',
		path: request.url ?? '',
		origin: request.headers.origin,
		authorization: request.headers.authorization !== undefined,
		contentType: request.headers['content-type'],
		idempotencyKey: typeof key === 'string' ? key : undefined,
		status: undefined,
		bytes: 0,
		fault: undefined,
	};
	desk.log.push(entry);
	return entry;
}

async function handle(
	desk: Desk,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const entry = logEntry(desk, request, 'http');
	const url = new URL(request.url ?? '/', desk.shop.world.origin);
	const fault = desk.faults.take(request.method ?? '', url.pathname);
	entry.fault = fault?.name;
	if (fault && (await instead(desk, fault, request, response, entry))) return;
	const bytes = await readBytes(request);
	desk.shop.world.workMs = fault?.name === 'slow-work' ? (fault.ms ?? 1000) : 0;
	const work = () => answer(desk.shop, request, url, bytes, fault?.name === 'other-actor-key');
	if (fault?.name === 'accepts-late') return acceptLate(desk, fault, request, work);
	const honest = await work();
	const given = desk.tamper?.(url.pathname, honest) ?? honest;
	if (fault?.name === 'silence-after') return;
	if (fault?.name === 'error-after') {
		return send(
			response,
			{ ...given, status: 500, json: { error: 'Internal Server Error' } },
			entry,
		);
	}
	if (fault?.name === 'one-byte-a-second') return drip(desk.timers, response, given, entry);
	if (fault?.name === 'cut-body') return cutBody(response, given, entry);
	send(response, given, entry);
}

/** The faults that come before any work; true if the call is done with. */
async function instead(
	desk: Desk,
	fault: Fault,
	request: IncomingMessage,
	response: ServerResponse,
	entry: LogEntry,
): Promise<boolean> {
	const { world } = desk.shop;
	const path = new URL(request.url ?? '/', world.origin).pathname;
	const cors = corsHeaders(world.traits, path, request);
	switch (fault.name) {
		case '429':
			send(
				response,
				{
					status: 429,
					json: { error: 'Too many requests' },
					headers: { ...cors, ...tooMany(desk, fault) },
				},
				entry,
			);
			return true;
		case '503-html':
			send(response, { status: 503, html: MAINTENANCE, headers: cors }, entry);
			return true;
		case 'bad-json':
			send(
				response,
				{ text: '{"id":"1","content":', type: 'application/json; charset=utf-8', headers: cors },
				entry,
			);
			return true;
		case 'silent-drop':
			return true;
		case 'huge':
			pour(response, cors, entry);
			return true;
		case 'slow-headers':
			await wait(desk.timers, fault.ms ?? 30_000);
			return false;
		default:
			return false;
	}
}

function tooMany(desk: Desk, fault: Fault): Record<string, string> {
	const { world } = desk.shop;
	const ms = fault.ms ?? 300_000;
	const reset = fault.ms === undefined ? (Math.floor(world.now() / ms) + 1) * ms : world.now() + ms;
	return world.traits.rateHeaders ? rateHeaders({ limit: 300, left: 0, reset }) : {};
}

async function acceptLate(
	desk: Desk,
	fault: Fault,
	request: IncomingMessage,
	work: () => Promise<Answer>,
) {
	request.socket.destroy();
	await wait(desk.timers, fault.ms ?? 30_000);
	await work();
}

/** An answer to an upgrade that does not become a WebSocket. */
export function refuseUpgrade(
	socket: Socket,
	status: number,
	body: string,
	type = 'text/plain',
): void {
	socket.end(
		`HTTP/1.1 ${status} Refused\r\ncontent-type: ${type}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
	);
}
