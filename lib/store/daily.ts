import type { Instant } from '../model';
import { announce } from './changes';
import { atOnce, database } from './database';

/** A backup every day, by choice. Lies among the settings. */
export type Daily = {
	/** When it was switched on. */
	since: Instant;
	/** When the last one was handed to the browser. */
	at?: Instant;
	/** What went wrong since; a name, for whoever mends it. */
	failed?: { at: Instant; why: string };
};

const KEY = 'daily-backup';

/** Undefined: none is wanted. Topic `settings`. */
export async function readDaily(): Promise<Daily | undefined> {
	return (await (await database()).get('settings', KEY)) as Daily | undefined;
}

/** Switches it on, off (undefined), or notes how the last one went. */
export async function writeDaily(
	change: (daily: Daily | undefined) => Daily | undefined,
): Promise<void> {
	await atOnce(['settings'], async (tx) => {
		const store = tx.objectStore('settings');
		const next = change((await store.get(KEY)) as Daily | undefined);
		await (next ? store.put(next, KEY) : store.delete(KEY));
	});
	announce('settings');
}
