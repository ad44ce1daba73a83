import { afterEach, describe, expect, it } from 'vitest';
import type { Session, Source } from '../../lib/model';
import { type Network, networkOf, type Page } from '../../lib/networks';
import { NETWORKS } from '../../lib/networks/adapters';
import { type MastodonServer, type Personality, startMastodon } from '../servers/mastodon';
import { walkPages } from '../servers/mastodon/visitor';
import { problemOf, recordingIo } from './io';
import { needed, REDIRECT, stored } from './sign-in';

const ALL: readonly Personality[] = [
	'mastodon-4.5',
	'mastodon-4.2',
	'gotosocial',
	'pleroma',
	'pixelfed',
	'hollo',
	'snac',
	'square',
];
const HOME: Source = { kind: 'home' };
const network: Network = needed(networkOf('mastodon', NETWORKS));
const page = needed(network.page);
const react = needed(network.react);
const { io } = recordingIo();

const running: MastodonServer[] = [];
afterEach(async () => {
	const complaints = running.flatMap(({ problems }) => problems);
	await Promise.all(running.splice(0).map((server) => server.stop()));
	expect(complaints).toEqual([]);
});

async function start(personality: Personality, peers: readonly MastodonServer[] = []) {
	const server = await startMastodon({ personality, peers });
	running.push(server);
	return server;
}

async function sessionOn(server: MastodonServer, index = 0): Promise<Session> {
	const me = needed(server.people[index]);
	const found = needed(await network.discover(server.origin, io));
	const how = { redirect: REDIRECT, again: true, language: 'en' };
	const { url, pending } = needed(await needed(network.begin)(found.server, how, io));
	const location = (await walkPages(server, me, url, false)).location ?? undefined;
	const { session } = await needed(network.finish)(needed(location), stored(pending), io);
	return stored(session);
}

/** All pages from one to the end of the list. */
async function toEnd(session: Session, source: Source, first: Page): Promise<Page[]> {
	const pages = [first];
	for (let last = first; last.older !== undefined && pages.length < 20; ) {
		// Waiting is the budget's work, which is not under test here; Pleroma allows three in half a second.
		for (const server of running) server.clearRates();
		last = await page(session, source, { older: last.older }, io);
		pages.push(last);
	}
	return pages;
}

const activities = (pages: readonly Page[]) =>
	pages.flatMap(({ entries }) => entries.map(({ activity }) => activity));

describe.each(ALL)('reading %s', (personality) => {
	it('pages through a home without losing or doubling a post', async () => {
		const server = await start(personality);
		const [me, other] = [needed(server.people[0]), needed(server.people[1])];
		const session = await sessionOn(server);
		for (let n = 0; n < 70; n++) server.post(other.username, { text: `More ${n}` });
		const wanted = server.people.flatMap(({ username }) =>
			server.postsOf(username).map(({ uri }) => uri),
		);
		const pages = await toEnd(session, HOME, await page(session, HOME, undefined, io));
		const read = activities(pages);
		expect(new Set(read).size).toBe(read.length);
		expect([...read].sort()).toEqual([...wanted].sort());
		const authors = new Set(pages.flatMap(({ posts }) => posts.map(({ post }) => post.author)));
		expect(authors).toContain(me.uri);
		expect(session.account).toBe(me.uri);
		expect(pages.some(({ refused }) => refused)).toBe(false);
	});

	it('reads what is newer page by page, up from where it was', async () => {
		const server = await start(personality);
		const session = await sessionOn(server);
		const before = await page(session, HOME, undefined, io);
		const newer = needed(before.newer);
		expect((await page(session, HOME, { newer }, io)).entries).toEqual([]);
		server.clearRates();
		const other = needed(server.people[1]).username;
		const uris = Array.from({ length: 55 }, (_, n) => server.post(other, { text: `New ${n}` }).uri);
		const pages: Page[] = [];
		for (let at: string | undefined = newer; at !== undefined; at = pages[0]?.newer) {
			pages.unshift(await page(session, HOME, { newer: at }, io));
		}
		expect(activities(pages)).toEqual([...uris].reverse());
	});

	it('marks a post as favourite, and reads it back', async () => {
		const server = await start(personality);
		const session = await sessionOn(server);
		const seen = needed((await page(session, HOME, undefined, io)).posts[0]);
		const post = { post: seen.post.key, localId: seen.view.localId };
		for (const on of [true, false]) {
			const { posts } = await react(session, { type: 'favourite', post, on }, io);
			expect(posts?.[0]?.view.favourited).toBe(on || undefined);
			const again = await page(session, HOME, undefined, io);
			const found = again.posts.find(({ post: { key } }) => key === seen.post.key);
			expect(found?.view.favourited).toBe(on || undefined);
		}
	});

	it('finds a post, its thread and its author by their addresses alone', async () => {
		const server = await start(personality);
		const session = await sessionOn(server);
		const other = needed(server.people[1]);
		const parent = server.post(other.username, { text: 'Question' });
		server.post(needed(server.people[2]).username, { text: 'Answer', replyTo: parent.id });
		expect(await needed(network.locate)(session, parent.uri, io)).toBeDefined();
		const { posts } = await needed(network.thread)(session, { post: parent.uri }, io);
		const answer = posts.find(({ post }) => post.content.text.includes('Answer'));
		expect(answer?.post.replyTo?.post).toBe(parent.uri);
		const person = await needed(network.person)(session, { account: other.uri }, io);
		expect(person.account).toMatchObject({ key: other.uri, handle: other.acct });
		expect(person.relationship.following).toBe(true);
		const byHandle = await needed(network.person)(session, { handle: other.acct }, io);
		expect(byHandle.account.key).toBe(other.uri);
	});

	it('tells whose favourites and follows came, each once', async () => {
		const server = await start(personality);
		const session = await sessionOn(server);
		const [me, ...others] = server.people;
		const mine = server.post(needed(me).username, { text: 'Mine' });
		for (const { username } of others) server.favourite(username, mine.id);
		const { notices, posts } = await needed(network.notices)(session, undefined, io);
		const favourites = notices.filter(({ kind }) => kind === 'favourite');
		expect(favourites.map(({ post, count, people }) => [post, count, [...people].sort()])).toEqual([
			[mine.uri, 2, others.map(({ uri }) => uri).sort()],
		]);
		expect(posts.map(({ post }) => post.key)).toContain(mine.uri);
	});

	it('keeps how far notices were looked at, where it says so', async () => {
		const server = await start(personality);
		const session = await sessionOn(server);
		if (!session.features.includes('markers')) return;
		server.favourite(
			needed(server.people[1]).username,
			server.post(needed(server.people[0]).username, { text: 'Mine' }).id,
		);
		const [newest] = (await needed(network.notices)(session, undefined, io)).notices;
		await needed(network.keepMarkers)(session, { notices: needed(newest).cursorId }, io);
		expect((await needed(network.markers)(session, io)).notices).toBe(newest?.cursorId);
	});

	it('tells of who mentions me whether I follow them', async () => {
		const server = await start(personality);
		const session = await sessionOn(server);
		const [me, friend, stranger] = server.people.map(needed);
		const { localId } = (
			await needed(network.person)(session, { account: needed(stranger).uri }, io)
		).relationship;
		const account = { account: needed(stranger).uri, localId };
		await react(session, { type: 'follow', account, on: false }, io);
		for (const { username } of [needed(friend), needed(stranger)])
			server.post(username, { text: `@${needed(me).username} hello` });
		const asked = server.log.length;
		const page = await needed(network.notices)(session, undefined, io);
		const between = page.relationships?.map(({ by, account, following }) => [
			by,
			account,
			following,
		]);
		expect(between).toHaveLength(2);
		expect(between).toContainEqual([session.account, needed(friend).uri, true]);
		expect(between).toContainEqual([session.account, needed(stranger).uri, undefined]);
		const questions = server.log.slice(asked).filter(({ path }) => path.includes('relationships'));
		expect(questions).toHaveLength(1);
	});
});

it('gives one post and one person one key through two servers', async () => {
	const [a, b] = [await start('mastodon-4.5'), await start('mastodon-4.5')];
	a.connect(b);
	const [sessionA, sessionB] = [await sessionOn(a), await sessionOn(b)];
	const author = needed(a.people[1]);
	const { uri } = a.post(author.username, { text: 'Seen twice' });
	for (const session of [sessionA, sessionB]) {
		const id = await needed(network.locate)(session, uri, io);
		const { posts, accounts } = await needed(network.thread)(
			session,
			{ post: uri, ...(id === undefined ? {} : { localId: id }) },
			io,
		);
		expect(posts.map(({ post }) => [post.key, post.author])).toEqual([[uri, author.uri]]);
		expect(accounts.map(({ handle }) => handle)).toEqual([author.acct]);
	}
});

it('does not send what the person did not grant, or what the server lacks', async () => {
	const session = { ...(await sessionOn(await start('pixelfed'))), scopes: ['read'] };
	const post = { post: 'https://a.example/1', localId: '1' };
	const favourite = react(session, { type: 'favourite', post, on: true }, io);
	expect((await problemOf(favourite)).kind).toBe('forbidden');
	const list = page(session, { kind: 'list', id: '1' }, undefined, io);
	expect((await problemOf(list)).kind).toBe('missing');
});
