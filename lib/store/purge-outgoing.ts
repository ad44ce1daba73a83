import type { AccountUri, Delivery, Draft, TargetKey } from '../model';
import { filesOfDelivery, namedFiles, type OutgoingStores } from './blobs';

/**
 * Takes out what goes, or went, as an account of mine: its deliveries, whether they have gone or not, and files that
 * nothing else names. Drafts are the person's own words: they stay, without that target.
 */
export async function dropOutgoing(
	{ deliveries, drafts, blobs }: OutgoingStores,
	by: AccountUri,
): Promise<void> {
	const range = IDBKeyRange.bound([by], [by, []]);
	const gone = await deliveries.index('target').getAll(range);
	for (const { id } of gone) await deliveries.delete(id);
	for (const draft of await drafts.getAll()) {
		if (!names(draft, by)) continue;
		const left = await deliveries.index('draft').getAll(draft.id);
		const next = goingOn(withoutTarget(draft, by), left);
		if (next) await drafts.put({ ...next, rev: draft.rev + 1 });
		else await drafts.delete(draft.id);
	}
	const named = await namedFiles({ deliveries, drafts });
	for (const file of gone.flatMap(filesOfDelivery)) {
		if (!named.has(file)) await blobs.delete(file);
	}
}

function names({ targets, own, edits = {}, answers }: Draft, by: TargetKey): boolean {
	const all = [...targets, ...Object.keys(own), ...Object.keys(edits)];
	return all.includes(by) || answers.some(({ target }) => target === by);
}

function withoutTarget({ edits, ...draft }: Draft, by: TargetKey): Draft {
	const { [by]: _, ...own } = draft.own;
	const { [by]: __, ...others } = edits ?? {};
	return {
		...draft,
		own,
		targets: draft.targets.filter((target) => target !== by),
		answers: draft.answers.filter(({ target }) => target !== by),
		...(Object.keys(others).length > 0 ? { edits: others } : {}),
	};
}

/** What was sent and went nowhere else is a draft again; what has come to an end elsewhere is none any more. */
function goingOn(draft: Draft, left: readonly Delivery[]): Draft | undefined {
	if (draft.enqueuedAt === undefined) return draft;
	if (left.some(({ state }) => state !== 'sent' && state !== 'cancelled')) return draft;
	if (left.some(({ state }) => state === 'sent')) return undefined;
	const { enqueuedAt: _, ...again } = draft;
	return again;
}
