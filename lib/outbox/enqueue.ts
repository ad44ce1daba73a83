import type { FromBackground } from '../messages';
import type { Correction, Delivery, Draft, Text } from '../model';
import { sessions, surroundings } from '../sessions';
import { changeSending, putCorrections, readDraft, readPosts } from '../store';
import { putOff } from './advance';
import { type Aim, freeze } from './freeze';
import { judged } from './judging';
import { move } from './states';
import { targets } from './targets';

const CHANGED: FromBackground = { refused: { key: 'outboxDraftChanged' } };

/**
 * Freezes a draft as it is stored and queues a delivery for each post of each target, judged: what is not let go waits
 * for the person or has failed, and the others go. All of it is stored at once with the draft, or nothing.
 */
export async function enqueue(id: string, rev: number): Promise<FromBackground> {
	const draft = await readDraft(id);
	if (!draft || draft.rev !== rev || draft.enqueuedAt !== undefined) return CHANGED;
	const now = surroundings().now();
	const aims = await aimsOf(draft);
	if (aims.length === 0) return { refused: { key: 'outboxNoTarget' } };
	const threads = aims.map((aim) => freeze(draft, aim, now, makeId));
	if ((await Promise.all(threads.map(isEmpty))).every(Boolean)) {
		return { refused: { key: 'outboxEmpty' } };
	}
	const other = threads.map((thread) => otherThread(draft, thread)).find(Boolean);
	if (other) return { refused: other };
	const deliveries: Delivery[] = [];
	for (const thread of threads) deliveries.push(...(await judgedAll(thread)));
	if (deliveries.every(({ state }) => state === 'failed')) {
		return { refused: deliveries[0]?.problem ?? { key: 'outboxEmpty' } };
	}
	const written = await changeSending(id, ({ draft: stored }) =>
		stored?.rev === rev ? { draft: { ...stored, enqueuedAt: now }, deliveries } : undefined,
	);
	if (!written) return CHANGED;
	await putCorrections(notSaid(draft, aims));
	return { done: true };
}

/**
 * "This rule does not say that" is how the person reads it from now on. Kept when the draft goes and not at the press:
 * until then it can be taken back where it was said, and the verdict stays in sight.
 */
function notSaid({ answers }: Draft, aims: readonly Aim[]): Correction[] {
	return answers.flatMap(({ how, sentence, target, at, norm }) => {
		const host = aims.find((aim) => aim.target === target)?.host;
		if (how !== 'notSaid' || sentence === undefined || host === undefined) return [];
		const reading = { rule: norm, sentence, by: 'person', class: 'conduct' } as const;
		return [{ host, rule: norm, sentence, class: 'none' as const, readings: [reading], at }];
	});
}

function makeId(): string {
	return crypto.randomUUID();
}

/**
 * Beside a place that can be reached an account that has to sign in again is not left out in silence: what goes there
 * waits for that.
 */
async function aimsOf({ targets: wanted }: Draft): Promise<Aim[]> {
	const open = await targets();
	if (!open.some(({ key }) => wanted.includes(key))) return [];
	const mine = (await sessions()).map(({ account, handle, network, host }) => ({
		...{ target: account, name: handle, network, host, window: false },
	}));
	const windows = open.flatMap(({ key, name, network, host, window }) =>
		window ? [{ target: key, name, network, host, window }] : [],
	);
	const known = [...mine, ...windows];
	return wanted.flatMap((key) => known.find(({ target }) => target === key) ?? []);
}

async function isEmpty(deliveries: readonly Delivery[]): Promise<boolean> {
	if (deliveries.some(({ content }) => content?.text.trim())) return false;
	// What a post shows beside its words stays when those are changed.
	const there = await readPosts(deliveries.flatMap(({ post }) => post ?? []));
	const all = [...deliveries.map(({ content }) => content), ...there.map((row) => row?.post)];
	return all.every((one) => !one?.media?.length && !one?.poll);
}

/** A change makes neither more nor fewer posts: what is left over would stay as it was, what is new has no place. */
function otherThread({ edits }: Draft, thread: readonly Delivery[]): Text | undefined {
	const [first] = thread;
	if (!first) return undefined;
	const count = edits?.[first.target]?.length;
	if (count === undefined || count === thread.length) return undefined;
	return { key: 'outboxOtherThread', parameters: { name: first.name, count } };
}

/** A thread goes as a whole: what stops one of its posts stops those before it too. */
async function judgedAll(thread: readonly Delivery[]): Promise<Delivery[]> {
	const found = await Promise.all(thread.map(judged));
	const [first] = found;
	const stopped = found.find(({ may }) => may === 'not');
	const isOut = found.some(({ may }) => may === 'signed-out');
	const asks = found.some(({ may }) => may === 'ask');
	const all = found.flatMap(({ verdicts }) => verdicts);
	return thread.map((delivery, at) => {
		const one = { ...delivery, verdicts: found[at]?.verdicts ?? [] };
		if (stopped) return move(one, 'refuse', stopped.problem ? { problem: stopped.problem } : {});
		if (isOut) return move(one, 'need', { needs: 'sign-in' });
		// The first waits for every answer, so that no half of a thread goes; the others wait for the first.
		if (asks && at === 0) return move({ ...one, verdicts: all }, 'need', { needs: 'answer' });
		return at === 0 && first?.until !== undefined ? { ...one, ...putOff(one, first.until) } : one;
	});
}
