import { newDraft, saveDraft } from '../../lib/outbox';
import { drain, receive } from '../../lib/outbox/worker';
import { openMastodon, type Place, resetAll } from './place';
import { type Clock, outside, Process } from './process';

const ROUNDS = 7;
/** What a server that is slow takes for each answer: far more than all the others together. */
const SLOW_MS = 1500;

/** A text for each of these places at once, sent. */
export async function sendTo(places: readonly Place[], text: string): Promise<void> {
	const targets = places.map(({ me }) => me.account);
	const saved = await saveDraft(newDraft({ text, targets, undoSeconds: 0 }));
	if (!('saved' in saved)) throw new Error('the draft was not saved');
	const { id, rev } = saved.saved;
	const said = await receive({ type: 'enqueue', draft: id, rev });
	if (!('done' in said)) throw new Error(`it was refused: ${said.refused.key}`);
}

/**
 * How much later the first attempts reach the other servers when one answers slowly: the time from sending to the last
 * of them, in the middle of several rounds, to the same without the slow one.
 */
export async function otherServersRatio(clock: Clock): Promise<number> {
	const names = ['mastodon-4.5', 'gotosocial', 'pleroma', 'hollo'] as const;
	const places = await Promise.all(names.map((name) => openMastodon(name, clock)));
	try {
		const [slow, ...others] = places;
		if (!slow) throw new Error('there is no server');
		const ratios: number[] = [];
		for (let round = 0; round <= ROUNDS; round++) {
			const alone = await firstAttempts(others, others, clock, `alone ${round}`);
			slow.faults.set('slow-headers', { ms: SLOW_MS });
			const beside = await firstAttempts([slow, ...others], others, clock, `beside ${round}`);
			slow.faults.clear();
			// The first round warms everything up.
			if (round > 0) ratios.push(beside / alone);
		}
		const middle = ratios.sort((a, b) => a - b)[ratios.length >> 1] ?? Number.NaN;
		return Math.round(middle * 100) / 100;
	} finally {
		for (const place of places) await place.stop();
	}
}

/** Real milliseconds until the post has reached all of `watched`. */
async function firstAttempts(
	all: readonly Place[],
	watched: readonly Place[],
	clock: Clock,
	text: string,
): Promise<number> {
	await clock.pass(60 * 60_000);
	await resetAll(all);
	for (const place of all) place.rest();
	new Process(clock).start();
	await sendTo(all, text);
	const start = performance.now();
	const done = drain(new AbortController().signal);
	const there = () => watched.every((place) => place.mine().some((one) => one.text === text));
	while (!there()) await new Promise((resolve) => setImmediate(resolve));
	const ms = performance.now() - start;
	await done;
	outside();
	return ms;
}
