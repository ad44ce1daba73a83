import { afterEach, expect, it } from 'vitest';
import { type Square, type SquareOptions, startSquare } from './index';
import { visitor } from './visitor';

const open: Square[] = [];
async function start(options: SquareOptions = {}): Promise<Square> {
	const square = await startSquare(options);
	open.push(square);
	return square;
}
afterEach(async () => {
	for (const square of open.splice(0)) await square.stop();
});

/** As alice, by app password. */
const inside = (square: Square) => visitor(square, square.enter('alice').access);

const texts = (feed: { post: { record: { text: string } } }[]) =>
	feed.map(({ post }) => post.record.text);

it('is entered with a handle and an app password', async () => {
	const square = await start();
	const [alice] = square.people;
	const { json } = await visitor(square).post('com.atproto.server.createSession', {
		identifier: alice?.handle,
		password: alice?.appPasswords[0],
	});
	expect(alice?.appPasswords[0]).toMatch(/^[a-z0-9]{4}(-[a-z0-9]{4}){3}$/);
	expect(json).toMatchObject({ did: alice?.did, handle: 'alice.square.test', active: true });
	expect(json.didDoc.service[0].serviceEndpoint).toBe(square.origin);
	const me = await visitor(square, json.accessJwt).get('com.atproto.server.getSession');
	expect(me.json.did).toBe(alice?.did);
	const next = await visitor(square, json.refreshJwt).post('com.atproto.server.refreshSession');
	expect(next.status).toBe(200);
	const old = await visitor(square, json.accessJwt).get('com.atproto.server.getSession');
	expect([old.status, old.json.error]).toEqual([400, 'ExpiredToken']);
	expect(square.problems).toEqual([]);
	const again = await visitor(square, json.refreshJwt).post('com.atproto.server.refreshSession');
	expect(again.json.error).toBe('ExpiredToken');
	const after = await visitor(square, next.json.refreshJwt).post(
		'com.atproto.server.refreshSession',
	);
	expect(after.json.error).toBe('ExpiredToken');
	expect(square.problems).toEqual([expect.stringContaining('it was used before')]);
});

it('gives a home in pages, newest first, and an empty last one', async () => {
	const square = await start();
	const made = Array.from({ length: 7 }, (_, n) => square.publish('bob', { text: `No ${n}` }).uri);
	const alice = inside(square);
	const found: string[] = [];
	let cursor: string | undefined;
	do {
		const { json } = await alice.get('app.bsky.feed.getTimeline', {
			limit: 4,
			...(cursor === undefined ? {} : { cursor }),
		});
		found.push(...json.feed.map(({ post }: { post: { uri: string } }) => post.uri));
		cursor = json.cursor;
	} while (cursor !== undefined);
	expect(found.slice(0, 7)).toEqual(made.reverse());
	expect([...found].sort()).toEqual(square.home('alice').sort());
	expect(square.problems).toEqual([]);
});

it('hands on to the view that the header names, and says when it is gone', async () => {
	const square = await start();
	const alice = inside(square);
	const [first, second] = square.views;
	if (!first || !second) throw new Error('There are two views.');
	second.hides.add(square.people.find(({ handle }) => handle.startsWith('bob'))?.did ?? '');
	const home = (to: string) =>
		alice.get('app.bsky.feed.getTimeline', {}, { 'atproto-proxy': `${to}#bsky_appview` });
	expect(texts((await home(first.did)).json.feed)).toContain('Who has a small ladder?');
	const other = texts((await home(second.did)).json.feed);
	expect(other).toContain('The harbour sends its regards.');
	expect(other).not.toContain('Who has a small ladder?');
	second.up = false;
	const gone = await home(second.did);
	expect([gone.status, gone.json.error]).toEqual([502, 'UpstreamFailure']);
	expect((await home('did:web:nobody.test')).json.message).toBe('could not resolve proxy did');
	expect(square.log.at(-1)).toMatchObject({ to: 'did:web:nobody.test#bsky_appview', token: true });
});

it('tells whose handle it is, and what the directory and the names say', async () => {
	const square = await start();
	const [alice] = square.people;
	const { json } = await visitor(square).get('com.atproto.identity.resolveHandle', {
		handle: 'alice.square.test',
	});
	expect(json.did).toBe(alice?.did);
	const as = (host: string, path: string) =>
		fetch(square.origin + path, { headers: { 'x-forwarded-host': host } });
	const document = await (await as('plc.directory', `/${alice?.did}`)).json();
	expect(document).toMatchObject({ alsoKnownAs: ['at://alice.square.test'] });
	expect(await (await as('alice.square.test', '/.well-known/atproto-did')).text()).toBe(alice?.did);
	const view = await (await as('view.harbour.test', '/.well-known/did.json')).json();
	expect(view.service[0].id).toBe('#bsky_appview');
	expect((await as('plc.directory', '/did:plc:nobody')).status).toBe(404);
	expect(square.problems).toEqual([]);
});
