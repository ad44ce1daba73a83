import type { Instant, Rule } from '../model';
import { announce } from './changes';
import { atOnce, database } from './database';
import type { RulesRow } from './live-schema';

// What servers published, nothing about a person: it stays when somebody signs out, like the servers themselves.

/** The first and the newest: no community changes its rules so often, and a server that does must not fill the disk. */
const MOST = 60;

/** The rules of a server as they were read, oldest first: a new row for each time that they had changed. */
export async function readRuleVersions(host: string): Promise<RulesRow[]> {
	return (await database()).getAll('ruleVersions', rowsOf(host));
}

/** Stores rules that were just read; where they are what they were, the newest row learns only when that was. */
export async function putRules(
	host: string,
	rules: readonly Rule[],
	readAt: Instant,
): Promise<void> {
	await atOnce(['ruleVersions'], async (tx) => {
		const store = tx.objectStore('ruleVersions');
		const newest = (await store.openCursor(rowsOf(host), 'prev'))?.value;
		const isSame = newest !== undefined && asRead(newest.rules) === asRead(rules);
		// A clock that was put back must not overwrite an older row.
		const since = isSame ? newest.since : Math.max(readAt, (newest?.since ?? 0) + 1);
		await store.put({ host, since, readAt, rules });
		const known = await store.getAllKeys(rowsOf(host));
		for (const key of known.slice(1, 1 - MOST)) await store.delete(key);
	});
	announce('norms');
}

/** What people read of them. A translation that was added, or another number, is no other rule. */
function asRead(rules: readonly Rule[]): string {
	return JSON.stringify(rules.map(({ text, hint }) => [text, hint ?? '']));
}

function rowsOf(host: string): IDBKeyRange {
	return IDBKeyRange.bound([host], [host, []]);
}
