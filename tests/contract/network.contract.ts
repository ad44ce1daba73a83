import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NetworkProblem } from '../../lib/networks';
import type { Harness, Place } from './harness';
import { problemOf, recordingIo } from './io';
import { type RawServer, rawServer } from './raw-server';
import { begun, needed, signedIn, stored } from './sign-in';

/** Finding a server and signing in there: what any network passes on any program that speaks it. */
export function signingInContract({ name, network, registers, start }: Harness): void {
	let place: Place;
	beforeEach(async () => {
		place = await start();
	});
	afterEach(async () => {
		await place.stop();
	});

	describe(`${name}: finding the server`, () => {
		it.each([
			['its host', () => place.host, undefined],
			['its address', () => `${place.origin}/`, undefined],
			['capitals, blanks and slashes', () => ` ${place.origin.toUpperCase()}//\n`, undefined],
			['a handle', () => place.handles[0].typed, 0],
			['a handle in another form', () => place.handles[1].typed, 1],
		] as const)('of %s', async (_, typed, nth) => {
			const found = needed(await network.discover(typed(), recordingIo().io));
			expect(found.handle).toBe(nth === undefined ? undefined : place.handles[nth].hint);
			expect(found.server).toMatchObject({
				host: place.host,
				origin: place.origin,
				network: network.id,
			});
		});

		it('describes it in plain data', async () => {
			const { io } = recordingIo();
			const { server } = needed(await network.discover(place.host, io));
			expect(stored(server)).toEqual(server);
			expect(server.title).not.toBe('');
			expect(server.software.name).toMatch(/^[a-z]+$/);
			expect(server.limits.characters).toBeGreaterThan(99);
			expect(server.limits.media).toBeGreaterThan(0);
			expect(new Set(server.features).size).toBe(server.features.length);
			const again = await network.refresh(stored(server), io);
			expect({ ...again, readAt: 0 }).toEqual({ ...server, readAt: 0 });
			expect(place.seen().some(({ token }) => token)).toBe(false);
		});

		it('says that something else is there, and that nothing is', async () => {
			const other: RawServer = await rawServer();
			const find = () => network.discover(other.host, recordingIo().io);
			other.answer = (_, response) => response.writeHead(404).end('not found');
			expect(await find()).toBeUndefined();
			other.answer = (_, response) => response.end('{"version":"1"}');
			expect(await find()).toBeUndefined();
			other.answer = (_, response) =>
				response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Bakery</h1>');
			expect(await find()).toBeUndefined();
			await other.close();
			expect((await problemOf(find())).kind).toBe('unreachable');
		});

		it.each([
			'',
			'   ',
			'not a host',
			'file:///etc/passwd',
			'http://',
			'@@',
			'javascript:alert(1)//',
		])('asks nobody for "%s"', async (typed) => {
			const recorded = recordingIo({ fetch: () => Promise.reject(new TypeError('no such host')) });
			const found = await network.discover(typed, recorded.io).catch((problem: unknown) => problem);
			expect(found instanceof NetworkProblem || found === undefined).toBe(true);
			expect(recorded.asked.every(({ url }) => url.startsWith('https://'))).toBe(true);
		});
	});

	describe(`${name}: signing in`, () => {
		it('gives a session that belongs to the person, and says who that is', async () => {
			const { session, me, server } = await signedIn(network, place);
			expect(session).toMatchObject({
				account: place.key,
				handle: place.handle,
				host: place.host,
				origin: place.origin,
				network: network.id,
				state: 'active',
				features: server.features,
				pin: { account: place.key },
			});
			expect(session.scopes.length).toBeGreaterThan(0);
			expect(session.pin.id).not.toBe('');
			expect(me.key).toBe(place.key);
			const verified = await needed(network.verify)(session, recordingIo().io);
			expect(verified.key).toBe(place.key);
			expect(place.complaints()).toEqual([]);
		});

		it('keeps what is secret out of every address', async () => {
			const { url, pending, recorded } = await begun(network, place);
			const { session } = await needed(network.finish)(
				await place.walk(url, false),
				pending,
				recorded.io,
			);
			const secrets = Object.values(session.secret as Record<string, unknown>).filter(
				(value): value is string => typeof value === 'string' && value.length > 25,
			);
			expect(secrets.length).toBeGreaterThan(1);
			const { token } = session.secret as { token: string };
			expect(place.seen().some(({ path }) => path.includes(token))).toBe(false);
			expect(recorded.asked.some(({ url: asked }) => asked.includes(token))).toBe(false);
			expect(recorded.asked.every(({ init }) => init.credentials === 'omit')).toBe(true);
		});

		it('takes no answer to another question, and asks nobody with it', async () => {
			const { url, pending, recorded } = await begun(network, place);
			const callback = new URL(await place.walk(url, false));
			const before = place.seen().length;
			const wrong = new URL(callback);
			wrong.searchParams.set('state', 'guessed');
			const mixed = new URL(callback);
			mixed.searchParams.set('iss', 'https://evil.example');
			for (const answer of [wrong.href, mixed.href, place.redirect, 'nonsense']) {
				const problem = await problemOf(needed(network.finish)(answer, pending, recorded.io));
				expect(problem.kind).toBe('stranger');
			}
			expect(place.seen()).toHaveLength(before);
		});

		it('trades a code once', async () => {
			const { url, pending, recorded } = await begun(network, place);
			const callback = await place.walk(url, false);
			await needed(network.finish)(callback, pending, recorded.io);
			const again = await problemOf(needed(network.finish)(callback, pending, recorded.io));
			expect(again.kind).toBe('refused');
			expect(String(again.said)).not.toContain(new URL(callback).searchParams.get('code'));
		});

		it('ends when the person ends it', async () => {
			const { session } = await signedIn(network, place);
			await needed(network.end)(session, recordingIo().io);
			const problem = await problemOf(needed(network.verify)(session, recordingIo().io));
			expect(problem.kind).toBe('ended');
			expect(place.complaints()).toEqual([]);
		});

		it('sends no token to a host that answers as somebody else', async () => {
			const { session } = await signedIn(network, place);
			expect(session.pin.key).toBeTruthy();
			place.misbehave('stranger');
			const before = place.seen().length;
			const problem = await problemOf(needed(network.verify)(session, recordingIo().io));
			expect(problem.kind).toBe('stranger');
			const since = place.seen().slice(before);
			expect(since.length).toBeGreaterThan(0);
			expect(since.some(({ token }) => token)).toBe(false);
		});

		it.each([
			['down', (here: Place) => here.stop(), 'unreachable'],
			['shut for a while', (here: Place) => here.misbehave('maintenance'), 'busy'],
			['making no sense', (here: Place) => here.misbehave('nonsense'), 'broken'],
		] as const)('calls no host a stranger that is %s', async (_, fail, kind) => {
			const { session } = await signedIn(network, place);
			await fail(place);
			const problem = await problemOf(needed(network.verify)(session, recordingIo().io));
			expect(problem.kind).toBe(kind);
		});
	});

	if (registers)
		describe(`${name}: registering`, () => {
			it('registers once, and anew when the server forgot', async () => {
				const first = await begun(network, place);
				expect(first.recorded.kept).toHaveLength(1);
				const [registration] = first.recorded.kept.map(stored);
				const second = await begun(network, place, registration);
				expect(second.recorded.kept).toEqual([]);
				expect(second.pending.state).not.toBe(first.pending.state);
				await place.stop();
				place = await start();
				const third = await begun(network, place, registration);
				expect(third.recorded.kept).toHaveLength(1);
				const { session } = await needed(network.finish)(
					await place.walk(third.url, false),
					third.pending,
					third.recorded.io,
				);
				expect(session.account).toBe(place.key);
			});
		});

	describe(`${name}: failing`, () => {
		it.each([
			['too often', 'busy'],
			['maintenance', 'busy'],
			['slow', 'slow'],
			['one byte a second', 'slow'],
			['silent', 'slow'],
			['cut off', 'broken'],
			['endless', 'broken'],
			['nonsense', 'broken'],
		] as const)('a server that is "%s" is %s', async (how, kind) => {
			const { session } = await signedIn(network, place);
			const patience = vi.spyOn(AbortSignal, 'timeout');
			const timeout = patience.getMockImplementation() ?? AbortSignal.timeout;
			patience.mockRestore();
			const limits: number[] = [];
			vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
				limits.push(ms);
				return timeout(how === 'endless' ? ms : ms / 100);
			});
			place.misbehave(how);
			const recorded = recordingIo();
			const bare = { ...session, pin: { id: session.pin.id, account: session.pin.account } };
			const problem = await problemOf(needed(network.verify)(bare, recorded.io));
			vi.restoreAllMocks();
			expect(problem).toMatchObject({ kind, host: place.host });
			if (kind === 'busy') expect(problem.until).toBeGreaterThan(Date.now());
			expect(new Set(limits)).toEqual(new Set([20_000]));
			expect(recorded.told).toHaveLength(recorded.asked.length);
			expect(problem.stack).not.toContain((session.secret as { token: string }).token);
		});

		it('is given up when the caller cancels', async () => {
			const { session } = await signedIn(network, place);
			place.misbehave('silent');
			const recorded = recordingIo();
			const answer = problemOf(needed(network.verify)(session, recorded.io));
			const hosts = () => recorded.asked.map(({ url }) => new URL(url).host);
			await vi.waitFor(() => expect(hosts()).toContain(place.host));
			recorded.cancel();
			expect((await answer).kind).toBe('cancelled');
			expect(recorded.told.filter(({ host }) => host === place.host)).toEqual([]);
		});

		it('is not asked when the budget says no', async () => {
			const { session } = await signedIn(network, place);
			const before = place.seen().length;
			const no = new NetworkProblem('busy', place.host, { until: Date.now() + 1000 });
			const { io } = recordingIo({ budget: { reserve: () => Promise.reject(no) } });
			expect(await problemOf(needed(network.verify)(session, io))).toBe(no);
			expect(place.seen()).toHaveLength(before);
		});

		it('has every question counted', async () => {
			const recorded = recordingIo();
			await network.discover(place.host, recorded.io);
			expect(recorded.reserved.map(({ host }) => host)).toEqual(
				recorded.asked.map(({ url }) => new URL(url).host),
			);
			expect(recorded.told).toHaveLength(recorded.asked.length);
			expect(new Set(recorded.reserved.map(({ host }) => host))).toEqual(new Set([place.host]));
		});
	});
}
