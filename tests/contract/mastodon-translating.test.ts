import { afterEach, describe, expect, it } from 'vitest';
import type { Session } from '../../lib/model';
import { type Network, networkOf } from '../../lib/networks';
import { NETWORKS } from '../../lib/networks/adapters';
import { type MastodonServer, startMastodon } from '../servers/mastodon';
import type { Personality, Traits } from '../servers/mastodon/traits';
import { walkPages } from '../servers/mastodon/visitor';
import { problemOf, recordingIo } from './io';
import { needed, REDIRECT, stored } from './sign-in';

const network: Network = needed(networkOf('mastodon', NETWORKS));
const translate = needed(network.translate);
const { io, told } = recordingIo();

const running: MastodonServer[] = [];
afterEach(async () => {
	const complaints = running.flatMap(({ problems }) => problems);
	await Promise.all(running.splice(0).map((server) => server.stop()));
	expect(complaints).toEqual([]);
});

async function at(traits: Partial<Traits>, personality: Personality = 'mastodon-4.5') {
	const server = await startMastodon({ personality, traits });
	running.push(server);
	const found = needed(await network.discover(server.origin, io));
	const how = { redirect: REDIRECT, again: false, language: 'en' };
	const { url, pending } = needed(await needed(network.begin)(found.server, how, io));
	const { location } = await walkPages(server, needed(server.people[0]), url, false);
	const { session } = await needed(network.finish)(needed(location ?? undefined), pending, io);
	const post = (text: string, more: object = {}) => {
		const { id, uri } = server.post('ben', { text, language: 'de', ...more });
		return { post: uri, localId: id };
	};
	return { server, session: stored(session) as Session, post };
}

describe('a translation by the server', () => {
	it.each(['mastodon-4.5', 'mastodon-4.2'] as const)('is words of ours, on %s', async (name) => {
		const { session, post } = await at({ translation: 'offered' }, name);
		expect(session.features).toContain('translation');
		const ref = post('Guten Morgen https://example.org/brot', { spoiler: 'Essen' });
		expect(await translate(session, ref, 'fr', io)).toMatchObject({
			content: {
				text: expect.stringMatching(/^\[de to fr\] Guten Morgen /),
				facets: [{ type: 'link', href: 'https://example.org/brot' }],
			},
			warning: '[de to fr] Essen',
			from: 'de',
			to: 'fr',
			provider: 'Lingua Libre',
		});
	});

	it.each(['mastodon-4.5', 'gotosocial', 'pleroma', 'snac'] as const)(
		'is not offered by %s where none is set up, and not asked for',
		async (name) => {
			const { server, session, post } = await at({}, name);
			expect(session.features).not.toContain('translation');
			expect((await problemOf(translate(session, post('Hallo'), 'en', io))).kind).toBe('missing');
			expect(server.log.filter(({ path }) => path.includes('translate'))).toEqual([]);
		},
	);

	it('is refused for what only followers may see, and from a language that it does not know', async () => {
		const { session, post } = await at({ translation: 'offered' });
		for (const ref of [
			post('Nur für euch', { visibility: 'private' }),
			post('Ой', { language: 'uk' }),
		]) {
			const problem = await problemOf(translate(session, ref, 'en', io));
			expect(problem).toMatchObject({ kind: 'refused', status: 403 });
			expect(problem.text).toEqual({
				key: 'translationRefused',
				parameters: { host: session.host },
			});
		}
	});

	it('that its service does not give is no failure of the server', async () => {
		const { session, post } = await at({ translation: 'exhausted' });
		told.length = 0;
		const problem = await problemOf(translate(session, post('Hallo'), 'en', io));
		expect(problem).toMatchObject({ kind: 'refused', status: 503 });
		expect(problem.text.key).toBe('translationDown');
		expect(told.map(({ answer }) => [answer.ok, answer.retryAt])).toEqual([[true, undefined]]);
	});

	it('that means harm is words and links', async () => {
		const { session, post } = await at({ translation: 'hostile' });
		const made = await translate(session, post('Hallo'), 'en', io);
		expect(made.content.text).toContain('Words and a link');
		expect(made).toMatchObject({ to: 'en' });
		expect(made.from).toBeUndefined();
		expect(JSON.stringify(made.content)).not.toMatch(/[<>]|javascript:|hacked/);
		// These are never read as markup, so that it stays what it is: letters.
		expect(made.provider).toBe('<svg/onload=hacked()>Evil');
		expect(made.warning).toBe('<img src=x onerror=hacked()>');
		expect(made.content.facets?.filter(({ type }) => type === 'link')).toEqual([
			expect.objectContaining({ href: 'https://example.org/good' }),
		]);
	});

	it.each([[{}], [[]], ['x'], [null], [{ content: 5 }], [{ content: '<p></p>' }]])(
		'that says nothing is none: %j',
		async (json) => {
			const { server, session, post } = await at({ translation: 'offered' });
			server.tamperWith((path, answer) =>
				path.endsWith('/translate') ? { status: 200, json } : answer,
			);
			const problem = await problemOf(translate(session, post('Hallo'), 'en', io));
			expect(problem.kind).toBe('broken');
		},
	);
});
