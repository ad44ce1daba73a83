import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryLocks } from '../../tests/fixtures/locks';
import { never, thrown } from '../../tests/fixtures/signed-in';
import { type Square, startSquare } from '../../tests/servers/atproto';
import { labeler } from '../../tests/servers/atproto/seeds/labeler';
import { walkWindow } from '../../tests/servers/atproto/window';
import { fetchMapped } from '../../tests/servers/fetch-mapped';
import { NETWORKS } from '../networks/adapters';
import { noteFailure, readSession, sourcesOf } from '../store';
import { closeDatabase, database } from '../store/database';
import {
	asking,
	chooseServices,
	enter,
	findServer,
	looksLikeAppPassword,
	lookUpService,
	type SignInWindow,
	server,
	sessions,
	signIn,
	signOut,
	surround,
} from './index';

// The room with accounts that may live elsewhere than was typed, and a server that refuses what real ones refuse.

const CLIENT_ID = 'https://townsquare.example/client.json';
const REDIRECT = 'https://abcdefghijklmnop.chromiumapp.org/';
const DAY = 24 * 60 * 60_000;
const HOW = { again: false, language: 'en' };
let square: Square;
let stop = () => {};
let later = 0;
let asked: string[] = [];

const programDocument = async (): Promise<Response> =>
	Response.json({
		client_id: CLIENT_ID,
		grant_types: ['authorization_code', 'refresh_token'],
		response_types: ['code'],
		redirect_uris: [REDIRECT],
		scope: 'atproto transition:generic',
		token_endpoint_auth_method: 'none',
		dpop_bound_access_tokens: true,
		application_type: 'web',
	});

beforeEach(async () => {
	globalThis.indexedDB = new IDBFactory();
	vi.stubEnv('WXT_ATPROTO_CLIENT_ID', CLIENT_ID);
	later = 0;
	asked = [];
	const now = () => Date.now() + later;
	square = await startSquare({ named: true, fetch: programDocument, now });
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
	vi.unstubAllEnvs();
	await square.stop();
	await closeDatabase();
});

const alice = () => {
	const [first] = square.people;
	if (!first) throw new Error('nobody lives here');
	return first;
};
const walking: SignInWindow = {
	redirect: REDIRECT,
	open: async (url) => (await walkWindow(url, alice())) || undefined,
};
async function byPassword() {
	const found = await findServer(`@${alice().handle}`, never);
	const [password = ''] = alice().appPasswords;
	return enter(found.server, { handle: found.handle ?? '', password }, never);
}
async function byWindow() {
	const found = await findServer(alice().handle, never);
	return signIn(found.server, HOW, [walking], never);
}
const look = (account: string) =>
	asking(account, async (network, session, io) => network.verify?.(session, io));

describe.each([
	['a window', byWindow, 13],
	['an app password', byPassword, 89],
] as const)('by %s', (_, come, days) => {
	it('a person signs in, is asked for, and leaves', async () => {
		const me = await come();
		expect(me).toMatchObject({ account: alice().did, handle: alice().handle, host: square.domain });
		expect(me).not.toHaveProperty('secret');
		expect((me.endsAt ?? 0) - Date.now()).toBeGreaterThan(days * DAY);
		expect((await server(square.domain))?.origin).toBe(square.known);
		expect((await look(me.account))?.key).toBe(me.account);
		expect(await signOut(me.account, 'nothing')).toEqual({ revoked: true });
		expect(await sessions()).toEqual([]);
		expect(square.problems).toEqual([]);
	});

	it('the token is renewed by one of all who need it', async () => {
		const { account, endsAt } = await come();
		const before = await readSession(account);
		later = 3 * 60 * 60_000;
		await Promise.all([look(account), look(account), look(account)]);
		const after = await readSession(account);
		expect(after?.state).toBe('active');
		expect(after?.secret).not.toEqual(before?.secret);
		// Only an app password's session goes on for as long as it is used.
		expect((after?.endsAt ?? 0) > (endsAt ?? 0)).toBe(after?.way === 'password');
		expect(square.problems).toEqual([]);
	});

	it('a session that the server ended is over', async () => {
		const { account } = await come();
		square.revokeAll('alice');
		later = DAY;
		expect((await thrown(look(account))).text?.key).toBe('sessionEnded');
		expect(await sessions()).toMatchObject([{ state: 'ended' }]);
	});
});

it('an app password and no other is taken for one', async () => {
	expect(alice().appPasswords.filter((one) => !looksLikeAppPassword(one))).toEqual([]);
	expect(looksLikeAppPassword(alice().password)).toBe(false);
});

it('a password that is wrong leaves nothing, not even in what is said', async () => {
	const found = await findServer(square.domain, never);
	const how = { handle: alice().handle, password: 'wrong-password-of-mine' };
	const error = await thrown(enter(found.server, how, never));
	expect(error.text?.key).toBe('appPasswordRefused');
	expect(JSON.stringify([error, error.message, error.stack])).not.toContain(how.password);
	expect(await sessions()).toEqual([]);
});

it('a window that the server cannot lead back to gives way to the next', async () => {
	const found = await findServer(square.domain, never);
	const page: SignInWindow = {
		redirect: 'chrome-extension://abc/signed-in.html',
		open: () => Promise.reject(new Error('it was opened')),
	};
	expect((await signIn(found.server, HOW, [page, walking], never)).account).toBe(alice().did);
	const error = await thrown(signIn(found.server, HOW, [page], never));
	expect(error.text?.key).toBe('signInImpossible');
	expect(await (await database()).count('pending')).toBe(0);
});

it('asks no other network for a name that only one can have', async () => {
	await findServer(`@${alice().handle}`, never);
	await findServer(alice().did, never);
	expect(asked.filter((url) => /\/api\/v|nodeinfo|webfinger|host-meta/.test(url))).toEqual([]);
	asked = [];
	await thrown(findServer(`@maria@${square.domain}`, never));
	expect(asked.filter((url) => /xrpc|atproto/.test(url))).toEqual([]);
});

describe('who serves an account', () => {
	const view = () => `${square.views[1]?.did}#bsky_appview`;

	it('is looked up by name', async () => {
		const { account } = await byPassword();
		expect(await lookUpService(account, view(), never)).toEqual({
			name: view(),
			host: square.views[1]?.host,
			offers: 'view',
		});
		expect(await lookUpService(account, 'nobody', never)).toBeUndefined();
		expect(await lookUpService(account, `${square.views[1]?.did}#other`, never)).toBeUndefined();
	});

	it('is chosen, asked from then on, and given back', async () => {
		const { account } = await byPassword();
		const failure = { at: 1, text: { key: 'networkSlow' } };
		await noteFailure(account, 'home', { kind: 'home' }, failure);
		await chooseServices(account, { view: view() }, never);
		expect(await sessions()).toMatchObject([{ services: { view: view() } }]);
		expect(await sourcesOf('home')).toEqual([]);
		await byWindow();
		expect((await sessions())[0]?.services).toEqual({ view: view() });
		await chooseServices(account, undefined, never);
		expect((await sessions())[0]?.services).toBeUndefined();
		expect(await thrown(chooseServices('did:plc:nobody', {}, never))).toMatchObject({
			name: 'NotSignedIn',
		});
	});
});

describe('whose labels go along', () => {
	const OTHER = 'did:plc:otherlabelerotherlabel22';
	const MINE = 'did:plc:minelabelerminelabeler22';
	const usual = () => `${square.world.usualLabelers[0]};redact`;
	const timeline = (account: string) =>
		asking(account, async (network, session, io) =>
			network.page?.(session, { kind: 'home' }, undefined, io),
		);
	const accepted = () =>
		square.log.findLast(({ path }) => path.includes('feed.getTimeline'))?.labelers;
	const preferencesRead = () => asked.filter((url) => url.includes('getPreferences')).length;
	const subscribe = (...dids: string[]) => {
		alice().preferences.splice(0, 9, {
			$type: 'app.bsky.actor.defs#labelersPref',
			labelers: dids.map((did) => ({ did })),
		});
	};

	it("are the account's own, the person's and the view's, read once a day", async () => {
		labeler(square);
		subscribe(OTHER);
		const { account } = await byPassword();
		await timeline(account);
		expect(accepted()).toBe(`${usual()}, ${OTHER}`);
		subscribe(MINE);
		later = 60 * 60_000;
		await timeline(account);
		expect(preferencesRead()).toBe(1);
		later = DAY + 1;
		await timeline(account);
		expect(accepted()).toBe(`${usual()}, ${MINE}`);
		await chooseServices(account, { labelers: [OTHER, MINE] }, never);
		await timeline(account);
		expect(accepted()).toBe(`${usual()}, ${OTHER}, ${MINE}`);
		expect(square.problems).toEqual([]);
	});

	it('are left to the view where nobody chose any', async () => {
		labeler(square);
		const { account } = await byPassword();
		await timeline(account);
		expect(accepted()).toBeUndefined();
	});

	it('stay as they were while preferences cannot be read', async () => {
		subscribe(OTHER);
		const { account } = await byPassword();
		await timeline(account);
		later = DAY + 1;
		square.faults.set('bad-json', { path: '/xrpc/app.bsky.actor.getPreferences' });
		await timeline(account);
		await timeline(account);
		expect(accepted()).toBe(OTHER);
		expect(preferencesRead()).toBe(2);
		subscribe(MINE);
		square.faults.clear();
		later += 60 * 60_000;
		await timeline(account);
		expect(accepted()).toBe(MINE);
	});

	it('of a label, what the person chose is done', async () => {
		labeler(square);
		const uri = square.publish('bob', { text: 'It was the gardener.' }).uri;
		const did = square.world.usualLabelers[0] ?? '';
		square.label('wachter', uri, 'spoiler');
		square.follow('alice', 'bob');
		const pref = { $type: 'app.bsky.actor.defs#contentLabelPref', labelerDid: did };
		alice().preferences.push({ ...pref, label: 'spoiler', visibility: 'hide' });
		const { account } = await byPassword();
		const page = await timeline(account);
		const seen = page?.posts.find(({ post }) => post.key === uri);
		expect(seen?.view.labels).toMatchObject([{ value: 'spoiler', effect: 'hide' }]);
	});
});

it('an account that moved is signed in to where it lives now', async () => {
	const { account } = await byPassword();
	const person = alice();
	person.home = 1;
	later = DAY;
	const error = await thrown(look(account));
	expect(error.text).toEqual({
		key: 'accountMoved',
		parameters: { handle: person.handle, host: square.domain, home: 'harbour.test' },
	});
	expect(await sessions()).toMatchObject([{ state: 'ended', host: square.domain }]);
	expect(await byPassword()).toMatchObject({ account, state: 'active', host: 'harbour.test' });
	expect(await sessions()).toHaveLength(1);
});
