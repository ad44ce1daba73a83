import type { FromBackground } from '../messages';
import type { Delivery, Verdict } from '../model';
import { surroundings } from '../sessions';
import { changeDelivery, changeSending, readDelivery } from '../store';
import { leads, move } from './states';

const DONE: FromBackground = { done: true };
const TOO_LATE: FromBackground = { refused: { key: 'outboxTooLate' } };

/** What the person said to a verdict, by the norm and the sentence that it was about. */
export type Said = { norm: string; sentence?: string };

/**
 * Takes back what the person said to a verdict, for every post of the draft at that target that has not gone: what it
 * stopped before is stopped again. Refused when nothing of it is left to stop.
 */
export async function takeBack(id: string, said: Said): Promise<FromBackground> {
	const asked = await readDelivery(id);
	if (!asked) return TOO_LATE;
	const changedAt = surroundings().now();
	const written = (rows: readonly Delivery[]) =>
		without(rows.filter(waits), said).map((one) => ({ ...one, changedAt }));
	if (asked.draft === undefined) {
		let did = false;
		await changeDelivery(id, (one) => {
			const [next] = written([one]);
			did = next !== undefined;
			return next ?? one;
		});
		return did ? DONE : TOO_LATE;
	}
	const done = await changeSending(asked.draft, ({ deliveries }) => {
		const rows = written(deliveries.filter(({ target }) => target === asked.target));
		return rows.length === 0 ? undefined : { deliveries: rows };
	});
	return done ? DONE : TOO_LATE;
}

/** Certainly not there, and nobody is sending it. */
function waits({ state, open }: Delivery): boolean {
	return (state === 'queued' || state === 'needs-you') && !open;
}

/** The posts of one target without an answer; none where nobody gave it. */
function without(rows: readonly Delivery[], said: Said): Delivery[] {
	if (!rows.some(({ answers }) => answers.some((one) => isSame(one, said)))) return [];
	const [first, ...others] = rows
		.map((one) => ({
			...one,
			answers: one.answers.filter((answer) => !isSame(answer, said)),
			verdicts: one.verdicts.map((verdict) => unanswered(verdict, said)),
		}))
		.sort((a, b) => a.thread.at - b.thread.at);
	if (!first) return [];
	const all = [first, ...others];
	const open = all.flatMap(({ verdicts }) => verdicts).filter((one) => isAbout(one, said));
	const stop = open.find(({ verdict }) => verdict === 'block');
	if (stop) return all.map((one) => refused(one, stop));
	// No half of a thread goes: its first post waits for what is asked about any of them.
	const verdicts = [...first.verdicts, ...open.filter((one) => !first.verdicts.includes(one))];
	const asks = leads(first, 'need') && open.some((one) => isAsked(one, first));
	return [asks ? move({ ...first, verdicts }, 'need', { needs: 'answer' }) : first, ...others];
}

function refused(one: Delivery, { reason }: Verdict): Delivery {
	const queued = leads(one, 'resume') ? move(one, 'resume') : one;
	return leads(queued, 'refuse') ? move(queued, 'refuse', { problem: reason }) : one;
}

function isAsked({ verdict }: Verdict, { scheduledAt, origin }: Delivery): boolean {
	const isAlone = scheduledAt !== undefined || origin === 'automatic';
	return verdict === 'ask' || (isAlone && verdict === 'cannot-tell');
}

function unanswered(verdict: Verdict, said: Said): Verdict {
	if (!isAbout(verdict, said)) return verdict;
	const { answered: _, ...rest } = verdict;
	return rest;
}

function isAbout({ norm, source }: Verdict, said: Said): boolean {
	return isSame({ norm, ...(source ? { sentence: source.sentence } : {}) }, said);
}

function isSame(one: Said, other: Said): boolean {
	return one.norm === other.norm && one.sentence === other.sentence;
}
