import type { DeliveryStep, FromBackground } from '../messages';
import type { Answer, Delivery, Post, PostUri, Verdict } from '../model';
import { gravity } from '../norms/worker';
import { surroundings } from '../sessions';
import { changeDelivery, changeSending, generations, putHanded, readDelivery } from '../store';
import { isOver, leads, mayDecide, move } from './states';
import type { Said } from './taking-back';
import { windowOf } from './targets';

const DONE: FromBackground = { done: true };
const TOO_LATE: FromBackground = { refused: { key: 'outboxTooLate' } };

/** Takes back all of a draft that was just sent, and makes it a draft again. Refused when any of it may have gone. */
export async function undo(draft: string): Promise<FromBackground> {
	const now = surroundings().now();
	const undone = await changeSending(draft, ({ draft: stored, deliveries }) => {
		const rows = deliveries.filter((one) => !isOver(one));
		// What was sent before, and is not what this draft is about any more, stays.
		const mayAll = deliveries
			.filter(
				({ target, state, open }) =>
					stored?.targets.includes(target) && (state !== 'cancelled' || open),
			)
			.every(({ state, tries }) => state !== 'sent' && tries === 0);
		if (!stored || !mayAll || rows.some((one) => !leads(one, 'cancel'))) return undefined;
		const { enqueuedAt: _, ...again } = stored;
		return {
			draft: { ...again, changedAt: now },
			deliveries: rows.map((one) => move(one, 'cancel', { changedAt: now })),
		};
	});
	return undone ? DONE : TOO_LATE;
}

type Stepping = (delivery: Delivery, now: number) => Delivery | undefined;

const STEPS: Readonly<Record<DeliveryStep, Stepping>> = {
	retry: (one, now) => {
		if (one.state === 'queued' && one.after === undefined) return due(one, now);
		const happening = one.open ? 'recheck' : 'resume';
		// An answer is given to the question, and a window is opened by a click.
		const isAsked = one.needs === 'answer' || one.needs === 'hand-over';
		if (isAsked || !leads(one, happening)) return undefined;
		return due(move(one, happening), now);
	},
	cancel: (one) => (leads(one, 'cancel') ? move(one, 'cancel') : undefined),
	send: (one, now) => {
		if (one.needs !== 'late') return undefined;
		const { scheduledAt: _, ...rest } = one;
		return due(move(rest, 'resume'), now);
	},
	opened: (one) =>
		one.kind === 'hand-over' && leads(one, 'opened') ? move(one, 'opened') : undefined,
	there: (one, now) => (mayDecide(one) ? move(one, 'sent', { sentAt: now }) : undefined),
	absent: (one, now) => {
		if (!mayDecide(one)) return undefined;
		const asked = one.state === 'checking' ? move(one, 'need') : one;
		const { open: _, absentAt: __, ...rest } = asked;
		return due(move(rest, 'resume'), now);
	},
};

/** One step of the person; refused where the delivery is not in a state for it (any more). */
export async function step(id: string, what: DeliveryStep): Promise<FromBackground> {
	const one = await readDelivery(id);
	if (what !== 'absent' || !one) return take(id, what);
	// Whoever looks at this moment may find it: that goes before what the person believes.
	const { signal } = new AbortController();
	return surroundings().locked(`outbox:${one.host}`, signal, () => take(id, what));
}

async function take(id: string, what: DeliveryStep): Promise<FromBackground> {
	const now = surroundings().now();
	let did = false;
	await changeDelivery(id, (delivery) => {
		const next = STEPS[what](delivery, now);
		did = next !== undefined;
		return next ? { ...next, changedAt: now } : delivery;
	});
	return did ? DONE : TOO_LATE;
}

/** The person posted it in the network's window. A link that leads to no post there is refused, and nothing changes. */
export async function posted(id: string, link: string | undefined): Promise<FromBackground> {
	const known = await readDelivery(id);
	const window = known && (await windowOf(known.target));
	const found = link === undefined ? undefined : window?.post(link);
	if (link !== undefined && !found) {
		return { refused: { key: 'outboxNoSuchLink', parameters: { name: known?.name ?? '' } } };
	}
	const now = surroundings().now();
	let did = false;
	await changeDelivery(id, (delivery) => {
		// The window may have been opened where nobody told us.
		const opened = delivery.needs === 'hand-over' ? move(delivery, 'opened') : delivery;
		did = opened.kind === 'hand-over' && opened.state === 'handed-over';
		if (!did) return delivery;
		const where = found ? { uri: found.key, url: found.url } : {};
		return { ...move(opened, 'sent', where), sentAt: now, changedAt: now };
	});
	if (did && found && known) await joinHistory(known, found);
	return did ? DONE : TOO_LATE;
}

/**
 * A post in a network's own window stands in the timeline from when the window was opened, by its own key. Its pictures
 * were the person's to bring there: they are not claimed to be in it.
 */
async function joinHistory(
	{ content, target, changedAt }: Delivery,
	{ key, url }: { key: PostUri; url: string },
): Promise<void> {
	if (!content) return;
	const network = target.slice(target.indexOf(':') + 1);
	const [, handle = 'i'] = new URL(url).pathname.split('/');
	const mine = (await generations()).find(
		({ account }) => account.handle.toLowerCase() === handle.toLowerCase(),
	)?.account;
	const named = { key: `tw:@${handle.toLowerCase()}`, handle, name: handle, network };
	const author = mine ?? (handle === 'i' ? undefined : named);
	const { text, warning, language } = content;
	const post: Post = {
		...{ key, network, url, createdAt: changedAt, content: { text } },
		...(author ? { author: author.key } : {}),
		...(warning ? { warning } : {}),
		...(language ? { language } : {}),
	};
	await putHanded(post, author, changedAt);
}

/**
 * What the person says to a verdict: a yes counts for every post of the draft at that target, a no ends them all.
 */
export async function answer(id: string, to: Said, yes: boolean): Promise<FromBackground> {
	const asked = await readDelivery(id);
	if (asked?.needs !== 'answer') return TOO_LATE;
	const now = surroundings().now();
	const { target, draft } = asked;
	const answers = asked.verdicts.flatMap((one): Answer[] => {
		const { norm, override: how, source } = one;
		if (!how || !isAbout(one, to)) return [];
		return [{ norm, target, how, at: now, ...(source ? { sentence: source.sentence } : {}) }];
	});
	if (yes && answers.length === 0) return TOO_LATE;
	const next = (one: Delivery) => ({
		...(yes ? answered(one, to, answers, now) : ended(one)),
		changedAt: now,
	});
	if (draft === undefined) {
		await changeDelivery(id, next);
		return DONE;
	}
	const done = await changeSending(draft, ({ deliveries }) => ({
		deliveries: deliveries.filter((one) => one.target === target && !isOver(one)).map(next),
	}));
	return done ? DONE : TOO_LATE;
}

/** Without a sentence: all of the norm. */
function isAbout({ norm, source }: Verdict, to: Said): boolean {
	return norm === to.norm && (to.sentence === undefined || source?.sentence === to.sentence);
}

function answered(one: Delivery, to: Said, answers: readonly Answer[], now: number): Delivery {
	const verdicts = one.verdicts.map((verdict) =>
		verdict.override && isAbout(verdict, to) ? { ...verdict, answered: true as const } : verdict,
	);
	const next = { ...one, verdicts, answers: [...one.answers, ...answers] };
	const isAlone = one.scheduledAt !== undefined || one.origin === 'automatic';
	const left = verdicts
		.map(gravity)
		.some((how) => how === 'ask' || (isAlone && how === 'cannot-tell'));
	return one.needs === 'answer' && !left ? due(move(next, 'resume'), now) : next;
}

function ended(one: Delivery): Delivery {
	return leads(one, 'cancel') ? move(one, 'cancel') : one;
}

/** Now, or when its time to be taken back is over. */
function due(one: Delivery, now: number): Delivery {
	const dueAt = Math.max(now, one.scheduledAt ?? 0, one.undoUntil ?? 0);
	return { ...one, dueAt, failures: 0 };
}
