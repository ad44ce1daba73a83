import type { Content, Delivery, DeliveryKind, Draft, Instant, PostUri } from '../model';
import { type Aimed, originAt, partsOf } from './parts';

/** A target with the name to call it by. */
export type Aim = Aimed & { name: string; window: boolean };

/** What goes to one target, in order, frozen as it is now: nothing that is typed later changes it. */
export function freeze(draft: Draft, aim: Aim, now: Instant, id: () => string): Delivery[] {
	const parts = partsOf(draft, aim);
	const posts = draft.edits?.[aim.target];
	const kind: DeliveryKind = aim.window ? 'hand-over' : posts ? 'edit' : 'create';
	const undoUntil = draft.scheduledAt === undefined ? now + draft.undoSeconds * 1000 : undefined;
	const deliveries: Delivery[] = [];
	for (const [at, content] of parts.entries()) {
		const before = kind === 'create' ? deliveries.at(-1) : undefined;
		deliveries.push({
			...blank({ id: id(), kind, aim, now }),
			draft: draft.id,
			content,
			origin: originAt(draft, aim.target),
			targets: draft.targets.length,
			turn: draft.targets.indexOf(aim.target),
			answers: draft.answers.filter(({ target }) => target === aim.target),
			thread: { at, of: parts.length },
			...named(draft, at),
			...changes(posts, at),
			...(before ? { after: before.id } : {}),
			...(draft.scheduledAt === undefined ? {} : { scheduledAt: draft.scheduledAt }),
			...(undoUntil === undefined || draft.undoSeconds === 0 ? {} : { undoUntil }),
			dueAt: draft.scheduledAt ?? undoUntil ?? now,
		});
	}
	return deliveries;
}

/** Each part of a thread carries what the draft brings along; what is answered and quoted belongs to the first. */
function named(
	{ replyTo, quote, brought }: Draft,
	at: number,
): Pick<Delivery, 'replyTo' | 'quote' | 'brought'> {
	const carried = brought ? { brought } : {};
	if (at > 0) return carried;
	return { ...carried, ...(replyTo ? { replyTo } : {}), ...(quote ? { quote } : {}) };
}

function changes(posts: readonly PostUri[] | undefined, at: number): Pick<Delivery, 'post'> {
	const post = posts?.[at];
	return post === undefined ? {} : { post };
}

/** A delivery of which nothing has happened yet. */
export function blank(about: {
	id: string;
	kind: DeliveryKind;
	aim: Omit<Aim, 'network'>;
	now: Instant;
	content?: Content;
}): Delivery {
	const { id, kind, aim, now } = about;
	return {
		id,
		target: aim.target,
		name: aim.name,
		host: aim.host,
		kind,
		state: 'queued',
		origin: 'typed',
		targets: 1,
		turn: 0,
		answers: [],
		verdicts: [],
		thread: { at: 0, of: 1 },
		tries: 0,
		failures: 0,
		dueAt: now,
		createdAt: now,
		changedAt: now,
	};
}

/** As they were asked for: by target, and a thread from its beginning. */
export function inOrder(a: Delivery, b: Delivery): number {
	return a.createdAt - b.createdAt || a.turn - b.turn || a.thread.at - b.thread.at;
}
