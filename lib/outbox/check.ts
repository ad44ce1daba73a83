import type { Delivery, Instant } from '../model';
import { backoff, NetworkProblem } from '../networks';
import { type Found, type Prepared, type Sender, senderOf } from '../networks/send';
import { asking, surroundings } from '../sessions';
import { attempt, type Job } from './attempt';
import { change } from './change';
import { claimed } from './claimed';
import { finish } from './finish';
import { isStillThere } from './still-there';
import { stumble } from './stumble';
import { APART_MS, MOST_REPEATS, REPEAT_MS } from './timing';

/** Finds out what became of an attempt, and makes the next one only where that cannot make a second post. */
export async function check(delivery: Delivery, signal: AbortSignal): Promise<void> {
	try {
		await asking(
			delivery.target,
			async (_network, session, io) => {
				const sender = senderOf(session.network);
				const prepared = delivery.prepared as Prepared | undefined;
				if (!sender || !prepared) throw new NetworkProblem('missing', delivery.host);
				const job = { delivery, session, sender, io };
				const found = await look(job, prepared);
				if (typeof found === 'object') return finish(delivery, found.post);
				await conclude(job, prepared, found);
			},
			signal,
		);
	} catch (error) {
		await stumble(delivery, error);
	}
}

async function look({ delivery, session, sender, io }: Job, prepared: Prepared): Promise<Found> {
	return sender.find(session, prepared, await claimed(delivery), io);
}

/** What follows from not having found it. */
export type Next =
	| { do: 'repeat' }
	/** Proved absent: a new attempt, and a new key where the server remembers keys. */
	| { do: 'renew' }
	| { do: 'look'; at: Instant; absentAt?: Instant }
	| { do: 'ask' };

/** Pure; see architecture invariant 7. */
export function nextAfter(
	{ kind, tries, firstTryAt = 0, lastTryAt = 0, absentAt }: Delivery,
	found: 'absent' | 'cannot tell',
	again: ReturnType<Sender['again']>,
	now: Instant,
): Next {
	// Changing, deleting and passing on once more is the same as once.
	const isSame = kind !== 'create';
	const isKept = again !== 'doubles' && now - firstTryAt < again.safeFor && tries < MOST_REPEATS;
	if (isSame || isKept) {
		const at =
			lastTryAt +
			Math.max(
				REPEAT_MS,
				backoff(tries, () => 1),
			);
		return now >= at ? { do: 'repeat' } : { do: 'look', at };
	}
	if (found === 'cannot tell') {
		const at = lastTryAt + APART_MS;
		return now >= at ? { do: 'ask' } : { do: 'look', at };
	}
	if (absentAt === undefined) return { do: 'look', at: now + APART_MS, absentAt: now };
	return now - absentAt >= APART_MS
		? { do: 'renew' }
		: { do: 'look', at: absentAt + APART_MS, absentAt };
}

async function conclude(job: Job, prepared: Prepared, found: 'absent' | 'cannot tell') {
	const { delivery, session, sender } = job;
	const { id, tries, brought } = delivery;
	const next = nextAfter(delivery, found, sender.again(session), surroundings().now());
	const goes = next.do === 'repeat' || next.do === 'renew';
	if (goes && brought !== undefined && !(await isStillThere(brought, job.io.signal)))
		return withoutOriginal(delivery, found);
	switch (next.do) {
		case 'repeat':
			return attempt(job, prepared, true);
		case 'renew': {
			const { absentAt: _, firstTryAt: __, ...proven } = delivery;
			return attempt({ ...job, delivery: proven }, { ...prepared, key: `${id}.${tries}` }, false);
		}
		case 'look':
			return lookAgain(delivery, next);
		case 'ask':
			await change(id, 'need', { needs: 'look' });
	}
}

async function lookAgain({ id }: Delivery, { at, absentAt }: Next & { do: 'look' }): Promise<void> {
	await change(id, 'unknown', { dueAt: at, ...(absentAt === undefined ? {} : { absentAt }) });
}

/**
 * What it brings is gone, so nothing is tried any more. Where reading back proves that no attempt worked, there is
 * nothing to ask; else the person may find it there, and delete it.
 */
async function withoutOriginal(delivery: Delivery, found: 'absent' | 'cannot tell') {
	const problem = { key: 'normBringGone' };
	const next = nextAfter(delivery, found, 'doubles', surroundings().now());
	if (next.do === 'look') return lookAgain(delivery, next);
	if (next.do === 'renew') await change(delivery.id, 'refuse', { problem });
	else await change(delivery.id, 'need', { needs: 'look', problem });
}
