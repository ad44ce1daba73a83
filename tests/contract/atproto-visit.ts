import { afterEach, expect } from 'vitest';
import type { Session } from '../../lib/model';
import { type Network, networkOf, type Page } from '../../lib/networks';
import { NETWORKS } from '../../lib/networks/adapters';
import { type Square, startSquare } from '../servers/atproto';
import { recordingIo } from './io';
import { needed, stored } from './sign-in';

export const network: Network = needed(networkOf('atproto', NETWORKS));
export const { io } = recordingIo();

const open: Square[] = [];
afterEach(async () => {
	const complaints = open.flatMap(({ problems }) => problems);
	for (const square of open.splice(0)) await square.stop();
	expect(complaints).toEqual([]);
});

/** A square that is gone after the test, which no client has done wrong to. */
export async function start(seed: 'bare' | 'foundation' = 'bare'): Promise<Square> {
	const square = await startSquare({ seed });
	open.push(square);
	return square;
}

/** As after signing in, which other tests are about. */
export function sessionOf(square: Square, name = 'alice'): Session {
	const { access, refresh, did: account } = square.enter(name);
	const { host } = new URL(square.origin);
	return stored({
		account,
		network: network.id,
		host,
		origin: square.origin,
		handle: `${name}.${square.domain}`,
		scopes: [],
		pin: { id: account, account },
		state: 'active',
		signedInAt: io.now(),
		features: [],
		way: 'password',
		secret: { token: access, refresh, expiresAt: io.now() + 3_600_000 },
	});
}

export const didOf = (square: Square, name: string) =>
	needed(square.people.find(({ handle }) => handle.startsWith(`${name}.`))).did;

/** The posts of a page, in its order. */
export const posts = ({ entries }: Page) => entries.map(({ post }) => post);
