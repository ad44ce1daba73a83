import { expect, test } from 'vitest';
import type { Filter, Post, StoredPost } from '../model';
import { filters, passes } from './filter';

const MINE = 'https://a.example/users/me';
const OTHER = 'did:plc:me';

function stored(post: Partial<Post>, place: Partial<StoredPost> = {}): StoredPost {
	return {
		post: { key: 'k', network: 'one', author: 'author', content: { text: '' }, ...post },
		sortAt: 0,
		replies: [],
		views: [{ by: MINE, localId: '1' }],
		...place,
	};
}

const reposted = { repostedBy: [{ key: 'r', handle: 'r', name: 'R' }] };
const answer = { replyTo: { post: 'p', account: 'somebody' } };

const CASES: [string, Filter, StoredPost, boolean][] = [
	['nothing asked', {}, stored({}), true],
	['its network', { networks: ['one', 'two'] }, stored({}), true],
	['another network', { networks: ['two'] }, stored({}), false],
	['no network at all', { networks: [] }, stored({}), false],
	['my account saw it', { accounts: [MINE] }, stored({}), true],
	['another of mine saw it', { accounts: [OTHER] }, stored({}), false],
	[
		'both saw it',
		{ accounts: [OTHER] },
		stored({}, { views: [MINE, OTHER].map((by) => ({ by, localId: '' })) }),
		true,
	],
	['an archive', { accounts: ['tw:1'] }, archived(), true],
	['no archive', { accounts: [MINE] }, archived(), false],
	['a picture', { media: true }, stored({ media: [{ type: 'image' }] }), true],
	['no picture', { media: true }, stored({ media: [] }), false],
	['an answer', { withoutReplies: true }, stored(answer), false],
	['a thread', { withoutReplies: true }, stored({ replyTo: { account: 'author' } }), true],
	['an answer to somebody unknown', { withoutReplies: true }, stored({ replyTo: {} }), false],
	['a reposted answer', { withoutReplies: true }, stored(answer, reposted), true],
	['a repost', { withoutReposts: true }, stored({}, reposted), false],
	[
		'a repost of an archive',
		{ withoutReposts: true },
		archived({ repostOf: { handle: 'x' } }),
		false,
	],
	['a post', { withoutReposts: true }, stored({}, { repostedBy: [] }), true],
	['one of two does not hold', { networks: ['one'], media: true }, stored({}), false],
];

function archived(post: Partial<Post> = {}): StoredPost {
	const { views: _, ...rest } = stored(post);
	return { ...rest, owner: 'tw:1' };
}

test.each(CASES)('%s', (_name, filter, post, shown) => {
	expect(passes(filter, post)).toBe(shown);
});

test('knows a filter that leaves nothing out', () => {
	expect(filters({})).toBe(false);
	expect(filters({ media: true })).toBe(true);
	expect(filters({ networks: [] })).toBe(true);
});
