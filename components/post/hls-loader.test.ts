import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LoaderConfiguration, LoaderContext } from 'hls.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gatedLoader } from './hls-loader';

const seen: string[] = [];
const server = createServer((request, response) => {
	seen.push(`${request.url} ${request.headers.range ?? ''}`.trim());
	if (request.url === '/moved') response.writeHead(302, { location: '/inside' }).end();
	else if (request.url === '/gone') response.writeHead(404).end();
	else response.end('#EXTM3U');
});
let origin = '';
beforeAll(async () => {
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

/** What comes of loading an address: the data, or the code of the error. */
function load(path: string, context: Partial<LoaderContext> = {}, maxLoadTimeMs = 5000) {
	seen.length = 0;
	const Loader = gatedLoader({ fetch, lets: (url) => !url.endsWith('/forbidden') });
	const asked = { url: origin + path, responseType: '', ...context } as LoaderContext;
	const config = { loadPolicy: { maxLoadTimeMs } } as LoaderConfiguration;
	return new Promise<unknown>((done) => {
		new Loader().load(asked, config, {
			onSuccess: ({ data }) => done(data),
			onError: ({ code }) => done(code),
			onTimeout: () => done('slow'),
		});
	});
}

test('brings text and ranges of bytes', async () => {
	expect(await load('/list')).toBe('#EXTM3U');
	const range = { responseType: 'arraybuffer', rangeStart: 2, rangeEnd: 10 };
	expect(await load('/piece', range)).toBeInstanceOf(ArrayBuffer);
	expect(seen).toEqual(['/piece bytes=2-9']);
});

test('asks nothing of an address that is not let through', async () => {
	expect(await load('/forbidden')).toBe(0);
	expect(seen).toEqual([]);
});

test('follows no redirect', async () => {
	expect(await load('/moved')).toBe(0);
	expect(seen).toEqual(['/moved']);
});

test('says what the host answered', async () => {
	expect(await load('/gone')).toBe(404);
});
