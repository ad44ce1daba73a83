import type { Charter } from '../model';
import { announce } from './changes';
import { atOnce, database } from './database';
import type { CharterRow } from './live-schema';

// Public facts about servers, none about a person: they stay when somebody signs out, like the servers themselves, and
// go with everything.

/** What is no finding: when and of whom. */
const ABOUT = new Set(['host', 'readAt', 'since']);

/** What was read of a server, oldest first: a new row for each time that something was found out otherwise. */
export async function readCharters(host: string): Promise<CharterRow[]> {
	return (await database()).getAll('charters', rowsOf(host));
}

/** The newest of them. */
export async function readNewestCharter(host: string): Promise<CharterRow | undefined> {
	const store = (await database()).transaction('charters').store;
	return (await store.openCursor(rowsOf(host), 'prev'))?.value;
}

/**
 * Stores what was just read. Where every finding is what it was, the newest row only learns when and in which words
 * it was read last; whatever differs makes a new row, so that the earlier ones are the history.
 */
export async function putCharter(charter: Charter): Promise<void> {
	await atOnce(['charters'], async (tx) => {
		const store = tx.objectStore('charters');
		const newest = (await store.openCursor(rowsOf(charter.host), 'prev'))?.value;
		const isSame = newest !== undefined && findings(newest) === findings(charter);
		// A clock that was put back must not overwrite an older row.
		const since = isSame ? newest.since : Math.max(charter.readAt, (newest?.since ?? 0) + 1);
		await store.put({ ...charter, since });
	});
	announce('charters');
}

/** All values found, without their evidence, in one order. */
function findings(charter: Charter): string {
	const fields = Object.entries(charter)
		.filter(([name]) => !ABOUT.has(name))
		.map(([name, finding]) => [name, (finding as { value: unknown }).value] as const)
		.sort(([one], [other]) => (one < other ? -1 : 1));
	return JSON.stringify(fields, inOrder);
}

/** For JSON.stringify: two values are alike however their fields were put together. */
function inOrder(_key: string, value: unknown): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function rowsOf(host: string): IDBKeyRange {
	return IDBKeyRange.bound([host], [host, []]);
}
