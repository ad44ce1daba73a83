import { countEntries, movableTimelines, moveOldest, nthOldest, readSettings } from '../store';
import { type ChoreTalk, problemOf } from './talk';

/** How many entries stay as rows, by what the person chose. */
const LIMITS = {
	'10k': 10_000,
	'50k': 50_000,
	'200k': 200_000,
	all: Number.POSITIVE_INFINITY,
};

/** Whether more entries are rows than the person chose. Counts them: not while somebody waits. */
export async function isOverLimit(): Promise<boolean> {
	const limit = LIMITS[(await readSettings()).retention];
	return Number.isFinite(limit) && (await countEntries()) > limit;
}

/**
 * Moves what is older than the person's limit into segments, in which it is read and found as before: from the timeline
 * with the most entries first. In one tab at a time; ended at any moment, the next run goes on from what is stored.
 */
export async function runRetention(talk: ChoreTalk): Promise<void> {
	try {
		await navigator.locks.request('retention', { ifAvailable: true }, async (free) => {
			if (free) await moveAll(LIMITS[(await readSettings()).retention], talk.signal);
		});
		talk.emit({ type: 'done' });
	} catch (error) {
		if (talk.signal.aborted) talk.emit({ type: 'cancelled' });
		else talk.emit({ type: 'failed', problem: problemOf(error) });
	}
}

/** Without the lock, for its holder and for tests. */
export async function moveAll(limit: number, signal: AbortSignal): Promise<number> {
	let excess = (await countEntries()) - limit;
	let moved = 0;
	if (excess <= 0) return moved;
	const timelines = (await movableTimelines()).sort((a, b) => b.count - a.count);
	for (const { timeline } of timelines) {
		if (excess <= 0) break;
		const until = await nthOldest(timeline, excess);
		if (!until) continue;
		let after: Awaited<ReturnType<typeof moveOldest>>['next'];
		do {
			signal.throwIfAborted();
			const step = await moveOldest(timeline, after, until);
			moved += step.moved;
			excess -= step.moved;
			after = step.next;
		} while (after && excess > 0);
	}
	return moved;
}
