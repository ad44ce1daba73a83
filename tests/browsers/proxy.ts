/**
 * The way out of every browser of a test: a proxy on this machine that leads https questions for named hosts to local
 * servers, and refuses every other host and writes it down. What is on loopback needs no proxy and gets none.
 */
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { originFor } from '../servers/hosts';
import { type Certificate, makeCertificate } from './certificate';

export type Gateway = {
	/** `127.0.0.1:<port>` */
	address: string;
	port: number;
	/** Of the certificate that it shows for every name. */
	spki: string;
	/** From now on `https://<host>` is answered by the server at `origin`. Servers that run here are known already. */
	map(host: string, origin: string): void;
	/** Hosts that were refused, each time it happened: `host:port`. */
	refused: string[];
	/** Hosts that were led to a local server. */
	led: string[];
	close(): Promise<void>;
};

let certificate: Certificate | undefined;

/** Starts the proxy; the certificate is made once for a process. */
export async function startProxy(): Promise<Gateway> {
	certificate ??= makeCertificate();
	const { key, cert, spki } = certificate;
	const hosts = new Map<string, string>();
	const proxy: Pick<Gateway, 'refused' | 'led'> = { refused: [], led: [] };
	const whereTo = (host: string) => hosts.get(host) ?? originFor(host);
	const inner = createSecureServer({ key, cert }, (request, response) => {
		const host = request.headers.host ?? '';
		pass(whereTo(host), request, response);
	});
	inner.on('upgrade', (request, socket) => {
		upgrade(whereTo(request.headers.host ?? ''), request, socket);
	});
	// Without TLS nothing but loopback is spoken to.
	const outer = createServer((request, response) => {
		proxy.refused.push(hostOf(request.url ?? ''));
		response.writeHead(502).end();
	});
	const sockets = new Set<Socket>();
	outer.on('connect', (request: IncomingMessage, socket: Socket) => {
		const [host = '', port] = (request.url ?? '').split(':');
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
		// A browser that changed its mind.
		socket.on('error', () => socket.destroy());
		if (port !== '443' || whereTo(host) === undefined) {
			// A server of the test that ended before its browser did is no stranger.
			if (!proxy.led.includes(host)) proxy.refused.push(request.url ?? '');
			socket.end('HTTP/1.1 502 Nobody is there\r\ncontent-length: 0\r\n\r\n');
			return;
		}
		proxy.led.push(host);
		socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
		inner.emit('connection', socket);
	});
	await new Promise<void>((resolve) => outer.listen(0, '127.0.0.1', resolve));
	const { port } = outer.address() as AddressInfo;
	return {
		...proxy,
		address: `127.0.0.1:${port}`,
		port,
		spki,
		map: (host, origin) => void hosts.set(host, origin),
		async close() {
			for (const socket of sockets) socket.destroy();
			outer.closeAllConnections();
			await new Promise((resolve) => outer.close(resolve));
		},
	};
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

/** Hands a question on as it is, under the name that was asked for. */
function pass(
	origin: string | undefined,
	request: IncomingMessage,
	response: ServerResponse,
): void {
	if (origin === undefined) {
		response.writeHead(502).end();
		return;
	}
	const { method, headers, url } = request;
	const onward = ask(`${origin}${url}`, { ...(method ? { method } : {}), headers }, (answer) => {
		response.writeHead(answer.statusCode ?? 502, answer.headers);
		answer.pipe(response);
		// A server that ends in the middle of a body is seen so.
		answer.once('error', () => response.destroy());
	});
	onward.once('error', () => response.destroy());
	response.once('close', () => onward.destroy());
	request.pipe(onward);
}

/** Hands on the beginning of a stream (RFC 6455), and from then on every byte. */
function upgrade(origin: string | undefined, request: IncomingMessage, socket: Duplex): void {
	socket.on('error', () => socket.destroy());
	if (origin === undefined) {
		socket.end('HTTP/1.1 502 Nobody is there\r\ncontent-length: 0\r\n\r\n');
		return;
	}
	const onward = ask(`${origin}${request.url}`, { headers: request.headers });
	onward.once('error', () => socket.destroy());
	onward.once('response', ({ statusCode = 502, statusMessage = '' }) =>
		socket.end(`HTTP/1.1 ${statusCode} ${statusMessage}\r\ncontent-length: 0\r\n\r\n`),
	);
	onward.once('upgrade', ({ rawHeaders }, theirs, head) => {
		const lines = rawHeaders.flatMap((name, n) =>
			n % 2 === 0 ? [`${name}: ${rawHeaders[n + 1]}\r\n`] : [],
		);
		socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('')}\r\n`);
		socket.write(head);
		theirs.on('error', () => socket.destroy());
		theirs.pipe(socket).pipe(theirs);
	});
	onward.end();
}

/** Hosts that browsers ask for themselves, whoever uses them, where they cannot be kept from it. */
const BROWSERS_OWN =
	/(^|\.)(mozilla\.(org|net|com)|firefox\.com|mozgcp\.net|google\.com|googleapis\.com|gstatic\.com|gvt1\.com)(:\d+)?$/;

/** Where a sign-in ends: browsers open a line ahead of the answer, which they then keep to themselves. */
const LEADS_BACK = /^([a-p]{32}\.chromiumapp\.org|[0-9a-f]{40}\.extensions\.allizom\.org):443$/;

/** Of the hosts that were refused, those that no browser asks for by itself. */
export const refusedOfOurs = ({ refused }: Pick<Gateway, 'refused'>): string[] =>
	refused.filter((host) => !BROWSERS_OWN.test(host) && !LEADS_BACK.test(host));
