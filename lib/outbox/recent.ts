import type { Delivery, Instant, TargetKey } from '../model';
import { deliveriesSince } from '../store';
import { marksIn } from '../text';

const DAY_MS = 24 * 60 * 60_000;
/** No rule that is read counts by anything longer. */
const WEEK_MS = 7 * DAY_MS;
/** What was asked for longer ago and still goes was put off by the person. */
const ASKED_MS = 30 * DAY_MS;

/** What is judged, and where it stands among what goes: by moment, then as it was asked for. */
export type InQueue = {
	/** The draft, or the delivery that has none. */
	self: string;
	dueAt: Instant;
	/** Absent of a draft: it comes after everything of its moment. */
	createdAt?: Instant;
	id?: string;
};

/**
 * When posts that are public and no answers went there in the last week, or will go before this one: newest first,
 * without what belongs to it. And where those of the last month that went there link to.
 */
export async function recentAt(
	target: TargetKey,
	place: InQueue,
	now: Instant,
): Promise<{ recent: readonly Instant[]; linked: readonly string[] }> {
	const rows = (await deliveriesSince(target, now - ASKED_MS)).filter(
		({ id, draft }) => (draft ?? id) !== place.self,
	);
	return {
		recent: rows
			.flatMap((one) => momentOf(one, place) ?? [])
			.filter((at) => at > now - WEEK_MS)
			.sort((a, b) => b - a),
		linked: [...new Set(rows.flatMap(linksOf))],
	};
}

function linksOf({ kind, state, content, deletedAt }: Delivery): readonly string[] {
	if (kind !== 'create' || state !== 'sent' || deletedAt !== undefined) return [];
	return marksIn(content?.text ?? '').flatMap((mark) => (mark.type === 'link' ? [mark.href] : []));
}

function momentOf(delivery: Delivery, place: InQueue): Instant | undefined {
	const { kind, state, content, replyTo, sentAt, deletedAt, dueAt } = delivery;
	if (kind !== 'create' || content?.visibility !== 'public' || replyTo !== undefined)
		return undefined;
	switch (state) {
		case 'sent':
			return deletedAt === undefined ? sentAt : undefined;
		case 'queued':
		case 'sending':
		case 'checking':
			return isBefore(delivery, place) ? dueAt : undefined;
		default:
			return undefined;
	}
}

function isBefore(one: Delivery, { dueAt, createdAt = Infinity, id = '' }: InQueue): boolean {
	const ahead = one.dueAt - dueAt || one.createdAt - createdAt;
	return ahead === 0 ? one.id < id : ahead < 0;
}
