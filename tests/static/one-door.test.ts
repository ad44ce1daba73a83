import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NETWORKS } from '../../lib/networks/adapters';
import { POLLING } from '../../lib/networks/polling';
import { senderOf } from '../../lib/networks/send';

/** What a network can do, each with why nothing appears by it. A new capability needs a line, and so a reason. */
const CAPABILITIES: Readonly<Record<string, 'reads' | 'signs in' | 'own books' | 'no request'>> = {
	...{ id: 'no request', handOver: 'no request' },
	...{ begin: 'signs in', finish: 'signs in', enter: 'signs in', end: 'signs in' },
	// Marks, follows, blocks, reports, votes: nothing that stands in anybody's timeline.
	...{ react: 'own books', keepMarkers: 'own books' },
	...{ discover: 'reads', refresh: 'reads', verify: 'reads', preferences: 'reads', page: 'reads' },
	...{ sources: 'reads', thread: 'reads', person: 'reads', people: 'reads', notices: 'reads' },
	...{ announcements: 'reads', search: 'reads', history: 'reads', translate: 'reads' },
	...{ locate: 'reads', emojis: 'reads' },
	...{
		markers: 'reads',
		service: 'reads',
		papers: 'reads',
		policies: 'reads',
		refusals: 'reads',
		stream: 'reads',
	},
};

/** Steps of a sender; those that write are called by these files alone, and only after a judgement. */
const STEPS: Readonly<Record<string, readonly string[] | 'reads'>> = {
	...{ again: 'reads', stands: 'reads', prepare: 'reads', find: 'reads' },
	...{ upload: ['lib/outbox/attempt.ts'], mutate: ['lib/outbox/attempt.ts'] },
};

/** Files besides the senders that send more than a question, with what for. */
const WRITERS: Readonly<Record<string, string>> = {
	'lib/networks/atproto/oauth.ts': 'signing in',
	'lib/networks/atproto/password.ts': 'signing in',
	'lib/networks/atproto/read/notices.ts': 'that notices were seen',
	'lib/networks/atproto/read/react.ts': 'favourites, follows, blocks, marks',
	'lib/networks/atproto/read/records.ts': 'small records of react.ts: they name their collection',
	'lib/networks/atproto/read/report.ts': 'reports to a moderation service',
	'lib/networks/atproto/renew.ts': 'signing in',
	'lib/networks/atproto/token.ts': 'signing in',
	'lib/networks/atproto/verify.ts': 'signing in',
	'lib/networks/atproto/xrpc.ts': 'carries what the others send',
	'lib/networks/mastodon/markers.ts': 'how far was read',
	'lib/networks/mastodon/read/react.ts': 'favourites, follows, blocks, votes, reports',
	'lib/networks/mastodon/read/translate.ts': 'which language it is asked for',
	'lib/networks/mastodon/register.ts': 'signing in',
	'lib/networks/mastodon/sign-in.ts': 'signing in',
};
const WRITES =
	/\bmethod: '(?:POST|PUT|PATCH|DELETE)'|\bbody: \{ (?:json|form|bytes)|\bx\.post\(|\)\.post\(/;
/** What makes a post or a repost appear, as servers call it. */
const APPEARS = /\/reblog|\/unreblog|app\.bsky\.feed\.(post|repost)'|'\/api\/v1\/statuses'/;

const sources = ['lib', 'components', 'entrypoints']
	.flatMap((folder) =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
	)
	.filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|\.d\.ts$/.test(name));
const textOf = (name: string) => readFileSync(name, 'utf8');
const isSending = (name: string) => /^lib\/networks\/[^/]+\/send\//.test(name);

/** Files that a file loads when it runs: types leave no trace. */
function loads(name: string): string[] {
	const all = textOf(name).matchAll(
		/^(?:import|export)\s+(?!type\b)[^;]*?from\s+'(\.[^']+)'|import\('(\.[^']+)'\)/gms,
	);
	return [...all].flatMap(([, one, other]) => {
		const base = join(dirname(name), one ?? other ?? '');
		return ['.ts', '.tsx', '/index.ts']
			.map((end) => base + end)
			.filter((path) => sources.includes(path));
	});
}

describe('one door', () => {
	it('every capability of every network is known, and makes nothing appear', () => {
		for (const network of NETWORKS) {
			for (const name of Object.keys(network)) expect(Object.keys(CAPABILITIES)).toContain(name);
		}
		const text = /export type Network = \{([\s\S]*?)\n\};/.exec(textOf('lib/networks/network.ts'));
		const named = [...(text?.[1] ?? '').matchAll(/^\t(\w+)\??[(:]/gm)].map(([, name]) => name);
		expect(named.toSorted()).toEqual(Object.keys(CAPABILITIES).toSorted());
	});

	it('every step of every sender is known, and those that write are called after a judgement', () => {
		const senders = NETWORKS.flatMap(({ id }) => senderOf(id) ?? []);
		expect(senders.length).toBeGreaterThan(1);
		for (const sender of senders) {
			expect(Object.keys(sender).toSorted()).toEqual(Object.keys(STEPS).toSorted());
		}
		for (const [step, files] of Object.entries(STEPS)) {
			if (files === 'reads') continue;
			const call = new RegExp(`\\bsender\\??\\.${step}\\(`);
			const found = sources.filter((name) => call.test(textOf(name)));
			expect(found, step).toEqual(files);
		}
		const attempts = sources.filter((name) => /\bimport \{ attempt\b/.test(textOf(name)));
		const callers = ['lib/outbox/advance.ts', 'lib/outbox/check.ts'];
		expect(attempts).toEqual(callers);
		const advance = textOf('lib/outbox/advance.ts');
		const asks = advance.indexOf(
			'const verdicts = await mayGo(delivery);\n\tif (!verdicts) return;',
		);
		expect(asks).toBeGreaterThan(0);
		expect(asks).toBeLessThan(advance.indexOf('attempt(job'));
		expect(advance).toMatch(
			/function mayGo\([^)]*\)[^{]*\{\n(\t.*\n)*?\t.*await judged\(delivery\)/,
		);
	});

	it('nobody but the outbox loads what sends', () => {
		const loading = sources.flatMap((name) => loads(name).map((to) => [name, to] as const));
		expect(loading.length).toBeGreaterThan(500);
		const doors = loading.filter(([from, to]) => isSending(to) && !isSending(from));
		expect([...new Set(doors.map(([from]) => from))]).toEqual(['lib/networks/send.ts']);
		const behind = loading.filter(([, to]) => to === 'lib/networks/send.ts').map(([from]) => from);
		expect(behind.length).toBeGreaterThan(0);
		expect(behind.filter((name) => !name.startsWith('lib/outbox/'))).toEqual([]);
		// Pages ask the background: what sends is loaded by none of them.
		const pages = loading.filter(
			([from, to]) => /^lib\/outbox\/worker\.ts$/.test(to) && !from.startsWith('lib/outbox/'),
		);
		expect(pages.map(([from]) => from)).toEqual(['entrypoints/background.ts']);
	});

	it('a frame in pages of others reads, and reaches nothing that acts', () => {
		const main = 'entrypoints/framed/main.tsx';
		const reached = new Set([main]);
		for (const name of reached) for (const to of loads(name)) reached.add(to);
		expect(reached).toContain('components/post/actions.tsx');
		const acting =
			/^lib\/networks\/((send|adapters|windows)\.ts|[^/]+\/send\/|[^/]+\/read\/(react|report))|^lib\/(outbox|archive|search|writing)\/worker\.ts$|^entrypoints\/(app|popup)\//;
		expect([...reached].filter((name) => acting.test(name))).toEqual([]);
		// What its buttons would ask: networks that can only be read, and an outbox that nobody connected.
		for (const part of POLLING)
			for (const name of Object.keys(part))
				expect(['reads', 'no request'], name).toContain(CAPABILITIES[name]);
		const own = sources
			.filter((name) => name.startsWith('entrypoints/framed/'))
			.map(textOf)
			.join();
		expect(own).toContain('setNetworks(async () => POLLING)');
		expect(own).not.toMatch(/connectOutbox|askBackground|sendMessage/);
	});

	it('every other file that sends anything is known, and what it sends makes nothing appear', () => {
		const writers = sources.filter(
			(name) => name.startsWith('lib/networks/') && !isSending(name) && WRITES.test(textOf(name)),
		);
		expect(writers.toSorted()).toEqual(Object.keys(WRITERS).toSorted());
		for (const name of writers) expect(textOf(name), name).not.toMatch(APPEARS);
	});

	it('would be found out', () => {
		expect("ask(io, { method: 'POST', path: '/api/v1/statuses' })").toMatch(WRITES);
		expect("path: '/api/v1/statuses'").toMatch(APPEARS);
		expect("x.post('com.atproto.repo.createRecord', { collection: 'app.bsky.feed.post' })").toMatch(
			APPEARS,
		);
		expect("ask(io, { method: 'GET', path })").not.toMatch(WRITES);
		expect('ask(io, { path, body: { json: {} } })').toMatch(WRITES);
	});
});
