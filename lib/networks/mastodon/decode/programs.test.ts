import { describe, expect, it, test } from 'vitest';
import * as mastodon from '../../../../tests/fixtures/mastodon-entities/mastodon';
import * as others from '../../../../tests/fixtures/mastodon-entities/others';
import { at, BORDER, read } from '../../../../tests/fixtures/mastodon-entities/reading';
import { readAccount } from './account';

describe('other programs', () => {
	test('Mastodon 4.2', () => {
		const { post, view } = read(others.mastodon42);
		expect(post).not.toHaveProperty('quote');
		expect(view).not.toHaveProperty('quoting');
		// The paragraph for readers without quotes stays where there is no quote to show.
		expect(post?.content.text).toMatch(/^RE: /);
	});

	test('GoToSocial', () => {
		const { post, accounts } = read(others.gotosocial, at('sloth.example', 'gotosocial'));
		expect(post).toMatchObject({
			key: 'https://sloth.example/users/ana/statuses/01JD4V8N7X6W6TT6JM4Q2KQ3BC',
			author: 'https://sloth.example/users/ana',
			visibility: 'followers',
			content: { text: 'slow' },
		});
		expect(accounts[0]).toMatchObject({ handle: 'ana@sloth.example', name: 'Ana' });
	});

	test('Pleroma', () => {
		const { post, posts } = read(others.pleroma, at('pl.example', 'pleroma'));
		expect(post).toMatchObject({
			author: 'https://pl.example/users/olga',
			visibility: 'followers',
			content: { text: 'see' },
			quote: { post: mastodon.quoted.uri, handle: 'ivo@far.example' },
		});
		expect(posts).toHaveLength(2);
	});

	test('Fedibird', () => {
		const { post, posts } = read(others.fedibird);
		expect(post?.quote?.post).toBe(mastodon.quoted.uri);
		expect(posts).toHaveLength(2);
	});

	test('Pixelfed', () => {
		const { post, view } = read(others.pixelfed, at('pix.example', 'pixelfed'));
		expect(post).toMatchObject({
			author: 'https://pix.example/users/pia',
			content: { text: 'Sea\n#sea', facets: [{ type: 'tag', tag: 'sea', start: 4, end: 8 }] },
			media: [{ type: 'image' }],
		});
		expect(view).not.toHaveProperty('reposted');
	});

	test('Hollo', () => {
		const { post, accounts } = read(others.hollo, at('hollo.example', 'hollo'));
		expect(post).toMatchObject({
			author: 'https://hollo.example/@hong',
			quote: { post: '', url: '', handle: '', state: 'revoked' },
		});
		expect(accounts[0]?.handle).toBe('hong@hollo.example');
	});

	test('snac, whose reposts have the address of the post', () => {
		const border = at('snac.example', 'snac');
		const { post, accounts } = read(others.snac, border);
		expect(post).toMatchObject({
			author: 'https://snac.example/walter',
			content: { text: 'small' },
		});
		expect(accounts[0]?.handle).toBe('walter@snac.example');
		const { entry } = read(others.snacRepost, border);
		expect(entry?.post).toBe(post?.key);
		expect(entry?.activity).toBe(
			`${post?.key}#reposted-by-${encodeURIComponent('https://snac.example/walter')}`,
		);
	});
});

describe('one key for an account, whoever tells of it', () => {
	const gts = at('sloth.example', 'gotosocial');
	const seen = (url: string, post?: string, username = 'maria') =>
		readAccount(
			{ ...others.gotosocialSeesMaria, username, acct: `${username}@${new URL(url).host}`, url },
			gts,
			post,
		)?.account.key;

	it('from its own server and from GoToSocial', () => {
		expect(readAccount(others.gotosocialSeesMaria, gts)?.account.key).toBe(
			readAccount(mastodon.maria, BORDER)?.account.key,
		);
	});

	test.each([
		[
			'Mastodon',
			'https://a.example/@maria',
			'https://a.example/users/maria/statuses/1',
			'https://a.example/users/maria',
		],
		[
			'Mastodon 4.5',
			'https://a.example/@maria',
			'https://a.example/ap/users/11/statuses/1',
			'https://a.example/ap/users/11',
		],
		[
			'Hollo',
			'https://a.example/@maria',
			'https://a.example/@maria/01930000-0000-7000-8000-000000000001',
			'https://a.example/@maria',
		],
		[
			'Pixelfed',
			'https://a.example/maria',
			'https://a.example/p/maria/4',
			'https://a.example/users/maria',
		],
		[
			'snac',
			'https://a.example/maria',
			'https://a.example/maria/p/1763632800.000001',
			'https://a.example/maria',
		],
		[
			'Pleroma',
			'https://a.example/users/maria',
			'https://a.example/objects/1',
			'https://a.example/users/maria',
		],
		[
			'a post of another host',
			'https://a.example/@maria',
			'https://evil.example/users/maria/statuses/1',
			'https://a.example/users/maria',
		],
		[
			'a post of somebody else',
			'https://a.example/@maria',
			'https://a.example/@olga/01930000-0000-7000-8000-000000000001',
			'https://a.example/users/maria',
		],
	])('from a post on %s', (_name, url, post, key) => {
		expect(seen(url, post)).toBe(key);
	});

	it('from the software where it is the answering server', () => {
		const own = { id: '1', username: 'pia', acct: 'pia', url: 'https://pix.example/pia' };
		expect(readAccount(own, at('pix.example', 'pixelfed'))?.account.key).toBe(
			'https://pix.example/users/pia',
		);
	});
});
