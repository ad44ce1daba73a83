import { expect, test } from 'vitest';
import { hrefs, parseRoute } from './route';

test.each([
	['', { page: 'timeline', view: { filter: {} } }],
	['#/', { page: 'timeline', view: { filter: {} } }],
	['#/?month=2014-03', { page: 'timeline', month: '2014-03', view: { filter: {} } }],
	['#/?month=2014-13', { page: 'timeline', view: { filter: {} } }],
	['#/import', { page: 'import' }],
	['#/settings', { page: 'settings' }],
	['#/search', { page: 'search', query: '' }],
	['#/search?q=a%26b%3F%20%23c', { page: 'search', query: 'a&b? #c' }],
	['#/archive', { page: 'archive', view: 'overview' }],
	['#/archive/media?account=tw%3A1', { page: 'archive', view: 'media', account: 'tw:1' }],
	['#/archive/elsewhere', { page: 'unknown' }],
	['#/post/tw%3A12', { page: 'post', key: 'tw:12' }],
	['#/post/https%3A%2F%2Fa.example%2Fb%3Fc', { page: 'post', key: 'https://a.example/b?c' }],
	['#/post/', { page: 'unknown' }],
	['#/post/%E0%A4%A', { page: 'unknown' }],
	['#/servers', { page: 'servers' }],
	['#/servers?elsewhere=1', { page: 'servers' }],
	['#/nowhere', { page: 'unknown' }],
])('%s', (hash, route) => {
	expect(parseRoute(hash)).toEqual(route);
});

test.each([
	[hrefs.search('from:ines "night trains" 100% #a+b'), 'from:ines "night trains" 100% #a+b'],
	[hrefs.search('😀 ü'), '😀 ü'],
	[hrefs.search('#a\ud83d!'), '#a\ufffd!'],
])('a query survives the address: %s', (href, query) => {
	expect(parseRoute(href)).toEqual({ page: 'search', query });
});

test('keys and accounts survive the address', () => {
	expect(parseRoute(hrefs.post('at://did/x?y#z%'))).toEqual({
		page: 'post',
		key: 'at://did/x?y#z%',
	});
	expect(parseRoute(hrefs.archive('likes', 'tw:7&8'))).toEqual({
		page: 'archive',
		view: 'likes',
		account: 'tw:7&8',
	});
});

test.each([
	[{ renew: 'did:plc:a&b' }],
	[{ serving: 'https://a.example/@b?c' }],
	[{ at: '127.0.0.1:4000' }],
])('why one comes to the servers survives the address: %j', (wants) => {
	expect(parseRoute(hrefs.servers(wants))).toEqual({ page: 'servers', wants });
});
