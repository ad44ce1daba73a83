import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type RawServer = {
	origin: string;
	host: string;
	/** Of every request that came, with its body. */
	seen: { method: string; path: string; headers: IncomingMessage['headers']; body: string }[];
	/** What the next requests get. */
	answer: (request: IncomingMessage, response: ServerResponse) => void;
	close(): Promise<void>;
};

/** A server of this machine that does exactly what a test tells it to, cut connections included. */
export async function rawServer(): Promise<RawServer> {
	const server = createServer((request, response) => {
		let body = '';
		request.setEncoding('utf8');
		request.on('data', (part: string) => {
			body += part;
		});
		request.on('end', () => {
			const { method = '', url = '', headers } = request;
			raw.seen.push({ method, path: url, headers, body });
			raw.answer(request, response);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
	const raw: RawServer = {
		host,
		origin: `http://${host}`,
		seen: [],
		answer: (_, response) => response.end(),
		close: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
	};
	return raw;
}
