import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serverOf } from '../../tests/fixtures/network';
import { never, REDIRECT, startWorld, thrown } from '../../tests/fixtures/signed-in';
import { closeDatabase, database } from '../store/database';
import {
	handOver,
	SignInRefused,
	type SignInWindow,
	sessions,
	signIn,
	tabWindow,
	type WatchedTab,
	watchedWindow,
} from './index';

const HOST = 'chaos.example';
const PAGE = 'chrome-extension://abc/signed-in.html';
const HOW = { again: false, language: 'de' };
let world: ReturnType<typeof startWorld>;

beforeEach(() => {
	globalThis.indexedDB = new IDBFactory();
	world = startWorld([HOST]);
});
afterEach(async () => {
	world.stop();
	await closeDatabase();
});

const start = (windows: readonly SignInWindow[], signal = never) =>
	signIn(serverOf(HOST, 0), HOW, windows, signal);
const pending = async () => (await database()).count('pending');

/** A person at a server's form in a tab: what they do when it is shown. */
function person(act: (state: string, close: () => void) => Promise<unknown>) {
	let closes = 0;
	const window = tabWindow(PAGE, async (url) => {
		let close = () => {};
		const closed = new Promise<void>((resolve) => {
			close = resolve;
		});
		await act(new URL(url).searchParams.get('state') ?? '', close);
		return {
			closed,
			close: async () => {
				closes += 1;
			},
		};
	});
	return { window, closes: () => closes };
}

describe('a window of the browser', () => {
	it('brings the answer, and the session is there', async () => {
		const own: SignInWindow = {
			redirect: REDIRECT,
			open: async (_url, state) => `${REDIRECT}?state=${state}&code=alice`,
		};
		expect((await start([own])).handle).toBe('alice@chaos.example');
		expect(await pending()).toBe(0);
	});

	it('that cannot be opened gives way to the next, with its own address to return to', async () => {
		const opened: string[] = [];
		const none: SignInWindow = { redirect: REDIRECT, open: async () => undefined };
		const { window } = person((state) => handOver(`${PAGE}?state=${state}&code=bob`));
		const watched: SignInWindow = {
			...window,
			open: (url, state, signal) => {
				opened.push(url);
				return window.open(url, state, signal);
			},
		};
		expect((await start([none, watched])).handle).toBe('bob@chaos.example');
		expect(new URL(opened[0] ?? '').searchParams.get('to')).toBe(PAGE);
		expect(await pending()).toBe(0);
	});

	it('that the person closes leaves nothing', async () => {
		const closed: SignInWindow = {
			redirect: REDIRECT,
			open: () => Promise.reject(new SignInRefused({ key: 'signInClosed' })),
		};
		expect((await thrown(start([closed]))).text?.key).toBe('signInClosed');
		expect(await pending()).toBe(0);
		expect(await sessions()).toEqual([]);
	});

	it('is needed', async () => {
		expect((await thrown(start([]))).text?.key).toBe('signInImpossible');
	});
});

describe('a tab', () => {
	it('is closed when the answer came', async () => {
		const { window, closes } = person((state) => handOver(`${PAGE}?state=${state}&code=bob`));
		await start([window]);
		expect(closes()).toBe(1);
	});

	it('may be closed by itself after the answer', async () => {
		const { window } = person(async (state, close) => {
			// Written, but not announced yet: what is stored counts.
			const db = await database();
			const row = await db.get('pending', state);
			if (row) await db.put('pending', { ...row, callback: `${PAGE}?state=${state}&code=bob` });
			close();
		});
		expect((await start([window])).handle).toBe('bob@chaos.example');
	});

	it('that is closed without one ends the sign-in', async () => {
		const { window } = person(async (_state, close) => close());
		expect((await thrown(start([window]))).text?.key).toBe('signInClosed');
		expect(await pending()).toBe(0);
	});

	it('is not waited for when the page is left', async () => {
		const leaving = new AbortController();
		const { window } = person(async () => leaving.abort(new Error('left')));
		expect((await thrown(start([window], leaving.signal))).message).toBe('left');
		expect(await pending()).toBe(0);
	});

	it('of somebody else hands over nothing', async () => {
		expect(await handOver(`${PAGE}?state=made-up&code=mallory`)).toBe(false);
		expect(await handOver(`${PAGE}?code=mallory`)).toBe(false);
		expect(await handOver('')).toBe(false);
		const { window } = person(async (state) => {
			expect(await handOver(`${PAGE}?state=${state}&code=alice`)).toBe(true);
			expect(await handOver(`${PAGE}?state=${state}&code=mallory`)).toBe(false);
		});
		expect((await start([window])).handle).toBe('alice@chaos.example');
	});
});

describe('a tab that is watched', () => {
	const BACK = 'http://127.0.0.1/townsquare';
	function watched(mayWatch: boolean, act: (url: string) => Partial<WatchedTab>) {
		let closes = 0;
		const patterns: string[] = [];
		const window = watchedWindow(
			BACK,
			async (pattern) => {
				patterns.push(pattern);
				return mayWatch;
			},
			async (url) => ({
				closed: new Promise(() => undefined),
				led: new Promise(() => undefined),
				close: async () => {
					closes += 1;
				},
				...act(url),
			}),
		);
		return { window, patterns, closes: () => closes };
	}
	const answer = (url: string) =>
		`${BACK}?state=${new URL(url).searchParams.get('state')}&code=bob`;

	it('is closed when it led to this machine', async () => {
		const { window, closes } = watched(true, (url) => ({ led: Promise.resolve(answer(url)) }));
		expect((await start([window])).handle).toBe('bob@chaos.example');
		expect(closes()).toBe(1);
	});

	it('that may not be watched is not opened: the person is asked first', async () => {
		const { window, patterns } = watched(false, () => expect.fail('it was opened'));
		const error = await thrown(start([window]));
		expect(error.needsPermission).toBe('http://127.0.0.1/*');
		expect(patterns).toEqual(['http://127.0.0.1/*']);
		expect(await pending()).toBe(0);
	});

	it('that the person closes leaves nothing', async () => {
		const { window } = watched(true, () => ({ closed: Promise.resolve() }));
		expect((await thrown(start([window]))).text?.key).toBe('signInClosed');
		expect(await pending()).toBe(0);
	});

	it('is left when the person goes away', async () => {
		const gone = new AbortController();
		const { window, closes } = watched(true, () => {
			gone.abort(new Error('left'));
			return {};
		});
		expect((await thrown(start([window], gone.signal))).message).toBe('left');
		expect(closes()).toBe(1);
	});
});
