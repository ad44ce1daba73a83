import { beforeEach, describe, expect, it } from 'vitest';
import { problemOf, recordingIo } from '../../../../tests/contract/io';
import { needed } from '../../../../tests/contract/sign-in';
import {
	ALICE,
	AtWorld,
	no,
	putAlice,
	putServer,
	putSessions,
	SQUARE,
} from '../../../../tests/fixtures/atproto-world';
import type { Session, Source } from '../../../model';
import { enter } from '../password';
import { look } from '../server';
import { page } from './page';

const NOW = 1_800_000_000_000;
const FEED = 'app.bsky.feed.getAuthorFeed';
const RECORDS = 'com.atproto.repo.listRecords';
const MINE: Source = { kind: 'author', account: ALICE, show: 'replies' };
const KEY = `at://${ALICE}/app.bsky.feed.post/3kaaaaaaaaa2a`;

let world: AtWorld;
let town: ReturnType<typeof putSessions>;
let recorded: ReturnType<typeof recordingIo>;
let session: Session;

beforeEach(async () => {
	world = new AtWorld();
	putServer(world);
	putAlice(world);
	town = putSessions(world, () => NOW);
	recorded = recordingIo({ fetch: world.fetch, now: () => NOW });
	const server = needed(await look(SQUARE, recorded.io));
	const who = { handle: 'alice.square.example', password: 'abcd-efgh-ijkl-mnop' };
	session = (await enter(server, who, recorded.io)).session;
	const cid = 'bafyreifjldd4pkd2ssnlqkgsqa4drqjkdr3sxlvtpu2jklg7uzyrjmrlq4';
	const value = { $type: 'app.bsky.feed.post', text: 'Mine', createdAt: '2027-01-01T00:00:00Z' };
	town.guarded('GET', RECORDS, () => ({ records: [{ uri: KEY, cid, value }] }));
});

describe('what I wrote myself', () => {
	it.each([
		['its own', undefined, 502, 'UpstreamFailure'],
		['its own', undefined, 503, 'NotAvailable'],
		[
			'the one that I chose',
			{ view: 'did:web:view.example#bsky_appview' },
			500,
			'InternalServerError',
		],
	])(
		'is read from my repository while %s AppView is silent',
		async (_, services, status, error) => {
			town.guarded('GET', FEED, () => no(status, error));
			const chosen = services ? { ...session, services } : session;
			const read = await page(chosen, MINE, undefined, recorded.io);
			expect(read.entries.map(({ post }) => post)).toEqual([KEY]);
		},
	);

	it('is left alone when it was asked for too often', async () => {
		town.guarded('GET', FEED, () => no(429, 'RateLimitExceeded'));
		const problem = await problemOf(page(session, MINE, undefined, recorded.io));
		expect(problem).toMatchObject({ kind: 'busy', status: 429, host: 'square.example' });
		expect(world.asked.some(({ url }) => url.pathname.endsWith(RECORDS))).toBe(false);
	});
});
