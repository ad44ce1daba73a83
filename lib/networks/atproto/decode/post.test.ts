import { describe, expect, it } from 'vitest';
import * as embeds from '../../../../tests/fixtures/atproto-entities/embeds';
import {
	IVO,
	ivo,
	MARIA,
	ME,
	maria,
	mariaWhole,
} from '../../../../tests/fixtures/atproto-entities/people';
import {
	CID,
	item,
	PARENT,
	POST,
	parent,
	post,
	QUOTED,
	repost,
	TEXT,
	withEmbed,
} from '../../../../tests/fixtures/atproto-entities/posts';
import { BORDER, instant, read, WORDS } from '../../../../tests/fixtures/atproto-entities/reading';
import { Gathering } from './gathering';
import { readFeedEntry } from './post';

const AT = instant('2026-11-20T10:00:00.000Z');

describe('an account', () => {
	it('is known by its DID', () => {
		const into = new Gathering(BORDER);
		into.account(maria);
		expect(into.account(mariaWhole)).toEqual({
			key: MARIA,
			handle: 'maria.foundation.example',
			name: 'Maria 🦋',
			network: 'atproto',
			createdAt: instant('2024-02-06T17:11:52.123Z'),
			avatar: 'https://cdn.foundation.example/avatar/maria@jpeg',
			header: 'https://cdn.foundation.example/banner/maria@jpeg',
			bio: { text: 'Builds ladders.\n\nhttps://maria.example #wood' },
			counts: { posts: 99, followers: 12, following: 3 },
			indexing: 'yes',
		});
		// What a mere mention of them tells takes nothing away.
		into.account(maria);
		expect(into.all(WORDS).accounts[0]?.counts?.posts).toBe(99);
		expect(into.relationships([MARIA, ME, IVO], WORDS)).toEqual([
			{
				by: ME,
				account: MARIA,
				localId: MARIA,
				following: true,
				followedBy: true,
				muting: true,
				mutingNotices: true,
			},
		]);
	});

	it('says itself what it is, and is not called by a name that is not its own', () => {
		const into = new Gathering(BORDER);
		expect(into.account(ivo)).toMatchObject({
			handle: IVO,
			name: IVO,
			bot: true,
			signedInOnly: true,
		});
		expect(into.account({ ...maria, handle: 'handle.invalid' })?.handle).toBe(
			'did:plc:mariaaaaaaa…',
		);
		expect(into.account({ ...maria, labels: ivo.labels })).not.toHaveProperty('bot');
		expect(into.relationships([IVO], WORDS)[0]).toMatchObject({ blocking: true, blockedBy: true });
		for (const did of ['maria.example', 'did:key:x', 7, undefined]) {
			expect(into.account({ ...maria, did })).toBeUndefined();
		}
	});
});

describe('a post', () => {
	it('brings its words, its place, its counts and what I did with it', () => {
		const { entry, post: shown, view, accounts } = read(item);
		expect(entry).toEqual({
			activity: POST,
			post: POST,
			sortAt: AT,
			seen: [{ by: ME, cursorId: POST, localId: CID }],
		});
		expect(shown).toMatchObject({
			key: POST,
			network: 'atproto',
			author: MARIA,
			createdAt: AT,
			content: { text: TEXT },
			language: 'de',
			counts: { likes: 3, reposts: 2, replies: 1, quotes: 4 },
			mentions: [{ handle: 'ivo.example', account: IVO }],
			replyTo: { post: PARENT, account: IVO, handle: IVO },
		});
		expect(shown).not.toHaveProperty('url');
		expect(view).toEqual({
			by: ME,
			localId: CID,
			favourited: true,
			bookmarked: true,
			muted: true,
			mayAnswer: false,
			quoting: 'no',
		});
		expect(accounts.map(({ key }) => key)).toEqual([MARIA, IVO]);
	});

	it('stands where the earlier of its two dates says, and never in the future', () => {
		const dated = (createdAt: unknown, indexedAt: unknown) =>
			read({ post: { ...post, indexedAt, record: { ...post.record, createdAt } } }).entry?.sortAt;
		const old = '2019-01-01T00:00:00Z';
		expect(dated(old, post.indexedAt)).toBe(instant(old));
		expect(dated('2031-01-01T00:00:00Z', post.indexedAt)).toBe(instant(post.indexedAt));
		expect(dated('nonsense', post.indexedAt)).toBe(instant(post.indexedAt));
		expect(dated('2031-01-01T00:00:00Z', '2031-01-01T00:00:00Z')).toBe(BORDER.now + 300_000);
		expect(dated(old, 'nonsense')).toBeUndefined();
	});

	it('of a repost stands under the repost', () => {
		const { entry, view } = read(repost);
		expect(entry).toEqual({
			activity: repost.reason.uri,
			post: PARENT,
			sortAt: instant('2026-11-21T09:00:00.000Z'),
			by: MARIA,
			seen: [{ by: ME, cursorId: repost.reason.uri, localId: CID }],
		});
		expect(view).toEqual({ by: ME, localId: CID, quoting: 'yes' });
		const { uri: _old, ...reason } = repost.reason;
		expect(read({ ...repost, reason }).entry?.activity).toContain(`${PARENT}#reposted-by-`);
	});

	it('in somebody else’s repository is nobody’s', () => {
		const stolen = { ...post, author: ivo };
		expect(read({ post: stolen }).entry).toBeUndefined();
		for (const uri of [
			`at://maria.example/app.bsky.feed.post/1`,
			PARENT.replace('post', 'like'),
			'x',
		]) {
			expect(read({ post: { ...post, uri } }).entry).toBeUndefined();
		}
	});

	it('says who may answer', () => {
		const gated = (allow: unknown, lists?: unknown) =>
			read({ post: { ...post, threadgate: { record: { allow }, lists } } }).post?.answering;
		const rule = (name: string, more = {}) => ({
			$type: `app.bsky.feed.threadgate#${name}`,
			...more,
		});
		const list = `at://${MARIA}/app.bsky.graph.list/3kowrlistaaa2s`;
		expect(gated(undefined)).toBeUndefined();
		expect(gated([])).toEqual([]);
		expect(
			gated(
				[
					rule('mentionRule'),
					rule('followingRule'),
					rule('followerRule'),
					rule('listRule', { list }),
				],
				[{ uri: list, name: 'Builders' }],
			),
		).toEqual(['mentioned', 'followed', 'followers', { list: 'Builders' }]);
		expect(gated([rule('moonRule'), rule('mentionRule')])).toEqual(['mentioned']);
		expect(gated([rule('moonRule')])).toBeUndefined();
	});
});

describe('what a post embeds', () => {
	const shown = (embed: unknown) => read(withEmbed(embed)).post;

	it('is said to be there where it is of an unknown kind', () => {
		expect(shown({ $type: 'app.bsky.embed.hologram#view' })?.unshown).toBe(true);
		expect(
			shown({ $type: 'app.bsky.embed.record#view', record: { $type: 'a.b#c' } })?.unshown,
		).toBe(true);
		expect(shown(undefined)).not.toHaveProperty('unshown');
		expect(shown(embeds.images)).not.toHaveProperty('unshown');
	});

	it('are pictures', () => {
		expect(shown(embeds.images)?.media).toEqual([
			{
				type: 'image',
				remote: 'https://cdn.foundation.example/full/1@jpeg',
				preview: 'https://cdn.foundation.example/thumb/1@jpeg',
				alt: 'A ladder',
				width: 4,
				height: 3,
			},
			{
				type: 'image',
				remote: 'https://cdn.foundation.example/full/2@jpeg',
				preview: 'https://cdn.foundation.example/thumb/2@jpeg',
			},
		]);
		const all = shown(embeds.gallery)?.media ?? [];
		expect(all).toHaveLength(20);
		expect(all[19]).toMatchObject({ type: 'image', alt: 'No 19', width: 1, height: 2 });
		expect(all[19]?.preview).toContain('/thumb/19');
	});

	it('is a video that is loaded on demand', () => {
		expect(shown(embeds.video)?.media).toEqual([
			{
				type: 'video',
				playlist: embeds.video.playlist,
				preview: embeds.video.thumbnail,
				alt: 'It falls',
				width: 1080,
				height: 1920,
			},
		]);
		expect(shown({ ...embeds.video, presentation: 'gif' })?.media?.[0]?.type).toBe('gif');
		const broken = shown({ ...embeds.video, playlist: 'https://127.0.0.1/x.m3u8' })?.media?.[0];
		expect(broken).toMatchObject({ type: 'unknown', alt: 'It falls' });
	});

	it('is a page elsewhere', () => {
		expect(shown(embeds.external)?.card).toEqual({
			url: 'https://site.example/a',
			title: 'A site',
			type: 'link',
			description: 'About\nladders',
			image: 'https://cdn.foundation.example/thumb/site@jpeg',
		});
	});

	it('is a post, which is kept without taking anything from what is known of it', () => {
		const { post: quoting, posts } = read(withEmbed(embeds.record(embeds.quoted)));
		expect(quoting?.quote).toEqual({ post: QUOTED, url: '', handle: 'ivo.example' });
		const inner = posts.find((one) => one.post.key === QUOTED);
		expect(inner?.view).toEqual({ by: ME, localId: CID, partial: true });
		expect(inner?.post).toMatchObject({ content: { text: 'Quoted' }, counts: { likes: 7 } });
		expect(inner?.post.media).toHaveLength(2);
		const both = read(withEmbed(embeds.withMedia)).post;
		expect([both?.quote?.post, both?.media?.length]).toEqual([QUOTED, 2]);
	});

	it('is a post that may not be seen', () => {
		const away = { post: '', url: '', handle: '' };
		expect(shown(embeds.notFound)?.quote).toEqual({ ...away, state: 'deleted' });
		expect(shown(embeds.blocked)?.quote).toEqual({ ...away, state: 'hidden' });
		expect(shown(embeds.detached)?.quote).toEqual({ ...away, state: 'revoked' });
	});

	it('is a feed, a list or a starter pack, by name', () => {
		expect(shown(embeds.feed)?.card).toEqual({
			url: '',
			type: 'other',
			title: 'All ladders',
			description: 'Every one of them',
			author: 'Maria',
		});
		expect(shown(embeds.list)?.card?.title).toBe('Builders');
		expect(shown(embeds.starterPack)?.card?.title).toBe('Beginners');
	});

	it('is followed two quotes deep, however deep it goes', () => {
		let embed: unknown = embeds.images;
		for (let n = 0; n < 200; n++) {
			const uri = QUOTED.replace('quoted', `q${n}`);
			embed = embeds.record({ ...embeds.quoted, uri, embeds: [embed] });
		}
		expect(read(withEmbed(embed)).posts).toHaveLength(3);
	});

	it('shows nothing where it is not known', () => {
		const { media, card, quote } = shown({ $type: 'app.bsky.embed.hologram#view' }) ?? {};
		expect([media, card, quote]).toEqual([undefined, undefined, undefined]);
	});
});

it('keeps whole what came whole, whichever came first', () => {
	const glimpse = withEmbed(embeds.record({ ...embeds.quoted, uri: PARENT }));
	for (const order of [
		[glimpse, { post: parent }],
		[{ post: parent }, glimpse],
	]) {
		const into = new Gathering(BORDER);
		for (const one of order) readFeedEntry(one, into);
		const seen = into.all(WORDS).posts.find((one) => one.post.key === PARENT);
		expect(seen?.view).toEqual({ by: ME, localId: CID, quoting: 'yes' });
	}
});
