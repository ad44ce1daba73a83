import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Changes, problemOf, type Recorded, recordingIo } from '../../tests/contract/io';
import { type RawServer, rawServer } from '../../tests/contract/raw-server';
import { ask, type Question } from './http';
import { NetworkProblem } from './problem';

let server: RawServer;
let other: RawServer;
beforeEach(async () => {
	server = await rawServer();
	other = await rawServer();
});
afterEach(async () => {
	await server.close();
	await other.close();
});

const json = (value: unknown, status = 200, headers: Record<string, string> = {}) => {
	server.answer = (_, response) => {
		response.writeHead(status, { 'content-type': 'application/json', ...headers });
		response.end(JSON.stringify(value));
	};
};
const put = (question: Partial<Question> = {}, changes: Changes | Recorded = {}) => {
	const { io } = 'io' in changes ? changes : recordingIo(changes);
	return ask(io, { origin: server.origin, path: '/api', ...question });
};
const session = () => ({ origin: server.origin, secret: { token: 'tOkEn-abc' } });

describe('a question', () => {
	it('carries its token in the header alone, without cookies and without following redirects', async () => {
		json({ id: 1 });
		const recorded = recordingIo();
		const answer = await put(
			{ session: session(), query: { a: 'ä&', 'types[]': ['x', 'y'], none: undefined, on: true } },
			recorded,
		);
		expect(answer.json).toEqual({ id: 1 });
		expect(server.seen[0]?.path).toBe('/api?a=%C3%A4%26&types%5B%5D=x&types%5B%5D=y&on=true');
		expect(server.seen[0]?.headers.authorization).toBe('Bearer tOkEn-abc');
		expect(recorded.asked[0]?.init).toMatchObject({
			credentials: 'omit',
			redirect: 'manual',
			referrerPolicy: 'no-referrer',
		});
		expect(recorded.asked[0]?.url).not.toContain('tOkEn');
	});

	it('sends JSON, forms and files', async () => {
		json({});
		const files = new FormData();
		files.append('file', new Blob(['abc']), 'a.txt');
		await put({ body: { json: { a: [1] } } });
		await put({ body: { form: { a: 'b c', 'c[]': ['1', '2'] } }, method: 'PUT' });
		await put({ body: files });
		expect(server.seen.map(({ method }) => method)).toEqual(['POST', 'PUT', 'POST']);
		expect(server.seen[0]).toMatchObject({ body: '{"a":[1]}' });
		expect(server.seen[1]).toMatchObject({ body: 'a=b+c&c%5B%5D=1&c%5B%5D=2' });
		expect(server.seen[2]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
	});

	it.each([301, 302, 303, 307, 308])(
		'with a token or a body goes nowhere else on %i',
		async (status) => {
			server.answer = (_, response) =>
				response.writeHead(status, { location: `${other.origin}/there` }).end();
			expect((await problemOf(put({ session: session(), follow: true }))).kind).toBe('elsewhere');
			expect((await problemOf(put({ body: { json: {} }, follow: true }))).kind).toBe('elsewhere');
			expect((await problemOf(put())).kind).toBe('elsewhere');
			expect(other.seen).toEqual([]);
		},
	);

	it('follows redirects where that is asked for, and says where it came from', async () => {
		server.answer = (_, response) =>
			response.writeHead(301, { location: `${other.origin}/x` }).end();
		other.answer = (_, response) => response.end('{"there":true}');
		const answer = await put({ follow: true });
		expect(answer.json).toEqual({ there: true });
		expect(answer.url).toBe(`${other.origin}/x`);
	});

	it('takes nothing from a private address that a public host leads to', async () => {
		const led = new Response('{"secret":1}');
		Object.defineProperty(led, 'url', { value: 'http://192.168.1.1/' });
		const problem = await problemOf(
			put({ origin: 'https://chaos.example', follow: true }, { fetch: async () => led }),
		);
		expect(problem.kind).toBe('unsafe');
	});

	it('sends a token to the origin of its session alone', async () => {
		const stray = put({ session: session(), url: `${other.origin}/api` });
		expect((await problemOf(stray)).kind).toBe('unsafe');
		expect(other.seen).toEqual([]);
	});

	it.each(['/api/../admin', '/api/%2e%2e/admin', '//evil.example/x', 'api', '/a b', '/a#b'])(
		'does not ask for the path %s',
		async (path) => {
			expect((await problemOf(put({ path }))).kind).toBe('unsafe');
			expect(server.seen).toEqual([]);
		},
	);
});

describe('an answer', () => {
	it('gives links of its own origin only', async () => {
		const link = (url: string, rel: string) => `<${url}>; rel="${rel}"`;
		json([], 200, {
			link: [
				link(`${other.origin}/api?max_id=1`, 'next'),
				link(`${server.origin}/api?max_id=5`, 'next'),
				link('/api?min_id=9', 'prev'),
			].join(', '),
		});
		expect((await put()).link).toEqual({
			next: `${server.origin}/api?max_id=5`,
			prev: `${server.origin}/api?min_id=9`,
		});
	});

	it('of HTML in place of JSON is broken, and of nothing is nothing', async () => {
		server.answer = (_, response) =>
			response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Hello</h1>');
		expect(await problemOf(put())).toMatchObject({ kind: 'broken', status: 200 });
		server.answer = (_, response) => response.end();
		expect((await put()).json).toBeUndefined();
	});

	it('that is cut off, no JSON, or nested 100,000 deep is broken', async () => {
		server.answer = (_, response) => {
			response.writeHead(200, { 'content-length': '1000' });
			response.write('{"a":', () => response.destroy());
		};
		expect((await problemOf(put())).kind).toBe('broken');
		server.answer = (_, response) => response.end('{"a":');
		expect((await problemOf(put())).kind).toBe('broken');
		server.answer = (_, response) => response.end('['.repeat(100_000) + ']'.repeat(100_000));
		expect((await problemOf(put())).kind).toBe('broken');
	});

	it('may hold any brackets in its strings', async () => {
		json({ a: `${'['.repeat(100)}\\"{{`, b: '\\' });
		expect((await put()).json).toEqual({ a: `${'['.repeat(100)}\\"{{`, b: '\\' });
	});

	it('without an end is left at 10 MB, and text at 64 KB', async () => {
		let sent = 0;
		const pour = (response: ServerResponse) => {
			const block = Buffer.alloc(64 * 1024, ' ');
			const more = () => {
				while (!response.destroyed) {
					sent += block.length;
					if (!response.write(block)) return;
				}
			};
			response.on('drain', more);
			more();
		};
		server.answer = (_, response) => pour(response);
		expect((await problemOf(put())).kind).toBe('broken');
		expect(sent).toBeLessThan(40 * 1024 * 1024);
		sent = 0;
		expect((await problemOf(put({ accept: 'text' }))).kind).toBe('broken');
		expect(sent).toBeLessThan(8 * 1024 * 1024);
	});

	it('that takes too long is slow: before its headers, and drop by drop', async () => {
		server.answer = () => undefined;
		expect((await problemOf(put({ timeoutMs: 60 }))).kind).toBe('slow');
		server.answer = (_, response) => {
			response.write('[');
			const timer = setInterval(() => response.write(' '), 10);
			response.on('close', () => clearInterval(timer));
		};
		const recorded = recordingIo();
		expect((await problemOf(put({ timeoutMs: 120 }, recorded))).kind).toBe('slow');
		expect(recorded.told).toMatchObject([{ host: server.host, answer: { ok: false } }]);
	});

	it('has 20 seconds where nothing else is said', async () => {
		const limit = vi.spyOn(AbortSignal, 'timeout');
		json({});
		await put();
		expect(limit).toHaveBeenCalledExactlyOnceWith(20_000);
		limit.mockRestore();
	});

	it('is no longer wanted when the caller cancels, and counts against nobody', async () => {
		const recorded = recordingIo();
		server.answer = () => recorded.cancel();
		expect((await problemOf(put({}, recorded))).kind).toBe('cancelled');
		expect(recorded.told).toEqual([]);
		expect((await problemOf(put({}, recorded))).kind).toBe('cancelled');
		expect(server.seen).toHaveLength(1);
	});

	it('that never comes is unreachable, or the machine is offline', async () => {
		await server.close();
		expect((await problemOf(put())).kind).toBe('unreachable');
		expect((await problemOf(put({}, { online: () => false }))).kind).toBe('offline');
	});
});

describe('a refusal', () => {
	it.each([
		[400, 'refused'],
		[403, 'forbidden'],
		[404, 'missing'],
		[410, 'missing'],
		[422, 'refused'],
		[429, 'busy'],
		[500, 'broken'],
		[502, 'broken'],
		[503, 'busy'],
	])('of status %i is %s', async (status, kind) => {
		json({ error: 'x' }, status);
		expect(await problemOf(put({ session: session() }))).toMatchObject({ kind, status });
	});

	it('of status 401 ends a session, but a question without a token is just not allowed', async () => {
		json({ error: 'This method requires an authenticated user' }, 401);
		expect((await problemOf(put({ session: session() }))).kind).toBe('ended');
		expect((await problemOf(put())).kind).toBe('forbidden');
	});

	it('that is wanted is an answer', async () => {
		json({ error: 'invalid_client' }, 401);
		expect((await put({ pass: [401] })).json).toEqual({ error: 'invalid_client' });
	});

	it('is quoted as plain text of at most 300 characters, without what was secret', async () => {
		const error = `<b onclick="x()">Validation</b>\u202e failed: tOkEn-abc\u0007 s3cret ${'x'.repeat(500)}`;
		json({ error }, 422);
		const problem = await problemOf(put({ session: session(), secrets: ['s3cret'] }));
		expect(problem.said).toMatch(/^Validation ?failed: … … x+…$/);
		expect(problem.said?.length).toBeLessThanOrEqual(300);
		expect(problem.text).toMatchObject({ key: 'networkRefusedSaid' });
		const all = `${problem.stack} ${JSON.stringify(problem)} ${String(problem.cause)}`;
		expect(all).not.toMatch(/tOkEn|s3cret|onclick/);
	});

	it('names no address and no token when nothing came', async () => {
		await server.close();
		const problem = await problemOf(put({ session: session(), query: { q: 'private words' } }));
		expect(`${problem.stack} ${String(problem.cause)}`).not.toMatch(/tOkEn|private/);
	});
});

describe('the budget', () => {
	it('is asked before and told after', async () => {
		json([], 200, {
			'x-ratelimit-limit': '300',
			'x-ratelimit-remaining': '299',
			'x-ratelimit-reset': '2026-11-22T01:35:00.123456Z',
		});
		const recorded = recordingIo({ now: () => Date.UTC(2026, 10, 22, 1, 30) });
		await put({ cost: 3 }, recorded);
		expect(recorded.reserved).toEqual([{ host: server.host, cost: 3 }]);
		expect(recorded.told).toEqual([
			{
				host: server.host,
				answer: {
					ok: true,
					ms: 0,
					bytes: 2,
					limit: 300,
					remaining: 299,
					resetAt: Date.UTC(2026, 10, 22, 1, 35, 0, 123),
				},
			},
		]);
	});

	it('that says no keeps the server from being asked', async () => {
		const no = new NetworkProblem('busy', server.host, { until: 5 });
		const reserve = () => Promise.reject(no);
		expect(await problemOf(put({}, { budget: { reserve } }))).toBe(no);
		expect(server.seen).toEqual([]);
	});

	it('learns from HTML at 503 when to come back', async () => {
		server.answer = (_, response) =>
			response
				.writeHead(503, { 'content-type': 'text/html', 'retry-after': '30' })
				.end('<h1>Down</h1>');
		const recorded = recordingIo({ now: () => 1_000_000 });
		expect(await problemOf(put({}, recorded))).toMatchObject({ kind: 'busy', until: 1_030_000 });
		expect(recorded.told[0]?.answer).toMatchObject({ ok: false, retryAt: 1_030_000 });
	});

	it('whose store fails is no fault of the server', async () => {
		json({});
		const told = () => Promise.reject(new Error('disk full'));
		await expect(put({}, { budget: { told } })).rejects.toThrow('disk full');
	});
});
