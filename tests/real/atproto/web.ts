import { type IncomingMessage, request } from 'node:http';
import type { Reference } from './index';

/**
 * A fetch for which the web holds the reference servers alone, where people would find them: the directory, each
 * person's handle as a host, the PDS and the AppViews under their names. Loopback addresses are fetched as they are; whoever
 * asks for anything else is told that there is no such host.
 */
export function referenceFetch(net: Pick<Reference, 'plc' | 'pds' | 'door' | 'view' | 'other'>) {
	const places = new Map([
		['https://plc.directory', net.plc],
		[new URL(net.pds).origin, net.door],
		...[net.view, net.other].map(
			({ did, url }) => [did.replace('did:web:', 'https://'), url] as const,
		),
	]);
	return async (address: string, init: RequestInit = {}): Promise<Response> => {
		const url = new URL(address);
		const there = places.get(url.origin) ?? (url.hostname.endsWith('.test') ? net.door : undefined);
		if (there !== undefined && there !== url.origin) {
			return named(new URL(url.pathname + url.search, there), url.host, init);
		}
		if (['localhost', '127.0.0.1'].includes(url.hostname)) return fetch(address, init);
		throw new TypeError(`There is no host ${url.host}.`);
	};
}

/** Under the name that was asked for: the PDS tells handles apart by it, and fetch sends no Host of one's choice. */
async function named(url: URL, host: string, init: RequestInit): Promise<Response> {
	const wanted = new Request(url, init);
	const body = Buffer.from(await wanted.arrayBuffer());
	const headers = { ...Object.fromEntries(wanted.headers), host };
	return new Promise((resolve, reject) => {
		const asked = request(url, { method: wanted.method, headers });
		asked.on('error', (cause) => reject(new TypeError('The connection failed.', { cause })));
		asked.on('response', (came) => {
			const pieces: Buffer[] = [];
			came.on('data', (piece: Buffer) => pieces.push(piece));
			came.on('error', reject);
			came.on('end', () => resolve(answerOf(came, Buffer.concat(pieces))));
		});
		asked.end(body);
	});
}

function answerOf({ statusCode = 500, headersDistinct }: IncomingMessage, body: Buffer): Response {
	const headers = new Headers();
	for (const [name, values = []] of Object.entries(headersDistinct)) {
		for (const value of values) headers.append(name, value);
	}
	const empty = statusCode === 204 || statusCode === 304;
	return new Response(empty ? null : new Uint8Array(body), { status: statusCode, headers });
}
