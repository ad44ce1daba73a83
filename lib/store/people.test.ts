import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Entry, Notice, Post, Relationship } from '../model';
import { putAccounts, readAccounts } from './accounts';
import { closeDatabase, database } from './database';
import { withSeen } from './entries';
import { answerPending, putPending, readPending, takePending } from './pending';
import { purgeAccount, purgePeople } from './purge';
import { putRelationships, replaceRelationship } from './relationships';
import { putSession } from './sessions';

const ALICE = 'https://chaos.example/people/alice';
const BOB = 'https://calm.example/people/bob';
const CAROL = 'https://far.example/people/carol';
const DAN = 'https://far.example/people/dan';

beforeEach(() => {
	globalThis.indexedDB = new IDBFactory();
});
afterEach(closeDatabase);

describe('accounts', () => {
	const whole = { key: CAROL, handle: 'carol@far.example', name: 'Carol', counts: { posts: 1 } };

	it('keep what a sparse one lacks, and lose what a whole one lacks', async () => {
		await putAccounts([{ ...whole, bio: { text: 'hello' }, locked: true }]);
		await putAccounts([{ key: CAROL, handle: whole.handle, name: 'Carola' }]);
		expect((await readAccounts([CAROL])).get(CAROL)).toMatchObject({
			name: 'Carola',
			bio: { text: 'hello' },
			locked: true,
		});
		await putAccounts([whole]);
		expect((await readAccounts([CAROL, DAN])).get(CAROL)).toEqual(whole);
	});
});

describe('accounts told by their own server', () => {
	const own = { key: CAROL, handle: 'carol@far.example', name: 'Carol', own: true as const };
	const forged = { key: CAROL, handle: 'carol@far.example', name: 'Forged', counts: { posts: 1 } };

	it('are told by no other', async () => {
		await putAccounts([forged]);
		await putAccounts([own]);
		await putAccounts([forged]);
		expect((await readAccounts([CAROL])).get(CAROL)).toEqual(own);
	});

	it('are told by others again when the last sign-in there is gone', async () => {
		const me = {
			account: DAN,
			network: 'town',
			host: 'far.example',
			origin: 'https://far.example',
			handle: 'dan@far.example',
			scopes: [],
			pin: { id: '1', account: DAN },
			state: 'active' as const,
			signedInAt: 1,
			features: [],
			secret: 1,
		};
		await putSession(me, 1);
		await putAccounts([own]);
		await purgeAccount(DAN, { posts: true });
		await putAccounts([forged]);
		expect((await readAccounts([CAROL])).get(CAROL)?.name).toBe('Forged');
	});
});

describe('a sign-in that waits', () => {
	const row = { state: 's', at: 1000, network: 'town', host: 'chaos.example', secret: 1 };

	it('is taken once', async () => {
		await putPending(row);
		const taken = await Promise.all([takePending('s', 1001), takePending('s', 1001)]);
		expect(taken.filter(Boolean)).toEqual([row]);
	});

	it('is over after half an hour, and swept by the next', async () => {
		await putPending(row);
		const later = row.at + 30 * 60_000 + 1;
		expect(await answerPending('s', 'https://x/', later)).toBe(false);
		await putPending({ ...row, state: 't', at: later });
		expect(await readPending('s')).toBeUndefined();
		await putPending(row);
		expect(await takePending('s', later)).toBeUndefined();
	});

	it('gets one answer, and none that nobody waits for', async () => {
		await putPending(row);
		expect(await answerPending('s', 'https://first/', 1001)).toBe(true);
		expect(await answerPending('s', 'https://second/', 1001)).toBe(false);
		expect(await answerPending('made-up', 'https://x/', 1001)).toBe(false);
		expect((await readPending('s'))?.callback).toBe('https://first/');
	});
});

it('a relationship is replaced only where nothing came in between', async () => {
	const before: Relationship = { by: ALICE, account: CAROL, localId: '1' };
	await putRelationships([before]);
	const after: Relationship = { ...before, following: true };
	expect(await replaceRelationship(before, after)).toBe(true);
	expect(await replaceRelationship(before, { ...before, muting: true })).toBe(false);
	expect(await (await database()).getAll('relationships')).toEqual([after]);
});

const seenBy = (by: string) => ({ by, cursorId: '1', localId: '1' });
const entry = (post: string, seen: readonly string[], extra: Partial<Entry> = {}): Entry => ({
	timeline: 'home',
	activity: post,
	post,
	sortAt: 1,
	seen: seen.map(seenBy),
	...extra,
});
const post = (key: string, author: string): Post => ({
	key,
	network: 'town',
	author,
	content: { text: key },
});

/** Alice and Bob are mine. Each sees a post alone, and both see one; Dan reposts it. */
async function fill(): Promise<void> {
	const db = await database();
	const rows: [string, string, string[]][] = [
		['alone', CAROL, [ALICE]],
		['both', CAROL, [ALICE, BOB]],
		['other', DAN, [BOB]],
	];
	for (const [key, author, seen] of rows) {
		const views = seen.map((by) => ({ by, localId: key }));
		await db.put('posts', { key, post: post(key, author), views, readAt: 1, locals: [] });
		await db.put('entries', withSeen(entry(key, seen)));
	}
	await db.put('entries', withSeen(entry('alone', [ALICE], { timeline: 'bookmarks one' })));
	await db.put('entries', withSeen(entry('both', [ALICE, BOB], { activity: 'again', by: DAN })));
	for (const by of [ALICE, BOB]) {
		const notice: Notice = {
			by,
			id: 'n',
			kind: 'follow',
			at: 1,
			people: [CAROL],
			count: 1,
			cursorId: '1',
		};
		await db.put('notices', notice);
		await db.put('notices', { ...notice, id: 'm', people: [CAROL, DAN] });
		await db.put('noticeStates', { by });
		await db.put('announcements', { by, id: 'a', content: { text: '' }, publishedAt: 1 });
		await db.put('named', [], by);
		await db.put('spans', { by, timeline: 'home', id: 1, newestAt: 1, oldestAt: 1, top: [] });
		await db.put('sources', { by, timeline: 'home', source: { kind: 'home' } });
		await db.put('relationships', { by, account: by === ALICE ? CAROL : DAN, localId: '1' });
	}
	const people = { [CAROL]: 'carol', [DAN]: 'dan', [ALICE]: 'alice' };
	for (const [key, handle] of Object.entries(people))
		await db.put('accounts', { key, handle, name: '' });
}

/** What is left, by store, as short words. */
async function left() {
	const db = await database();
	const owner = (by: string) => (by === ALICE ? 'alice' : 'bob');
	const entries = await db.getAll('entries');
	const posts = await db.getAll('posts');
	return {
		entries: entries.map(
			(one) => `${one.timeline} ${one.activity} ${one.seen.map(({ by }) => owner(by))}`,
		),
		posts: posts.map((one) => `${one.key} ${one.views.map(({ by }) => owner(by))}`),
		notices: (await db.getAll('notices')).map(({ by, id }) => `${id} ${owner(by)}`),
		accounts: (await db.getAll('accounts')).map(({ handle }) => handle),
	};
}

const OWN = [
	'noticeStates',
	'announcements',
	'named',
	'spans',
	'sources',
	'relationships',
] as const;

describe('purging an account of mine', () => {
	it('leaves what others of mine saw, and nothing of its own', async () => {
		await fill();
		await purgeAccount(ALICE, { posts: false });
		expect(await left()).toEqual({
			entries: ['home again bob', 'home both bob', 'home other bob'],
			posts: ['both bob', 'other bob'],
			notices: ['m bob', 'n bob'],
			accounts: ['carol', 'dan'],
		});
		const db = await database();
		for (const name of OWN) expect(await db.count(name), name).toBe(1);
		await purgeAccount(BOB, { posts: false });
		expect(await left()).toEqual({ entries: [], posts: [], notices: [], accounts: [] });
	});

	it('may keep the posts', async () => {
		await fill();
		const { entries, posts, accounts } = await left();
		await purgeAccount(ALICE, { posts: true });
		expect(await left()).toEqual({ entries, posts, accounts, notices: ['m bob', 'n bob'] });
		const db = await database();
		for (const name of OWN) expect(await db.count(name), name).toBe(1);
	});
});

describe('keeping the posts of an account that signs out', () => {
	it('leaves out who wants to be seen by nobody that is not signed in', async () => {
		await fill();
		const db = await database();
		await db.put('accounts', { key: CAROL, handle: 'carol', name: '', signedInOnly: true });
		await purgeAccount(ALICE, { posts: true });
		expect(await left()).toEqual({
			entries: ['home again bob', 'home both bob', 'home other bob'],
			posts: ['both bob', 'other bob'],
			notices: ['m bob', 'n bob'],
			accounts: ['alice', 'carol', 'dan'],
		});
		await purgeAccount(BOB, { posts: true });
		expect(await left()).toEqual({
			entries: ['home other bob'],
			posts: ['other bob'],
			notices: [],
			accounts: ['alice', 'dan'],
		});
	});

	it('leaves out what they reposted, and keeps my own', async () => {
		await fill();
		const db = await database();
		for (const [key, handle] of [
			[DAN, 'dan'],
			[BOB, 'bob'],
		] as const)
			await db.put('accounts', { key, handle, name: '', signedInOnly: true });
		const views = [{ by: BOB, localId: 'mine' }];
		await db.put('posts', { key: 'mine', post: post('mine', BOB), views, readAt: 1, locals: [] });
		await purgeAccount(BOB, { posts: true });
		expect(await left()).toMatchObject({
			entries: [
				'bookmarks one alone alice',
				'home again alice',
				'home alone alice',
				'home both alice,bob',
			],
			posts: ['alone alice', 'both alice,bob', 'mine bob'],
		});
	});
});

describe('purging somebody', () => {
	it('whom I blocked takes all that I alone saw, and notices from them alone', async () => {
		await fill();
		await purgePeople(ALICE, new Set([CAROL]), 'block');
		expect(await left()).toMatchObject({
			entries: ['home again bob', 'home both bob', 'home other bob'],
			posts: ['both bob', 'other bob'],
			notices: ['m bob', 'n bob', 'm alice'],
		});
	});

	it('whom I muted leaves what I kept myself', async () => {
		await fill();
		await purgePeople(ALICE, new Set([CAROL]), 'mute');
		expect(await left()).toMatchObject({
			entries: ['bookmarks one alone alice', 'home again bob', 'home both bob', 'home other bob'],
			posts: ['alone alice', 'both bob', 'other bob'],
		});
	});

	it('takes their reposts, not what they reposted', async () => {
		await fill();
		await purgePeople(BOB, new Set([DAN]), 'block');
		expect((await left()).entries).toEqual([
			'bookmarks one alone alice',
			'home again alice',
			'home alone alice',
			'home both alice,bob',
		]);
	});
});
