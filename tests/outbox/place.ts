import { IDBFactory } from 'fake-indexeddb';
import type { Account, Server, Session } from '../../lib/model';
import { NETWORKS } from '../../lib/networks/adapters';
import { beginSignIn, findServer, finishSignIn, type Me, surround } from '../../lib/sessions';
import {
	putAccounts,
	putServer,
	putSession,
	readAccounts,
	readServer,
	readSession,
} from '../../lib/store';
import { closeDatabase } from '../../lib/store/database';
import { memoryLocks } from '../fixtures/locks';
import { startSquare } from '../servers/atproto';
import { fetchMapped } from '../servers/fetch-mapped';
import { type MastodonServer, type Personality, startMastodon } from '../servers/mastodon';
import { walkPages } from '../servers/mastodon/visitor';
import { type Clock, outside } from './process';

const REDIRECT = 'https://abcdefghijklmnop.chromiumapp.org/';
const never = new AbortController().signal;

/** Of what is done, what goes to those alone whom it names: the list of one's own posts may not hold it. */
export const DIRECT = 'direct post';

/** A post as its server has it. */
export type Stored = { key: string; text: string; repostOf?: string };

/** A server with an account of mine on it, and a database in which I am signed in to it. */
export type Place = {
	name: string;
	me: Me;
	server: Server;
	/** What signing in leaves. */
	rows(): Rows;
	/** A fresh database, as after signing in. */
	reset(): Promise<void>;
	/** What I posted and passed on, as the server has it. */
	mine(): readonly Stored[];
	/** A post of somebody else there. */
	other(): { key: string; localId: string };
	/** Its author deletes what `other` made. */
	withdraw(post: { key: string; localId: string }): void;
	/** Whether nobody but the person can tell what became of an attempt at it: no key tells, and no list holds it. */
	mayAsk(scenario: string): boolean;
	complaints(): readonly string[];
	/** When each request came, and what it asked. */
	log(): readonly { at: number; method: string; path: string; status: number | undefined }[];
	rest(): void;
	faults: MastodonServer['faults'];
	stop(): Promise<void>;
};

export const PERSONALITIES: readonly Personality[] = [
	'mastodon-4.5',
	'mastodon-4.2',
	'gotosocial',
	'pleroma',
	'pixelfed',
	'hollo',
	'snac',
	'square',
];

export async function openMastodon(personality: Personality, clock: Clock): Promise<Place> {
	const at = await startMastodon({ personality, now: () => clock.now });
	const [person, someone] = at.people;
	if (!person || !someone) throw new Error('nobody lives there');
	const { me, rows } = await signedIn(new URL(at.origin).host, clock, async (url) => {
		return (await walkPages(at, person, url, false)).location ?? '';
	});
	return {
		name: personality,
		me,
		server: rows.server,
		rows: () => rows,
		reset: () => reset([rows]),
		mine: () => mineOf(at, person.uri),
		other() {
			const { uri, id } = at.post(someone.username, { text: 'Pass me on' });
			return { key: uri, localId: id };
		},
		withdraw: ({ localId }) => at.delete(localId),
		mayAsk: (scenario) =>
			['ignored', 'refuse'].includes(at.world.traits.idempotency.kind) &&
			scenario === DIRECT &&
			at.world.traits.hidesDirect === true,
		complaints: () => at.problems,
		log: () => at.log,
		rest: () => at.clearRates(),
		faults: at.faults,
		stop: () => at.stop(),
	};
}

const POST = 'app.bsky.feed.post';
const REPOST = 'app.bsky.feed.repost';
const SESSION_MS = 60 * 60_000;

/** A town square on AT Protocol, entered with an app password: each run with a session of its own. */
export async function openSquare(clock: Clock): Promise<Place> {
	const square = await startSquare({ now: () => clock.now });
	const [alice, bob] = ['alice', 'bob'].map((name) =>
		square.people.find(({ handle }) => handle.startsWith(`${name}.`)),
	);
	if (!alice || !bob) throw new Error('nobody lives there');
	live(clock);
	await fresh();
	const { host } = new URL(square.origin);
	const server = (await findServer(host, never)).server;
	const account: Account = {
		key: alice.did,
		handle: alice.handle,
		name: 'Alice',
		network: server.network,
	};
	const rowsNow = (): Rows => {
		const { access, refresh } = square.enter('alice');
		const session: Session = {
			account: alice.did,
			network: server.network,
			host,
			origin: square.origin,
			handle: alice.handle,
			scopes: [],
			pin: { id: alice.did, account: alice.did },
			state: 'active',
			signedInAt: clock.now,
			features: server.features,
			way: 'password',
			secret: { token: access, refresh, expiresAt: clock.now + SESSION_MS },
		};
		return { session, server: { ...server, readAt: clock.now }, account };
	};
	return {
		name: 'atproto',
		me: rowsNow().session,
		server,
		rows: rowsNow,
		reset: () => reset([rowsNow()]),
		mine: () => [
			...square
				.recordsOf('alice', POST)
				.map(({ uri, value }) => ({ key: uri, text: String(value['text']) })),
			...square.recordsOf('alice', REPOST).map(({ uri, value }) => ({
				key: uri,
				text: '',
				repostOf: String((value['subject'] as { uri?: string } | undefined)?.uri),
			})),
		],
		other() {
			const [post] = square.recordsOf('bob', POST);
			if (!post) throw new Error('bob has written nothing');
			for (const { uri } of square.recordsOf('alice', REPOST)) square.delete(uri);
			return { key: post.uri, localId: post.uri };
		},
		withdraw: ({ key }) => square.delete(key),
		mayAsk: () => false,
		complaints: () => square.problems,
		log: () => square.log,
		rest: () => square.clearRates(),
		faults: square.faults,
		stop: () => square.stop(),
	};
}

function mineOf({ world }: MastodonServer, uri: string): Stored[] {
	const me = [...world.people.values()].find((one) => one.uri === uri);
	return [...world.posts.values()]
		.filter(({ author }) => author === me?.id)
		.map(({ uri: key, text, boostOf }) => ({
			key,
			text,
			...(boostOf ? { repostOf: world.posts.get(boostOf)?.uri ?? '' } : {}),
		}));
}

type Rows = {
	session: NonNullable<Awaited<ReturnType<typeof readSession>>>;
	server: NonNullable<Awaited<ReturnType<typeof readServer>>>;
	account: NonNullable<ReturnType<Awaited<ReturnType<typeof readAccounts>>['get']>>;
};

/** What lib needs of a machine, without any fault. */
function live(clock: Clock): void {
	surround({
		networks: async () => NETWORKS,
		fetch: fetchMapped,
		now: () => clock.now,
		online: () => true,
		locked: memoryLocks(),
	});
}

/** Signs in as a person does, once; every run begins with the rows that this leaves. */
async function signedIn(
	host: string,
	clock: Clock,
	walk: (url: string) => Promise<string>,
): Promise<{ me: Me; rows: Rows }> {
	await fresh();
	live(clock);
	const { server } = await findServer(host, never);
	const how = { redirect: REDIRECT, again: false, language: 'en' };
	const begun = await beginSignIn(server, how, never);
	const me = await finishSignIn(await walk(begun?.url ?? ''), never);
	const [session, row] = [await readSession(me.account), await readServer(me.host)];
	const account = (await readAccounts([me.account])).get(me.account);
	if (!session || !row || !account) throw new Error('signing in left nothing');
	return { me, rows: { session, server: row, account } };
}

/** A fresh database in which all of these are signed in. */
export function resetAll(places: readonly Place[]): Promise<void> {
	return reset(places.map((place) => place.rows()));
}

async function reset(rows: readonly Rows[]): Promise<void> {
	await fresh();
	for (const { session, server, account } of rows) {
		await putServer(server);
		await putAccounts([account]);
		await putSession(session, session.signedInAt);
	}
}

async function fresh(): Promise<void> {
	outside();
	await closeDatabase();
	globalThis.indexedDB = new IDBFactory();
}
