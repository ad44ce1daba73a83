import type { Draft } from '../../lib/model';
import { readDraft, saveDraft } from '../../lib/outbox';

const KEY = 'last words';

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
/** `flying`: the text that was on its way into the database meanwhile, perhaps arrived. */
type Noted = { draft: Draft; flying: string | undefined };

let isTold = false;

/**
 * Notes a draft in the turn of the key that changed it; undefined: all of it is stored. A popup may be gone before a
 * transaction of the database begins, and takes with it what waits for one: this alone is written at once.
 * Where there is no room for it, that is reported once.
 */
export function noteWords(draft: Draft | undefined, flying?: string, shelf?: Shelf): void {
	try {
		// Even reaching for it fails where the browser keeps nothing for pages.
		const here = shelf ?? localStorage;
		if (draft === undefined) here.removeItem(KEY);
		else here.setItem(KEY, JSON.stringify({ draft, flying } satisfies Noted));
	} catch (error) {
		// A full disk must not stop what is typed from being stored; each key would fail the same way.
		if (!isTold) reportError(error);
		isTold = true;
	}
}

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
