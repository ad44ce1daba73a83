import 'fake-indexeddb/auto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { wholePicture } from '.';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
	for (const stop of stops.splice(0)) await stop();
});

async function serves(answer: RequestListener): Promise<string> {
	const server = createServer(answer);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	stops.push(() => new Promise((resolve) => server.close(() => resolve())));
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.png`;
}

it('is read whole, with nothing said of who asks', async () => {
	let headers = {};
	const url = await serves((request, response) => {
		headers = request.headers;
		response.writeHead(200, { 'content-type': 'image/png; a=b' }).end(Buffer.alloc(70_000, 7));
	});
	const picture = await wholePicture(url);
	expect(picture).toMatchObject({ type: 'image/png', size: 70_000 });
	expect(headers).not.toHaveProperty('cookie');
	expect(headers).not.toHaveProperty('referer');
});

it.each<[string, RequestListener]>([
	[
		'no picture',
		(_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('a'),
	],
	[
		'a drawing that runs',
		(_, response) => response.setHeader('content-type', 'image/svg+xml').end('<svg/>'),
	],
	['gone', (_, response) => response.writeHead(404, { 'content-type': 'image/png' }).end('a')],
	[
		'elsewhere',
		(_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
	],
	['silent', (_, response) => response.destroy()],
])('what is %s is not carried', async (_, answer) => {
	expect(await wholePicture(await serves(answer))).toBeUndefined();
});

it('is asked for over a line that others can read on this machine alone', async () => {
	expect(await wholePicture('http://pictures.example/a.png')).toBeUndefined();
});
