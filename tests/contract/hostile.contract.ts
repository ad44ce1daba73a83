import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '../../lib/model';
import { type Io, NetworkProblem } from '../../lib/networks';
import { fetchMapped } from '../servers/fetch-mapped';
import type { Harness, Place } from './harness';
import { recordingIo } from './io';
import { needed, signedIn } from './sign-in';

const ATTACKS = [
	'<script>window.hacked=1</script>',
	'<img src=x onerror="hacked()">',
	'<svg/onload=hacked()>',
	'<a href="javascript:hacked()" class="status" id="app" style="position:fixed">x</a>',
	'<a href="data:text/html,<script>hacked()</script>">x</a>',
	'\u202Egnp.exe\u2066\u200B\u0000',
	'<math><mi//xlink:href="data:x,<script>hacked()</script>">',
	'<iframe srcdoc="<script>hacked()</script>">',
];

const MARKUP = /<(script|img|svg|a|math|iframe)\b|onerror=|srcdoc|position:fixed/i;

/** Anything in place of anything. */
const NONSENSE: readonly unknown[] = [
	null,
	true,
	-1,
	1e308,
	'',
	'x'.repeat(10_000),
	[],
	[[[]]],
	{},
	{ __proto__: null, constructor: { prototype: { hacked: true } } },
	JSON.parse('{"__proto__":{"hacked":true}}'),
];

type Reading = (io: Io) => Promise<unknown>;
type Change = (value: unknown, name: string) => unknown;

/** The same document with `change` made to every value that is no object. */
function changed(value: unknown, change: Change, name = ''): unknown {
	if (Array.isArray(value)) return value.map((one) => changed(one, change, name));
	if (typeof value !== 'object' || value === null) return change(value, name);
	return Object.fromEntries(
		Object.entries(value).map(([key, one]) => [key, changed(one, change, key)]),
	);
}

type Given = { text: string; status: number; headers: Headers };

/** As a page of another origin may see them, whatever the length of the body is now. */
function shown(headers: Headers): Headers {
	const copy = new Headers(headers);
	for (const name of ['content-length', 'content-encoding', 'transfer-encoding']) copy.delete(name);
	return copy;
}

/** Makes Ios whose server's answers are what `make` turns them into; each question reaches the server once. */
function meddler() {
	const given = new Map<string, Promise<Given>>();
	const truth = async (url: string, init: RequestInit): Promise<Given> => {
		const answer = await fetchMapped(url, init);
		const { status, headers } = answer;
		return { text: await answer.text(), status, headers };
	};
	return (make: (json: unknown) => unknown): Io =>
		recordingIo({
			fetch: async (url, init) => {
				const known = given.get(url) ?? truth(url, init);
				given.set(url, known);
				const { text, status, headers } = await known;
				// What is asked once more after a refusal is another question.
				if (status >= 400) given.delete(url);
				const json = /json/.test(headers.get('content-type') ?? '') && text !== '';
				const body = json ? JSON.stringify(make(JSON.parse(text))) : text;
				return new Response(body, { status, headers: shown(headers) });
			},
		}).io;
}

/** Every string in a value, with the name it stands under. */
function strings(value: unknown, name = ''): [string, string][] {
	if (typeof value === 'string') return [[name, value]];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, one]) => strings(one, key));
}

/** What a network passes when its server means harm. */
export function hostileContract({ name, network, markup, start }: Harness): void {
	let place: Place;
	let session: Session;
	let meddling: ReturnType<typeof meddler>;
	beforeEach(async () => {
		meddling = meddler();
		place = await start();
		({ session } = await signedIn(network, place));
	});
	afterEach(async () => {
		await place.stop();
	});

	/** Everything that reads, as far as the network does it. */
	const readings = (): [string, Reading][] => {
		const { announcements, markers, notices, page, person, search, sources, thread } = network;
		const [post = ''] = place.home();
		const all: Readonly<Record<string, Reading | undefined>> = {
			discover: (io) => network.discover(place.host, io),
			verify: (io) => needed(network.verify)(session, io),
			markers: markers && ((io) => markers(session, io)),
			page: page && ((io) => page(session, { kind: 'home' }, undefined, io)),
			sources: sources && ((io) => sources(session, io)),
			notices: notices && ((io) => notices(session, undefined, io)),
			announcements: announcements && ((io) => announcements(session, io)),
			person: person && ((io) => person(session, { account: place.key }, io)),
			search: search && ((io) => search(session, 'small', io)),
			thread: thread && ((io) => thread(session, { post }, io)),
		};
		return Object.entries(all).flatMap(([label, read]) => (read ? [[label, read]] : []));
	};

	/** What it gives; undefined when it refuses as it may. */
	const tolerated = async (read: Reading, io: Io, label: string) => {
		try {
			return await read(io);
		} catch (problem) {
			expect(problem, label).toBeInstanceOf(NetworkProblem);
			return undefined;
		}
	};

	describe(`${name}: a server that means harm`, () => {
		it.each(ATTACKS)('gets no markup through: %s', async (attack) => {
			const texts: Change = (value, key) =>
				typeof value === 'string' && value !== '' && markup.test(key)
					? `${attack} ${value} ${attack}`
					: value;
			let read = 0;
			const refused: string[] = [];
			for (const [label, reading] of readings()) {
				const result = await tolerated(
					reading,
					meddling((json) => changed(json, texts)),
					label,
				);
				if (result === undefined) refused.push(label);
				else read += 1;
				for (const [field, text] of strings(result)) {
					expect(text, `${label} ${field}`).not.toMatch(MARKUP);
					expect(text, `${label} ${field}`).not.toMatch(/[\u202A-\u202E]/);
					expect(text.includes('\0'), `${label} ${field}`).toBe(false);
				}
			}
			expect(read, String(refused)).toBe(readings().length);
		});

		it('that puts scripts where addresses belong has them left out', async () => {
			for (const bad of [
				'javascript:hacked()',
				'data:text/html,x',
				'file:///etc/passwd',
				'https://u:p@x.example/',
			]) {
				const addresses: Change = (value, key) =>
					typeof value === 'string' &&
					/^(https?|wss?):/.test(value) &&
					key !== 'uri' &&
					key !== 'id' &&
					key !== 'href'
						? bad
						: value;
				for (const [label, reading] of readings()) {
					const result = await tolerated(
						reading,
						meddling((json) => changed(json, addresses)),
						label,
					);
					for (const [field, text] of strings(result))
						expect(text, `${label} ${field}`).not.toContain(bad);
				}
			}
		});

		it('gets a refusal or plain data for any nonsense, and changes nobody', async () => {
			for (const [label, reading] of readings()) {
				for (const nonsense of NONSENSE) {
					await tolerated(
						reading,
						meddling(() => nonsense),
						label,
					);
					await tolerated(
						reading,
						meddling((json) => changed(json, () => nonsense)),
						label,
					);
					const once = { at: 0 };
					const some: Change = (value) => {
						once.at += 1;
						return once.at % 7 === 0 ? nonsense : value;
					};
					await tolerated(
						reading,
						meddling((json) => changed(json, some)),
						label,
					);
				}
			}
			expect(({} as Record<string, unknown>)['hacked']).toBeUndefined();
			expect(Object.keys(Object.prototype)).toEqual([]);
		});

		it('is not led to this machine or its network', async () => {
			const asked: string[] = [];
			const near: Change = (value) =>
				typeof value === 'string' && value.startsWith('http') ? 'http://192.168.0.1/x' : value;
			for (const [label, reading] of readings()) {
				const io = meddling((json) => changed(json, near));
				const counted: Io = {
					...io,
					fetch: (url, init) => {
						asked.push(url);
						return io.fetch(url, init);
					},
				};
				await tolerated(reading, counted, label);
			}
			expect(asked.length).toBeGreaterThan(3);
			const known = [place.host, ...place.names];
			expect(asked.filter((url) => !known.includes(new URL(url).host))).toEqual([]);
		});
	});
}
