import { expect, it } from 'vitest';
import { recordingIo } from '../../../tests/contract/io';
import type { Content } from '../../model';
import { countOf } from '../../text';
import { x } from './index';

const window = x.handOver;
const HELLO: Content = { text: 'Hello', visibility: 'public' };
const asked = (content: Partial<Content>, about = {}) =>
	new URL(window?.url({ ...HELLO, ...content }, about) ?? '');

it('hands the words over as they are, in a window of its own', () => {
	const text = 'Größe & mehr = 100% #Tag\n\n👨‍👩‍👧‍👦 a+b \ud83d';
	const url = asked({ text });
	expect(url.origin + url.pathname).toBe('https://x.com/intent/post');
	expect(url.searchParams.get('text')).toBe(text.toWellFormed());
	// A plus would be a plus to some and a space to others.
	expect(url.search).not.toContain('+');
	expect(asked({ warning: 'Spiders' }).searchParams.get('text')).toBe('CW: Spiders\n\nHello');
});

it('names a page, an answered and a quoted post of its own', () => {
	const card = { url: 'https://example.org/a', title: 'A' };
	expect(asked({ card }).searchParams.get('url')).toBe(card.url);
	expect(asked({ card, text: `See ${card.url}` }).searchParams.get('url')).toBeNull();
	expect(asked({}, { replyTo: 'tw:12' }).searchParams.get('in_reply_to')).toBe('12');
	expect(asked({}, { quote: 'tw:12' }).searchParams.get('url')).toBe('https://x.com/i/status/12');
	const stranger = asked({}, { replyTo: 'https://chaos.example/1', quote: 'at://did:plc:a/b/c' });
	expect([...stranger.searchParams.keys()]).toEqual(['text']);
});

it('says what its window does not take', () => {
	const media = [{ file: 'a', type: 'image/png', alt: 'A tree' }];
	expect(window?.leaves({ ...HELLO, media, sensitive: true })).toEqual(['media', 'sensitive']);
	expect(window?.leaves(HELLO)).toEqual([]);
});

it('counts as Twitter does', () => {
	const style = { counting: window?.counting ?? 'graphemes', limits: window?.limits ?? never() };
	expect(countOf(style, `日本 ${'https://example.org/'.padEnd(90, 'a')}`)).toMatchObject({
		used: 4 + 1 + 23,
		limit: 280,
	});
});

const never = (): never => expect.fail('there is no window');

it.each<[string, string | undefined, string?]>([
	['https://x.com/alice/status/1234567890123456789', 'tw:1234567890123456789', 'alice'],
	[' https://twitter.com/alice/status/12?s=20&t=abc#m ', 'tw:12', 'alice'],
	['mobile.twitter.com/alice/status/12/photo/1', 'tw:12', 'alice'],
	['http://www.x.com/alice/statuses/12', 'tw:12', 'alice'],
	['https://x.com/i/web/status/12', 'tw:12', 'i'],
	['https://x.com/i/status/12', 'tw:12', 'i'],
	['https://x.com/alice', undefined],
	['https://x.com/alice/status/12abc', undefined],
	['https://x.com.evil.example/alice/status/12', undefined],
	['https://evil.example/?https://x.com/alice/status/12', undefined],
	['https://chaos.example/alice/status/12', undefined],
	['javascript:alert(1)', undefined],
	['', undefined],
])('%s leads to %s', (link, key, handle) => {
	const found = key && { key, url: `https://x.com/${handle}/status/${key.slice(3)}` };
	expect(window?.post(link)).toEqual(found);
});

it('asks nobody for anything', async () => {
	const { io, asked: requests } = recordingIo();
	for (const typed of ['x.com', 'https://x.com/alice', '@alice@x.com'])
		expect(await x.discover(typed, io)).toBeUndefined();
	await expect(x.refresh({ host: 'x.com', origin: 'https://x.com' }, io)).rejects.toThrow(
		'missing',
	);
	expect(requests).toEqual([]);
});
