import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installMemoryOpfs } from '../../tests/fixtures/opfs';
import type { Balance, Notice, Session } from '../model';
import {
	beginCare,
	endCare,
	eraseEverything,
	onChange,
	purgeAccount,
	purgePeople,
	putBalance,
	putNotices,
	putSession,
	readStanding,
} from '.';
import { closeDatabase } from './database';

const ME = 'https://chaos.example/people/me';
const OTHER = 'https://far.example/people/me';
const BEA = 'https://far.example/people/bea';
const DAY = 24 * 60 * 60_000;
const NOW = Date.UTC(2026, 0, 1);
const COUNTED: Balance = {
	...{ readAt: NOW, looked: 9, from: NOW, broadcasts: 9, replies: 0 },
	unanswered: [
		{ post: 'a', at: 1, by: BEA },
		{ post: 'b', at: 2 },
	],
};

const session = (account: string): Session => ({
	...{ account, network: 'town', host: 'chaos.example', origin: 'https://chaos.example' },
	...{ handle: 'me@chaos.example', scopes: [], pin: { id: '1', account }, state: 'active' },
	...{ signedInAt: NOW, features: [], secret: {} },
});

beforeEach(async () => {
	globalThis.indexedDB = new IDBFactory();
	await putSession(session(ME), NOW);
	await putSession(session(OTHER), NOW);
});
afterEach(closeDatabase);

const warning = (at: number, text = 'Take part.', id = `w${at}`): Notice => ({
	...{ by: ME, id, kind: 'moderationWarning', at, people: [], count: 1, cursorId: id },
	warning: { action: 'none', text },
});
const tell = (...notices: Notice[]) =>
	putNotices({ by: ME, how: 'newest', readAt: NOW, page: { notices, posts: [], accounts: [] } });
const careOf = async () => (await readStanding(ME))?.care;

describe('a warning of the staff', () => {
	it('puts the account under care, and no other', async () => {
		let told = 0;
		const stop = onChange(['norms'], () => told++);
		await tell(warning(NOW - DAY));
		stop();
		expect(told).toBe(1);
		expect(await careOf()).toEqual({ since: NOW - DAY, by: 'server', sentence: 'Take part.' });
		expect(await readStanding(OTHER)).toBeUndefined();
	});

	it('of long ago, and other notices, do not', async () => {
		await tell(warning(NOW - 31 * DAY), { ...warning(NOW), kind: 'mention' });
		expect(await careOf()).toBeUndefined();
	});

	it('that says nothing leaves nothing to quote; the newest counts', async () => {
		await tell(warning(NOW - 2 * DAY, 'Older.'), warning(NOW - DAY, ''));
		expect(await careOf()).toEqual({ since: NOW - DAY, by: 'server' });
		await tell(warning(NOW - 2 * DAY, 'Older.'));
		expect(await careOf()).toEqual({ since: NOW - DAY, by: 'server' });
	});

	it('does not come back once the person said that it is over; a newer one does', async () => {
		await tell(warning(NOW - 2 * DAY));
		await endCare(ME, NOW - DAY);
		await tell(warning(NOW - 2 * DAY));
		expect(await careOf()).toBeUndefined();
		await tell(warning(NOW - DAY / 2, 'Again.'));
		expect(await careOf()).toMatchObject({ sentence: 'Again.' });
	});

	it('goes before what the person noted, and leaves what was counted', async () => {
		await putBalance(ME, COUNTED);
		await beginCare(ME, NOW - DAY, 'They wrote to me.');
		expect(await careOf()).toEqual({
			...{ since: NOW - DAY, by: 'person', sentence: 'They wrote to me.' },
		});
		await tell(warning(NOW - DAY / 2));
		expect(await careOf()).toMatchObject({ by: 'server' });
		expect((await readStanding(ME))?.balance).toEqual(COUNTED);
	});
});

describe('what was counted', () => {
	beforeEach(async () => {
		await putBalance(ME, COUNTED);
		await putBalance(OTHER, COUNTED);
		await beginCare(ME, NOW);
	});

	it.each([true, false])('goes with the account (posts kept: %s)', async (posts) => {
		await purgeAccount(ME, { posts });
		expect(await readStanding(ME)).toBeUndefined();
		expect((await readStanding(OTHER))?.balance).toEqual(COUNTED);
	});

	it('is not written once it has signed out', async () => {
		await purgeAccount(ME, { posts: true });
		await putBalance(ME, COUNTED);
		await beginCare(ME, NOW);
		expect(await readStanding(ME)).toBeUndefined();
	});

	it.each(['block', 'mute'] as const)('waits for nobody after a %s', async (how) => {
		await purgePeople(ME, new Set([BEA]), how);
		expect((await readStanding(ME))?.balance?.unanswered).toEqual([{ post: 'b', at: 2 }]);
		expect((await readStanding(OTHER))?.balance).toEqual(COUNTED);
	});

	it('goes with everything', async () => {
		installMemoryOpfs();
		await eraseEverything();
		expect(await readStanding(ME)).toBeUndefined();
		expect(await readStanding(OTHER)).toBeUndefined();
	});
});
