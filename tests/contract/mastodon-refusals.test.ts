import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, test } from 'vitest';
import type { Session } from '../../lib/model';
import { type Network, networkOf } from '../../lib/networks';
import { NETWORKS } from '../../lib/networks/adapters';
import { type MastodonServer, type Personality, startMastodon } from '../servers/mastodon';
import type { Traits } from '../servers/mastodon/traits';
import { walkPages } from '../servers/mastodon/visitor';
import { problemOf, recordingIo } from './io';
import { needed, REDIRECT, stored } from './sign-in';

const network: Network = needed(networkOf('mastodon', NETWORKS));
const refusals = needed(network.refusals);
const { io } = recordingIo();
const PATH = '/api/v1/instance/domain_blocks';

const running: MastodonServer[] = [];
afterEach(async () => {
	const complaints = running.flatMap(({ problems }) => problems);
	await Promise.all(running.splice(0).map((server) => server.stop()));
	expect(complaints).toEqual([]);
});

async function at(personality: Personality, traits: Partial<Traits> = {}) {
	const server = await startMastodon({ personality, traits });
	running.push(server);
	server.world.hostBlocks = [
		{ host: 'loud.example', shown: 'l**d.example', severity: 'suspend', comment: 'Harassment' },
		{ host: 'ads.example', shown: 'ads.example', severity: 'silence', comment: null },
	];
	const found = needed(await network.discover(server.origin, io));
	const how = { redirect: REDIRECT, again: false, language: 'en' };
	const { url, pending } = needed(await needed(network.begin)(found.server, how, io));
	const { location } = await walkPages(server, needed(server.people[0]), url, false);
	const { session } = await needed(network.finish)(needed(location ?? undefined), pending, io);
	return { server, session: stored(session) as Session };
}

describe('which servers a server refuses', () => {
	test.each<[Personality, Partial<Traits>]>([
		['mastodon-4.5', { domainBlocks: 'listed' }],
		['mastodon-4.2', { domainBlocks: 'token' }],
		['gotosocial', {}],
	])('is read as the account on %s %j', async (personality, traits) => {
		const { session } = await at(personality, traits);
		const digest = (host: string) => createHash('sha256').update(host).digest('hex');
		expect(await refusals(session, io)).toEqual([
			{
				...{ domain: 'l**d.example', digest: digest('loud.example') },
				...{ state: 'blocked', comment: 'Harassment' },
			},
			{ domain: 'ads.example', digest: digest('ads.example'), state: 'limited' },
		]);
	});

	test.each<[Personality, Partial<Traits>]>([
		['mastodon-4.5', { domainBlocks: 'hidden' }],
		['pleroma', { domainBlocks: 'empty' }],
		['pixelfed', {}],
		['hollo', {}],
		['snac', {}],
	])('is not known where %s does not say (%j)', async (personality, traits) => {
		const { session } = await at(personality, traits);
		expect(await refusals(session, io)).toBeUndefined();
	});

	it('is none where a list is shown and empty', async () => {
		const { server, session } = await at('mastodon-4.5', { domainBlocks: 'listed' });
		server.world.hostBlocks = [];
		expect(await refusals(session, io)).toEqual([]);
	});

	it.each([401, 403])('a %i to that question ends no session', async (status) => {
		const { server, session } = await at('mastodon-4.5', { domainBlocks: 'listed' });
		server.tamperWith((path, answer) =>
			path.startsWith(PATH) ? { status, json: { error: 'no' } } : answer,
		);
		expect(await refusals(session, io)).toBeUndefined();
	});

	it('makes nothing of lines that make no sense, and a busy server is not one that does not say', async () => {
		const { server, session } = await at('mastodon-4.5', { domainBlocks: 'listed' });
		const lines = [
			...[7, null, {}, { domain: 'a.example' }, { domain: 'b.example', severity: '__proto__' }],
			{ domain: 'C.example\u0000', severity: 'suspend', digest: 'x'.repeat(9000), comment: 7 },
		];
		server.tamperWith((path, answer) => (path.startsWith(PATH) ? { json: lines } : answer));
		expect(await refusals(session, io)).toEqual([{ domain: 'c.example', state: 'blocked' }]);
		server.tamperWith((path, answer) =>
			path.startsWith(PATH) ? { status: 429, json: {} } : answer,
		);
		expect((await problemOf(refusals(session, io))).kind).toBe('busy');
	});
});
