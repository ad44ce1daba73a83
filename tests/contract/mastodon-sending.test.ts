import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Content, Session } from '../../lib/model';
import { networkOf } from '../../lib/networks';
import { NETWORKS } from '../../lib/networks/adapters';
import { type Prepared, type Sender, senderOf, type Work } from '../../lib/networks/send';
import { type MastodonServer, type Personality, startMastodon } from '../servers/mastodon';
import { walkPages } from '../servers/mastodon/visitor';
import { recordingIo } from './io';
import { needed, signedIn, stored } from './sign-in';

const network = needed(networkOf('mastodon', NETWORKS));
const sender: Sender = needed(senderOf('mastodon'));
const HELLO: Content = { text: 'Hello, town! https://example.org/a', visibility: 'public' };
const NOBODY: ReadonlySet<string> = new Set();
const PICTURE = new Blob([new Uint8Array([1, 2, 3])], { type: 'image/jpeg' });
const bytes = async () => PICTURE;

let server: MastodonServer;
let session: Session;
let turn = 0;
const io = () => recordingIo().io;

async function start(personality: Personality): Promise<void> {
	server = await startMastodon({ personality });
	const me = needed(server.people[0]);
	const walk = async (url: string) => (await walkPages(server, me, url, false)).location ?? '';
	({ session } = await signedIn(network, { host: new URL(server.origin).host, walk }));
}

/** Everything but the bytes is written down between the steps. */
async function ready(work: Work): Promise<Prepared> {
	turn += 1;
	let prepared = stored(await sender.prepare(session, work, `delivery-${turn}`, io()));
	for (;;) {
		const next = await sender.upload(session, prepared, bytes, io());
		if (next === prepared) return prepared;
		prepared = stored(next);
	}
}

const create = (content: Partial<Content> = {}, more: Partial<Work> = {}): Work =>
	({ kind: 'create', content: { ...HELLO, ...content }, ...more }) as Work;
const send = async (work: Work) => sender.mutate(session, await ready(work), io());
const find = (prepared: Prepared, claimed = NOBODY) =>
	sender.find(session, prepared, claimed, io());
const mine = () => server.postsOf(needed(server.people[0]).username);
const newest = () => needed(mine().at(-1));
const texts = () => mine().map(({ text }) => text);

async function sent(work: Work): Promise<string> {
	const outcome = await send(work);
	if (outcome.state !== 'sent') throw outcome.problem;
	return outcome.post;
}

afterEach(async () => {
	expect(server.problems).toEqual([]);
	await server.stop();
});

const ALL = ['mastodon-4.5', 'mastodon-4.2', 'gotosocial', 'pleroma', 'hollo', 'snac'] as const;

describe.each(ALL)('posting on %s', (personality) => {
	beforeEach(() => start(personality));

	it('makes a post with all that it was given, and finds it', async () => {
		const media = [
			{ file: 'a'.repeat(64), type: 'image/jpeg', alt: 'Three bytes', focus: { x: 0, y: 0.5 } },
			{ file: 'b'.repeat(64), type: 'image/jpeg', alt: 'Three others' },
		];
		const prepared = await ready(
			create({ text: 'Look', warning: 'Bytes', language: 'nl', visibility: 'unlisted', media }),
		);
		expect(await find(prepared)).toBe('absent');
		const outcome = await sender.mutate(session, prepared, io());
		expect(outcome).toMatchObject({
			state: 'sent',
			seen: { post: { warning: 'Bytes', visibility: 'unlisted', content: { text: 'Look' } } },
		});
		const post = newest();
		const files = server.world.posts.get(post.id)?.media;
		expect(files?.map(({ description }) => description)).toEqual(['Three bytes', 'Three others']);
		expect(post).toMatchObject({ spoiler: 'Bytes', visibility: 'unlisted', language: 'nl' });
		expect(await find(prepared)).toEqual({ post: post.uri });
		expect(outcome.state === 'sent' && outcome.post).toBe(post.uri);
	});

	it('answers what is named by its address, and finds the answer', async () => {
		const other = needed(server.people[1]);
		const root = server.post(other.username, { text: 'A question' });
		const prepared = await ready(
			create(
				{ text: `@${other.username} An answer` },
				{ replyTo: { post: root.uri, localId: root.id } },
			),
		);
		const outcome = await sender.mutate(session, prepared, io());
		expect(outcome.state).toBe('sent');
		expect(newest()).toMatchObject({ replyTo: root.id });
		expect(await find(prepared)).toEqual({ post: newest().uri });
	});

	it('tells one "good morning" from another', async () => {
		const one = await ready(create({ text: 'Good morning' }));
		const two = await ready(create({ text: 'Good morning' }));
		const first = await sender.mutate(session, one, io());
		if (first.state !== 'sent') throw first.problem;
		expect(await find(two, new Set([first.post]))).toBe('absent');
		const second = await sender.mutate(session, two, io());
		if (second.state !== 'sent') throw second.problem;
		expect(second.post).not.toBe(first.post);
		expect(await find(two, new Set([first.post]))).toEqual({ post: second.post });
	});

	it('does not know what became of an answer that was lost, and finds out', async () => {
		for (const fault of ['error-after', 'silence-after'] as const) {
			const prepared = await ready(create({ text: `Lost in ${fault}` }));
			server.faults.set(fault, { method: 'POST', path: '/api/v1/statuses', times: 1 });
			const stop = new AbortController();
			const attempt = sender.mutate(session, prepared, { ...io(), signal: stop.signal });
			if (fault === 'silence-after') {
				await expect.poll(texts).toContain('Lost in silence-after');
				stop.abort();
			}
			expect((await attempt).state).toBe('unknown');
			expect(await find(prepared)).toEqual({ post: newest().uri });
		}
	});

	it('does a second attempt as it says', async () => {
		const prepared = await ready(create({ text: 'Twice' }));
		await sender.mutate(session, prepared, io());
		await sender.mutate(session, prepared, io());
		const times = texts().filter((text) => text === 'Twice').length;
		expect(times).toBe(sender.again(session) === 'doubles' ? 2 : 1);
	});

	it('is told to wait without having posted', async () => {
		const prepared = await ready(create());
		server.faults.set('429', { method: 'POST', times: 1 });
		expect(await sender.mutate(session, prepared, io())).toMatchObject({
			state: 'later',
			problem: { kind: 'busy' },
		});
		expect(texts()).not.toContain(HELLO.text);
		expect(await find(prepared)).toBe('absent');
		expect((await sender.mutate(session, prepared, io())).state).toBe('sent');
	});

	it('says what the server does not take, in its words', async () => {
		const outcome = await send(create({ text: 'x'.repeat(6000) }));
		if (personality === 'hollo' || personality === 'snac')
			return expect(outcome.state).toBe('sent');
		expect(outcome).toMatchObject({ state: 'refused', problem: { kind: 'refused' } });
		expect(texts().some((text) => text.length > 5500)).toBe(false);
	});

	it('passes a post on once, finds that, and takes it back', async () => {
		const other = needed(server.people[1]);
		const post = server.post(other.username, { text: 'Pass me on' });
		const ref = { post: post.uri, localId: post.id };
		const work: Work = { kind: 'repost', post: ref };
		const prepared = await ready(work);
		expect(await find(prepared)).toBe('absent');
		const outcome = await sender.mutate(session, prepared, io());
		expect(outcome.state).toBe('sent');
		expect(await find(prepared)).toEqual({ post: outcome.state === 'sent' && outcome.post });
		await sent({ kind: 'unrepost', post: ref });
		expect(await find(prepared)).toBe('absent');
	});
});

describe.each(['mastodon-4.5', 'gotosocial', 'pleroma', 'hollo'] as const)(
	'on %s',
	(personality) => {
		beforeEach(() => start(personality));

		it('a post is changed, and is gone, and both are seen', async () => {
			const post = await sent(create());
			const edit = await ready({
				kind: 'edit',
				post: { post },
				content: { ...HELLO, text: 'Better' },
			});
			expect(await find(edit)).toBe('absent');
			expect((await sender.mutate(session, edit, io())).state).toBe('sent');
			expect(texts()).toEqual(expect.arrayContaining(['Better']));
			expect(await find(edit)).toEqual({ post });
			const gone = await ready({ kind: 'delete', post: { post } });
			expect(await find(gone)).toBe('absent');
			expect((await sender.mutate(session, gone, io())).state).toBe('sent');
			expect(texts()).not.toContain('Better');
			expect(await find(gone)).toEqual({ post });
			// What is gone is gone, however often it is asked for.
			expect((await sender.mutate(session, gone, io())).state).toBe('sent');
		});

		it('a change takes neither the files of a post nor its poll away', async () => {
			const media = ['a', 'b'].map((file) => ({ file, type: 'image/jpeg', alt: file }));
			const pictured = await sent(create({ media }));
			const files = () => needed(server.world.posts.get(newest().id)).media.map(({ id }) => id);
			const before = files();
			await sent({ kind: 'edit', post: { post: pictured }, content: { ...HELLO, text: 'Better' } });
			expect(newest().text).toBe('Better');
			expect(before).toHaveLength(2);
			expect(files()).toEqual(before);
			if (session.features.includes('polls')) {
				const closed = session.features.includes('quotes') ? { quoting: 'nobody' as const } : {};
				const asked = { options: ['Tea', 'Coffee'], seconds: 3600 };
				const post = await sent(create({ poll: asked, ...closed }));
				const stored = () => needed(server.world.posts.get(newest().id));
				const { poll, quotePolicy } = stored();
				if (poll) poll.others = [3, 1];
				await sent({ kind: 'edit', post: { post }, content: { ...HELLO, text: 'Or soup?' } });
				expect(newest().text).toBe('Or soup?');
				expect(stored().poll).toMatchObject({ id: poll?.id, others: [3, 1] });
				expect(Math.abs(Number(stored().poll?.endsAt) - Number(poll?.endsAt))).toBeLessThan(2000);
				expect(stored().quotePolicy).toBe(quotePolicy);
				// One that is over could only be begun anew, or taken away.
				Object.assign(needed(stored().poll ?? undefined), { endsAt: Date.now() - 1000 });
				const late = { ...HELLO, text: 'Too late' };
				await expect(ready({ kind: 'edit', post: { post }, content: late })).rejects.toMatchObject({
					kind: 'refused',
					sentence: { key: 'sendPollOver' },
				});
			}
		});
	},
);

describe('a key that a program burns', () => {
	beforeEach(() => start('pixelfed'));

	it('leaves open whether the first attempt worked', async () => {
		const media = [{ file: 'a'.repeat(64), type: 'image/jpeg', alt: 'Three bytes' }];
		const prepared = await ready(create({ text: 'Once', media }));
		expect((await sender.mutate(session, prepared, io())).state).toBe('sent');
		expect(sender.again(session)).toBe('doubles');
		expect((await sender.mutate(session, prepared, io())).state).toBe('unknown');
		expect(await find(prepared)).toEqual({ post: newest().uri });
	});
});
