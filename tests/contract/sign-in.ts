import type { Account, Server, Session } from '../../lib/model';
import type { Network, Pending } from '../../lib/networks';
import type { Place } from './harness';
import { type Recorded, recordingIo } from './io';

export const REDIRECT = 'https://abcdefghijklmnop.chromiumapp.org/';
const HOW = { again: true, language: 'de' };

/** What is stored and read again: as IndexedDB does it, keys that no code can read included. */
export const stored = <T>(value: T): T => structuredClone(value);

/** A capability that a test is about: a network without it fails the test. */
export function needed<T>(capability: T | undefined): T {
	if (capability === undefined) throw new Error('The network lacks a capability of this test.');
	return capability;
}

/** What signing in needs of a place. */
type Door = Pick<Place, 'host' | 'walk'> & Partial<Pick<Place, 'redirect'>>;

export type Begun = { server: Server; url: string; pending: Pending; recorded: Recorded };

export async function begun(network: Network, place: Door, registration?: unknown): Promise<Begun> {
	const recorded = recordingIo();
	const { io } = recorded;
	const found = needed(await network.discover(place.host, io));
	const how = {
		...HOW,
		redirect: place.redirect ?? REDIRECT,
		...(registration === undefined ? {} : { registration }),
	};
	const { url, pending } = needed(await needed(network.begin)(found.server, how, io));
	return { server: found.server, url, pending: stored(pending), recorded };
}

/** Signs in as a person does; everything is written down and read again on the way. */
export async function signedIn(
	network: Network,
	place: Door,
): Promise<{ session: Session; me: Account; server: Server }> {
	const { server, url, pending, recorded } = await begun(network, place);
	const callback = await place.walk(url, false);
	const { session, me } = await needed(network.finish)(callback, pending, recorded.io);
	return { session: stored(session), me, server };
}
