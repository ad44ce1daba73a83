import type { Json, Screen } from '../../browsers/screen';

export type SaidBefore = { norm: string; verdict: string; target: string };

/** What the communities say of the draft that is being written, in the order in which it stands there. */
export function saysBefore(screen: Screen): Promise<SaidBefore[]> {
	return screen.evaluate(
		() =>
			[...document.querySelectorAll<HTMLElement>('.verdicts [data-norm]')].map(
				({ dataset: { norm = '', verdict = '', target = '' } }) => ({ norm, verdict, target }),
			),
		null,
	);
}

/** Puts a draft into the store as other parts of the program do, for all accounts that are signed in. */
export function storesDraft(
	screen: Screen,
	id: string,
	parts: { [name: string]: Json },
): Promise<void> {
	return screen.evaluate(store, { id, parts });
}

async function store({ id, parts }: { id: string; parts: { [name: string]: Json } }) {
	const db = await new Promise<IDBDatabase>((resolve, reject) => {
		const opening = indexedDB.open('townsquare');
		opening.onsuccess = () => resolve(opening.result);
		opening.onerror = () => reject(opening.error);
	});
	const tx = db.transaction(['drafts', 'sessions'], 'readwrite');
	const asked = tx.objectStore('sessions').getAllKeys();
	const targets = await new Promise<IDBValidKey[]>((resolve) => {
		asked.onsuccess = () => resolve(asked.result);
	});
	const now = Date.now();
	tx.objectStore('drafts').put({
		...{ id, rev: 1, createdAt: now, changedAt: now, origin: 'typed', text: '', targets },
		...{ visibility: 'public', media: [], own: {}, undoSeconds: 0, answers: [] },
		...parts,
	});
	await new Promise((resolve) => {
		tx.oncomplete = resolve;
	});
	db.close();
}
