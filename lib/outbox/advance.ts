import type { Delivery, Instant } from '../model';
import { NetworkProblem } from '../networks';
import { type Prepared, senderOf } from '../networks/send';
import { asking, surroundings } from '../sessions';
import { attempt, type Job } from './attempt';
import { change, note } from './change';
import { type Judged, judged } from './judging';
import { isStillThere } from './still-there';
import { stumble } from './stumble';
import { LATE_MS } from './timing';
import { workOf } from './work';

/** Takes a delivery that is certainly not there as far as it can go now: judged once more, prepared, attempted. */
export async function advance(delivery: Delivery, signal: AbortSignal): Promise<void> {
	const { id, target, host, kind, brought } = delivery;
	const { now, online } = surroundings();
	if (isLate(delivery, now())) return need(id, { needs: 'late' });
	const verdicts = await mayGo(delivery);
	if (!verdicts) return;
	try {
		if (!online() && !(kind === 'hand-over' && brought === undefined)) {
			throw new NetworkProblem('offline', host);
		}
		if (brought !== undefined && !(await isStillThere(brought, signal))) {
			await change(id, 'refuse', { problem: { key: 'normBringGone' } });
			return;
		}
		if (kind === 'hand-over') return need(id, { needs: 'hand-over', verdicts });
		await asking(
			target,
			async (_network, session, io) => {
				const sender = senderOf(session.network);
				if (!sender) throw new NetworkProblem('missing', host);
				const job = { delivery, session, sender, io };
				const prepared = await preparedOf(job);
				if (prepared) await attempt(job, prepared, false);
			},
			signal,
		);
	} catch (error) {
		await stumble(delivery, error);
	}
}

/** The verdicts of a delivery that may go; where it may not, it is moved to where it waits or ends. */
async function mayGo(delivery: Delivery): Promise<Judged['verdicts'] | undefined> {
	const { id } = delivery;
	const { may, verdicts, problem, until } = await judged(delivery);
	const why = problem ? { problem } : {};
	if (may === 'not') await change(id, 'refuse', { verdicts, ...why });
	else if (may === 'later' && until !== undefined) {
		await change(id, 'wait', { verdicts, ...putOff(delivery, until), ...why });
	} else if (may === 'signed-out') await need(id, { needs: 'sign-in' });
	else if (may === 'ask') await need(id, { needs: 'answer', verdicts });
	else return verdicts;
	return undefined;
}

/** What goes at a set time has another one now. */
export function putOff(
	{ scheduledAt }: Delivery,
	until: Instant,
): Pick<Delivery, 'dueAt' | 'scheduledAt'> {
	return { dueAt: until, ...(scheduledAt === undefined ? {} : { scheduledAt: until }) };
}

async function need(id: string, changes: Partial<Delivery>): Promise<void> {
	await change(id, 'need', changes);
}

/** Nobody was there when its time came, and nothing was tried since. A thread is asked about once. */
function isLate({ scheduledAt, tries, failures, thread }: Delivery, now: Instant): boolean {
	if (scheduledAt === undefined || tries > 0 || failures > 0 || thread.at > 0) return false;
	return now - scheduledAt > LATE_MS;
}

/** As it was prepared before, or now; stored before anything goes out. */
async function preparedOf({ delivery, session, sender, io }: Job): Promise<Prepared | undefined> {
	if (delivery.prepared) return delivery.prepared as Prepared;
	const work = await workOf(delivery);
	if (!work) throw new NetworkProblem('missing', delivery.host);
	const prepared = await sender.prepare(session, work, delivery.id, io);
	return (await note(delivery.id, { prepared })) ? prepared : undefined;
}
