import { describe, expect, it, test } from 'vitest';
import type { Charter, Evidence, Finding, Square } from '../model';
import { directory, serviceOf, squareOf } from './directory';
import { foundationTest } from './foundation-test';
import { siteOf } from './site';

const FIELDS: Readonly<
	Record<Exclude<keyof Charter, 'host' | 'readAt'>, (value: unknown) => boolean>
> = {
	operator: (value) => isOperator(value),
	country: (value) => typeof value === 'string' && /^[A-Z]{2}$/.test(value),
	funding: isWords,
	languages: (value) =>
		Array.isArray(value) && value.length > 0 && value.every((one) => /^[a-z]{2,3}$/.test(one)),
	rules: () => false,
	terms: isPage,
	privacy: isPage,
	contact: (value) => isPage(value) || (isWords(value) && /^\S+@\S+\.\S+$/.test(String(value))),
	software: (value) => isSoftware(value),
	accounts: isPage,
	wayOut: isWords,
	ifItFails: isWords,
};
const KINDS =
	/^(foundation|association|cooperative|nonProfitCompany|publicBody|company|person|unknown)$/;

function isWords(value: unknown): boolean {
	return typeof value === 'string' && value.trim() === value && value !== '';
}
function isPage(value: unknown): boolean {
	return typeof value === 'string' && URL.canParse(value) && value.startsWith('https://');
}
function isOperator(value: unknown): boolean {
	const { name, kind } = value as { name: unknown; kind: unknown };
	return isWords(name) && KINDS.test(String(kind));
}
function isSoftware(value: unknown): boolean {
	const { name, open, source } = value as { name: unknown; open: unknown; source: unknown };
	return isWords(name) && typeof open === 'boolean' && isPage(source);
}
function isDay(day: string): boolean {
	return /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(day).toISOString().startsWith(day);
}

const { asOf, squares, services } = directory();
const entries = squares as readonly (Square & { called?: readonly string[] })[];

function check(evidence: readonly Evidence[]): void {
	expect(evidence.length).toBeGreaterThan(0);
	for (const one of evidence) {
		expect(isPage(one.url), one.url).toBe(true);
		expect(isWords(one.quote) && one.quote.length <= 300, one.quote).toBe(true);
		expect(isDay(one.on) && one.on <= asOf, one.on).toBe(true);
		expect([true, undefined]).toContain(one.self);
	}
}

describe('the directory', () => {
	it('says of when it is, and was not made in the future', () => {
		expect(isDay(asOf)).toBe(true);
		const days = [...squares, ...services].map(({ reviewedOn }) => reviewedOn);
		expect(days.every(isDay)).toBe(true);
		expect(days.toSorted().at(-1)).toBe(asOf);
		expect(Date.parse(asOf)).toBeLessThanOrEqual(Date.now());
	});

	it('names each place and each service once', () => {
		const hosts = squares.map(({ host }) => host);
		expect(new Set(hosts).size).toBe(hosts.length);
		expect(hosts).toEqual(
			expect.arrayContaining([
				'eurosky.social',
				'bsky.social',
				'blacksky.community',
				'northsky.social',
				'mastodon.social',
				'hachyderm.io',
				'toot.wales',
				'mastodon.green',
			]),
		);
		expect(new Set(services.map(({ name }) => name)).size).toBe(services.length);
	});

	test.each(squares)('has of $title nothing without its evidence', (square) => {
		const { host, ...fields } = square.charter;
		expect(host).toBe(square.host);
		expect(isPage(square.join.url)).toBe(true);
		expect(square.join.how).toMatch(/^(open|invitation|approval|unknown)$/);
		const { evidence } = square.join as { evidence?: readonly Evidence[] };
		// Whatever is said of how one joins stands somewhere, too.
		if (square.join.how !== 'unknown') check(evidence ?? []);
		expect(Object.keys(fields).length).toBeGreaterThan(0);
		for (const [field, found] of Object.entries(fields)) {
			const { value, evidence: all } = found as Finding<unknown>;
			expect(Object.hasOwn(FIELDS, field), field).toBe(true);
			expect(FIELDS[field as keyof typeof FIELDS](value), `${field}: ${value}`).toBe(true);
			check(all);
			for (const one of all) {
				const own = siteOf(new URL(one.url).host) === siteOf(host);
				expect(own && !one.self, `${one.url} is its own page`).toBe(false);
			}
		}
	});

	test.each(services)('has of the service $name who runs it, and where that stands', (service) => {
		expect(service.name).toMatch(/^did:(web|plc):[\w.:%-]+#\w+$/);
		expect(isOperator(service.operator?.value)).toBe(true);
		check(service.operator?.evidence ?? []);
	});

	it.each(entries)('names who runs $title in the very words that are quoted', (entry) => {
		const { operator } = entry.charter;
		const names = [operator?.value.name ?? '', ...(entry.called ?? [])].filter(Boolean);
		for (const { quote } of operator?.evidence ?? []) {
			expect(
				names.some((name) => quote.includes(name)),
				quote,
			).toBe(true);
		}
	});

	it('quotes no page through the page of somebody else', () => {
		const urls = JSON.stringify(directory()).match(/https:[^"]+/g) ?? [];
		expect(urls.length).toBeGreaterThan(20);
		expect(urls.filter((url) => /proxy|[?&](?:url|u)=/i.test(url))).toEqual([]);
	});

	it('knows how people leave where it knows the program, and says that this is about the program', () => {
		const left = squares.filter(({ charter }) => charter.wayOut);
		expect(left.map(({ host }) => host)).toEqual(
			expect.arrayContaining(['bsky.social', 'eurosky.social', 'mastodon.social']),
		);
		for (const { charter } of left) {
			expect(charter.wayOut?.evidence[0]).toMatchObject({
				of: 'software',
				quote: expect.stringMatching(/migrat|export|move/i),
			});
		}
	});

	it('gives nobody a label by their own words', () => {
		const labels = Object.fromEntries(
			squares.map(({ host, charter }) => [host, foundationTest({ ...charter, readAt: 0 }).label]),
		);
		// A foundation, but nobody else was found to say so.
		expect(labels['eurosky.social']).toBe('claims');
		// Nobody names the charity that runs it.
		expect(labels['toot.wales']).toBeUndefined();
		expect(labels['bsky.social']).toBeUndefined();
		expect(labels['mastodon.social']).toBeUndefined();
		expect(labels['hachyderm.io']).toBeUndefined();
		expect(labels['northsky.social']).toBeUndefined();
	});
});

describe('a host', () => {
	test.each([
		['bsky.social', 'Bluesky'],
		['BSKY.social', 'Bluesky'],
		['enoki.us-east.host.bsky.network', 'Bluesky'],
		['eurosky.tech', 'Eurosky'],
	])('%s belongs to %s', (host, title) => expect(squareOf(host)?.title).toBe(title));

	test.each([
		'host.bsky.network.evil.example',
		'evilhost.bsky.network.example',
		'xhost.bsky.network',
		'alice.bsky.social',
		'notbsky.social',
		'',
	])('%s belongs to none', (host) => expect(squareOf(host)).toBeUndefined());
});

it('knows a service by its whole name alone', () => {
	expect(serviceOf('did:web:api.bsky.app#bsky_appview')?.host).toBe('bsky.app');
	expect(serviceOf('did:web:api.bsky.app')).toBeUndefined();
	expect(serviceOf('did:web:api.bsky.app#other')).toBeUndefined();
});
