import { networkOf } from '../../lib/networks';
import { NETWORKS } from '../../lib/networks/adapters';
import { type FaultName, type Personality, startMastodon } from '../servers/mastodon';
import { walkPages } from '../servers/mastodon/visitor';
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

export function mastodonHarness(personality: Personality): Harness {
	const network = networkOf('mastodon', NETWORKS);
	if (!network) throw new Error('There is no such network.');
	const markup = /^(content|note|value|description|short_description|hint)$/;
	return { name: personality, network, registers: true, markup, start: () => start(personality) };
}

async function start(personality: Personality): Promise<Place> {
	const server = await startMastodon({ personality });
	const [me, other] = server.people;
	if (!me || !other) throw new Error('Nobody lives there.');
	return {
		host: new URL(server.origin).host,
		origin: server.origin,
		key: me.uri,
		handle: me.acct,
		handles: [
			{ typed: `@${me.acct}`, hint: me.username },
			{ typed: `${me.acct} `, hint: me.username },
		],
		names: [],
		redirect: REDIRECT,
		walk: async (url, deny) => (await walkPages(server, me, url, deny)).location ?? '',
		publish: (count) =>
			Array.from(
				{ length: count },
				(_, n) => server.post(other.username, { text: `New ${n}` }).uri,
			),
		home: () =>
			server.people.flatMap(({ username }) => server.postsOf(username).map(({ uri }) => uri)),
		rest: () => server.clearRates(),
		misbehave: (how) => server.faults.set(FAULTS[how]),
		seen: () => server.log.map(({ path, authorization }) => ({ path, token: authorization })),
		complaints: () => server.problems,
		stop: () => server.stop(),
	};
}
