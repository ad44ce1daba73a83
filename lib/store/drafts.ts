import type { Draft, Instant } from '../model';
import { announce } from './changes';
import { atOnce, database } from './database';

/** `conflict`: another page has written or sent it since; undefined there when it was deleted. Nothing was stored. */
export type DraftSaved = { saved: Draft } | { conflict: Draft | undefined };

/** All drafts, the last changed first. */
export async function readDrafts(): Promise<Draft[]> {
	return (await (await database()).getAllFromIndex('drafts', 'changedAt')).reverse();
}

export async function readDraft(id: string): Promise<Draft | undefined> {
	return (await database()).get('drafts', id);
}

/** Stores a draft if it is still the one that was read (rev 0: a new one), with the next revision. */
export async function putDraft(draft: Draft, now: Instant): Promise<DraftSaved> {
	const result = await atOnce(['drafts'], async (tx): Promise<DraftSaved> => {
		const store = tx.objectStore('drafts');
		const before = await store.get(draft.id);
		const isSent = before?.enqueuedAt !== undefined;
		if (isSent || (before?.rev ?? 0) !== draft.rev) return { conflict: before };
		const saved = { ...draft, rev: draft.rev + 1, changedAt: now };
		const put = store.put(saved);
		// A popup may close before it hears of the write: one that is committed by hand is kept even then.
		tx.commit();
		await put;
		return { saved };
	});
	if ('saved' in result) announce('drafts');
	return result;
}

/** Notes what was found in a draft as it stands in that revision, which stays the same: nothing is typed by that. */
export async function noteTopics(
	id: string,
	rev: number,
	topics: NonNullable<Draft['topics']>,
): Promise<void> {
	await atOnce(['drafts'], async (tx) => {
		const store = tx.objectStore('drafts');
		const draft = await store.get(id);
		if (draft?.rev === rev) await store.put({ ...draft, topics });
	});
}

export async function dropDraft(id: string): Promise<void> {
	await atOnce(['drafts'], (tx) => tx.objectStore('drafts').delete(id));
	announce('drafts');
}
