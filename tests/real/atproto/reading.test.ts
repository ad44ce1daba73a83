import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../../lib/model';
import type { Reaction } from '../../../lib/networks';
import { problemOf } from '../../contract/io';
import { needed } from '../../contract/sign-in';
import { adapterOn, seenIn } from './adapter';
import type { Ref } from './people';
import {
	ALT,
	ANSWER,
	LABEL_NAME,
	MINE,
	type ReferenceTown,
	ROOT,
	startReferenceTown,
} from './town';

let net: ReferenceTown;
let app: ReturnType<typeof adapterOn>;
let session: Session;

beforeAll(async () => {
	net = await startReferenceTown({ hostname: 'pds.square.alt' });
	app = adapterOn(net);
	session = await app.entered('ann');
});
afterAll(() => net?.stop());

describe('reading through a reference AppView', () => {
	it('gives the home timeline', async () => {
		const page = await app.read({ kind: 'home' }, session);
		expect(page.refused ?? 0).toBe(0);
		const { post, view } = seenIn(page, net.posts.root);
		expect(post).toMatchObject({ author: app.did('ben'), content: { text: ROOT }, language: 'en' });
		expect(view.localId).toBe(net.posts.root.cid);
		expect(page.entries.map(({ activity }) => activity)).toEqual(
			expect.arrayContaining([net.posts.quote.uri, net.repost.uri]),
		);
		const { facets = [] } = post.content;
		expect(facets.map(({ start, end }) => ROOT.slice(start, end))).toEqual([
			'@ben.test',
			'#bread',
			'rye.example/how',
		]);
		expect(facets).toMatchObject([
			{ type: 'mention', account: app.did('ben') },
			{ type: 'tag', tag: 'bread' },
			{ type: 'link', href: 'https://rye.example/how' },
		]);
	});

	it('gives pictures with what stands for them, and quotes', async () => {
		const page = await app.read({ kind: 'home' }, session);
		const { media } = seenIn(page, net.posts.pictures).post;
		expect(media).toHaveLength(2);
		expect(media?.[0]).toMatchObject({ type: 'image', alt: ALT, width: 128, height: 128 });
		expect(media?.[1]?.alt).toBeUndefined();
		const picture = await app.reaching(needed(media?.[0]?.remote));
		expect(picture.headers.get('content-type')).toMatch(/^image\//);
		const { quote } = seenIn(page, net.posts.quote).post;
		expect(quote).toMatchObject({ post: net.posts.root.uri, handle: 'ben.test' });
		expect(seenIn(page, net.posts.root).post.content.text).toBe(ROOT);
	});

	it.each([
		['posts', () => net.posts.root, () => net.posts.answer],
		['replies', () => net.posts.answer, undefined],
		['media', () => net.posts.pictures, () => net.posts.root],
	] as const)('gives a person’s %s', async (show, there, missing) => {
		const page = await app.read({ kind: 'author', account: app.did('ben'), show }, session);
		const keys = page.entries.map(({ post }) => post);
		expect(keys).toContain(there().uri);
		if (missing) expect(keys).not.toContain(missing().uri);
	});

	it('gives a list by name, and what is in it', async () => {
		const sources = await needed(app.network.sources)(session, app.io(session));
		const list = needed(sources.find(({ name }) => name === 'Bakers'));
		expect(list.source).toEqual({ kind: 'list', id: net.list });
		const page = await app.read(list.source, session);
		expect(page.entries.map(({ post }) => post)).toContain(net.posts.root.uri);
		expect(page.entries.map(({ post }) => post)).not.toContain(net.posts.mine.uri);
	});

	it('gives a conversation in order', async () => {
		const { root, question, answer } = net.posts;
		const page = await needed(app.network.thread)(session, { post: question.uri }, app.io(session));
		expect(page.entries.map(({ post }) => post)).toEqual([root.uri, question.uri, answer.uri]);
		expect(seenIn(page, answer).post).toMatchObject({
			content: { text: ANSWER },
			replyTo: { post: question.uri, account: app.did('ann') },
		});
		expect(seenIn(page, root).view.mayAnswer).toBeUndefined();
		expect(seenIn(page, root).view.quoting).toBe('yes');
	});

	it('knows who may answer and quote', async () => {
		const page = await needed(app.network.thread)(
			session,
			{ post: net.posts.closed.uri },
			app.io(session),
		);
		const { post, view } = seenIn(page, net.posts.closed);
		expect(post.answering).toEqual([]);
		expect(view).toMatchObject({ mayAnswer: false, quoting: 'no' });
	});

	it('gives a person, and what stands between us', async () => {
		const person = needed(app.network.person);
		const ben = await person(session, { account: app.did('ben') }, app.io(session));
		expect(ben.account).toMatchObject({
			key: app.did('ben'),
			handle: 'ben.test',
			name: 'Ben at the oven',
			bio: { text: 'Bakes. https://rye.example/' },
		});
		expect(ben.relationship).toMatchObject({ following: true, followedBy: true });
		expect(ben.account.avatar).toMatch(/^https:\/\/view\.square\.alt\//);
		expect(
			(await person(session, { handle: 'dora.test' }, app.io(session))).account.signedInOnly,
		).toBe(true);
	});

	it('tells what happened', async () => {
		const { notices } = await needed(app.network.notices)(session, undefined, app.io(session));
		expect(notices.map(({ kind }) => kind)).toEqual(
			expect.arrayContaining(['follow', 'favourite', 'mention']),
		);
		expect(notices.find(({ kind }) => kind === 'favourite')).toMatchObject({
			post: net.posts.mine.uri,
			people: [app.did('cem')],
		});
	});

	it('finds posts and people', async () => {
		const search = needed(app.network.search);
		const { posts } = await search(session, 'oven', app.io(session));
		expect(posts.map(({ post }) => post.key)).toContain(net.posts.root.uri);
		const { accounts } = await search(session, 'ben', app.io(session));
		expect(accounts.map(({ key }) => key)).toContain(app.did('ben'));
	});

	it('shows the labels of the labelers that were chosen, in their own words', async () => {
		const home = { kind: 'home' } as const;
		const plain = seenIn(await app.read(home, session), net.posts.labelled);
		expect(plain.view.labels ?? []).toEqual([]);
		const chosen: Session = { ...session, services: { labelers: [app.did('guild')] } };
		const { view } = seenIn(await app.read(home, chosen), net.posts.labelled);
		expect(view.labels).toMatchObject([
			{ by: app.did('guild'), value: 'stale', name: LABEL_NAME.en, of: 'post', effect: 'blur' },
		]);
	});

	it('pages without loss or doubling', async () => {
		const written: string[] = [];
		for (let n = 0; n < 110; n++) {
			const record = { text: `Crumb ${n}`, createdAt: new Date().toISOString() };
			const input = { repo: app.did('guild'), collection: 'app.bsky.feed.post', record };
			written.push((await net.ask<Ref>('guild', 'com.atproto.repo.createRecord', {}, input)).uri);
		}
		await net.settled();
		const source = { kind: 'author', account: app.did('guild'), show: 'posts' } as const;
		const seen: string[] = [];
		let older: string | undefined;
		do {
			const at = older === undefined ? undefined : { older };
			const page = await needed(app.network.page)(session, source, at, app.io(session));
			seen.push(...page.entries.map(({ post }) => post));
			older = page.older;
		} while (older !== undefined && seen.length < 500);
		expect(seen).toEqual([...written].reverse());
		expect(new Set(seen).size).toBe(seen.length);
	});
});

describe('reacting through a reference PDS', () => {
	const view = async (name: 'root' | 'question') => {
		await net.settled();
		const page = await needed(app.network.thread)(
			session,
			{ post: net.posts[name].uri },
			app.io(session),
		);
		return seenIn(page, net.posts[name]).view;
	};

	it.each(['favourite', 'bookmark'] as const)(
		'takes a %s, once, and takes it back',
		async (type) => {
			const field = type === 'favourite' ? 'favourited' : 'bookmarked';
			const { uri, cid } = net.posts.root;
			const set = async (on: boolean) => {
				const reaction: Reaction = { type, post: { post: uri, localId: cid }, on };
				return needed(app.network.react)(session, reaction, app.io(session));
			};
			for (const on of [true, true, false, false]) {
				const { posts = [] } = await set(on);
				expect(posts.find(({ post }) => post.key === uri)?.view[field] ?? false).toBe(on);
				expect((await view('root'))[field] ?? false).toBe(on);
			}
			const likes = await net.ask<{ records: readonly unknown[] }>(
				'ann',
				'com.atproto.repo.listRecords',
				{
					repo: app.did('ann'),
					collection: 'app.bsky.feed.like',
				},
			);
			expect(likes.records).toEqual([]);
		},
	);

	it.each(['follow', 'mute', 'block'] as const)('takes a %s and takes it back', async (type) => {
		const field = { follow: 'following', mute: 'muting', block: 'blocking' } as const;
		const account = { account: app.did('guild') };
		for (const on of [true, false]) {
			const { relationship } = await needed(app.network.react)(
				session,
				{ type, account, on },
				app.io(session),
			);
			expect(relationship?.[field[type]] ?? false).toBe(on);
			await net.settled();
			const now = await needed(app.network.person)(session, account, app.io(session));
			expect(now.relationship[field[type]] ?? false).toBe(on);
		}
	});
});

describe('another AppView, and none', () => {
	const other = () => `${net.other.did}#bsky_appview`;

	it('finds it by its name', async () => {
		const found = await needed(app.network.service)(other(), app.io(session));
		expect(found).toEqual({ name: other(), host: 'view.foundation.alt', offers: 'view' });
	});

	it('reads on from the own repository while the one that serves is gone, and from another one', async () => {
		await net.viewUp(false);
		try {
			const problem = await problemOf(app.read({ kind: 'home' }, session));
			expect(problem).toMatchObject({ kind: 'busy', text: { key: 'networkViewSilent' } });
			const page = await app.read(
				{ kind: 'author', account: app.did('ann'), show: 'posts' },
				session,
			);
			const mine = seenIn(page, net.posts.mine);
			expect(mine.post.content.text).toBe(MINE);
			const switched: Session = { ...session, services: { view: other() } };
			const home = await app.read({ kind: 'home' }, switched);
			expect(seenIn(home, net.posts.root).post.content.text).toBe(ROOT);
		} finally {
			await net.viewUp(true);
		}
		expect(seenIn(await app.read({ kind: 'home' }, session), net.posts.root).post.key).toBe(
			net.posts.root.uri,
		);
	});

	it.each([
		['is not there', 'did:web:nobody.alt#bsky_appview', 'nobody.alt'],
		['serves no timelines', 'did:web:view.foundation.alt#atproto_labeler', 'view.foundation.alt'],
	])('names the one that was chosen when it %s', async (_, view, host) => {
		const problem = await problemOf(app.read({ kind: 'home' }, { ...session, services: { view } }));
		expect(problem).toMatchObject({ kind: 'busy', host });
	});
});
