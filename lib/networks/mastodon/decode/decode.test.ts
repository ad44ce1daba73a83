import { describe, expect, it } from 'vitest';
import * as mastodon from '../../../../tests/fixtures/mastodon-entities/mastodon';
import * as small from '../../../../tests/fixtures/mastodon-entities/mastodon-notices';
import { BORDER, instant, read } from '../../../../tests/fixtures/mastodon-entities/reading';
import { readAccount } from './account';
import { readAnnouncement } from './announcement';
import { readEdits } from './edits';
import { Gathering } from './gathering';
import { readGrouped } from './grouped';
import { readFollowedTag, readList } from './named';
import { readNotices } from './notice';
import { readRelationship } from './relationship';

describe('Mastodon 4.5', () => {
	it('gives an account', () => {
		expect(readAccount(mastodon.maria, BORDER)).toEqual({
			localId: '109000000000000001',
			account: {
				key: 'https://chaos.example/users/maria',
				handle: 'maria@chaos.example',
				name: 'Maria :cat:',
				network: 'mastodon',
				own: true,
				createdAt: instant('2022-11-01T00:00:00Z'),
				url: 'https://chaos.example/@maria',
				avatar: 'https://files.chaos.example/a/still.png',
				locked: true,
				indexing: 'no',
				bio: {
					text: 'Lives in #Berlin',
					facets: [{ type: 'tag', tag: 'Berlin', start: 9, end: 16 }],
				},
				fields: [
					{
						name: 'Site',
						value: {
							text: 'maria.example',
							facets: [{ type: 'link', href: 'https://maria.example/', start: 0, end: 13 }],
						},
						verifiedAt: instant('2024-03-01T10:00:00Z'),
					},
				],
				emojis: [
					{
						shortcode: 'cat',
						url: 'https://files.chaos.example/e/cat.gif',
						still: 'https://files.chaos.example/e/cat.png',
					},
				],
				counts: { posts: 99, followers: 12, following: 3 },
			},
		});
	});

	it('gives a moved, silenced account without a name or pictures', () => {
		const account = readAccount(mastodon.ivo, BORDER)?.account;
		expect(account).not.toHaveProperty('own');
		expect(account).toMatchObject({
			key: 'https://far.example/ap/users/115000000000000001',
			handle: 'ivo@far.example',
			name: 'ivo',
			limited: true,
			suspended: true,
			bot: true,
			group: true,
			moved: { account: 'https://chaos.example/users/maria', handle: 'maria@chaos.example' },
		});
		expect(account).not.toHaveProperty('avatar');
		expect(account).not.toHaveProperty('bio');
	});

	it('gives a post with all that it has, and the quoted one', () => {
		const { entry, post, view, posts, accounts } = read(mastodon.status);
		const key = 'https://chaos.example/users/maria/statuses/115400000000000002';
		expect(entry).toEqual({
			activity: key,
			post: key,
			sortAt: instant('2026-11-20T10:00:00Z'),
			seen: [{ by: BORDER.by, cursorId: '115400000000000002', localId: '115400000000000002' }],
		});
		expect(view).toEqual({
			by: BORDER.by,
			own: true,
			localId: '115400000000000002',
			favourited: true,
			bookmarked: true,
			reposted: true,
			muted: true,
			filtered: { titles: ['Food'], hide: true },
			quoting: 'ask',
			parentId: '115400000000000001',
			pollId: '44',
			voted: [1],
		});
		expect(post).toEqual({
			key,
			network: 'mastodon',
			url: 'https://chaos.example/@maria/115400000000000002',
			author: 'https://chaos.example/users/maria',
			createdAt: instant('2026-11-20T10:00:00Z'),
			content: {
				text: '@ivo soup & #Bread',
				facets: [
					{ type: 'mention', handle: 'ivo@far.example', start: 0, end: 4 },
					{ type: 'tag', tag: 'Bread', start: 12, end: 18 },
				],
			},
			replyTo: {
				post: mastodon.quoted.uri,
				account: mastodon.ivo.uri,
				handle: 'ivo@far.example',
			},
			quote: {
				post: mastodon.quoted.uri,
				url: mastodon.quoted.url,
				handle: 'ivo@far.example',
			},
			media: [
				{
					type: 'gif',
					remote: 'https://files.chaos.example/m/7.mp4',
					preview: 'https://files.chaos.example/m/7.png',
					blurhash: 'UBL_:rOpGG-oBUNG,qRj2so|=eE1w^n4S5NH',
					alt: 'A bowl\nof soup',
					width: 640,
					height: 480,
					duration: 2.5,
					focus: { x: 0.5, y: -0.25 },
				},
			],
			language: 'en',
			counts: { likes: 3, reposts: 2, replies: 1, quotes: 4 },
			warning: 'Essen',
			sensitive: true,
			visibility: 'unlisted',
			editedAt: instant('2026-11-20T11:00:00Z'),
			app: 'Tusky',
			mentions: [{ handle: 'ivo@far.example' }],
			poll: {
				options: [{ title: 'Lentil', votes: 3 }, { title: 'Pea' }],
				votes: 5,
				voters: 4,
				multiple: true,
				closesAt: instant('2026-11-21T10:00:00Z'),
			},
			card: {
				url: 'https://soup.example/recipe',
				title: 'Soup <b>now</b>',
				description: 'How to',
				provider: 'Soup',
				author: 'Ana',
				image: 'https://files.chaos.example/c/1.png',
				type: 'link',
			},
		});
		expect(posts.map((seen) => seen.post.key)).toContain(mastodon.quoted.uri);
		expect(accounts.map(({ handle }) => handle).sort()).toEqual([
			'ivo@far.example',
			'maria@chaos.example',
		]);
	});

	it('tells a repost from the post', () => {
		const { entry, post } = read(mastodon.repost);
		expect(entry).toEqual({
			activity: mastodon.repost.uri,
			post: mastodon.quoted.uri,
			sortAt: instant('2026-11-20T12:00:00Z'),
			by: mastodon.maria.uri,
			seen: [{ by: BORDER.by, cursorId: mastodon.repost.id, localId: mastodon.quoted.id }],
		});
		expect(post?.author).toBe(mastodon.ivo.uri);
	});

	it('gives a relationship', () => {
		expect(readRelationship(small.relationship, BORDER.by, mastodon.ivo.uri)).toEqual({
			by: BORDER.by,
			account: mastodon.ivo.uri,
			localId: '115000000000000007',
			following: true,
			followedBy: true,
			requestedBy: true,
			muting: true,
			mutingNotices: true,
			note: 'met in Bern',
		});
	});

	it('gives an announcement, a list, a followed tag', () => {
		expect(readAnnouncement(small.announcement, BORDER)).toEqual({
			by: BORDER.by,
			id: '8',
			content: {
				text: 'We move on Sunday',
				facets: [{ type: 'bold', start: 11, end: 17 }],
			},
			publishedAt: instant('2026-11-19T08:00:00Z'),
			endsAt: instant('2026-11-30T00:00:00Z'),
			read: true,
		});
		expect(readList(small.list, BORDER.by)).toEqual({
			by: BORDER.by,
			source: { kind: 'list', id: '12249' },
			name: 'Friends',
		});
		expect(readFollowedTag(small.tag, BORDER.by)).toEqual({
			by: BORDER.by,
			source: { kind: 'tag', tag: 'Bread' },
			name: '#Bread',
		});
	});

	it('gives earlier wordings without the present one', () => {
		const created = ['2026-11-20T10:00:00.000Z', '2026-11-20T10:05:00.000Z'];
		const edits = created.map((created_at, i) => ({ content: `<p>v${i}</p>`, created_at }));
		expect(readEdits(edits, 'https://a.example/1')).toEqual([
			{
				key: 'https://a.example/1',
				createdAt: instant('2026-11-20T10:00:00Z'),
				content: { text: 'v0' },
			},
		]);
	});
});

describe('notices', () => {
	it('reads grouped ones', () => {
		const into = new Gathering(BORDER);
		expect(readGrouped(small.grouped, into)).toEqual([
			{
				by: BORDER.by,
				id: 'favourite-115400000000000002-490000',
				kind: 'favourite',
				at: instant('2026-11-20T13:00:00Z'),
				people: [mastodon.ivo.uri],
				count: 7,
				post: mastodon.status.uri,
				cursorId: '34',
			},
			{
				by: BORDER.by,
				id: 'ungrouped-36',
				kind: 'severed',
				at: instant('2026-11-20T15:00:00Z'),
				people: [],
				count: 1,
				severed: { why: 'serverBlocked', target: 'gone.example', followers: 2, following: 5 },
				cursorId: '36',
			},
		]);
		expect(into.refused).toBe(0);
	});

	it('groups single ones about one post of half a day, and keeps the rest apart', () => {
		const into = new Gathering(BORDER);
		const later = { ...small.notification, id: '38', account: mastodon.maria };
		const nextDay = { ...later, id: '40', created_at: '2026-11-21T13:00:00.000Z' };
		const notices = readNotices(
			[nextDay, later, small.notification, small.warning, small.severed, 7],
			into,
		);
		expect(notices.map(({ kind, people, count }) => [kind, people.length, count])).toEqual([
			['favourite', 1, 1],
			['favourite', 2, 2],
			['moderationWarning', 1, 1],
			['severed', 1, 1],
		]);
		expect(notices[1]).toMatchObject({
			cursorId: '38',
			people: [mastodon.maria.uri, mastodon.ivo.uri],
		});
		expect(notices[2]?.warning).toEqual({
			action: 'mark_statuses_as_sensitive',
			text: 'Please use a <CW>.',
			url: 'https://chaos.example/@maria',
		});
		expect(into.refused).toBe(1);
	});

	it('names a kind that is not known here', () => {
		const into = new Gathering(BORDER);
		const [notice] = readNotices([{ ...small.notification, type: 'admin.sign_up' }], into);
		expect(notice).toMatchObject({ kind: 'other', name: 'admin.sign_up' });
	});
});
