import { describe, expect, it } from 'vitest';
import type { Source } from '../../lib/model';
import type { Page } from '../../lib/networks';
import { visitor } from '../servers/atproto/visitor';
import { didOf, io, network, posts, sessionOf, start } from './atproto-visit';
import { problemOf } from './io';
import { needed } from './sign-in';

const HOME: Source = { kind: 'home' };
const page = needed(network.page);

const textOf = (read: Page, key: string) =>
	read.posts.find(({ post }) => post.key === key)?.post.content.text;

describe('timelines', () => {
	it('come in pages, whole, in order, under the addresses of the posts', async () => {
		const square = await start();
		const session = sessionOf(square);
		const made = Array.from({ length: 120 }, (_, n) => square.publish('bob', { text: `${n}` }).uri);
		const found: string[] = [];
		let at: { older: string } | undefined;
		do {
			const read: Page = await page(session, HOME, at, io);
			expect(read.refused).toBeUndefined();
			found.push(...posts(read));
			at = read.older === undefined ? undefined : { older: read.older };
		} while (at);
		expect(found.slice(0, 120)).toEqual(made.reverse());
		expect([...found].sort()).toEqual(square.home('alice').sort());
	});

	it('are read upwards from what is known, also where that was deleted', async () => {
		const square = await start();
		const session = sessionOf(square);
		square.publish('bob', { text: 'a' });
		const gone = square.publish('bob', { text: 'b' }).uri;
		const first = await page(session, HOME, undefined, io);
		const newer = needed(first.newer);
		expect(await page(session, HOME, { newer }, io)).toMatchObject({ entries: [] });
		square.delete(gone);
		const made = Array.from({ length: 55 }, (_, n) => square.publish('bob', { text: `${n}` }).uri);
		const next = await page(session, HOME, { newer }, io);
		expect(posts(next)).toEqual([...made].reverse());
		expect(next.older).toBeUndefined();
		const last = square.publish('bob', { text: 'last' }).uri;
		expect(posts(await page(session, HOME, { newer: needed(next.newer) }, io))).toEqual([last]);
	});

	it('say so where more is new than is read upwards', async () => {
		const square = await start();
		const session = sessionOf(square);
		const { newer } = await page(session, HOME, undefined, io);
		for (let n = 0; n < 240; n++) square.publish('bob', { text: `${n}` });
		expect(await page(session, HOME, { newer: needed(newer) }, io)).toEqual({
			entries: [],
			posts: [],
			accounts: [],
			newer,
		});
	});

	it('show who reposted, and what is answered', async () => {
		const square = await start();
		const session = sessionOf(square);
		const post = needed(square.recordsOf('dora', 'app.bsky.feed.post')[0]);
		const repost = square.repost('bob', post.uri);
		const answer = square.publish('carol', { text: 'Now I do.', replyTo: post.uri }).uri;
		const read = await page(session, HOME, undefined, io);
		const [bob, dora] = [didOf(square, 'bob'), didOf(square, 'dora')];
		expect(read.entries).toContainEqual(
			expect.objectContaining({ activity: repost, post: post.uri, by: bob }),
		);
		expect(read.posts.find((one) => one.post.key === answer)?.post.replyTo).toEqual({
			post: post.uri,
			account: dora,
			handle: 'dora.square.test',
		});
	});

	it('are those of authors, lists, tags, feeds and what I kept', async () => {
		const square = await start();
		const session = sessionOf(square);
		const bob = didOf(square, 'bob');
		const tagged = square.publish('bob', { text: 'Look #ladder' }).uri;
		const reply = square.publish('bob', {
			text: 'Yes',
			replyTo: needed(square.recordsOf('alice', 'app.bsky.feed.post')[0]).uri,
		});
		const author = (show: 'posts' | 'replies' | 'media' | 'pinned') =>
			page(session, { kind: 'author', account: bob, show }, undefined, io);
		expect(posts(await author('posts'))).not.toContain(reply.uri);
		expect(posts(await author('replies'))).toContain(reply.uri);
		expect(posts(await author('media'))).toEqual([]);
		expect(posts(await page(session, { kind: 'tag', tag: 'ladder' }, undefined, io))).toEqual([
			tagged,
		]);
		const list = square.record('alice', 'app.bsky.graph.list', {
			name: 'Builders',
			purpose: 'app.bsky.graph.defs#curatelist',
		}).uri;
		square.record('alice', 'app.bsky.graph.listitem', { list, subject: bob });
		const feed = square.record('bob', 'app.bsky.feed.generator', {
			did: 'did:web:feeds.test',
			displayName: 'All ladders',
		}).uri;
		const saved = [
			{ type: 'feed', value: feed, pinned: true, id: '1' },
			{ type: 'timeline', value: 'following', pinned: true, id: '2' },
		];
		await visitor(square, square.enter('alice').access).post('app.bsky.actor.putPreferences', {
			preferences: [{ $type: 'app.bsky.actor.defs#savedFeedsPrefV2', items: saved }],
		});
		const named = await needed(network.sources)(session, io);
		expect(named).toContainEqual({
			by: session.account,
			source: { kind: 'list', id: feed },
			name: 'All ladders',
		});
		expect(
			(await page(session, { kind: 'list', id: feed }, undefined, io)).refused,
		).toBeUndefined();
		expect(named).toContainEqual({
			by: session.account,
			source: { kind: 'list', id: list },
			name: 'Builders',
		});
		expect(posts(await page(session, { kind: 'list', id: list }, undefined, io))).toContain(tagged);
		for (const source of [{ kind: 'local' }, { kind: 'list', id: 'https://a.example/' }] as const) {
			expect((await problemOf(page(session, source, undefined, io))).kind).toBe('missing');
		}
	});

	it('are what I kept, and what somebody pinned', async () => {
		const square = await start();
		const session = sessionOf(square);
		const [seen] = (await page(session, HOME, undefined, io)).posts;
		const post = { post: needed(seen).post.key };
		for (const [type, kind] of [
			['favourite', 'favourites'],
			['bookmark', 'bookmarks'],
		] as const) {
			await needed(network.react)(session, { type, post, on: true }, io);
			const read = await page(session, { kind }, undefined, io);
			expect([posts(read), read.newer]).toEqual([[post.post], undefined]);
		}
		square.delete(post.post);
		const kept = await page(session, { kind: 'bookmarks' }, undefined, io);
		expect([posts(kept), kept.refused]).toEqual([[], undefined]);
		const pinned = needed(square.recordsOf('bob', 'app.bsky.feed.post')[0]);
		square.publish('bob', { text: 'Not pinned' });
		const { uri, cid } = pinned;
		square.record('bob', 'app.bsky.actor.profile', { pinnedPost: { uri, cid } }, 'self');
		const source = { kind: 'author', account: didOf(square, 'bob'), show: 'pinned' } as const;
		const read = await page(session, source, undefined, io);
		expect(posts(read)).toEqual([uri]);
		expect([read.older, read.newer]).toEqual([undefined, undefined]);
	});

	it('of my own are read from my repository when nobody serves them', async () => {
		const square = await start();
		const session = sessionOf(square);
		const mine: Source = { kind: 'author', account: session.account, show: 'replies' };
		const first = await page(session, mine, undefined, io);
		for (const view of square.views) (view as { up: boolean }).up = false;
		const added = square.publish('alice', { text: 'Still here.' });
		const read = await page(session, mine, undefined, io);
		expect(posts(read)).toEqual([added.uri, ...posts(first)]);
		expect(textOf(read, added.uri)).toBe('Still here.');
		expect(read.posts.every(({ view }) => view.partial && view.own)).toBe(true);
		expect(posts(await page(session, mine, { newer: needed(first.newer) }, io))).toEqual([
			added.uri,
		]);
		expect(read.instead?.key).toBe('networkViewSilent');
		expect(first.instead).toBeUndefined();
		expect((await problemOf(page(session, HOME, undefined, io))).kind).toBe('busy');
		const theirs: Source = { kind: 'author', account: didOf(square, 'bob'), show: 'posts' };
		expect((await problemOf(page(session, theirs, undefined, io))).kind).toBe('busy');
	});
});

describe('around a post', () => {
	it('stands its thread, and what is gone is missing', async () => {
		const square = await start();
		const session = sessionOf(square);
		const asked = square.publish('bob', { text: 'Q' }).uri;
		const answer = square.publish('carol', { text: 'A', replyTo: asked }).uri;
		const again = square.publish('bob', { text: 'Thanks', replyTo: answer }).uri;
		const thread = needed(network.thread);
		const read = await thread(session, { post: answer }, io);
		expect(posts(read)).toEqual([asked, answer, again]);
		square.delete(asked);
		const rest = await thread(session, { post: answer }, io);
		expect(posts(rest)).toEqual([answer, again]);
		expect(rest.posts[0]?.post.replyTo?.post).toBe(asked);
		expect((await problemOf(thread(session, { post: asked }, io))).kind).toBe('missing');
		const localId = await needed(network.locate)(session, answer, io);
		expect(localId).toBe(read.posts.find(({ post }) => post.key === answer)?.view.localId);
		expect(await needed(network.locate)(session, asked, io)).toBeUndefined();
		expect(await needed(network.locate)(session, 'https://a.example/1', io)).toBeUndefined();
	});
});
