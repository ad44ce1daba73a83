import { describe, expect, it } from 'vitest';
import {
	addressOf,
	isPostedAt,
	narrowerOf,
	navigationAt,
	readBrought,
	readFromSite,
	SUGGESTED,
	siteAt,
	textOf,
	WITH_NAVIGATION,
	warningOf,
} from '.';

it.each([
	['/ada/status/20', '/ada/status/20'],
	['/ada/status/20/', '/ada/status/20'],
	['/ada/status/20/photo/1', '/ada/status/20'],
	['/ada/status/20/analytics', undefined],
	['/home', undefined],
])('of %s the composer of X answers %s', (path, about) => {
	expect(siteAt('x.com').aboutPage?.exec(path)?.[0]).toBe(about);
});

const PAGE = { title: 'A title', pageUrl: 'https://news.example/a?b=1' };

describe('what is brought from a page', () => {
	it.each([
		['page', {}, 'A title\nhttps://news.example/a?b=1'],
		['link', { linkUrl: 'https://other.example/x' }, 'https://other.example/x'],
		[
			'link',
			{ linkUrl: 'https://other.example/x', linkText: 'Read it' },
			'Read it\nhttps://other.example/x',
		],
		['image', { srcUrl: 'https://cdn.example/p.png' }, 'A title\nhttps://cdn.example/p.png'],
		['image', { srcUrl: 'data:image/png;base64,AAAA' }, 'A title\nhttps://news.example/a?b=1'],
		[
			'selection',
			{ selectionText: 'So it was said.' },
			'“So it was said.”\n\nA title\nhttps://news.example/a?b=1',
		],
	])('from the menu of a %s with %j', (menuItemId, more, text) => {
		expect(textOf(readBrought({ ...PAGE, ...more, menuItemId }) ?? {})).toBe(text);
	});

	it('is plain text of a length that we chose', () => {
		const quote = `\u202Eevil\u0000 <img src=x onerror=alert(1)>${'x'.repeat(100_000)}`;
		const title = `Two\nlines ${'y'.repeat(1000)}`;
		const text = textOf(readBrought({ quote, title, url: 'https://a.example/' }) ?? {});
		expect(text.startsWith('“evil <img')).toBe(true);
		expect(text).toContain('“evil <img src=x onerror=alert(1)>x');
		expect(text).toContain('\n\nTwo lines y');
		expect(text.length).toBeLessThan(4000 + 300 + 50);
	});

	it('has no name and no password in its address', () => {
		expect(addressOf('https://name:secret@bank.example/a')).toBe('https://bank.example/a');
	});

	it.each([
		'javascript:alert(1)',
		'file:///etc/passwd',
		'data:text/html,x',
		'chrome://settings',
		`https://a.example/${'x'.repeat(2000)}`,
		'',
	])('has no address like %.40s', (url) => {
		expect(addressOf(url)).toBeUndefined();
		expect(textOf({ title: 'A title', url })).toBe('A title');
	});

	it('of a composer in which nothing is typed yet is that composer', () => {
		const empty = readBrought({ type: 'alsoTo', text: '', site: 'x.com' });
		expect(empty).toEqual({ site: 'x.com' });
		expect(textOf(empty ?? {})).toBe('');
	});

	it('has the warning on one line, and who may see it only in words that are known', () => {
		const typed = { type: 'alsoTo', text: 'Bread', warning: 'Long,\nand \u202eabout bread' };
		const brought = readBrought({ ...typed, narrower: 'followers' }) ?? {};
		expect([warningOf(brought), narrowerOf(brought)]).toEqual([
			'Long, and about bread',
			'followers',
		]);
		for (const narrower of ['public', 'everybody', 'direct now', 7]) {
			expect(narrowerOf(readBrought({ ...typed, narrower }) ?? {})).toBeUndefined();
		}
		expect(warningOf({ warning: ' \n' })).toBeUndefined();
	});

	it.each([undefined, null, 'page', 7, {}, { text: 3 }, { menuItemId: 'page' }])(
		'is nothing in %j',
		(value) => {
			expect(readBrought(value)).toBeUndefined();
		},
	);
});

describe('what a script in a page of others says', () => {
	const sender = { id: 'own', url: 'https://x.com/home', frameId: 0 };
	const typed = { type: 'alsoTo', text: 'Hello' };

	it('is heard from our own script in a page that fills its tab', () => {
		expect(readFromSite(typed, sender, 'own')).toEqual({
			host: 'x.com',
			said: typed,
		});
		for (const said of [
			{ type: 'looked', missing: 'post' },
			{ type: 'looked', part: 'entry' },
			{ type: 'looked', part: 'entry', missing: 'navigation' },
		])
			expect(readFromSite({ ...said, more: 1 }, sender, 'own')?.said).toEqual(said);
		expect(
			readFromSite({ type: 'looked', part: 'also', missing: 'x' }, sender, 'own')?.said,
		).toEqual({ type: 'looked' });
	});

	it.each([
		[typed, { ...sender, id: 'other' }],
		[typed, { ...sender, frameId: 3 }],
		[typed, { ...sender, frameId: undefined }],
		[null, sender],
		[typed, { ...sender, url: 'http://x.com/' }],
		[typed, { ...sender, url: 'chrome-extension://own/app.html' }],
		[{ ...typed, text: 'x'.repeat(64 * 1024 + 1) }, sender],
		[{ ...typed, text: { toString: 1 } }, sender],
		[{ type: 'enqueue', draft: 'd', rev: 1 }, sender],
		['alsoTo', sender],
	])('is nothing in %.60j from %j', (value, from) => {
		expect(readFromSite(value, from, 'own')).toBeUndefined();
	});
});

describe('a navigation', () => {
	it('is known of the sites that are offered, and of no other', () => {
		for (const host of WITH_NAVIGATION) expect(navigationAt(host)?.links.expected).toBe('one');
		for (const host of ['social.example', 'toString', 'x.com.evil.example'])
			expect(navigationAt(host)).toBeUndefined();
	});
});

describe('a site', () => {
	it('has what is typed in it posted by its own accounts', () => {
		const at = (host: string, network: string) => ({ host, network });
		expect(isPostedAt('social.example', at('social.example', 'mastodon'))).toBe(true);
		expect(isPostedAt('social.example', at('other.example', 'mastodon'))).toBe(false);
		expect(isPostedAt('x.com', at('x.com', 'x'))).toBe(true);
		expect(isPostedAt('bsky.app', at('pds.example', 'atproto'))).toBe(true);
		expect(isPostedAt('x.com', at('pds.example', 'atproto'))).toBe(false);
	});

	it('is one of the named ones, or a server of Mastodon', () => {
		expect(SUGGESTED).toEqual(['x.com', 'bsky.app']);
		expect(siteAt('x.com').seen).toContain('x.com/home');
		for (const host of ['social.example', 'toString'])
			expect(siteAt(host).seen).toContain('Mastodon');
	});
});
