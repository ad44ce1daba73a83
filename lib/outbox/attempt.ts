import type { Delivery, Session } from '../model';
import type { Io, NetworkProblem } from '../networks';
import type { Outcome, Prepared, Sender } from '../networks/send';
import { surroundings } from '../sessions';
import { readBlob } from '../store';
import { change, note } from './change';
import { claimed } from './claimed';
import { finish } from './finish';
import { FileGone, later } from './stumble';
import { FIRST_LOOK_MS, MOST_LOOKS, WORKING_MS } from './timing';

/** One delivery with all that its adapter needs. */
export type Job = { delivery: Delivery; session: Session; sender: Sender; io: Io };

/**
 * Brings the files there and makes one attempt; each step is stored before the next. `earlier`: what became of an
 * attempt before this one is not known.
 */
export async function attempt(job: Job, first: Prepared, earlier: boolean): Promise<void> {
	const prepared = await uploaded(job, first);
	if (!prepared) return;
	const { id, tries, firstTryAt } = job.delivery;
	const now = surroundings().now();
	const going = await change(id, 'attempt', {
		prepared,
		tries: tries + 1,
		firstTryAt: firstTryAt ?? now,
		lastTryAt: now,
	});
	if (!going) return;
	const outcome = await job.sender.mutate(job.session, prepared, job.io);
	await record({ ...job, delivery: going }, prepared, outcome, earlier);
}

/** Undefined when the person took it back meanwhile, or when the server still works on a file. */
async function uploaded(job: Job, first: Prepared): Promise<Prepared | undefined> {
	const { delivery, session, sender, io } = job;
	const of = delivery.content?.media?.length ?? 0;
	let prepared = first;
	for (let looks = 0; looks < MOST_LOOKS; ) {
		const next = await sender.upload(session, prepared, bytes, io);
		if (next === prepared) return prepared;
		const done = ready(next);
		if (!(await note(delivery.id, { prepared: next, uploaded: { done, of } }))) return undefined;
		const stands = next.uploaded.length === prepared.uploaded.length && done === ready(prepared);
		prepared = next;
		if (!stands) continue;
		looks += 1;
		await surroundings().wait(WORKING_MS * looks, io.signal);
	}
	const failures = delivery.failures + 1;
	const put = { failures, dueAt: later(failures) };
	if (!(await change(delivery.id, 'wait', put))) await change(delivery.id, 'unknown', put);
	return undefined;
}

function ready({ uploaded: files }: Prepared): number {
	return files.filter(({ state }) => state === 'ready').length;
}

async function bytes(file: string): Promise<Blob> {
	const blob = await readBlob(file);
	if (!blob) throw new FileGone();
	return blob;
}

async function record(
	job: Job,
	prepared: Prepared,
	outcome: Outcome,
	earlier: boolean,
): Promise<void> {
	const { delivery } = job;
	const { id, failures } = delivery;
	if (outcome.state === 'sent') return finish(delivery, outcome.post, outcome.seen);
	const { problem } = outcome;
	const more = failures + 1;
	if (problem.kind === 'ended' || problem.kind === 'stranger') {
		// Whoever asks in the name of the session must hear of it.
		if (!earlier) await change(id, 'need', { needs: 'sign-in', problem: problem.text });
		throw problem;
	}
	const isKnown = outcome.state !== 'unknown';
	if (isKnown && earlier && outcome.state === 'refused')
		return refusedAgain(job, prepared, problem);
	if (isKnown && !earlier) {
		const dueAt = later(more, problem);
		if (outcome.state === 'refused') await change(id, 'refuse', { problem: problem.text });
		else await change(id, 'wait', { failures: more, dueAt, problem: problem.text });
		return;
	}
	const dueAt = Math.max(surroundings().now() + FIRST_LOOK_MS, problem.until ?? 0);
	await change(id, 'unknown', { failures: more, dueAt, problem: problem.text });
}

/** A second attempt may be refused because the first was taken: what is there says so. */
async function refusedAgain(job: Job, prepared: Prepared, problem: NetworkProblem) {
	const { delivery, session, sender, io } = job;
	const changes = { problem: problem.text };
	const found = await sender.find(session, prepared, await claimed(delivery), io);
	if (typeof found === 'object') return finish(delivery, found.post);
	if (found === 'absent') await change(delivery.id, 'refuse', changes);
	else await change(delivery.id, 'need', { ...changes, needs: 'look' });
}
