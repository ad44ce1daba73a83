import { describe, expect, it } from 'vitest';
import type { Post } from '../../model';
import { Notes } from './notes';
import { type ReadTweet, readTweet } from './tweet';

const owner = { key: 'tw:7', handle: 'ida', name: 'Ida' };
const created = 'Sat Feb 18 12:33:11 +0000 2023';

function tweet(fields: object, media = new Map<string, string[]>()): ReadTweet {
	const row = {
		tweet: { id_str: '1626929000000000001', created_at: created, full_text: '', ...fields },
	};
	return readTweet(row, { owner, media, notes: new Notes() });
}

function post(fields: object, media?: Map<string, string[]>): Post {
	const read = tweet(fields, media);
	if ('fault' in read) throw new Error(read.fault);
	return read.post;
}

const mention = (screen_name: string, from: number, to: number, id_str = '9') => ({
	screen_name,
	name: screen_name.toUpperCase(),
	id_str,
	indices: [String(from), String(to)],
});

describe('text', () => {
	it('is cut by code point of the escaped text and unescaped last', () => {
		const { content } = post({
			full_text: '👩‍🚀 &amp; 𝒳 @bo &lt;3 #été https://t.co/abc',
			entities: {
				user_mentions: [mention('bo', 12, 15)],
				hashtags: [{ text: 'été', indices: ['22', '26'] }],
				urls: [
					{
						url: 'https://t.co/abc',
						expanded_url: 'https://a.example/?a=1&amp;b=2',
						indices: ['27', '43'],
					},
				],
			},
		});
		expect(content.text).toBe('👩‍🚀 & 𝒳 @bo <3 #été a.example/?a=1&b=2');
		expect(content.facets?.map((f) => [f.type, content.text.slice(f.start, f.end)])).toEqual([
			['mention', '@bo'],
			['tag', '#été'],
			['link', 'a.example/?a=1&b=2'],
		]);
		expect(content.facets?.[2]).toMatchObject({ href: 'https://a.example/?a=1&b=2' });
	});

	it('finds entities by their words when the indices are wrong, and leaves out those it cannot find', () => {
		const { content } = post({
			full_text: 'hello @bo and more',
			entities: { user_mentions: [mention('bo', 2, 5), mention('nobody', 0, 3)] },
		});
		expect(content.facets).toEqual([
			{ start: 6, end: 9, type: 'mention', handle: 'bo', account: 'tw:9' },
		]);
	});

	it('never links to anything but http and https', () => {
		const urls = [
			'javascript:alert(1)',
			'data:text/html,x',
			'file:///etc/passwd',
			'https:///x',
			' https://a',
		];
		for (const expanded_url of urls) {
			const { content } = post({
				full_text: 'x https://t.co/abc',
				entities: { urls: [{ url: 'javascript:1', expanded_url, indices: ['2', '18'] }] },
			});
			for (const facet of content.facets ?? [])
				expect(facet).toMatchObject({ href: 'https://t.co/abc' });
		}
	});

	it('hides the mentions before a reply and keeps who they were', () => {
		const reply = post({
			full_text: '@bo @cy hi @bo',
			in_reply_to_user_id_str: '9',
			in_reply_to_status_id_str: '5',
			entities: {
				user_mentions: [mention('bo', 0, 3), mention('cy', 4, 7, '-1'), mention('bo', 11, 14)],
			},
		});
		expect(reply.content.text).toBe('hi @bo');
		expect(reply.content.facets).toMatchObject([{ start: 3, end: 6, type: 'mention' }]);
		expect(reply.replyMentions).toEqual([
			{ handle: 'bo', name: 'BO', account: 'tw:9' },
			{ handle: 'cy', name: 'CY' },
		]);
		expect(reply.replyTo).toEqual({ post: 'tw:5', account: 'tw:9', handle: 'bo' });
	});

	it('replaces lone surrogates, which could not be stored', () => {
		expect(post({ full_text: 'a\ud83d b' }).content.text).toBe('a\uFFFD b');
	});
});

describe('kinds', () => {
	it('a repost is nothing else', () => {
		const repost = post({
			full_text: 'RT @bo: cut in the mid…',
			in_reply_to_user_id_str: '9',
			entities: {
				user_mentions: [mention('bo', 3, 6)],
				urls: [{ url: 'u', expanded_url: 'https://x.com/cy/status/12', indices: ['8', '11'] }],
			},
		});
		expect(repost.repostOf).toEqual({ handle: 'bo', name: 'BO', account: 'tw:9', truncated: true });
		expect(repost.content.text).toBe('cut in the mid…');
		expect(repost.replyTo).toBeUndefined();
		expect(repost.quote).toBeUndefined();
	});

	it('the last link to a post is the quote', () => {
		const link = (expanded_url: string, from: number) => ({
			url: 'https://t.co/a',
			expanded_url,
			indices: [String(from), String(from + 14)],
		});
		const quoting = post({
			full_text: 'https://t.co/a https://t.co/a https://t.co/a',
			entities: {
				urls: [
					link('https://twitter.com/bo/status/11', 0),
					link('https://mobile.twitter.com/cy/status/12?s=20', 15),
					link('https://a.example/status/13', 30),
				],
			},
		});
		expect(quoting.quote).toMatchObject({ post: 'tw:12', handle: 'cy' });
	});

	it('takes the best mp4, then any file of the tweet, and says what is missing', () => {
		const video = {
			type: 'video',
			media_url_https: 'https://pbs.twimg.com/thumb.jpg',
			video_info: {
				duration_millis: '1500',
				variants: [
					{ content_type: 'video/mp4', bitrate: '100', url: 'https://v.example/small.mp4?tag=1' },
					{ content_type: 'application/x-mpegURL', url: 'https://v.example/x.m3u8' },
					{ content_type: 'video/mp4', bitrate: '900', url: 'https://v.example/large.mp4?tag=1' },
				],
			},
		};
		const id = '1626929000000000001';
		const names = new Map([[id, [`${id}-odd.jpg`, `${id}-large.mp4`]]]);
		const fields = { extended_entities: { media: [video, { type: 'photo' }, { type: 'photo' }] } };
		const { media } = post(fields, names);
		expect(media?.map(({ type, file }) => [type, file])).toEqual([
			['video', `${id}-large.mp4`],
			['image', `${id}-odd.jpg`],
			['image', undefined],
		]);
		expect(media?.[0]).toMatchObject({
			duration: 1.5,
			remote: 'https://v.example/large.mp4?tag=1',
		});
		expect(media?.[0]?.alt).toBeUndefined();
	});
});

describe('rows that are wrong', () => {
	it('do not stand in the future: the id knows better, or they are skipped', () => {
		const future = 'Sat Feb 18 12:33:11 +0000 2099';
		const { createdAt } = post({ created_at: future });
		expect(new Date(createdAt ?? 0).getUTCFullYear()).toBe(2023);
		const none = { created_at: future, id_str: '12345' };
		expect(tweet(none)).toEqual({ fault: 'date' });
		expect(tweet({ created_at: future, id_str: '9000000000000000001' })).toEqual({ fault: 'date' });
	});

	it('make no addresses: an owner or a mention that is no handle', () => {
		const row = { id_str: '123456', created_at: created, full_text: 'hi @a/../b' };
		const odd = { ...owner, handle: 'a/../b' };
		const read = readTweet(row, { owner: odd, media: new Map(), notes: new Notes() });
		expect(read).toMatchObject({ post: { url: 'https://x.com/i/status/123456' } });
		const mentions = [mention('a/../b', 3, 10)];
		expect(
			post({ full_text: 'hi @a/../b', entities: { user_mentions: mentions } }).content.facets,
		).toBeUndefined();
	});

	it('say why they are skipped', () => {
		const context = { owner, media: new Map(), notes: new Notes() };
		expect(readTweet(null, context)).toEqual({ fault: 'shape' });
		expect(readTweet([], context)).toEqual({ fault: 'shape' });
		expect(readTweet('x', context)).toEqual({ fault: 'shape' });
		expect(readTweet({ tweet: 7 }, context)).toEqual({ fault: 'shape' });
		expect(tweet({ id_str: '-1' })).toEqual({ fault: 'id' });
		expect(tweet({ created_at: 'yesterday' })).toEqual({ fault: 'date' });
		expect(tweet({ created_at: 'Sat Feb 18 12:33:11 +0000 1823' })).toEqual({ fault: 'date' });
		expect(tweet({ full_text: null })).toEqual({ fault: 'text' });
	});

	it('never throw and never reach into prototypes, whatever stands in their fields', () => {
		const odd: unknown[] = [
			null,
			0,
			-1,
			Number.POSITIVE_INFINITY,
			Number.NaN,
			'',
			'x'.repeat(1000),
			[],
			[null],
			[[['a']]],
			{},
			{ length: 3 },
			JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
		];
		const names = [
			'entities',
			'extended_entities',
			'favorite_count',
			'in_reply_to_user_id',
			'in_reply_to_status_id_str',
			'lang',
			'source',
			'edit_info',
			'retweeted_status',
			'community_id',
			'full_text',
			'created_at',
		];
		const inner = [
			'media',
			'urls',
			'user_mentions',
			'hashtags',
			'symbols',
			'initial',
			'edit',
			'editTweetIds',
		];
		for (const value of odd) {
			for (const name of names) {
				expect(() => tweet({ full_text: 'RT @x: https://t.co/a #b', [name]: value })).not.toThrow();
				for (const field of inner)
					tweet({ full_text: '@x #b', [name]: { [field]: [value, { indices: value }] } });
			}
		}
		expect(({} as { polluted?: number }).polluted).toBeUndefined();
	});
});
