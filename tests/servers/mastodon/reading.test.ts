import { afterEach, describe, expect, it } from 'vitest';
import {
	type MastodonOptions,
	type MastodonServer,
	type Personality,
	startMastodon,
} from './index';
import { PERSONALITIES } from './personalities';
import { json, type Visitor, visitor } from './visitor';

const open: MastodonServer[] = [];
async function start(
	options: Partial<MastodonOptions> & { personality: Personality },
): Promise<MastodonServer> {
	const server = await startMastodon(options);
	open.push(server);
	return server;
}
afterEach(async () => {
	for (const server of open.splice(0)) await server.stop();
});

type Status = { id: string; uri: string; content: string; account: { acct: string } };
const nextOf = (answer: Response): string | undefined =>
	/<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];

async function walk(client: Visitor, server: MastodonServer, path: string): Promise<string[]> {
	const ids: string[] = [];
	for (let at: string | undefined = path; at !== undefined; ) {
		const answer = await client.get(at);
		ids.push(...((await answer.json()) as Status[]).map(({ id }) => id));
		at = nextOf(answer)?.replace(server.origin, '');
	}
	return ids;
}

describe('paging', () => {
	it.each(Object.keys(PERSONALITIES) as Personality[])(
		'%s: by links, nothing lost or doubled',
		async (personality) => {
			const server = await start({ personality, seed: 'small' });
			server.clearRates();
			const ids = await walk(
				visitor(server, server.token('ada')),
				server,
				'/api/v1/timelines/home?limit=11',
			);
			expect(ids).toHaveLength(30);
			expect(new Set(ids).size).toBe(30);
		},
	);

	it('min_id gives what comes right after, since_id the newest', async () => {
		const server = await start({ personality: 'mastodon-4.5' });
		const ada = visitor(server, server.token('ada'));
		const all = await walk(ada, server, '/api/v1/timelines/home');
		const [anchor] = all.slice(20, 21);
		const page = async (name: string) =>
			(await json<Status[]>(ada.get(`/api/v1/timelines/home?limit=5&${name}=${anchor}`))).map(
				({ id }) => id,
			);
		expect(await page('min_id')).toEqual(all.slice(15, 20));
		expect(await page('since_id')).toEqual(all.slice(0, 5));
	});

	it('cuts limits at 40, and pages bookmarks by ids that only the links tell', async () => {
		const server = await start({ personality: 'mastodon-4.5', seed: 'town' });
		const mara = visitor(server, server.token('mara'));
		expect(await json(mara.get('/api/v1/timelines/home?limit=80'))).toHaveLength(40);
		const marks = await walk(mara, server, '/api/v1/bookmarks?limit=3');
		expect(new Set(marks).size).toBe(marks.length);
		expect(marks.length).toBeGreaterThan(6);
	});
});

describe('the town', () => {
	it('has all kinds of posts and notices', async () => {
		const server = await start({ personality: 'mastodon-4.5', seed: 'town' });
		const mara = visitor(server, server.token('mara'));
		const { notification_groups: groups } = await json<{ notification_groups: { type: string }[] }>(
			mara.get('/api/v2/notifications?limit=80'),
		);
		const types = new Set(groups.map(({ type }) => type));
		for (const type of [
			'mention',
			'reblog',
			'favourite',
			'follow',
			'follow_request',
			'poll',
			'update',
			'moderation_warning',
			'severed_relationships',
		])
			expect(types).toContain(type);
		expect(await json(mara.get('/api/v1/notifications/requests'))).toHaveLength(1);
		expect(await json(mara.get('/api/v1/follow_requests'))).toHaveLength(2);
		expect(await json(mara.get('/api/v1/lists'))).toHaveLength(2);
		expect(await json(mara.get('/api/v1/conversations'))).not.toHaveLength(0);
		const posts = [...server.world.posts.values()];
		expect(new Set(posts.flatMap(({ quote }) => quote?.state ?? []))).toEqual(
			new Set(['accepted', 'pending', 'rejected']),
		);
		expect(new Set(posts.flatMap(({ media }) => media.map(({ kind }) => kind)))).toEqual(
			new Set(['image', 'video', 'gifv', 'audio']),
		);
		expect(posts.filter(({ boostOf }) => boostOf === null).length).toBeGreaterThan(280);
		const filtered = await json<{ filtered?: unknown[] }[]>(
			mara.get('/api/v1/timelines/public?limit=40'),
		);
		expect(filtered.some((one) => (one.filtered ?? []).length > 0)).toBe(true);
		expect(server.problems).toEqual([]);
	});

	it('renders mentions and links as the program does', async () => {
		const draft = { text: '@ben see https://example.org/a/very/long/path/that/goes/on #Tag' };
		const shown = async (personality: Personality) => {
			const server = await start({ personality });
			const { id } = server.post('ada', draft);
			return (
				await json<Status>(visitor(server, server.token('ada')).get(`/api/v1/statuses/${id}`))
			).content;
		};
		expect(await shown('mastodon-4.5')).toMatch(
			/^<p><span class="h-card" translate="no"><a href="[^"]+" class="u-url mention">@<span>ben<\/span><\/a><\/span> see .*class="ellipsis">/,
		);
		expect(await shown('pleroma')).toContain('class="u-url mention" data-user=');
		expect(await shown('snac')).not.toContain('<p>');
	});
});

describe('two servers', () => {
	it('follow, deliver, edit, favourite and delete across, under one uri', async () => {
		const here = await start({ personality: 'mastodon-4.5' });
		const there = await start({ personality: 'gotosocial', peers: [here] });
		const ada = visitor(here, here.token('ada'));
		const { host } = new URL(there.origin);
		const found = await json<{ accounts: { id: string }[] }>(
			ada.get(`/api/v2/search?q=ben@${host}&resolve=true&type=accounts`),
		);
		const relation = await json(
			ada.send('POST', `/api/v1/accounts/${found.accounts[0]?.id}/follow`),
		);
		expect(relation).toMatchObject({ following: true });
		const { id, uri } = there.post('ben', { text: `Hello @ada@${new URL(here.origin).host}` });
		const [top] = await json<Status[]>(ada.get('/api/v1/timelines/home?limit=1'));
		expect(top).toMatchObject({ uri, account: { acct: `ben@${host}` } });
		expect(top?.id).not.toBe(id);
		await ada.send('POST', `/api/v1/statuses/${top?.id}/favourite`);
		const notices = await json<{ type: string }[]>(
			visitor(there, there.token('ben')).get('/api/v1/notifications'),
		);
		expect(notices.map(({ type }) => type)).toEqual(['favourite', 'follow']);
		there.edit(id, { text: 'Hello, edited' });
		expect((await json<Status>(ada.get(`/api/v1/statuses/${top?.id}`))).content).toBe(
			'<p>Hello, edited</p>',
		);
		there.delete(id);
		expect((await ada.get(`/api/v1/statuses/${top?.id}`)).status).toBe(404);
	});

	it('resolves a post by its address, but never with a square', async () => {
		const here = await start({ personality: 'mastodon-4.5' });
		const far = await start({ personality: 'pleroma', peers: [here] });
		const closed = await start({ personality: 'square', peers: [here] });
		const search = async (uri: string) =>
			(
				await json<{ statuses: Status[] }>(
					visitor(here, here.token('ada')).get(
						`/api/v2/search?q=${encodeURIComponent(uri)}&resolve=true`,
					),
				)
			).statuses;
		const { uri } = far.post('ben', { text: 'far away' });
		expect((await search(uri)).map((one) => one.uri)).toEqual([uri]);
		expect(await search(closed.post('ben', { text: 'stays here' }).uri)).toEqual([]);
	});
});
