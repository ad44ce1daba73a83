import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memoryLocks } from '../../tests/fixtures/locks';
import { never, thrown } from '../../tests/fixtures/signed-in';
import { type MastodonServer, startMastodon } from '../../tests/servers/mastodon';
import type { Charter, Evidence } from '../model';
import { NETWORKS } from '../networks/adapters';
import { surround } from '../sessions';
import { onChange, putCharter, readCharters, readServer, type Topic } from '../store';
import { closeDatabase } from '../store/database';
import { charter, charterChanges, foundationTest, isCharterDue, readCharter } from './index';

const DAY = 86_400_000;
const clock = { now: Date.UTC(2027, 0, 5, 12) };
let place: MastodonServer;
let stop = () => {};
let host = '';

beforeEach(async () => {
	globalThis.indexedDB = new IDBFactory();
	clock.now = Date.UTC(2027, 0, 5, 12);
	stop = surround({
		networks: async () => NETWORKS,
		now: () => clock.now,
		online: () => true,
		locked: memoryLocks(),
	});
	place = await startMastodon({ personality: 'square', seed: 'square' });
	host = new URL(place.origin).host;
});
afterEach(async () => {
	stop();
	await place.stop();
	await closeDatabase();
});

/** From now on the papers say something else. */
function say(change: (paper: string) => string): void {
	place.tamperWith((path, answer) =>
		path.startsWith('/api/v1/instance/')
			? { ...answer, json: JSON.parse(change(JSON.stringify(answer.json))) as unknown }
			: answer,
	);
}
const asked = () => place.log.filter(({ path }) => path.startsWith('/api/v1/instance/')).length;

describe('reading a charter', () => {
	it('finds a server that is not stored, and what it says of itself', async () => {
		const topics: Topic[] = [];
		const end = onChange(['charters'], (topic) => topics.push(topic));
		const read = await readCharter(host, never);
		end();
		expect(read.operator?.value).toEqual({ name: 'Commons Square Foundation', kind: 'foundation' });
		expect(read.operator?.evidence).toEqual([
			{
				url: `${place.origin}/about`,
				quote: 'The Square is run by the Commons Square Foundation, a non-profit under public law.',
				on: '2027-01-05',
				self: true,
			},
		]);
		expect(read.country?.value).toBe('DE');
		expect(read.funding?.value).toMatch(/^Members’ fees/);
		expect(read.accounts?.value).toBe('https://commons-square.example/accounts');
		expect(read.languages?.value).toEqual(['en', 'de']);
		expect(read.rules?.value).toHaveLength(3);
		expect(read.terms?.value).toBe(`${place.origin}/terms-of-service`);
		expect(read.privacy?.value).toBe(`${place.origin}/privacy-policy`);
		expect(read.software?.value).toMatchObject({ name: 'Mastodon', open: true });
		expect(read.wayOut?.value).toMatch(/^Everybody may take all they wrote/);
		expect(read.ifItFails?.value).toBe('Should we ever close, we say so six months before.');
		expect(await charter(host)).toEqual(read);
		expect((await readServer(host))?.title).toBe('The Commons Square');
		expect(topics).toEqual(['charters']);
	});

	it('of a server that only says so of itself is a claim, however well it does otherwise', async () => {
		const { label, answers } = foundationTest(await readCharter(host, never));
		expect(label).toBe('claims');
		expect(answers.every((one) => one.answer === 'met')).toBe(true);
	});

	it('again stores nothing new while the same is said', async () => {
		await readCharter(host, never);
		clock.now += DAY;
		const again = await readCharter(host, never);
		expect(again.readAt).toBe(clock.now);
		expect(again.operator?.evidence[0]?.on).toBe('2027-01-06');
		expect(await readCharters(host)).toHaveLength(1);
		expect(await charterChanges(host)).toEqual([]);
	});

	it('shows what was found out otherwise, newest first', async () => {
		await readCharter(host, never);
		clock.now += DAY;
		say((body) =>
			body.replaceAll(
				'Commons Square Foundation, a non-profit under',
				'Big Square Holding Ltd under',
			),
		);
		await readCharter(host, never);
		clock.now += DAY;
		say((body) =>
			body.replaceAll('donations (9 %)', 'advertising (9 %)').replaceAll('German law', 'luck'),
		);
		await readCharter(host, never);
		const changes = await charterChanges(host);
		expect(changes.map(({ at, field }) => [at, field])).toEqual([
			[clock.now, 'operator'],
			[clock.now, 'country'],
			[clock.now, 'funding'],
			[clock.now - DAY, 'operator'],
		]);
		expect(changes[1]).toEqual({ at: clock.now, field: 'country', before: 'DE' });
		expect(changes[3]).toMatchObject({
			before: { name: 'Commons Square Foundation', kind: 'foundation' },
			after: { name: 'Big Square Holding Ltd', kind: 'company' },
		});
	});

	it('that fails leaves what was stored', async () => {
		const before = await readCharter(host, never);
		clock.now += DAY;
		place.faults.set('503-html');
		expect((await thrown(readCharter(host, never))).name).toBe('NetworkProblem');
		expect(await charter(host)).toEqual(before);
	});

	it('asks for the papers once, and not for a server that was read just now', async () => {
		await readCharter(host, never);
		expect(asked()).toBe(3);
		const instances = () => place.log.filter(({ path }) => path === '/api/v2/instance').length;
		const before = instances();
		await readCharter(host, never);
		expect(instances()).toBe(before);
		clock.now += DAY;
		await readCharter(host, never);
		expect(instances()).toBe(before + 1);
	});
});

describe('a charter', () => {
	const own: Evidence = {
		url: 'https://bsky.social/',
		quote: 'words',
		on: '2027-01-05',
		self: true,
	};
	const said = (more: Partial<Charter>): Charter => ({
		host: 'bsky.social',
		readAt: clock.now,
		...more,
	});

	it('is due at most once a day, and once it is known from the directory alone', async () => {
		expect(isCharterDue(undefined)).toBe(true);
		const read = await readCharter(host, never);
		expect(isCharterDue(read, clock.now + DAY - 1)).toBe(false);
		expect(isCharterDue(read, clock.now + DAY)).toBe(true);
		expect(isCharterDue(read, clock.now - 1)).toBe(true);
		const looked = await charter('bsky.social');
		expect(isCharterDue(looked, looked?.readAt)).toBe(true);
	});

	it('is known of places in the directory that were never read, also of their parts', async () => {
		expect((await charter('bsky.social'))?.operator?.value.kind).toBe('company');
		const part = await charter('enoki.us-east.host.bsky.network');
		expect(part).toMatchObject({
			host: 'enoki.us-east.host.bsky.network',
			operator: { value: { kind: 'company' } },
		});
		expect(await charter('nobody.example')).toBeUndefined();
	});

	it('takes the word of others before that of the server', async () => {
		const value = { name: 'Sky Foundation', kind: 'foundation' } as const;
		await putCharter(said({ operator: { value, evidence: [own] } }));
		const known = await charter('bsky.social');
		expect(known?.operator?.value.kind).toBe('company');
		expect(known && foundationTest(known).label).toBeUndefined();
	});

	it('takes what the server says where the directory knows nothing, and newer words for its older ones', async () => {
		await putCharter(said({ contact: { value: 'hello@bsky.social', evidence: [own] } }));
		expect((await charter('bsky.social'))?.contact?.value).toBe('hello@bsky.social');
		const evidence = [{ ...own, url: 'https://toot.wales/about' }];
		const value = { name: 'Tŵt Cymru Ltd', kind: 'company' } as const;
		await putCharter({ ...said({ operator: { value, evidence } }), host: 'toot.wales' });
		expect((await charter('toot.wales'))?.operator).toEqual({ value, evidence });
	});

	it('keeps the evidence of both where they agree', async () => {
		await putCharter(said({ country: { value: 'US', evidence: [own] } }));
		const evidence = (await charter('bsky.social'))?.country?.evidence ?? [];
		expect(evidence.length).toBeGreaterThan(1);
		expect(evidence).toContainEqual(own);
	});
});
