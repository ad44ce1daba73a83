import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import type { StreamEvent } from '../../lib/networks';
import type { Harness, Place } from './harness';
import { problemOf, recordingIo } from './io';
import { needed, signedIn } from './sign-in';

/** What a program that streams passes; one that does not says so instead. */
export function streamingContract({ name, network, start }: Harness, streams: boolean): void {
	let place: Place;
	beforeEach(async () => {
		place = await start();
	});
	afterEach(async () => {
		await place.stop();
	});

	const open = async () => {
		const { session, server } = await signedIn(network, place);
		const sockets: { url: string; protocols: readonly string[] }[] = [];
		const events: StreamEvent[] = [];
		const recorded = recordingIo({
			socket: (url, protocols) => {
				sockets.push({ url, protocols });
				// ws is the browser's WebSocket in all that is used here.
				return new NodeSocket(url, [...protocols]) as unknown as WebSocket;
			},
		});
		const line = needed(network.stream)(session, (event) => events.push(event), recorded.io);
		return { session, server, sockets, events, recorded, line };
	};

	describe(`${name}: streaming`, () => {
		it('is offered exactly where the server does it', async () => {
			const { server } = await signedIn(network, place);
			expect(server.features.includes('streaming')).toBe(streams);
		});

		if (!streams) {
			it('is missing otherwise', async () => {
				const { line, sockets } = await open();
				expect((await problemOf(line)).kind).toBe('missing');
				expect(sockets).toEqual([]);
			});
			return;
		}

		it('brings what appears, with the token in no address, until the caller has enough', async () => {
			const { session, sockets, events, recorded, line } = await open();
			await vi.waitFor(() => expect(events).toEqual([{ type: 'open' }]));
			const [key = ''] = place.publish(1);
			await vi.waitFor(() => expect(events.some(({ type }) => type === 'page')).toBe(true));
			const page = events.find((event) => event.type === 'page');
			expect(page).toMatchObject({
				source: { kind: 'home' },
				page: { entries: [{ post: key, activity: key, seen: [{ by: session.account }] }] },
			});
			const { token } = session.secret as { token: string };
			expect(sockets).toHaveLength(1);
			expect(sockets[0]?.url).not.toContain(token);
			expect(sockets[0]?.protocols).toEqual([token]);
			expect(place.seen().some(({ path }) => path.includes(token))).toBe(false);
			recorded.cancel();
			await expect(line).resolves.toBeUndefined();
			expect(recorded.reserved).toHaveLength(1);
			expect(recorded.told).toMatchObject([{ host: place.host, answer: { ok: true } }]);
		});

		it('fails when the server goes away', async () => {
			const { events, line } = await open();
			await vi.waitFor(() => expect(events).toHaveLength(1));
			const problem = problemOf(line);
			await place.stop();
			expect((await problem).kind).toBe('unreachable');
			place = await start();
		});
	});
}
