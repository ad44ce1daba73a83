import { afterEach, describe, expect, it } from 'vitest';
import { type MastodonServer, type Personality, startMastodon } from './index';
import { json, visitor } from './visitor';

const open: MastodonServer[] = [];
let clock = Date.parse('2026-06-01T12:00:00Z');
async function start(personality: Personality): Promise<MastodonServer> {
	const server = await startMastodon({ personality, now: () => clock });
	open.push(server);
	return server;
}
afterEach(async () => {
	for (const server of open.splice(0)) await server.stop();
	clock = Date.parse('2026-06-01T12:00:00Z');
});

const KEY = { 'idempotency-key': 'one-and-only' };
const posted = (server: MastodonServer) =>
	server.postsOf('ada').filter(({ text }) => text.startsWith('hello')).length;
const say = (server: MastodonServer, body: Record<string, unknown>, headers = {}, as = 'ada') =>
	visitor(server, server.token(as)).send('POST', '/api/v1/statuses', body, headers);

describe('one key, two calls', () => {
	it.each(['mastodon-4.5', 'hollo'] as const)(
		'%s answers with the first post, for an hour',
		async (personality) => {
			const server = await start(personality);
			const first = await json(say(server, { status: 'hello' }, KEY));
			expect(await json(say(server, { status: 'hello' }, KEY))).toMatchObject({ id: first['id'] });
			expect(posted(server)).toBe(1);
			clock += 3601_000;
			await say(server, { status: 'hello' }, KEY);
			expect(posted(server)).toBe(2);
		},
	);

	it.each([
		['mastodon-4.5', 503, 1],
		['hollo', 200, 2],
	] as const)(
		'%s while the first is in flight: %i, %i posts',
		async (personality, status, count) => {
			const server = await start(personality);
			server.faults.set('slow-work', { ms: 100, path: '/api/v1/statuses' });
			const both = await Promise.all([
				say(server, { status: 'hello' }, KEY),
				say(server, { status: 'hello' }, KEY),
			]);
			expect(Math.max(...both.map((answer) => answer.status))).toBe(status);
			expect(posted(server)).toBe(count);
		},
	);

	it.each(['gotosocial', 'snac'] as const)('%s posts twice', async (personality) => {
		const server = await start(personality);
		await say(server, { status: 'hello' }, KEY);
		await say(server, { status: 'hello' }, KEY);
		expect(posted(server)).toBe(2);
	});

	it('pleroma replays any answer, to whoever asks', async () => {
		const server = await start('pleroma');
		expect((await say(server, { status: '' }, KEY)).status).toBe(422);
		const replay = await say(server, { status: 'hello' }, KEY, 'ben');
		expect([replay.status, replay.headers.get('idempotent-replayed')]).toEqual([422, 'true']);
		clock += 21_601_000;
		expect((await say(server, { status: 'hello' }, KEY)).status).toBe(200);
	});

	it('pixelfed burns the key before the work', async () => {
		const server = await start('pixelfed');
		expect((await say(server, { status: 'hello' }, KEY)).status).toBe(403);
		expect((await say(server, { status: 'hello' }, KEY)).status).toBe(400);
	});
});

describe('length', () => {
	const text = `${'a'.repeat(470)} https://example.org/${'b'.repeat(100)} @maria@chaos.example`;
	it.each([
		['mastodon-4.5', 200],
		['gotosocial', 200],
	] as const)('%s takes it: %i', async (personality, status) => {
		expect((await say(await start(personality), { status: text.slice(2) })).status).toBe(status);
	});

	it('mastodon counts the warning raw, gotosocial code points', async () => {
		const server = await start('mastodon-4.5');
		expect(
			(await say(server, { status: 'x'.repeat(490), spoiler_text: 'y'.repeat(11) })).status,
		).toBe(422);
		const gts = await start('gotosocial');
		expect((await say(gts, { status: '👨‍👩‍👧‍👦'.repeat(714) })).status).toBe(200);
		expect((await say(gts, { status: '👨‍👩‍👧‍👦'.repeat(715) })).status).toBe(400);
	});
});

it('keeps the rules of media, polls, quotes and replies', async () => {
	const server = await start('mastodon-4.5');
	const ada = visitor(server, server.token('ada'));
	const form = new FormData();
	form.set('file', new Blob([new Uint8Array([1, 2, 3])], { type: 'image/jpeg' }), 'a.jpg');
	form.set('description', 'Three bytes');
	const media = await json(ada.send('POST', '/api/v2/media', form));
	expect(media).toMatchObject({ type: 'image', description: 'Three bytes' });
	const status = await json<{ id: string; media_attachments: unknown[] }>(
		ada.send('POST', '/api/v1/statuses', { status: 'hello', media_ids: [media['id']] }),
	);
	expect(status.media_attachments).toHaveLength(1);
	expect(
		(await ada.send('POST', '/api/v1/statuses', { status: 'again', media_ids: [media['id']] }))
			.status,
	).toBe(422);
	expect(
		(await ada.send('POST', '/api/v1/statuses', { status: 'to nobody', in_reply_to_id: '1' }))
			.status,
	).toBe(404);
	const poll = { options: ['a', 'b'], expires_in: 300 };
	expect(
		(await ada.send('POST', '/api/v1/statuses', { status: '?', poll, media_ids: [] })).status,
	).toBe(200);
	const quote = await json<{ quote: { state: string; quoted_status: { id: string } } }>(
		ada.send(
			'POST',
			'/api/v1/statuses',
			new URLSearchParams({ status: 'see', quoted_status_id: status.id }),
		),
	);
	expect(quote.quote).toMatchObject({ state: 'accepted', quoted_status: { id: status.id } });
	const video = new FormData();
	video.set('file', new Blob([new Uint8Array(64)], { type: 'video/mp4' }), 'v.mp4');
	const slow = await ada.send('POST', '/api/v2/media', video);
	const { id } = (await slow.json()) as { id: string };
	expect([slow.status, (await ada.get(`/api/v1/media/${id}`)).status]).toEqual([202, 206]);
	expect(
		(await ada.send('POST', '/api/v1/statuses', { status: 'early', media_ids: [id] })).status,
	).toBe(422);
	clock += 2000;
	expect((await ada.get(`/api/v1/media/${id}`)).status).toBe(200);
	await ada.send('PUT', `/api/v1/statuses/${status.id}`, {
		status: 'hello, edited',
		media_ids: [media['id']],
	});
	const history = await json<{ content: string }[]>(
		ada.get(`/api/v1/statuses/${status.id}/history`),
	);
	expect(history.map(({ content }) => content)).toEqual(['<p>hello</p>', '<p>hello, edited</p>']);
	expect(server.problems).toEqual([]);
});
