import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drain } from '../../lib/outbox/worker';
import { deliveriesIn } from '../../lib/store';
import { openMastodon, type Place, resetAll } from './place';
import { Clock, outside, Process } from './process';
import { sendTo } from './storm';

const clock = new Clock();
const places: Place[] = [];

beforeAll(async () => {
	for (const name of ['mastodon-4.5', 'gotosocial'] as const)
		places.push(await openMastodon(name, clock));
});
afterAll(async () => {
	for (const place of places) await place.stop();
});

const posts = ({ log }: Place) =>
	log().filter(({ method, path }) => method === 'POST' && path === '/api/v1/statuses');

describe('a server that says "too often"', () => {
	it('is asked nothing before it allows it; the others are', async () => {
		const [busy, other] = places;
		if (!busy || !other) throw new Error('there is no server');
		await resetAll(places);
		new Process(clock).start();
		const start = clock.now;
		const MINUTES = 7 * 60_000;
		busy.faults.set('429', { ms: MINUTES });
		const texts = ['One', 'Two', 'Three'];
		for (const text of texts) await sendTo(places, text);
		await drain(new AbortController().signal);
		expect(other.mine().map(({ text }) => text)).toEqual(expect.arrayContaining(texts));
		const waiting = await deliveriesIn(['queued']);
		expect(waiting).toHaveLength(3);
		for (const one of waiting) expect(one.problem?.key).toBe('networkBusy');
		busy.faults.clear();
		const asked = busy.log().length;
		for (let looks = 0; looks < 20; looks++) {
			const next = await drain(new AbortController().signal);
			if (next === undefined) break;
			await clock.pass(Math.max(1, next - clock.now));
			if (clock.now < start + MINUTES) expect(busy.log().length).toBe(asked);
		}
		expect(clock.now).toBeGreaterThanOrEqual(start + MINUTES);
		expect(
			busy
				.log()
				.slice(asked)
				.every(({ at }) => at >= start + MINUTES),
		).toBe(true);
		expect(
			busy
				.mine()
				.map(({ text }) => text)
				.sort(),
		).toEqual(expect.arrayContaining(texts));
		expect(posts(busy).filter(({ status }) => status === 200)).toHaveLength(3);
		expect(await deliveriesIn(['queued', 'sending', 'checking', 'needs-you', 'failed'])).toEqual(
			[],
		);
		outside();
	});
});
