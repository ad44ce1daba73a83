import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Session } from '../../../lib/model';
import { problemOf } from '../../contract/io';
import { needed } from '../../contract/sign-in';
import { HOSTED } from '../../fixtures/hosted';
import { adapterOn, BACK, DOCUMENT } from './adapter';
import { type Reference, startReference } from './index';

const PLACES = [
	[
		'under a name, by a hosted document',
		{ hostname: 'pds.square.alt', documents: { [HOSTED]: DOCUMENT } },
		BACK,
	],
	['on this machine, by none', {}, 'http://127.0.0.1/back'],
] as const;

let net: Reference;
let app: ReturnType<typeof adapterOn>;

describe.each(PLACES)('signing in to a reference PDS %s', (_place, options, back) => {
	beforeAll(async () => {
		vi.stubEnv('WXT_ATPROTO_CLIENT_ID', HOSTED);
		net = await startReference({ people: ['ann', 'ben'], ...options });
		// The directory is of this machine where the PDS is: its word on a loopback address counts only then.
		if (!('hostname' in options)) vi.stubEnv('WXT_PLC_DIRECTORY', net.plc);
		app = adapterOn(net);
	});
	afterAll(async () => {
		vi.unstubAllEnvs();
		await net?.stop();
	});

	it.each([
		['its address', () => net.pds, () => undefined],
		['a handle', () => '@ann.test', () => 'ann.test'],
		['a handle without @', () => 'ann.test', () => 'ann.test'],
		['a DID', () => app.did('ann'), () => app.did('ann')],
	])('finds it by %s', async (_, typed, handle) => {
		const found = needed(await app.network.discover(typed(), app.io()));
		expect(found.server).toMatchObject({
			origin: net.pds,
			network: 'atproto',
			signIn: ['window', 'password'],
			counting: 'graphemes',
		});
		expect(found.handle).toBe(handle());
	});

	it('enters with an app password', async () => {
		const session = await app.entered('ann');
		expect(session).toMatchObject({ account: app.did('ann'), handle: 'ann.test', way: 'password' });
		expect((await needed(app.network.verify)(session, app.io())).key).toBe(app.did('ann'));
		const days = (needed(session.endsAt) - Date.now()) / 86_400_000;
		expect(days).toBeGreaterThan(80);
	});

	it('says that a wrong password is refused', async () => {
		const { server } = needed(await app.network.discover(net.pds, app.io()));
		const how = { handle: 'ann.test', password: 'aaaa-bbbb-cccc-dddd' };
		const problem = await problemOf(needed(app.network.enter)(server, how, app.io()));
		expect(problem.kind).toBe('refused');
	});

	it('goes through its window, and reads with the key', async () => {
		const { session, me } = await app.throughWindow('ann', back);
		expect(me.key).toBe(app.did('ann'));
		expect(session).toMatchObject({ account: app.did('ann'), handle: 'ann.test', origin: net.pds });
		expect(session.scopes).toContain('atproto');
		expect((await needed(app.network.verify)(session, app.io(session))).key).toBe(app.did('ann'));
		expect((await app.read({ kind: 'home' }, session)).entries).toEqual([]);
	});

	it('hears that the person denied', async () => {
		expect((await problemOf(app.throughWindow('ann', back, true))).kind).toBe('refused');
	});

	it.each([
		['an app password', () => app.entered('ben')],
		['its window', async () => (await app.throughWindow('ben', back)).session],
	])('renews the session of %s, and ends it', async (_, enter) => {
		const expired = (session: Session): Session => {
			const secret = { ...(session.secret as object), expiresAt: 1 };
			return { ...session, secret };
		};
		const old = expired(await enter());
		const work = app.recorded(old.secret);
		await needed(app.network.page)(old, { kind: 'home' }, undefined, work.io);
		const renewed: Session = { ...old, secret: work.secret };
		expect(renewed.secret).not.toEqual(old.secret);
		expect((await needed(app.network.verify)(renewed, app.io(renewed))).key).toBe(app.did('ben'));
		await needed(app.network.end)(renewed, app.io(renewed));
		const gone = expired(renewed);
		expect((await problemOf(needed(app.network.verify)(gone, app.io(gone)))).kind).toBe('ended');
	});
});
