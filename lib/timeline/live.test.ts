import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSquare, type Square } from '../../tests/fixtures/square';
import type { StreamEvent } from '../networks';
import { NetworkProblem } from '../networks';
import { onChange, spansOf } from '../store';
import { gapsIn, get, live, read, sourceStates } from '.';

const A = 'https://one.example/me';
const B = 'https://two.example/me';
const HOME = { kind: 'home' } as const;
let square: Square;
let ending: AbortController;

/** The line of one account's stream, held in the test's hand. */
type Line = { by: string; send(event: StreamEvent): void; cut(): void };
let lines: Line[];

beforeEach(async () => {
	square = await openSquare([A, B]);
	ending = new AbortController();
	lines = [];
	square.network.stream = (session, happened, io) =>
		new Promise((resolve, reject) => {
			const cut = () => reject(new NetworkProblem('unreachable', session.host));
			io.signal.addEventListener('abort', () => resolve(), { once: true });
			lines.push({ by: session.account, send: happened, cut });
			told();
		});
});
afterEach(() => {
	ending.abort();
	vi.restoreAllMocks();
});

let told = () => {};

/** Resolves when `check` holds; looks again at every change and every new line. */
async function until(check: () => boolean | Promise<boolean>): Promise<void> {
	for (;;) {
		const changed = new Promise<void>((resolve) => {
			told = resolve;
			const stop = onChange(['timeline', 'posts', 'notices'], () => {
				stop();
				resolve();
			});
		});
		if (await check()) return;
		await changed;
	}
}

async function keys(): Promise<string[]> {
	return (await read('home', undefined, 1000)).map(({ post }) => post.key);
}

const waits: number[] = [];
/** Waiting takes no time, but for the account whose server does not stream: it is asked once. */
async function wait(ms: number, signal: AbortSignal): Promise<void> {
	waits.push(ms);
	if (ms < 30_000 || signal.aborted) return;
	await new Promise<void>((resolve) => {
		signal.addEventListener('abort', () => resolve(), { once: true });
	});
}

describe('live', () => {
	beforeEach(async () => {
		waits.length = 0;
		await square.offers(A, 'streaming');
		live(ending.signal, { wait, random: () => 0.5 });
		await until(() => lines.length === 1);
	});

	function page(key: string): StreamEvent {
		const item = square.listOf(A).find(({ post }) => post === key);
		const read = square.page(A, item ? [item] : []);
		return { type: 'page', source: HOME, page: { ...read, newer: String(item?.id) } };
	}

	it('asks the servers that do not stream', async () => {
		const key = square.publish([B]);
		ending.abort();
		ending = new AbortController();
		live(ending.signal, { wait, random: () => 0.5 });
		await until(async () => (await keys()).includes(key));
	});

	it('fetches what it missed, then takes what comes; a gap is never left unseen', async () => {
		const missed = square.publish([A]);
		lines[0]?.send({ type: 'open' });
		await until(async () => (await keys()).includes(missed));
		const next = square.publish([A]);
		lines[0]?.send(page(next));
		await until(async () => (await keys()).includes(next));
		const [span] = await spansOf(A, 'home');
		expect(span?.newer).toBe(String(square.listOf(A)[0]?.id));
	});

	it('what comes when nothing could be fetched claims nothing about what is below', async () => {
		square.weather.set(A, 'down');
		lines[0]?.send({ type: 'open' });
		const next = square.publish([A]);
		lines[0]?.send(page(next));
		await until(async () => (await keys()).includes(next));
		expect(await spansOf(A, 'home')).toEqual([]);
		expect((await sourceStates('home'))[0]?.failure?.count).toBe(1);
	});

	it('what could not be fetched is asked for again when a post comes, and nothing is missing any more', async () => {
		square.weather.set(A, 'down');
		lines[0]?.send({ type: 'open' });
		await until(async () => (await sourceStates('home'))[0]?.failure?.count === 1);
		square.weather.delete(A);
		const missed = square.publish([A]);
		const next = square.publish([A]);
		const later = Date.now() + 60_000;
		vi.spyOn(Date, 'now').mockImplementation(() => later);
		lines[0]?.send(page(next));
		await until(async () => (await keys()).includes(next));
		expect(await keys()).toContain(missed);
		expect(await gapsIn('home')).toEqual([]);
	});

	it('takes edits of what is stored, and deletions', async () => {
		const key = square.publish([A]);
		lines[0]?.send({ type: 'open' });
		await until(async () => (await keys()).includes(key));
		const { post, view } = square.seen(A, key);
		const edited = { ...post, content: { text: 'edited' }, editedAt: 5 };
		const other = { ...edited, key: 'https://far.example/unknown' };
		const posts = [edited, other].map((one) => ({ post: one, view }));
		lines[0]?.send({ type: 'changed', posts, accounts: [] });
		await until(async () => (await get(key))?.post.content.text === 'edited');
		expect(await get(other.key)).toBeUndefined();
		lines[0]?.send({ type: 'deleted', localId: view.localId });
		await until(async () => (await keys()).length === 0);
	});

	it('opens a broken line again, after waits that grow', async () => {
		for (let i = 0; i < 4; i++) {
			lines[i]?.cut();
			await until(() => lines.length === i + 2);
		}
		expect(waits.filter((ms) => ms < 30_000)).toEqual([1000, 2000, 4000, 8000]);
	});

	it('one page at a time keeps the line; the next takes over', async () => {
		const second = new AbortController();
		live(second.signal, { wait, random: () => 0.5 });
		expect(lines.length).toBe(1);
		ending.abort();
		await until(() => lines.length === 2);
		second.abort();
	});
});
