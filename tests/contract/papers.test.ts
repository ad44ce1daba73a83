import { afterEach, describe, expect, it, test } from 'vitest';
import { NETWORKS } from '../../lib/networks/adapters';
import { type MastodonServer, type Personality, startMastodon } from '../servers/mastodon';
import { problemOf, recordingIo } from './io';
import { type RawServer, rawServer } from './raw-server';
import { needed, stored } from './sign-in';

const network = needed(NETWORKS.find(({ id }) => id === 'mastodon'));
const papers = needed(network.papers);

const running: (MastodonServer | RawServer)[] = [];
afterEach(async () => {
	const complaints = running.flatMap((one) => ('problems' in one ? one.problems : []));
	await Promise.all(running.splice(0).map((one) => ('stop' in one ? one.stop() : one.close())));
	expect(complaints).toEqual([]);
});

async function read(personality: Personality, seed: 'square' | 'town' | 'small') {
	const place = await startMastodon({ personality, seed });
	running.push(place);
	const recorded = recordingIo();
	const { server } = needed(await network.discover(place.origin, recorded.io));
	const asked = recorded.asked.length;
	const found = await papers(stored(server), recorded.io);
	expect(stored(found)).toEqual(found);
	return { place, server, found, asked: recorded.asked.slice(asked) };
}

describe('what a server publishes of itself', () => {
	it('is read from a square as words, with where people can read them', async () => {
		const { place, found } = await read('square', 'square');
		const about = `${place.origin}/about`;
		expect(found.map(({ kind, url }) => [kind, url])).toEqual([
			['description', about],
			['rules', about],
			['description', about],
			['privacy', `${place.origin}/privacy-policy`],
			['terms', `${place.origin}/terms-of-service`],
		]);
		const [short, rules, long, privacy, terms] = found.map(({ text }) => text);
		expect(short).toContain('The public square of the Commons Square Foundation.');
		expect(rules).toContain('No crossposters or feed posters.\nWrite for the people here.');
		expect(long).toContain('The Charter of the Commons Square\n\nThe Square is run by');
		expect(long).toContain('https://commons-square.example/accounts'.slice(8));
		expect(terms).toBe(long);
		expect(privacy).toMatch(/^Kept in the European Union/);
		expect(found.some(({ text }) => /<\w/.test(text))).toBe(false);
	});

	it('is read from GoToSocial where that has its terms', async () => {
		const { place, found } = await read('gotosocial', 'square');
		expect(found.map(({ kind }) => kind)).toEqual(['description', 'rules', 'terms']);
		expect(found[2]?.url).toBe(`${place.origin}/about`);
		expect(found[2]?.text).toContain('The Square is run by the Commons Square Foundation');
	});

	// What each program has: terms since Mastodon 4.4 and only where they were written, no paper at all in its kin.
	test.each<[Personality, string[]]>([
		['mastodon-4.5', ['description', 'rules', 'description', 'privacy']],
		['mastodon-4.2', ['description', 'rules', 'description', 'privacy']],
		['gotosocial', ['description', 'rules']],
		['pleroma', ['description', 'rules']],
		['pixelfed', ['description']],
		['hollo', ['description']],
		['snac', ['description']],
	])('is of %s %j', async (personality, kinds) => {
		const { place, found, asked } = await read(personality, 'small');
		expect(found.map(({ kind }) => kind)).toEqual(kinds);
		expect(found.every(({ url }) => url.startsWith(`${place.origin}/`))).toBe(true);
		expect(asked.length).toBeGreaterThan(0);
		expect(asked.every(({ url }) => url.startsWith(`${place.origin}/api/v1/instance`))).toBe(true);
		expect(asked.every(({ init }) => !new Headers(init.headers).has('authorization'))).toBe(true);
	});
});

describe('a paper', () => {
	async function answered(answer: RawServer['answer']) {
		const raw = await rawServer();
		running.push(raw);
		const { server } = await read('mastodon-4.5', 'small');
		raw.answer = answer;
		const { rules: _, description: __, ...bare } = server;
		return () =>
			papers({ ...bare, origin: raw.origin, host: raw.host, links: {} }, recordingIo().io);
	}

	test.each([
		['404', 404, 'not found'],
		['401', 401, '{}'],
		['422', 422, '{}'],
		['a page for everything', 200, '<h1>Welcome</h1>'],
		['something else', 200, '[1]'],
		['nothing to say', 200, '{"content":""}'],
		['null', 200, '{"content":null}'],
	])('that is not there is left out: %s', async (_name, status, body) => {
		const ask = await answered((_, response) => response.writeHead(status).end(body));
		expect(await ask()).toEqual([]);
	});

	test.each([
		['500', 500],
		['503', 503],
		['429', 429],
	])('that only did not come is not taken for gone: %s', async (_name, status) => {
		const ask = await answered((_, response) => response.writeHead(status).end('{}'));
		expect((await problemOf(ask())).kind).toMatch(/^(broken|busy)$/);
	});

	it('of a server that is not reached is not taken for gone', async () => {
		const ask = await answered((_, response) => response.destroy());
		expect((await problemOf(ask())).kind).toBe('unreachable');
	});

	it('is not fetched from another origin, not even when the server leads there', async () => {
		const other = await rawServer();
		running.push(other);
		other.answer = (_, response) => response.end('{"content":"<p>stolen</p>"}');
		const ask = await answered((_, response) =>
			response.writeHead(302, { location: `${other.origin}/` }).end(),
		);
		await problemOf(ask());
		expect(other.seen).toEqual([]);
	});

	it('is plain, and no longer than anybody reads', async () => {
		const content = `<p>A<script>alert(1)</script> <b>b</b></p>${'<p>word</p>'.repeat(20_000)}`;
		const ask = await answered((_, response) => response.end(JSON.stringify({ content })));
		const [paper] = await ask();
		expect(paper?.text.startsWith('A b\n\nword')).toBe(true);
		expect(paper?.text).not.toContain('alert');
		expect(paper?.text.length).toBeLessThanOrEqual(60_000);
	});
});
