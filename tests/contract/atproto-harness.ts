import { vi } from 'vitest';
import { networkOf } from '../../lib/networks';
import { NETWORKS } from '../../lib/networks/adapters';
import { startSquare } from '../servers/atproto';
import { walkWindow } from '../servers/atproto/window';
import type { FaultName } from '../servers/faults';
import type { Harness, Misbehaviour, Place } from './harness';
import { REDIRECT } from './sign-in';

const FAULTS: Readonly<Record<Misbehaviour, FaultName>> = {
	'too often': '429',
	maintenance: '503-html',
	slow: 'slow-headers',
	'one byte a second': 'one-byte-a-second',
	'cut off': 'cut-body',
	silent: 'silent-drop',
	endless: 'huge',
	nonsense: 'bad-json',
	stranger: 'other-actor-key',
};

/** What the build writes for its host to publish. */
const CLIENT_ID = 'https://townsquare.example/client.json';

const programDocument = async (url: unknown): Promise<Response> =>
	url === CLIENT_ID
		? Response.json({
				client_id: CLIENT_ID,
				client_name: 'Townsquare',
				grant_types: ['authorization_code', 'refresh_token'],
				response_types: ['code'],
				redirect_uris: [REDIRECT],
				scope: 'atproto transition:generic',
				token_endpoint_auth_method: 'none',
				dpop_bound_access_tokens: true,
				application_type: 'web',
			})
		: new Response('not found', { status: 404 });

/** All texts of AT Protocol are plain: nothing in them is markup. */
const NO_MARKUP = /(?!)/;

export function atprotoHarness(): Harness {
	const network = networkOf('atproto', NETWORKS);
	if (!network) throw new Error('There is no such network.');
	return { name: 'atproto', network, registers: false, markup: NO_MARKUP, start };
}

async function start(): Promise<Place> {
	vi.stubEnv('WXT_ATPROTO_CLIENT_ID', CLIENT_ID);
	const square = await startSquare({ named: true, fetch: programDocument });
	const [me] = square.people;
	if (!me) throw new Error('Nobody lives there.');
	const { handle } = me;
	return {
		host: square.domain,
		origin: square.known,
		key: me.did,
		handle,
		handles: [
			{ typed: `@${handle}`, hint: handle },
			{ typed: ` ${handle.toUpperCase()}\n`, hint: handle },
		],
		names: ['plc.directory', ...square.people.map((person) => person.handle)],
		redirect: REDIRECT,
		walk: (url, deny) => walkWindow(url, me, deny),
		publish: (count) =>
			Array.from({ length: count }, (_, n) => square.publish('bob', { text: `New ${n}` }).uri),
		home: () => square.home('alice'),
		rest: () => square.clearRates(),
		misbehave: (how) => square.faults.set(FAULTS[how]),
		seen: () => square.log.map(({ path, token }) => ({ path, token })),
		complaints: () => square.problems,
		stop: () => square.stop(),
	};
}
