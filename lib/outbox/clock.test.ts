import { afterAll, beforeAll, expect, it } from 'vitest';
import { only, saved } from '../../tests/outbox/desk';
import { openMastodon, type Place, resetAll } from '../../tests/outbox/place';
import { Clock, Process } from '../../tests/outbox/process';
import { surround, surroundings } from '../sessions';
import { connectOutbox, deliveries, enqueue } from '.';
import { drain, receive } from './worker';

const MINUTE = 60_000;
const clock = new Clock();
let at: Place;
beforeAll(async () => {
	// It keeps no keys: only reading back says whether an attempt worked.
	at = await openMastodon('gotosocial', clock);
	connectOutbox(receive);
});
afterAll(() => at.stop());

/** The answer to the first attempt is lost on a machine whose clock is so far ahead. */
async function lostAnswer(text: string, ahead: number) {
	await clock.pass(60 * MINUTE);
	at.rest();
	await resetAll([at]);
	new Process(clock).start(() => true);
	const { fetch, ...usual } = surroundings();
	let isLost = false;
	surround({
		...usual,
		now: () => clock.now + ahead,
		fetch: async (url, init) => {
			const answer = await fetch(url, init);
			const isPost = init.method === 'POST' && new URL(url).pathname === '/api/v1/statuses';
			if (!isPost || isLost) return answer;
			isLost = true;
			throw new TypeError('fetch failed');
		},
	});
	await enqueue(await saved({ text, targets: [at.me.account] }));
	for (let looks = 0; looks < 9; looks++) {
		const next = await drain(new AbortController().signal);
		if (next === undefined) break;
		await clock.pass(Math.max(1, next - surroundings().now()));
	}
	expect(at.mine().filter((one) => one.text === text)).toHaveLength(1);
	return only(deliveries());
}

it('a clock that is a little wrong is no matter', async () => {
	for (const ahead of [3, -3, -90])
		expect(await lostAnswer(`Good morning ${ahead}`, ahead * MINUTE)).toMatchObject({
			state: 'sent',
			tries: 1,
		});
});

it('a clock that is far ahead makes no second post: the person is asked', async () => {
	for (const ahead of [10, 120])
		expect(await lostAnswer(`Good evening ${ahead}`, ahead * MINUTE)).toMatchObject({
			state: 'needs-you',
			needs: 'look',
			tries: 1,
		});
});
