import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Source } from '../../lib/model';
import type { Page } from '../../lib/networks';
import { network, posts, sessionOf, start } from './atproto-visit';
import { problemOf, recordingIo } from './io';
import { needed } from './sign-in';

const HOME: Source = { kind: 'home' };
const page = needed(network.page);

const textOf = (read: Page, key: string) =>
	read.posts.find(({ post }) => post.key === key)?.post.content.text;

describe('a server that lists no records', () => {
	const LIST = '/xrpc/com.atproto.repo.listRecords';
	const CAR = '/xrpc/com.atproto.sync.getRepo';
	/** One with more posts than a node of the tree holds, which nobody serves. */
	async function silent() {
		const square = await start();
		const session = sessionOf(square);
		const made = Array.from(
			{ length: 60 },
			(_, n) => square.publish('alice', { text: `${n}` }).uri,
		);
		square.publish('alice', { text: 'An answer', replyTo: made[3] ?? '' });
		for (const view of square.views) (view as { up: boolean }).up = false;
		square.tamperWith((path, answer) =>
			path === LIST
				? { status: 501, json: { error: 'MethodNotImplemented', message: 'Not here' } }
				: answer,
		);
		const mine: Source = { kind: 'author', account: session.account, show: 'replies' };
		const read = () => page(session, mine, undefined, recordingIo().io);
		const spoil = (change: (bytes: Uint8Array) => Uint8Array) =>
			square.tamperWith((path, answer) => {
				if (path === LIST) return { status: 501, json: { error: 'MethodNotImplemented' } };
				const { bytes } = answer;
				return path === CAR && bytes ? { ...answer, bytes: change(Buffer.from(bytes)) } : answer;
			});
		return { square, made, read, spoil };
	}

	it('is read by its whole repository', async () => {
		const { square, made, read } = await silent();
		const records = square
			.recordsOf('alice', 'app.bsky.feed.post')
			.toSorted((a, b) => (a.rkey < b.rkey ? 1 : -1));
		const found = await read();
		expect(posts(found)).toEqual(records.map(({ uri }) => uri));
		expect(found.posts.map(({ view }) => view.localId)).toEqual(records.map(({ cid }) => cid));
		expect(textOf(found, made[7] ?? '')).toBe('7');
		expect(found.refused).toBeUndefined();
		expect(found.instead?.key).toBe('networkViewSilent');
		expect(square.log.some(({ path, token }) => path.startsWith(CAR) && token)).toBe(false);
	});

	it.each<[string, (bytes: Uint8Array) => Uint8Array]>([
		['is cut off', (bytes) => bytes.subarray(0, bytes.length >> 1)],
		['lacks its end', (bytes) => bytes.subarray(0, bytes.length - 3)],
		['has another letter in it', (bytes) => swapped(bytes, 'An answer', 'An arrow.')],
		['is empty', () => new Uint8Array()],
		['is no such file', () => Buffer.from('<!DOCTYPE html>')],
		['is of somebody else', (bytes) => swapped(bytes, 'did:plc:', 'did:plx:')],
	])('is broken where the file %s', async (_what, change) => {
		const { read, spoil } = await silent();
		spoil(change);
		expect((await problemOf(read())).kind).toBe('broken');
	});

	it('is broken where the file has no end', async () => {
		const { square, read } = await silent();
		square.faults.set('huge', { path: CAR });
		expect((await problemOf(read())).kind).toBe('broken');
	}, 30_000);
});

/** All places where one text stands in bytes, overwritten with another of the same length. */
function swapped(bytes: Uint8Array, one: string, other: string): Uint8Array {
	const text = Buffer.from(bytes).toString('latin1');
	expect(text).toContain(one);
	return Buffer.from(text.replaceAll(one, other), 'latin1');
}

describe('a view that hangs', () => {
	const VIEW = '/xrpc/app.bsky.';
	const MINUTE = 60_000;
	const limits: number[] = [];
	const timeout = AbortSignal.timeout.bind(AbortSignal);
	/** Nobody waits for as long as people do; what was to be waited for is written down. */
	const hurry = () => {
		limits.length = 0;
		vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
			limits.push(ms);
			return timeout(300);
		});
	};
	afterEach(() => {
		vi.restoreAllMocks();
	});

	it('is gone like one that is down, and soon asked in short again', async () => {
		const square = await start();
		const session = sessionOf(square);
		const mine: Source = { kind: 'author', account: session.account, show: 'replies' };
		const added = square.publish('alice', { text: 'Still here.' });
		let later = 0;
		const own = recordingIo({ now: () => Date.now() + later }).io;
		square.faults.set('silent-drop', { path: VIEW });
		hurry();
		const read = await page(session, mine, undefined, own);
		expect(posts(read)[0]).toBe(added.uri);
		expect(read.instead?.key).toBe('networkViewSilent');
		expect(Math.max(...limits)).toBe(20_000);
		hurry();
		const problem = await problemOf(page(session, HOME, undefined, own));
		expect(problem).toMatchObject({ kind: 'busy', text: { key: 'networkViewSilent' } });
		expect(limits[0]).toBe(5000);
		square.faults.clear();
		expect(posts(await page(session, HOME, undefined, own))).toContain(added.uri);
		later = 3 * MINUTE;
		hurry();
		expect((await page(session, mine, undefined, own)).instead).toBeUndefined();
		expect(limits[0]).toBe(20_000);
	});

	it('is told from a server that hangs itself', async () => {
		const square = await start();
		const session = sessionOf(square);
		const mine: Source = { kind: 'author', account: session.account, show: 'replies' };
		square.faults.set('silent-drop');
		hurry();
		expect((await problemOf(page(session, mine, undefined, recordingIo().io))).kind).toBe('slow');
	});
});

it('a server is called as its front page calls itself, else by its host', async () => {
	const square = await start();
	const named = async () =>
		needed(await network.discover(square.origin, recordingIo().io)).server.title;
	const front = (html: string) =>
		square.tamperWith((path, answer) => (path === '/' ? { html } : answer));
	front('<title>Het Plein &amp; <b>Co</title>');
	expect(await named()).toBe(new URL(square.origin).host);
	front('<!DOCTYPE html><title>\n Het Plein &amp; Co</title><h1>Welkom</h1>');
	expect(await named()).toBe('Het Plein & Co');
	square.tamperWith((path, answer) => (path === '/' ? { text: '<title>Not a page' } : answer));
	expect(await named()).toBe(new URL(square.origin).host);
});
