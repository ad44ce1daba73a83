import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type MastodonServer, type Personality, startMastodon } from './index';
import { json, visitor } from './visitor';

const open: MastodonServer[] = [];
async function start(personality: Personality = 'mastodon-4.5'): Promise<MastodonServer> {
	const server = await startMastodon({ personality });
	open.push(server);
	return server;
}
afterEach(async () => {
	for (const server of open.splice(0)) await server.stop();
});

const home = '/api/v1/timelines/home';
const ada = (server: MastodonServer) => visitor(server, server.token('ada'));

describe('faults', () => {
	it('429 with the headers of the program, so many times, on a path', async () => {
		const server = await start();
		server.faults.set('429', { path: home, times: 1 });
		const answer = await ada(server).get(home);
		expect([
			answer.status,
			answer.headers.get('x-ratelimit-remaining'),
			answer.headers.get('retry-after'),
		]).toEqual([429, '0', null]);
		expect((await ada(server).get(home)).status).toBe(200);
	});

	it('503 with HTML, broken JSON, a cut body', async () => {
		const server = await start();
		server.faults.set('503-html');
		expect(await (await ada(server).get(home)).text()).toContain('<h1>');
		server.faults.clear();
		server.faults.set('bad-json');
		await expect(json(ada(server).get(home))).rejects.toThrow();
		server.faults.clear();
		server.faults.set('cut-body');
		await expect(json(ada(server).get(home))).rejects.toThrow();
	});

	it('one byte a second, an endless body, no answer at all: until the client gives up', async () => {
		const server = await start();
		for (const name of ['one-byte-a-second', 'silent-drop', 'slow-headers'] as const) {
			server.faults.clear();
			server.faults.set(name);
			const headers = { authorization: `Bearer ${server.token('ada')}` };
			await expect(
				fetch(server.origin + home, { headers, signal: AbortSignal.timeout(150) }).then((answer) =>
					answer.text(),
				),
			).rejects.toThrow();
		}
		server.faults.clear();
		server.faults.set('huge');
		const reader = (await ada(server).get(home)).body?.getReader();
		let size = 0;
		while (size < 20_000_000) size += (await reader?.read())?.value?.length ?? 0;
		await reader?.cancel();
		expect(size).toBeGreaterThan(19_999_999);
	});

	it('takes a post in after the connection was dropped', async () => {
		const server = await start();
		server.faults.set('accepts-late', { path: '/api/v1/statuses', ms: 1500 });
		const arrived = new Promise((resolve) =>
			server.world.listeners.add(({ kind }) => kind === 'update' && resolve(undefined)),
		);
		await expect(
			ada(server).send('POST', '/api/v1/statuses', { status: 'late' }),
		).rejects.toThrow();
		expect(server.postsOf('ada').at(-1)?.text).not.toBe('late');
		await arrived;
		expect(server.postsOf('ada').at(-1)?.text).toBe('late');
	});

	it('500 after it was done', async () => {
		const server = await start();
		server.faults.set('error-after', { method: 'POST' });
		expect((await ada(server).send('POST', '/api/v1/statuses', { status: 'done' })).status).toBe(
			500,
		);
		expect(server.postsOf('ada').at(-1)?.text).toBe('done');
	});

	it('somebody else behind the same host', async () => {
		const server = await start();
		const me = () => json(ada(server).get('/api/v1/accounts/verify_credentials'));
		const key = async () =>
			(
				await json<{ publicKey: { publicKeyPem: string } }>(
					visitor(server).get('/users/ada', { accept: 'application/activity+json' }),
				)
			).publicKey.publicKeyPem;
		const [before, keyBefore] = [await me(), await key()];
		server.faults.set('other-actor-key');
		const [after, keyAfter] = [await me(), await key()];
		expect(after['id']).not.toBe(before['id']);
		expect(after['uri']).not.toBe(before['uri']);
		expect(keyAfter).not.toBe(keyBefore);
	});
});

describe('streaming', () => {
	const socketOf = async (
		server: MastodonServer,
		query: string,
		token: string,
	): Promise<WebSocket> => {
		const socket = new WebSocket(
			`${server.origin.replace('http', 'ws')}/api/v1/streaming?${query}`,
			token,
		);
		await once(socket, 'open');
		return socket;
	};
	const next = async (socket: WebSocket) =>
		JSON.parse(String((await once(socket, 'message'))[0])) as {
			stream: string[];
			event: string;
			payload: string;
		};

	it('sends posts, edits, deletions and notices to whom they concern', async () => {
		const server = await start();
		const socket = await socketOf(server, 'stream=user', server.token('ada'));
		const heard: string[] = [];
		const all = new Promise<void>((resolve) =>
			socket.on('message', (data) => {
				heard.push((JSON.parse(String(data)) as { event: string }).event);
				if (heard.length === 4) resolve();
			}),
		);
		const { id } = server.post('ben', { text: 'hi @ada' });
		server.edit(id, { text: 'hi again' });
		server.delete(id);
		await all;
		expect(heard).toEqual(['update', 'notification', 'status.update', 'delete']);
		expect(server.log.at(-1)).toMatchObject({
			kind: 'websocket',
			token: 'subprotocol',
			status: 101,
		});
		expect(server.problems).toEqual([]);
	});

	it('subscribes by message, and closes when the token is revoked', async () => {
		const server = await start();
		const socket = await socketOf(server, '', server.token('ada'));
		socket.send(JSON.stringify({ type: 'subscribe', stream: 'hashtag', tag: 'bread' }));
		// The server reads frames in order: after the pong it has read the subscription.
		socket.ping();
		await once(socket, 'pong');
		server.post('cleo', { text: 'rye #bread' });
		expect(await next(socket)).toMatchObject({ stream: ['hashtag', 'bread'], event: 'update' });
		server.revokeAll('ada');
		await once(socket, 'close');
		await expect.poll(server.streams).toBe(0);
	});

	it('refuses a wrong token, and is absent from Hollo', async () => {
		const server = await start();
		await expect(socketOf(server, 'stream=user', 'wrong')).rejects.toThrow('401');
		expect(server.problems).toHaveLength(1);
		const hollo = await start('hollo');
		await expect(socketOf(hollo, 'stream=user', hollo.token('ada'))).rejects.toThrow('404');
		expect(hollo.problems).toEqual([]);
	});
});
