import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { killRuns } from './kill';
import { DIRECT, openMastodon, openSquare, PERSONALITIES, type Place } from './place';
import { Clock } from './process';

const clock = new Clock();

describe.each([...PERSONALITIES, 'atproto'] as const)('the outbox on %s', (name) => {
	let place: Place;
	beforeAll(async () => {
		place = await (name === 'atproto' ? openSquare(clock) : openMastodon(name, clock));
	});
	afterAll(() => place.stop());

	it('posts once, whatever dies', async () => {
		const { totals, troubles } = await killRuns([place], clock, 'few');
		expect(troubles).toEqual([]);
		expect(totals).toMatchObject({ doubled: 0, lost: 0, stuck: 0 });
		expect(totals.asked > 0).toBe(place.mayAsk(DIRECT));
		expect(totals.runs).toBeGreaterThan(20);
	});
});
