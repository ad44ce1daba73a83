import { describe, expect, it } from 'vitest';
import { backoff, readRate } from './rate';

const NOW = Date.UTC(2026, 10, 22, 1, 30);
const read = (headers: Record<string, string>, status = 200) =>
	readRate(status, (name) => headers[name], NOW);

describe('when a server may be asked again', () => {
	it.each([
		['Mastodon, ISO with microseconds', '2026-11-22T01:35:00.000001Z', NOW + 300_000],
		['epoch seconds', String(NOW / 1000 + 60), NOW + 60_000],
		['epoch milliseconds', String(NOW + 60_000), NOW + 60_000],
		['seconds from now', '12', NOW + 12_000],
		['never further than a day', '2050-01-01T00:00:00Z', NOW + 86_400_000],
	])('X-RateLimit-Reset: %s', (_, value, resetAt) => {
		expect(read({ 'x-ratelimit-reset': value })).toEqual({ resetAt });
	});

	it('reads the drafts of the IETF', () => {
		expect(
			read({
				'ratelimit-limit': '100, 100;w=60',
				'ratelimit-remaining': '7',
				'ratelimit-reset': '9',
			}),
		).toEqual({ limit: 100, remaining: 7, resetAt: NOW + 9_000 });
		expect(read({ ratelimit: 'limit=100, remaining=50, reset=5' })).toEqual({
			limit: 100,
			remaining: 50,
			resetAt: NOW + 5_000,
		});
		expect(
			read({
				ratelimit: '"day";r=900;t=5000, "burst";r=2;t=8',
				'ratelimit-policy': '"burst";q=10;w=10',
			}),
		).toEqual({ limit: 10, remaining: 2, resetAt: NOW + 8_000 });
	});

	it('reads Retry-After as seconds and as a date', () => {
		expect(read({ 'retry-after': '30' }, 503)).toEqual({ retryAt: NOW + 30_000 });
		expect(read({ 'retry-after': 'Sun, 22 Nov 2026 01:31:00 GMT' }, 429)).toEqual({
			retryAt: NOW + 60_000,
		});
	});

	it('takes the reset for 429 without Retry-After, else a minute; half of it for 503', () => {
		const resetAt = NOW + 120_000;
		const reset = { 'x-ratelimit-reset': new Date(resetAt).toISOString() };
		expect(read(reset, 429)).toEqual({ resetAt, retryAt: resetAt });
		expect(read({}, 429)).toEqual({ retryAt: NOW + 60_000 });
		expect(read({}, 503)).toEqual({ retryAt: NOW + 30_000 });
	});

	it('makes nothing of nonsense', () => {
		const headers = {
			'x-ratelimit-limit': '-5',
			'x-ratelimit-remaining': 'NaN',
			'x-ratelimit-reset': 'tomorrow',
			ratelimit: '"x"',
			'retry-after': '1e99',
		};
		expect(read(headers)).toEqual({});
	});
});

describe('backoff', () => {
	it('doubles from two seconds to ten minutes, and waits at least half of that', () => {
		expect([0, 1, 2, 3, 9, 10, 1000].map((failures) => backoff(failures, () => 1))).toEqual([
			0, 2_000, 4_000, 8_000, 512_000, 600_000, 600_000,
		]);
		expect(backoff(3, () => 0)).toBe(4_000);
		expect(backoff(3, () => 0.5)).toBe(6_000);
	});
});
