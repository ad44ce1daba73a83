import type { Correction, Instant } from '../model';
import { announce } from './changes';
import { atOnce, database } from './database';

// How the person reads the rules of a server: about no account, so they stay when somebody signs out.

/** How the person reads sentences of one server's rules. */
export async function readCorrections(host: string): Promise<Correction[]> {
	return (await database()).getAll('corrections', IDBKeyRange.bound([host], [host, []]));
}

/** Keeps them, each instead of what was said of its sentence before. */
export async function putCorrections(all: readonly Correction[]): Promise<void> {
	if (all.length === 0) return;
	await atOnce(['corrections'], async (tx) => {
		for (const one of all) await tx.objectStore('corrections').put(one);
	});
	announce('norms');
}

/** The sentence is read by the machine again; with `at`: where what was said then still stands. */
export async function dropCorrection(host: string, sentence: string, at?: Instant): Promise<void> {
	await atOnce(['corrections'], async (tx) => {
		const store = tx.objectStore('corrections');
		const isMeant = at === undefined || (await store.get([host, sentence]))?.at === at;
		if (isMeant) await store.delete([host, sentence]);
	});
	announce('norms');
}
