import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openSquare, type Square } from '../../tests/fixtures/square';
import { fetchNewer, onSilence, SILENCE_MS, silentSources } from '.';

const A = 'https://one.example/me';
const B = 'https://two.example/me';
const HOME = { kind: 'home' } as const;
let square: Square;

beforeEach(async () => {
	square = await openSquare([A, B]);
	// The database keeps its own way of waiting.
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
	vi.useRealTimers();
});

/** Resolves when the servers were asked this often in all. */
function asked(times: number): Promise<void> {
	return new Promise((resolve) => {
		square.before = (call) => {
			if (call === times) resolve();
		};
	});
}

it('names a server that says nothing, and it alone, until nobody waits for it', async () => {
	square.publish([A, B]);
	square.weather.set(A, 'hangs');
	const heard = vi.fn();
	const stop = onSilence(heard);
	const abort = new AbortController();
	const all = asked(2);
	const silent = fetchNewer(A, HOME, abort.signal);
	const sound = fetchNewer(B, HOME, abort.signal);
	await all;
	await sound;
	vi.advanceTimersByTime(SILENCE_MS - 1);
	expect(silentSources('home')).toEqual([]);
	vi.advanceTimersByTime(1);
	expect(silentSources('home')).toEqual([A]);
	expect(silentSources('elsewhere')).toEqual([]);
	expect(heard).toHaveBeenCalledTimes(1);
	abort.abort();
	await expect(silent).rejects.toThrow();
	expect(silentSources('home')).toEqual([]);
	expect(heard).toHaveBeenCalledTimes(2);
	stop();
});

it('waits anew for each page of a server that answers', async () => {
	for (let i = 0; i < 3; i++) square.publish([A]);
	await fetchNewer(A, HOME);
	for (let i = 0; i < 8; i++) square.publish([A]);
	const seen: string[][] = [];
	square.before = () => {
		vi.advanceTimersByTime(SILENCE_MS - 1);
		seen.push(silentSources('home'));
	};
	await fetchNewer(A, HOME);
	expect(seen.length).toBeGreaterThan(1);
	expect(seen.flat()).toEqual([]);
});
