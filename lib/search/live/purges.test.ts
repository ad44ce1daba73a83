import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { installMemoryOpfs } from '../../../tests/fixtures/opfs';
import type { Account, Content, Draft, Notice, Post } from '../../model';
import {
	addDeliveries,
	eraseEverything,
	keepPreview,
	moveOldest,
	notePictureHost,
	nthOldest,
	purgeAccount,
	purgePeople,
	putBalance,
	putBlob,
	putDraft,
	putNotices,
	putPage,
	putRelationships,
	putSession,
} from '../../store';
import { closeDatabase, database } from '../../store/database';
import { drainLive } from './drain';

/**
 * Every store, and whether it may hold something of other people that came through an account of mine. A new store
 * needs a line here: whoever adds one has thought of what a block, a mute and a sign-out take out of it.
 */
const STORES: Readonly<Record<string, 'theirs' | 'mine' | 'archive' | 'public'>> = {
	posts: 'theirs',
	entries: 'theirs',
	liveSegments: 'theirs',
	notices: 'theirs',
	accounts: 'theirs',
	relationships: 'theirs',
	liveBlocks: 'theirs',
	livePostings: 'theirs',
	liveKeys: 'theirs',
	dirty: 'theirs',
	previews: 'theirs',
	previewBytes: 'theirs',
	announcements: 'theirs',
	standings: 'theirs',
	named: 'mine',
	noticeStates: 'mine',
	spans: 'mine',
	sources: 'mine',
	sessions: 'mine',
	pending: 'mine',
	registrations: 'mine',
	drafts: 'mine',
	deliveries: 'mine',
	blobs: 'mine',
	settings: 'mine',
	corrections: 'mine',
	counters: 'mine',
	generations: 'archive',
	segments: 'archive',
	postings: 'archive',
	media: 'archive',
	servers: 'public',
	charters: 'public',
	ruleVersions: 'public',
	reach: 'public',
	budgets: 'public',
	pictureHosts: 'public',
};

const ME = 'https://chaos.example/people/me';
const NOW = Date.UTC(2026, 0, 1);
const person = (name: string): Account => ({
	key: `https://far.example/people/${name}`,
	handle: `${name}@far.example`,
	name,
	avatar: `https://far.example/${name}.png`,
});
const CAROL = person('carol');
const DAN = person('dan');

beforeEach(async () => {
	installMemoryOpfs();
	globalThis.indexedDB = new IDBFactory();
	await fill();
});
afterEach(closeDatabase);

function postOf({ key, name }: Account): Post {
	return {
		key: `${key}/posts/1`,
		network: 'town',
		author: key,
		createdAt: NOW,
		content: { text: `${name}secret quince` },
		media: [{ type: 'image', remote: `https://far.example/${name}-photo.png` }],
	};
}

/** What is in a segment by now. */
function oldOf(one: Account): Post {
	return { ...postOf(one), key: `${one.key}/posts/0`, createdAt: NOW - 1 };
}

function localId({ key }: Post): string {
	return key.replace('https://far.example/people/', '');
}

/** One of my accounts saw a post of each in its home, and a repost by Carol; both followed it. */
async function fill(): Promise<void> {
	await putSession(
		{
			account: ME,
			network: 'town',
			host: 'chaos.example',
			origin: 'https://chaos.example',
			handle: 'me@chaos.example',
			scopes: [],
			pin: { id: '1', account: ME },
			state: 'active',
			signedInAt: 1,
			features: [],
			secret: 1,
		},
		NOW,
	);
	const people = [CAROL, DAN];
	const places = people.flatMap((one) =>
		[postOf(one), oldOf(one)].map((post) => ({ post, activity: post.key, by: {} })),
	);
	const reposted = {
		post: postOf(DAN),
		activity: `${CAROL.key}/reposts/1`,
		by: { by: CAROL.key },
	};
	await putPage({
		by: ME,
		timeline: 'home',
		source: { kind: 'home' },
		how: { type: 'newest' },
		readAt: NOW,
		page: {
			entries: [...places, reposted].map(({ post, activity, by }, i) => ({
				activity,
				post: post.key,
				sortAt: post.createdAt ?? NOW,
				// As servers name them: opaque.
				seen: [{ by: ME, cursorId: `${i}`, localId: localId(post) }],
				...by,
			})),
			posts: places.map(({ post }) => ({ post, view: { by: ME, localId: localId(post) } })),
			accounts: people,
		},
	});
	const notice = { by: ME, kind: 'follow', at: NOW, cursorId: '1' } as const;
	const notices: Notice[] = [
		{ ...notice, id: 'one', people: [CAROL.key], count: 1 },
		{ ...notice, id: 'both', people: [DAN.key, CAROL.key], count: 2 },
	];
	const page = { notices, posts: [], accounts: people };
	await putNotices({ by: ME, how: 'newest', readAt: NOW, page });
	await putRelationships(people.map(({ key }) => ({ by: ME, account: key, localId: key })));
	await (await database()).put('announcements', {
		by: ME,
		id: 'a',
		content: { text: 'carol says' },
		publishedAt: 1,
	});
	for (const one of people) {
		for (const url of [one.avatar, postOf(one).media?.[0]?.remote]) {
			const row = { url: url ?? '', host: 'far.example', type: 'image/png', size: 5, at: NOW };
			await keepPreview(row, new TextEncoder().encode(one.name), 1000);
		}
	}
	await notePictureHost({ host: 'far.example', allows: true, at: NOW });
	const unanswered = people.map((one) => ({ post: postOf(one).key, at: NOW, by: one.key }));
	await putBalance(ME, {
		...{ readAt: NOW, looked: 0, from: NOW, broadcasts: 0, replies: 0 },
		unanswered,
	});
	await fillOutgoing();
	await drainLive(NOW);
	const until = await nthOldest('home', people.length);
	if (until) await moveOldest('home', undefined, until);
}

/** A draft of mine with a file that is on its way as this account, and to a window. */
async function fillOutgoing(): Promise<void> {
	await putBlob('ff00', new Blob(['picture']), NOW);
	const content: Content = {
		text: 'My words',
		visibility: 'public',
		media: [{ file: 'ff00', type: 'image/png' }],
	};
	const common = { origin: 'typed', createdAt: NOW, changedAt: NOW, answers: [] } as const;
	const { saved } = (await putDraft(
		{
			...common,
			...{ id: 'draft', rev: 0, text: 'My words', visibility: 'public', enqueuedAt: NOW },
			...{ media: [], targets: [ME, 'window:x'], own: { [ME]: {} }, undoSeconds: 0 },
		},
		NOW,
	)) as { saved: Draft };
	await addDeliveries([
		{
			...common,
			...{ id: 'delivery', draft: saved.id, target: ME, name: 'me', host: 'chaos.example' },
			...{ kind: 'create', state: 'queued', content, targets: 2, verdicts: [], turn: 0 },
			...{ thread: { at: 0, of: 1 }, tries: 0, failures: 0, dueAt: NOW },
		},
	]);
}

/** The stores in which a word stands, in a key or in a value. */
async function storesWith(word: string): Promise<string[]> {
	const db = await database();
	const found: string[] = [];
	for (const name of db.objectStoreNames) {
		const all = [await db.getAllKeys(name), await db.getAll(name)];
		const text = JSON.stringify(all, (_key, value: unknown) =>
			value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value,
		);
		if (text.includes(word)) found.push(name);
	}
	return found.sort();
}

test('every store is known', async () => {
	expect([...(await database()).objectStoreNames].sort()).toEqual(Object.keys(STORES).sort());
	const theirs = Object.keys(STORES).filter((name) => STORES[name] === 'theirs');
	// Nothing is dirty before something happens.
	expect(await storesWith('carol')).toEqual(theirs.filter((one) => one !== 'dirty').sort());
});

describe.each(['block', 'mute'] as const)('a %s', (how) => {
	test('leaves nothing that they wrote, reposted, did or look like', async () => {
		await purgePeople(ME, new Set([CAROL.key]), how);
		// The search worker follows within seconds; until then nothing leads from the words to the post.
		expect(await storesWith('carolsecret')).toEqual(['livePostings']);
		await drainLive(NOW);
		// Whom I blocked or muted is known by name, to be let go again; the announcement is the server's.
		expect(await storesWith('carol')).toEqual(['accounts', 'announcements', 'relationships']);
		const kept = ['entries', 'notices', 'posts', 'previewBytes', 'standings'];
		kept.push('liveKeys', 'livePostings');
		expect(await storesWith('dan')).toEqual(expect.arrayContaining(kept));
	});
});

describe('signing out', () => {
	test.each([true, false])('ends what was to go; my words stay (posts: %s)', async (posts) => {
		await purgeAccount(ME, { posts });
		const db = await database();
		expect([await db.count('deliveries'), await db.count('blobs')]).toEqual([0, 0]);
		expect(await db.getAll('drafts')).toEqual([
			expect.objectContaining({ id: 'draft', text: 'My words', targets: ['window:x'], own: {} }),
		]);
		expect((await db.get('drafts', 'draft'))?.enqueuedAt).toBeUndefined();
	});

	test('and keeping nothing leaves nobody', async () => {
		await purgeAccount(ME, { posts: false });
		await drainLive(NOW);
		for (const word of ['carol', 'dan', 'quince', ME]) {
			expect(await storesWith(word), word).toEqual([]);
		}
	});

	test('and keeping posts leaves what was read, and nothing that was mine', async () => {
		await purgeAccount(ME, { posts: true });
		await drainLive(NOW);
		expect(await storesWith('carol')).toEqual(
			[
				'accounts',
				'entries',
				'liveBlocks',
				'liveKeys',
				'livePostings',
				'liveSegments',
				'posts',
				'previewBytes',
				'previews',
			].sort(),
		);
		expect(await storesWith(ME)).toEqual(['entries', 'liveSegments', 'posts']);
	});
});

test('deleting everything leaves no row anywhere', async () => {
	for (const name of ['drafts', 'deliveries', 'blobs', 'liveSegments'] as const) {
		expect(await (await database()).count(name), name).toBeGreaterThan(0);
	}
	await eraseEverything();
	const db = await database();
	for (const name of db.objectStoreNames) expect(await db.count(name), name).toBe(0);
});
