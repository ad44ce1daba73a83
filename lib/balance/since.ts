import type { AccountUri, Balance, Delivery, PostUri } from '../model';

/** Who wrote the posts that were answered, as far as known, and which accounts are mine. */
export type People = {
	authors: ReadonlyMap<PostUri, AccountUri | undefined>;
	mine: ReadonlySet<AccountUri>;
};

/** What was counted, with what our outbox has sent since. Pure. */
export function balanceSince(
	counted: Balance,
	deliveries: readonly Delivery[],
	people: People,
): Balance {
	const sent = deliveries.filter((one) => isNewer(one, counted));
	const answers = sent.filter((one) => answersOthers(one, people));
	const spread = sent.filter(
		({ replyTo, thread, origin }) => !replyTo && thread.at === 0 && origin !== 'typed',
	);
	const answered = new Set(answers.map(({ replyTo }) => replyTo));
	const last = Math.max(counted.answeredAt ?? 0, ...answers.map(({ sentAt = 0 }) => sentAt));
	return {
		...counted,
		looked: counted.looked + sent.length,
		broadcasts: counted.broadcasts + spread.length,
		replies: counted.replies + answers.length,
		...(last > 0 ? { answeredAt: last } : {}),
		unanswered: counted.unanswered.filter(({ post }) => !answered.has(post)),
	};
}

function isNewer({ kind, state, sentAt, deletedAt }: Delivery, { readAt }: Balance): boolean {
	const stands = kind === 'create' && state === 'sent' && deletedAt === undefined;
	return stands && sentAt !== undefined && sentAt > readAt;
}

function answersOthers({ replyTo }: Delivery, { authors, mine }: People): boolean {
	if (replyTo === undefined) return false;
	const author = authors.get(replyTo);
	return author === undefined || !mine.has(author);
}
