import { readDraft, saveDraft } from '../../lib/outbox';
import { KEY, type Noted, type Shelf } from './noting';

/**
 * Stores what a page noted and could not store any more: once, and only over the very words that it was written
 * after. What another page wrote since, sent or deleted stays so.
 */
export async function storeNoted(shelf: Shelf = localStorage): Promise<void> {
	const item = shelf.getItem(KEY);
	if (item === null) return;
	const { draft, flying } = JSON.parse(item) as Noted;
	const stored = await readDraft(draft.id);
	const rev = stored?.rev ?? 0;
	const isArrived = rev === draft.rev + 1 && stored?.text === flying;
	if ((rev === draft.rev || isArrived) && stored?.enqueuedAt === undefined)
		await saveDraft({ ...draft, rev });
	// Only now: who is interrupted before does it again. What was noted meanwhile is somebody's who lives.
	if (shelf.getItem(KEY) === item) shelf.removeItem(KEY);
}
