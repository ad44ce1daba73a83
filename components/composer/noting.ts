import type { Draft } from '../../lib/model';

/** Where it stands in the browser's own small store. */
export const KEY = 'last words';

export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
/** `flying`: the text that was on its way into the database meanwhile, perhaps arrived. */
export type Noted = { draft: Draft; flying: string | undefined };

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
