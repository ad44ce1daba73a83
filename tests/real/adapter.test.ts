import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Content, Post, Session, Source } from '../../lib/model';
import { type Network, networkOf, type Page, type Reaction } from '../../lib/networks';
import { NETWORKS } from '../../lib/networks/adapters';
import { senderOf, type Work } from '../../lib/networks/send';
import { problemOf, recordingIo } from '../contract/io';
import { needed, signedIn } from '../contract/sign-in';
import { knock, passForm, type Status } from '../servers/snac/people';
import { ANSWER, ROOT, type SnacTown, startSnacTown } from './town';

/** The smallest PNG: one dot that cannot be seen. */
const DOT = Uint8Array.from(
	atob(
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	),
	(sign) => sign.charCodeAt(0),
);

let town: SnacTown;
let network: Network;
let session: Session;

beforeAll(async () => {
	town = await startSnacTown();
	network = needed(networkOf('mastodon', NETWORKS));
	({ session } = await signedIn(network, door()));
});
afterAll(() => town?.snac.stop());

const door = (handle = 'ann') => ({
	host: town.snac.host,
	walk: (url: string) =>
		passForm(url, needed(town.snac.people.find((one) => one.handle === handle))),
});
const io = () => recordingIo({ fetch: knock }).io;
const byUri = ({ posts }: Pick<Page, 'posts'>, uri: string): Post | undefined =>
	posts.find(({ post }) => post.key === uri)?.post;

/** Activities of every page down to the end. */
async function allPages(who: Session, source: Source): Promise<{ seen: string[]; pages: number }> {
	const seen: string[] = [];
	let older: string | undefined;
	for (let pages = 1; pages < 10; pages++) {
		const at = older === undefined ? undefined : { older };
		const page = await needed(network.page)(who, source, at, io());
		seen.push(...page.entries.map(({ activity }) => activity));
		older = page.older;
		if (older === undefined) return { seen, pages };
	}
	throw new Error(`There is no end: ${older}`);
}

describe('a real snac', () => {
	it('is found, and is what it is, whatever its version says', async () => {
		const { server } = needed(await network.discover(town.snac.host, io()));
		expect(server.software).toMatchObject({ name: 'snac', version: expect.stringMatching(/^2\./) });
		expect(server.origin).toBe(town.snac.origin);
		expect(server.rules ?? []).toEqual([]);
	});

	it('knows who signed in', async () => {
		const me = await needed(network.verify)(session, io());
		expect(me.key).toBe(`${town.snac.origin}/ann`);
		expect(session.handle).toBe(`ann@${town.snac.host}`);
	});

	it('gives the home timeline as plain posts', async () => {
		const page = await needed(network.page)(session, { kind: 'home' }, undefined, io());
		const root = needed(byUri(page, town.root.uri));
		expect(root.content.text).toBe(ROOT);
		expect(byUri(page, town.answer.uri)?.content.text).toContain(ANSWER);
		expect(page.entries.map(({ post }) => post)).toContain(town.root.uri);
		expect(page.refused ?? 0).toBe(0);
	});

	it('pages without loss or doubling', async () => {
		const written: string[] = [];
		for (let n = 0; n < 90; n++) written.push((await town.snac.post('cem', `Crumb ${n}`)).uri);
		const { session: cem } = await signedIn(network, door('cem'));
		const home = await allPages(cem, { kind: 'home' });
		expect(home.pages).toBeGreaterThan(2);
		expect(home.seen).toEqual([...written].reverse());
		// A person's posts come whole from snac, whatever page is asked for.
		const own = await allPages(session, { kind: 'author', account: cem.account, show: 'posts' });
		expect(new Set(own.seen)).toEqual(new Set(written));
	});

	it('tells what happened', async () => {
		const { notices } = await needed(network.notices)(session, undefined, io());
		expect(notices.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['follow', 'mention']));
	});

	it('gives a conversation: all that a post answers, and what answers it', async () => {
		const thread = needed(network.thread);
		const of = ({ uri, id }: Status) => thread(session, { post: uri, localId: id }, io());
		const above = await of(town.answer);
		expect(above.posts).toHaveLength(3);
		const last = needed(byUri(above, town.answer.uri));
		const middle = needed(byUri(above, last.replyTo?.post ?? ''));
		expect(middle.replyTo?.post).toBe(town.root.uri);
		// snac names what answers a post itself, and not what answers that.
		const below = await of(town.root);
		expect(below.posts.map(({ post }) => post.key).sort()).toEqual(
			[town.root.uri, middle.key].sort(),
		);
	});

	it('gives a person and their posts', async () => {
		const ben = await town.snac.account('ben');
		const who = { account: ben.url, localId: ben.id };
		const { account, relationship } = await needed(network.person)(session, who, io());
		expect(account.handle).toBe(`ben@${town.snac.host}`);
		expect(relationship).toMatchObject({ following: true });
		const source = { kind: 'author', account: ben.url, show: 'posts' } as const;
		const page = await needed(network.page)(session, source, undefined, io());
		expect(byUri(page, town.root.uri)?.content.text).toBe(ROOT);
	});

	it('finds a post by its address', async () => {
		const id = await needed(network.locate)(session, town.root.uri, io());
		expect(id).toBe(town.root.id);
	});

	it.each(['favourite', 'bookmark'] as const)('takes a %s and takes it back', async (type) => {
		const localId = town.root.id;
		const field = type === 'favourite' ? 'favourited' : 'bookmarked';
		for (const on of [true, false]) {
			const reaction: Reaction = { type, post: { post: town.root.uri, localId }, on };
			await needed(network.react)(session, reaction, io());
			const path = `/api/v1/statuses/${localId}`;
			const status = await town.snac.ask<Record<string, unknown>>('ann', 'GET', path);
			expect(status[field]).toBe(on);
		}
	});

	it('takes a post in steps that can be read back, and makes two of one that is sent twice', async () => {
		const sender = needed(senderOf('mastodon'));
		const content: Content = {
			text: 'A post in steps, with a picture https://example.org/steps',
			warning: 'Steps',
			visibility: 'public',
			media: [{ file: 'a'.repeat(64), type: 'image/png', alt: 'A dot' }],
		};
		const work: Work = {
			kind: 'create',
			content,
			replyTo: { post: town.root.uri, localId: town.root.id },
		};
		let prepared = await sender.prepare(session, work, crypto.randomUUID(), io());
		const dot = async () => new Blob([DOT], { type: 'image/png' });
		for (let next = prepared; ; prepared = next) {
			next = await sender.upload(session, prepared, dot, io());
			if (next === prepared) break;
		}
		expect(await sender.find(session, prepared, new Set(), io())).toBe('absent');
		const first = await sender.mutate(session, prepared, io());
		expect(first).toMatchObject({ state: 'sent', seen: { post: { warning: 'Steps' } } });
		const found = await sender.find(session, prepared, new Set(), io());
		expect(found).toEqual({ post: first.state === 'sent' && first.post });
		expect(sender.again(session)).toBe('doubles');
		const second = await sender.mutate(session, prepared, io());
		const claimed = new Set(first.state === 'sent' ? [first.post] : []);
		expect(await sender.find(session, prepared, claimed, io())).toEqual({
			post: second.state === 'sent' && second.post,
		});
		const seen = first.state === 'sent' ? needed(first.seen) : undefined;
		expect(seen?.post.media?.map(({ alt }) => alt)).toEqual(['A dot']);
		const id = needed(seen).view.localId;
		const there = await town.snac.ask<Record<string, unknown>>(
			'ben',
			'GET',
			`/api/v1/statuses/${id}`,
		);
		expect(there).toMatchObject({ spoiler_text: 'Steps', in_reply_to_id: town.root.id });
	});

	it('passes a post on once, and is read back', async () => {
		const sender = needed(senderOf('mastodon'));
		const post = { post: town.root.uri, localId: town.root.id };
		const work: Work = { kind: 'repost', post };
		const prepared = await sender.prepare(session, work, crypto.randomUUID(), io());
		expect(await sender.find(session, prepared, new Set(), io())).toBe('absent');
		expect((await sender.mutate(session, prepared, io())).state).toBe('sent');
		expect(await sender.find(session, prepared, new Set(), io())).not.toBe('absent');
	});

	it('is unreachable while it is down, and the session lives on', async () => {
		await town.snac.down();
		const home = needed(network.page)(session, { kind: 'home' }, undefined, io());
		expect((await problemOf(home)).kind).toBe('unreachable');
		const verified = needed(network.verify)(session, io());
		expect((await problemOf(verified)).kind).toBe('unreachable');
		await town.snac.up();
		expect((await needed(network.verify)(session, io())).key).toBe(session.account);
	});

	it('forgets a session that is ended', async () => {
		const { session: other } = await signedIn(network, door());
		await needed(network.end)(other, io());
		expect((await problemOf(needed(network.verify)(other, io()))).kind).toBe('ended');
		expect((await needed(network.verify)(session, io())).key).toBe(session.account);
	});
});
