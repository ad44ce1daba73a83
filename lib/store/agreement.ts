import type { Instant, Registers } from '../model';
import { announce } from './changes';
import { atOnce, database } from './database';
import { readSettings, type Settings } from './settings';

/**
 * Why the browser's sync took nothing, or gave what this version cannot read; `detail`: the browser's words. `muffles`:
 * it took everything but muffled words, which are too many.
 */
export type AgreementProblem = {
	kind: 'full' | 'muffles' | 'busy' | 'newer' | 'failed';
	detail?: string;
};

/** This browser agrees with the person's others. */
export type Agreement = {
	/** Random, and made anew each time that it is switched on: it says nothing of the machine. */
	device: string;
	registers: Registers;
	/** What is carried, as it was here when it was last looked at: what differs now was changed here since. */
	here: Partial<Settings>;
	/** Something of ours was seen in the browser's sync: when all of it is gone, somebody deleted it. */
	there?: true;
	/** When all that is here was last found there, or put there. */
	agreedAt?: Instant;
	/** When the place in the timeline was last put there. */
	placedAt?: Instant;
	/** Of the place of another browser that was offered last. */
	offeredAt?: Instant;
	problem?: AgreementProblem;
};

/** What was there was deleted from another browser, so that this one ended as well. */
export type AgreementEnded = { endedAt: Instant };

const KEY = 'agreement';

/** Topic `agreement`. Undefined: it was never switched on, or was switched off here. */
export async function readAgreement(): Promise<Agreement | AgreementEnded | undefined> {
	return (await (await database()).get('settings', KEY)) as Agreement | AgreementEnded | undefined;
}

export type AgreementChange = {
	/** Null: this browser agrees with none any more. */
	agreement: Agreement | AgreementEnded | null;
	settings?: Partial<Settings>;
};

/**
 * Reads and writes the agreement and the settings in one transaction, so that nothing that another page changes in
 * between is lost. `change` is pure; undefined leaves all as it is. Returns what it returned.
 */
export async function changeAgreement<T extends AgreementChange>(
	change: (before: Agreement | AgreementEnded | undefined, settings: Settings) => T | undefined,
): Promise<T | undefined> {
	const changed = await atOnce(['settings'], async (tx) => {
		const store = tx.objectStore('settings');
		const before = (await store.get(KEY)) as Agreement | AgreementEnded | undefined;
		const next = change(before, await readSettings(store));
		if (!next) return undefined;
		if (next.agreement === null) await store.delete(KEY);
		else await store.put(next.agreement, KEY);
		for (const [name, value] of Object.entries(next.settings ?? {})) await store.put(value, name);
		return next;
	});
	if (changed && Object.keys(changed.settings ?? {}).length > 0) announce('settings');
	if (changed) announce('agreement');
	return changed;
}
