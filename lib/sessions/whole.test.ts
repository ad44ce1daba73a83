import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryLocks } from '../../tests/fixtures/locks';
import { never, thrown } from '../../tests/fixtures/signed-in';
import { type MastodonServer, type Personality, startMastodon } from '../../tests/servers/mastodon';
import { walkPages } from '../../tests/servers/mastodon/visitor';
import { NETWORKS } from '../networks/adapters';
import { closeDatabase, database } from '../store/database';
import {
	asking,
	budgets,
	findServer,
	type SignInWindow,
	sessions,
	signIn,
	signOut,
	surround,
} from './index';

// The room with the real adapter, and servers that refuse what real ones refuse.

const DAY = 24 * 60 * 60_000;
const PERSONALITIES: readonly Personality[] = [
	'mastodon-4.5',
	'mastodon-4.2',
	'gotosocial',
	'snac',
];
let server: MastodonServer;
let stop = () => {};
let later = 0;
let asked = 0;

beforeEach(() => {
	globalThis.indexedDB = new IDBFactory();
	later = 0;
	asked = 0;
	stop = surround({
		networks: async () => NETWORKS,
		fetch: (url, init) => {
			asked += 1;
			return fetch(url, init);
		},
		locked: memoryLocks(),
		online: () => true,
		now: () => Date.now() + later,
	});
});
afterEach(async () => {
	stop();
	await server.stop();
	await closeDatabase();
});

function walking(deny: boolean): SignInWindow {
	return {
		redirect: 'https://abcdefghijklmnop.chromiumapp.org/',
		async open(url) {
			const [who] = server.people;
			if (!who) throw new Error('nobody lives here');
			const { location } = await walkPages(server, who, url, deny);
			return location ?? undefined;
		},
	};
}

async function start(personality: Personality, deny = false) {
	server = await startMastodon({ personality });
	const found = await findServer(new URL(server.origin).host, never);
	return signIn(found.server, { again: true, language: 'de' }, [walking(deny)], never);
}

const look = (account: string) =>
	asking(account, async (network, session, io) => network.verify?.(session, io));

describe.each(PERSONALITIES)('a server that passes for %s', (personality) => {
	it('is signed in to, asked, and told to forget', async () => {
		const me = await start(personality);
		expect((await look(me.account))?.key).toBe(me.account);
		const token = JSON.stringify(await (await database()).getAll('sessions'));
		expect(token).toMatch(/"token":"[^"]{8,}"/);
		expect((await budgets()).map(({ contacts }) => contacts)).toEqual([asked]);
		expect(await signOut(me.account, 'nothing')).toEqual({ revoked: true });
		expect(await sessions()).toEqual([]);
		expect(server.problems).toEqual([]);
	});
});

it('a person who declines is signed in nowhere', async () => {
	const error = await thrown(start('mastodon-4.5', true));
	expect(error.text?.key).toBe('signInDenied');
	expect(await sessions()).toEqual([]);
});

it('a host that became somebody else sees no token', async () => {
	const { account } = await start('mastodon-4.5');
	server.faults.set('other-actor-key');
	later = DAY;
	server.log.length = 0;
	expect((await thrown(look(account))).text?.key).toBe('sessionStranger');
	expect(server.log.length).toBeGreaterThan(0);
	const seen = server.log.length;
	expect((await thrown(look(account))).kind).toBe('stranger');
	expect(await signOut(account, 'posts')).toEqual({ revoked: false });
	expect(server.log).toHaveLength(seen);
	expect(server.log.filter(({ authorization }) => authorization)).toEqual([]);
});

it('a token that was revoked elsewhere ends the session', async () => {
	const { account } = await start('gotosocial');
	server.revokeAll(server.people[0]?.username ?? '');
	expect((await thrown(look(account))).text?.key).toBe('sessionEnded');
	expect(await sessions()).toMatchObject([{ state: 'ended' }]);
});

it('a server that is busy says until when, and is left alone', async () => {
	const { account } = await start('mastodon-4.5');
	// Not to the end of a window of its own, which may be now.
	server.faults.set('429', { ms: 60_000 });
	expect((await thrown(look(account))).kind).toBe('busy');
	const seen = server.log.length;
	const error = await thrown(look(account));
	expect(error.kind).toBe('busy');
	expect(error.until).toBeGreaterThan(Date.now());
	expect(server.log).toHaveLength(seen);
});
