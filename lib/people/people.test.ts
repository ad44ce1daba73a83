import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { personOf } from '../../tests/fixtures/network';
import { never, signIn, startWorld, thrown } from '../../tests/fixtures/signed-in';
import { NotSignedIn } from '../sessions';
import { onChange, putAccounts, putRelationships, readRelationship } from '../store';
import { closeDatabase, database } from '../store/database';
import {
	answerRequest,
	blockServer,
	exportCsv,
	fetchPerson,
	findPeople,
	importCsv,
	listPeople,
	relate,
	report,
	requests,
	storedPerson,
} from './index';

const HOST = 'chaos.example';
const BOB = personOf(HOST, 'bob').key;
const CAROL = personOf(HOST, 'carol').key;
let world: ReturnType<typeof startWorld>;
let me = '';

beforeEach(async () => {
	globalThis.indexedDB = new IDBFactory();
	world = startWorld([HOST, 'calm.example']);
	me = (await signIn(HOST, 'alice')).account;
});
afterEach(async () => {
	world.stop();
	await closeDatabase();
});

/** A post of `author` in my home, seen by me alone. */
async function postOf(author: string, key = `${author}/1`): Promise<void> {
	const db = await database();
	const seen = [{ by: me, cursorId: '1', localId: '1' }];
	const post = { key, network: 'town', author, content: { text: '' } };
	await db.put('posts', { key, post, views: [{ by: me, localId: '1' }], readAt: 1, locals: [] });
	const entry = { timeline: 'home', activity: key, post: key, sortAt: 1, seen, locals: [] };
	await db.put('entries', entry);
}

const count = async (store: 'posts' | 'entries') => (await database()).count(store);

/** What is stored between me and somebody, each time that it changes. */
function watch(account: string) {
	const seen: Promise<unknown>[] = [];
	const stop = onChange(['people'], () => seen.push(readRelationship(me, account)));
	return async () => {
		stop();
		return Promise.all(seen);
	};
}

describe('a person', () => {
	it('is fetched by handle or by key, and stored with what stands between us', async () => {
		expect(await storedPerson(BOB)).toBeUndefined();
		expect(await fetchPerson({ handle: 'bob@chaos.example' })).toBe(BOB);
		expect(await storedPerson(BOB)).toMatchObject({
			account: { name: 'bob' },
			relationships: [{ by: me, account: BOB, localId: `id ${BOB}` }],
		});
		expect((await thrown(fetchPerson({ handle: 'nobody@chaos.example' }))).kind).toBe('missing');
	});

	it('is asked for at their own server where I have an account', async () => {
		world.clock.now += 1;
		await signIn('calm.example', 'dan');
		world.town('calm.example').log.length = 0;
		await fetchPerson({ account: personOf('calm.example', 'bob').key });
		expect(world.town('calm.example').log.map(({ path }) => path)).toEqual(['/person']);
	});

	it('is asked for in their own network alone', async () => {
		const key = 'did:plc:erik';
		await putAccounts([{ ...personOf(HOST, 'erik'), key, network: 'another' }]);
		world.town(HOST).log.length = 0;
		await expect(fetchPerson({ account: key })).rejects.toBeInstanceOf(NotSignedIn);
		expect(world.town(HOST).log).toEqual([]);
	});

	it('shows no relationship of an account that signed out', async () => {
		await fetchPerson({ account: BOB });
		await putRelationships([{ by: 'https://gone.example/me', account: BOB, localId: '1' }]);
		expect((await storedPerson(BOB))?.relationships).toHaveLength(1);
	});
});

describe('relating', () => {
	it('is so at once, and then as the server says', async () => {
		await fetchPerson({ account: BOB });
		const seen = watch(BOB);
		expect(await relate(me, BOB, { type: 'follow', on: true })).toMatchObject({ following: true });
		expect((await seen())[0]).toMatchObject({ following: true });
		expect(await relate(me, BOB, { type: 'follow', on: false })).not.toHaveProperty('following');
	});

	it('asks a person who lets followers in one by one', async () => {
		await fetchPerson({ account: BOB });
		const db = await database();
		await db.put('accounts', { ...personOf(HOST, 'bob'), locked: true });
		const seen = watch(BOB);
		await relate(me, BOB, { type: 'follow', on: true });
		expect((await seen())[0]).toMatchObject({ requested: true });
	});

	it.each(['follow', 'mute', 'block'] as const)(
		'%s is undone when the server refuses, with its sentence, and nothing is purged',
		async (type) => {
			await fetchPerson({ account: BOB });
			await postOf(BOB);
			const before = await readRelationship(me, BOB);
			world.town(HOST).behaviour = 'refusing';
			const error = await thrown(relate(me, BOB, { type, on: true }));
			expect(error).toMatchObject({ kind: 'refused', said: 'Not in this town' });
			expect(await readRelationship(me, BOB)).toEqual(before);
			expect(await count('entries')).toBe(1);
		},
	);

	it.each(['mute', 'block'] as const)('%s purges what I alone saw of them', async (type) => {
		await postOf(BOB);
		await postOf(CAROL);
		await relate(me, BOB, { type, on: true });
		expect(await count('entries')).toBe(1);
		expect(await count('posts')).toBe(1);
	});

	it('leaves a newer answer in place when it is undone', async () => {
		await fetchPerson({ account: BOB });
		world.town(HOST).behaviour = 'refusing';
		const newer = { by: me, account: BOB, localId: '1', followedBy: true } as const;
		const stop = onChange(['people'], () => {
			stop();
			// Asked for before the refusal is written down: transactions on one store keep their order.
			void putRelationships([newer]);
		});
		await thrown(relate(me, BOB, { type: 'follow', on: true }));
		expect(await readRelationship(me, BOB)).toEqual(newer);
	});
});

describe('moderation', () => {
	it('blocking a server purges everybody from there', async () => {
		await findPeople('anybody', me);
		await fetchPerson({ account: BOB });
		await postOf(BOB);
		await postOf(CAROL);
		await blockServer(me, HOST, true);
		expect(await count('posts')).toBe(0);
		expect(await readRelationship(me, BOB)).toMatchObject({ serverBlocked: true });
		await blockServer(me, HOST, false);
		expect(await readRelationship(me, BOB)).not.toHaveProperty('serverBlocked');
	});

	it('reporting says the server why it was refused', async () => {
		const how = { posts: [], comment: 'x', category: 'spam', rules: [], forward: false } as const;
		await report(me, BOB, how);
		expect(world.town(HOST).log.at(-1)?.path).toBe('/react');
		world.town(HOST).behaviour = 'refusing';
		expect((await thrown(report(me, BOB, how))).said).toBe('Not in this town');
	});
});

describe('lists', () => {
	beforeEach(() => {
		for (const name of ['bob', 'carol', 'dan']) {
			const { key } = personOf(HOST, name);
			const flags = { blocking: true, muting: true, requestedBy: true, following: true } as const;
			world.town(HOST).relationships.set(key, { by: me, account: key, localId: name, ...flags });
		}
	});

	it('come in pages, stored', async () => {
		const page = await listPeople(me, { kind: 'blocks' });
		expect(page.accounts.map(({ name }) => name)).toEqual(['bob', 'carol']);
		const next = await listPeople(me, { kind: 'blocks' }, { older: page.older ?? '' });
		expect(next.accounts.map(({ name }) => name)).toEqual(['dan']);
		expect(await storedPerson(BOB)).toMatchObject({ relationships: [{ blocking: true }] });
	});

	it('of requests are whole, and answered one by one', async () => {
		expect((await requests(me)).map(({ name }) => name)).toEqual(['bob', 'carol', 'dan']);
		await answerRequest(me, BOB, true);
		expect(await readRelationship(me, BOB)).toMatchObject({ followedBy: true });
		await answerRequest(me, CAROL, false);
		expect(await readRelationship(me, CAROL)).not.toHaveProperty('requestedBy');
	});

	it('are written as files, all pages', async () => {
		expect(await exportCsv(me, 'blocks')).toBe(
			'bob@chaos.example\ncarol@chaos.example\ndan@chaos.example\n',
		);
		expect(await exportCsv(me, 'mutes')).toContain('\nbob@chaos.example,false\n');
		expect((await exportCsv(me, 'following')).split('\n')).toHaveLength(5);
	});
});

describe('reading a file of people', () => {
	const FILE = 'bob@chaos.example\nnobody@chaos.example\nno handle\ncarol@chaos.example\n';

	it('does each, says how far, and lists what failed with its sentence', async () => {
		const steps: string[] = [];
		const result = await importCsv(me, 'blocks', FILE, (n, of) => steps.push(`${n}/${of}`), never);
		expect(steps).toEqual(['0/3', '1/3', '2/3', '3/3']);
		expect(result).toMatchObject({ done: 2, left: 0 });
		expect(result.failed).toEqual([
			{ handle: 'no handle', text: { key: 'peopleNoHandle' } },
			{ handle: 'nobody@chaos.example', text: expect.objectContaining({ key: 'networkMissing' }) },
		]);
		expect(await readRelationship(me, CAROL)).toMatchObject({ blocking: true });
	});

	it('does nothing again that is so', async () => {
		await importCsv(me, 'following', FILE, () => {}, never);
		world.town(HOST).log.length = 0;
		await importCsv(me, 'following', FILE, () => {}, never);
		expect(world.town(HOST).log.filter(({ path }) => path === '/react')).toEqual([]);
	});

	it('waits where the server is busy', async () => {
		const file = Array.from({ length: 400 }, () => 'bob@chaos.example').map((handle, i) =>
			i % 2 ? handle : `p${i}@chaos.example`,
		);
		const { failed, done } = await importCsv(me, 'mutes', file.join('\n'), () => {}, never);
		expect([failed.length, done]).toEqual([200, 1]);
		await importCsv(me, 'blocks', file.join('\n'), () => {}, never);
		expect(world.clock.waited).toBeGreaterThan(60_000);
	});

	it('stops when it is told to, and says what is left', async () => {
		const stop = new AbortController();
		const result = await importCsv(me, 'blocks', FILE, (n) => n === 1 && stop.abort(), stop.signal);
		expect(result).toMatchObject({ done: 1, left: 2 });
		expect(await readRelationship(me, CAROL)).toBeUndefined();
	});

	it('ends when the session does', async () => {
		world.town(HOST).behaviour = 'revoked';
		const error = await thrown(importCsv(me, 'blocks', FILE, () => {}, never));
		expect(error.text?.key).toBe('sessionEnded');
	});
});
