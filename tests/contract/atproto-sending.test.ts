import { describe, expect, it } from 'vitest';
import type { Content } from '../../lib/model';
import { create, FILE, OTHER, sender, sending } from './atproto-sender';
import { didOf } from './atproto-visit';
import { problemOf } from './io';
import { needed } from './sign-in';

const { at, io, prepare, ready, mutate, find, sent, records, newest, done } = sending();

describe('a post', () => {
	it('has all that it was given, under its own key, and is found by it', async () => {
		const prepared = await ready(
			create({
				text: 'Grüße 👨‍👩‍👧‍👦 @bob.square.test @nobody.square.test, see https://example.org/a! #Rathaus',
				language: 'de',
				media: [FILE, OTHER],
			}),
		);
		expect(await find(prepared)).toBe('absent');
		expect(records()).toHaveLength(0);
		const outcome = await mutate(prepared);
		const { uri, value } = newest();
		expect(outcome).toMatchObject({
			state: 'sent',
			post: uri,
			seen: { post: { key: uri, language: 'de', media: [{ alt: 'Three bytes' }, { width: 400 }] } },
		});
		expect(await find(prepared)).toEqual({ post: uri });
		expect(value).toMatchObject({
			langs: ['de'],
			embed: {
				$type: 'app.bsky.embed.images',
				images: [{ alt: 'Three bytes' }, { alt: '', aspectRatio: { width: 400, height: 300 } }],
			},
		});
		const facet = (words: string, feature: object) => {
			const byteStart = Buffer.from(String(value['text'])).indexOf(words);
			const byteEnd = byteStart + Buffer.byteLength(words);
			return { index: { byteStart, byteEnd }, features: [feature] };
		};
		const type = 'app.bsky.richtext.facet';
		expect(value['facets']).toEqual([
			facet('@bob.square.test', { $type: `${type}#mention`, did: didOf(at.square, 'bob') }),
			facet('https://example.org/a', { $type: `${type}#link`, uri: 'https://example.org/a' }),
			facet('#Rathaus', { $type: `${type}#tag`, tag: 'Rathaus' }),
		]);
	});

	it('answers the version that there is, and names where the conversation began', async () => {
		const root = at.square.publish('bob', { text: 'A question' });
		const parent = at.square.publish('carol', { text: 'What do you mean?', replyTo: root.uri });
		await sent(create({}, { replyTo: { post: parent.uri } }));
		expect(newest().value['reply']).toEqual({ root, parent });
		// Of my own, whoever serves timelines may have heard nothing yet.
		const own = newest();
		for (const view of at.square.views) view.up = false;
		await sent(create({ text: 'And more' }, { replyTo: { post: own.uri } }));
		expect(newest().value['reply']).toEqual({ root, parent: { uri: own.uri, cid: own.cid } });
	});

	it('quotes, also with pictures or a card', async () => {
		const quote = at.square.publish('bob', { text: 'Quote me' });
		await sent(create({}, { quote: { post: quote.uri } }));
		const record = { $type: 'app.bsky.embed.record', record: quote };
		expect(newest().value['embed']).toEqual(record);
		await sent(create({ media: [FILE] }, { quote: { post: quote.uri } }));
		expect(newest().value['embed']).toMatchObject({
			$type: 'app.bsky.embed.recordWithMedia',
			record,
			media: { $type: 'app.bsky.embed.images' },
		});
		const card = { url: 'https://example.org/a', title: 'A page' };
		await sent(create({ card }));
		expect(newest().value['embed']).toEqual({
			$type: 'app.bsky.embed.external',
			external: { uri: 'https://example.org/a', title: 'A page', description: '' },
		});
		await sent(create({ media: [{ file: FILE.file, type: 'video/mp4', alt: 'A film' }] }));
		expect(newest().value['embed']).toMatchObject({
			$type: 'app.bsky.embed.video',
			video: { mimeType: 'video/mp4' },
			alt: 'A film',
		});
	});

	it('carries a warning in its first line, and a label where one fits', async () => {
		const label = () => JSON.stringify(newest().value['labels'] ?? null);
		await sent(create({ warning: 'Spinnen' }));
		expect(newest().value['text']).toBe('CW: Spinnen\n\nHello, town!');
		expect(label()).toBe('null');
		await sent(create({ warning: 'Spinnen', media: [FILE] }));
		expect(label()).toMatch(/"values":\[\{"val":"graphic-media"\}\]/);
		await sent(create({ warning: 'Nacktheit', media: [FILE] }));
		expect(label()).toMatch(/"nudity"/);
		await sent(create({ sensitive: true, media: [FILE] }));
		expect(label()).toMatch(/"graphic-media"/);
	});

	it('is there with its gates or not at all', async () => {
		const prepared = await ready(
			create({ answering: ['followed', 'mentioned'], quoting: 'nobody' }),
		);
		at.square.faults.set('error-after', { method: 'POST', times: 1 });
		// The reference server answers 500 for a key that is taken: what lies there tells.
		expect((await mutate(prepared)).state).toBe('sent');
		expect((await mutate(prepared)).state).toBe('sent');
		const { uri, rkey } = newest();
		expect(done()).toEqual(['create', 'create', 'create']);
		const [threadgate] = records('app.bsky.feed.threadgate');
		expect(threadgate).toMatchObject({ rkey, value: { post: uri } });
		expect(threadgate?.value['allow']).toEqual([
			{ $type: 'app.bsky.feed.threadgate#followingRule' },
			{ $type: 'app.bsky.feed.threadgate#mentionRule' },
		]);
		expect(records('app.bsky.feed.postgate')).toMatchObject([{ rkey, value: { post: uri } }]);
		await sent({ kind: 'delete', post: { post: uri } });
		const left = [...at.square.world.records.values()].filter((one) => one.rkey === rkey);
		expect(left).toEqual([]);
	});

	it.each<[string, Partial<Content>, string]>([
		['for followers', { visibility: 'followers' }, 'sendOnlyPublic'],
		['with a poll', { poll: { options: ['a', 'b'], seconds: 300 } }, 'sendNoPolls'],
		['with a sound', { media: [{ file: 'c', type: 'audio/mpeg' }] }, 'sendNotTheseFiles'],
		['with five pictures', { media: Array(5).fill(FILE) }, 'sendNotTheseFiles'],
		[
			'with a film among pictures',
			{ media: [FILE, { file: 'c', type: 'video/mp4' }] },
			'sendNotTheseFiles',
		],
	])('%s is refused in words before anything is sent', async (_, content, key) => {
		const problem = await problemOf(ready(create(content)));
		expect(problem).toMatchObject({ kind: 'refused', text: { key } });
		expect(at.square.accepted).toEqual([]);
	});

	it('with a picture that is too large says so', async () => {
		const prepared = await prepare(create({ media: [FILE] }));
		const large = async () => new Blob([new Uint8Array(2_000_001)]);
		const problem = await problemOf(sender.upload(at.session, prepared, large, io()));
		expect(problem.text).toMatchObject({ key: 'sendFileTooLarge', parameters: { most: 2 } });
	});

	it('is not sent where its author lets nobody answer or quote', async () => {
		const { uri } = at.square.publish('bob', { text: 'No words' });
		const rkey = needed(uri.split('/').at(-1));
		const gate = { post: uri, allow: [] };
		at.square.record('bob', 'app.bsky.feed.threadgate', gate, rkey);
		const rules = [{ $type: 'app.bsky.feed.postgate#disableRule' }];
		at.square.record('bob', 'app.bsky.feed.postgate', { post: uri, embeddingRules: rules }, rkey);
		const answer = await problemOf(ready(create({}, { replyTo: { post: uri } })));
		expect(answer.text.key).toBe('sendAnswersClosed');
		const quote = await problemOf(ready(create({}, { quote: { post: uri } })));
		expect(quote.text.key).toBe('sendQuotesClosed');
	});

	it('says what the server does not take', async () => {
		const prepared = await ready(create({ text: 'x'.repeat(301) }));
		expect(await mutate(prepared)).toMatchObject({
			state: 'refused',
			problem: { kind: 'refused', said: expect.stringContaining('300 graphemes') },
		});
		expect(at.square.world.problems.splice(0)).toHaveLength(1);
	});
});

describe('whether a post stands', () => {
	const stands = (post: string) => sender.stands(at.session, { post }, io());

	it.each(['alice', 'bob'])('is told of a post of %s, until it is deleted', async (name) => {
		const { uri } = at.square.publish(name, { text: 'For a while' });
		expect(await stands(uri)).toBe(true);
		at.square.delete(uri);
		expect(await stands(uri)).toBe(false);
	});

	it('is not known while nobody tells: that is no word of its being gone', async () => {
		const { uri } = at.square.publish('bob', { text: 'For a while' });
		at.square.faults.set('503-html', { method: 'GET' });
		expect((await problemOf(stands(uri))).kind).toBe('busy');
		at.square.faults.clear();
		expect(await stands(uri)).toBe(true);
	});
});
