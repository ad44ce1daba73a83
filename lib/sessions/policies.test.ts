import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryLocks } from '../../tests/fixtures/locks';
import { never } from '../../tests/fixtures/signed-in';
import { type Square, startSquare } from '../../tests/servers/atproto';
import { personIn } from '../../tests/servers/atproto/known';
import { fetchMapped } from '../../tests/servers/fetch-mapped';
import { NETWORKS } from '../networks/adapters';
import { readRuleVersions } from '../store';
import { closeDatabase } from '../store/database';
import {
	enter,
	findServer,
	learnPolicies,
	readPapers,
	refreshServer,
	server,
	sessions,
	signOut,
	surround,
} from './index';

// What a place expects that has no list of rules: its terms, and what those who label for an account explain.

const DAY = 24 * 60 * 60_000;
let square: Square;
let stop = () => {};
let later = 0;
let asked: string[] = [];

beforeEach(async () => {
	globalThis.indexedDB = new IDBFactory();
	later = 0;
	asked = [];
	const now = () => Date.now() + later;
	square = await startSquare({ named: true, seed: 'foundation', now });
	stop = surround({
		networks: async () => NETWORKS,
		fetch: (url, init) => {
			asked.push(url);
			return fetchMapped(url, init);
		},
		locked: memoryLocks(),
		online: () => true,
		language: async () => 'en',
		now,
	});
});
afterEach(async () => {
	stop();
	await square.stop();
	await closeDatabase();
	expect(square.problems).toEqual([]);
});

async function come() {
	const alice = personIn(square, 'alice');
	const found = await findServer(`@${alice.handle}`, never);
	const [password = ''] = alice.appPasswords;
	return enter(found.server, { handle: alice.handle, password }, never);
}
const rulesOf = async () => (await server(square.domain))?.rules?.map(({ text }) => text);

describe('the terms of a server that lists no rules', () => {
	it('are its rules, with where they stand, and are read', async () => {
		await come();
		expect(await rulesOf()).toBeUndefined();
		const { server: row } = await readPapers(square.domain, never);
		expect(row.rules?.some(({ text }) => text.includes('No advertising.'))).toBe(true);
		expect(new Set(row.rules?.map(({ url }) => url))).toEqual(new Set([`${square.known}/terms`]));
		expect(row.readings).not.toEqual([]);
		expect(await server(square.domain)).toEqual(row);
	});

	it('stay when the server is read again, and have a history', async () => {
		await come();
		const { server: row } = await readPapers(square.domain, never);
		await refreshServer(square.domain, never);
		expect(await server(square.domain)).toMatchObject({
			rules: row.rules,
			readings: row.readings,
			termsReadAt: row.termsReadAt,
		});
		const pages = square.world.homes[0]?.pages;
		pages?.set('/terms', '<p>Posts must be written in English.</p><p>Be kind.</p>');
		later = DAY;
		await readPapers(square.domain, never);
		expect(await rulesOf()).toEqual(['Posts must be written in English.', 'Be kind.']);
		expect(await readRuleVersions(square.domain)).toHaveLength(2);
		// A page that is not there for a while says nothing of what they are.
		pages?.set('/terms', '<p></p>');
		later = 2 * DAY;
		await readPapers(square.domain, never);
		expect(await rulesOf()).toEqual(['Posts must be written in English.', 'Be kind.']);
	});
});

describe('those who label for an account', () => {
	const policies = async () => (await sessions())[0]?.policies;
	const times = () => asked.filter((url) => url.includes('labeler.getServices')).length;

	it('are asked once a day, and go with the account', async () => {
		const { account } = await come();
		expect(await policies()).toBeUndefined();
		await learnPolicies(account);
		await learnPolicies(account);
		expect(times()).toBe(1);
		expect((await policies())?.all.map(({ name }) => name)).toEqual(['De Wachter']);
		expect((await policies())?.readings.length).toBeGreaterThan(0);
		later = DAY;
		await learnPolicies(account);
		expect(times()).toBe(2);
		await signOut(account, 'nothing');
		expect(await policies()).toBeUndefined();
		await learnPolicies(account);
		expect(times()).toBe(2);
	});
});
