import { describe, expect, it } from 'vitest';
import type { Source } from '../../lib/model';
import { didOf, io, network, sessionOf, start } from './atproto-visit';
import { problemOf } from './io';
import { needed } from './sign-in';

const HOME: Source = { kind: 'home' };
const page = needed(network.page);
const react = needed(network.react);

const flagsOf = (one: object): Readonly<Record<string, unknown>> => ({ ...one });

describe('reacting', () => {
	it.each(['favourite', 'bookmark', 'muteConversation'] as const)(
		'%s, twice is once',
		async (type) => {
			const square = await start();
			const session = sessionOf(square);
			const seen = needed((await page(session, HOME, undefined, io)).posts[0]);
			const post = { post: seen.post.key, localId: seen.view.localId };
			const flag = { favourite: 'favourited', bookmark: 'bookmarked', muteConversation: 'muted' }[
				type
			];
			for (const on of [true, true, false, false, true]) {
				const { posts: after } = await react(session, { type, post, on }, io);
				const [now] = needed(after);
				expect(flagsOf(needed(now).view)[flag]).toBe(on || undefined);
				const again = await page(session, HOME, undefined, io);
				const found = needed(again.posts.find((one) => one.post.key === seen.post.key));
				expect(flagsOf(found.view)[flag]).toBe(on || undefined);
				expect(found.post.counts).toEqual(now?.post.counts);
			}
			const likes = square.recordsOf('alice', 'app.bsky.feed.like');
			expect(likes).toHaveLength(type === 'favourite' ? 1 : 0);
		},
	);

	it.each(['follow', 'block', 'mute'] as const)('%s, twice is once', async (type) => {
		const square = await start();
		const session = sessionOf(square);
		const account = { account: didOf(square, 'dora') };
		const flag = { follow: 'following', block: 'blocking', mute: 'muting' }[type];
		for (const on of [true, true, false, false, true]) {
			const { relationship } = await react(session, { type, account, on }, io);
			expect(flagsOf(needed(relationship))[flag]).toBe(on || undefined);
			const person = await needed(network.person)(session, account, io);
			expect(person.relationship).toEqual(relationship);
		}
		if (type === 'mute') return;
		expect(
			square
				.recordsOf('alice', `app.bsky.graph.${type}`)
				.filter(({ value }) => value['subject'] === account.account),
		).toHaveLength(1);
		if (type === 'block') {
			const { accounts } = await needed(network.people)(session, { kind: 'blocks' }, undefined, io);
			expect(accounts.map(({ key }) => key)).toEqual([account.account]);
		}
	});

	it('reports a post or somebody', async () => {
		const square = await start();
		const session = sessionOf(square);
		const account = { account: didOf(square, 'bob') };
		const told = { comment: 'Look.', category: 'spam', rules: [], forward: false } as const;
		const post = needed(square.recordsOf('bob', 'app.bsky.feed.post')[0]);
		for (const refs of [[], [{ post: post.uri }]]) {
			await react(session, { type: 'report', account, report: { ...told, posts: refs } }, io);
		}
		expect(square.world.reports).toHaveLength(2);
		const gone = [{ post: post.uri }, { post: `${post.uri.slice(0, -1)}2` }];
		const report = react(
			session,
			{ type: 'report', account, report: { ...told, posts: gone } },
			io,
		);
		expect((await problemOf(report)).kind).toBe('missing');
		expect(square.world.reports).toHaveLength(2);
	});
});

describe('people and notices', () => {
	it('finds somebody by DID and by handle, with what stands between us', async () => {
		const square = await start();
		const session = sessionOf(square);
		const bob = didOf(square, 'bob');
		const person = needed(network.person);
		const { account, relationship } = await person(session, { account: bob }, io);
		expect(account).toMatchObject({ key: bob, handle: 'bob.square.test', name: 'Bob de Wit' });
		expect(account.counts?.followers).toBe(1);
		expect(relationship).toMatchObject({ by: session.account, following: true, followedBy: true });
		expect(await person(session, { handle: '@Bob.square.test' }, io)).toEqual({
			account,
			relationship,
		});
		expect((await problemOf(person(session, { handle: 'nobody.square.test' }, io))).kind).toMatch(
			/missing|refused/,
		);
		for (const kind of ['followers', 'following'] as const) {
			const list = { kind, account: session.account };
			const { accounts, relationships } = await needed(network.people)(
				session,
				list,
				undefined,
				io,
			);
			expect(accounts.map(({ key }) => key)).toContain(bob);
			expect(relationships.find((one) => one.account === bob)?.following).toBe(true);
		}
	});

	it('tells what came, grouped, with the posts, and how far it was read', async () => {
		const square = await start();
		const session = sessionOf(square);
		const mine = square.publish('alice', { text: 'Mine' }).uri;
		for (const name of ['bob', 'carol', 'dora']) square.like(name, mine);
		const reply = square.publish('dora', { text: 'Hm', replyTo: mine }).uri;
		const asked = square.log.length;
		const read = await needed(network.notices)(session, undefined, io);
		// Two of them look for labels on me, every quarter of an hour.
		expect(square.log.length - asked).toBeLessThanOrEqual(5);
		const liked = needed(
			read.notices.find(({ kind, post }) => kind === 'favourite' && post === mine),
		);
		expect([liked.count, liked.people.length]).toEqual([3, 3]);
		expect(read.notices.find(({ kind }) => kind === 'mention')?.post).toBe(reply);
		const known = read.posts.map(({ post }) => post.key);
		expect(known).toEqual(expect.arrayContaining([mine, reply]));
		expect(read.relationships?.map(({ account }) => account)).toEqual([didOf(square, 'dora')]);
		const newest = needed(read.notices[0]).cursorId;
		await needed(network.keepMarkers)(session, { notices: newest }, io);
		expect(await needed(network.markers)(session, io)).toEqual({ notices: newest });
	});

	it('searches words, and looks up what is named', async () => {
		const square = await start();
		const session = sessionOf(square);
		const search = (q: string) => needed(network.search)(session, q, io);
		const post = needed(square.recordsOf('bob', 'app.bsky.feed.post')[0]).uri;
		expect((await search('ladder')).posts.map((one) => one.post.key)).toEqual([post]);
		const bob = didOf(square, 'bob');
		for (const q of [
			post,
			post.replace(bob, 'bob.square.test'),
			`https://web.example/profile/${bob}/post/${post.split('/').at(-1)}`,
		]) {
			expect((await search(q)).posts.map((one) => one.post.key)).toEqual([post]);
		}
		for (const q of [bob, '@bob.square.test', 'bob.square.test']) {
			expect((await search(q)).accounts[0]?.key).toBe(bob);
		}
		expect((await search('nobody.square.test')).accounts).toEqual([]);
	});
});
