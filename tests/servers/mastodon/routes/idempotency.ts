import { type Answer, type Call, Refusal } from '../http/route';
import type { World } from '../model';

/** What a program holds under a key, by person (Pleroma's are in http/answer.ts). No answer: the work is not done. */
type Held = { until: number; answer: Answer | undefined };
const keys = new WeakMap<World, Map<string, Held>>();

type Work = () => Promise<Answer>;

/** Does the work as the program's own reading of `Idempotency-Key` says; `again` answers with the first status. */
export function onceByKey(
	call: Call<never> | Call,
	work: Work,
	again: (first: Answer) => Answer,
): Promise<Answer> | Answer {
	const { world, me, request } = call;
	const rule = world.traits.idempotency;
	const header = request.headers['idempotency-key'];
	if (header === undefined || rule.kind === 'ignored' || rule.kind === 'any response')
		return work();
	const held = keys.get(world) ?? new Map<string, Held>();
	keys.set(world, held);
	const key = `${me.id} ${String(header)}`;
	const known = held.get(key);
	const alive = known !== undefined && known.until > world.now() ? known : undefined;
	const until = world.now() + rule.seconds * 1000;
	if (rule.kind === 'refuse') {
		if (alive) throw new Refusal(400, 'Duplicate idempotency key.');
		held.set(key, { until, answer: undefined });
		return work();
	}
	if (alive?.answer) return again(alive.answer);
	if (alive) {
		throw new Refusal(503, 'There was a temporary problem serving your request, please try again');
	}
	// Without a lock (Hollo) nothing tells of work in flight, and two calls make two posts.
	if (rule.lock) held.set(key, { until, answer: undefined });
	return kept(held, key, until, work);
}

/** Kept after success only. */
async function kept(
	held: Map<string, Held>,
	key: string,
	until: number,
	work: Work,
): Promise<Answer> {
	try {
		const answer = await work();
		held.set(key, { until, answer });
		return answer;
	} catch (error) {
		held.delete(key);
		throw error;
	}
}
