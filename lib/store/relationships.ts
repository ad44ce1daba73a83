import type { AccountUri, Relationship } from '../model';
import { announce } from './changes';
import { database, writing } from './database';

export async function readRelationship(
	by: AccountUri,
	account: AccountUri,
): Promise<Relationship | undefined> {
	return (await database()).get('relationships', [by, account]);
}

/** What stands between this account and each of mine. */
export async function relationshipsWith(account: AccountUri): Promise<Relationship[]> {
	return (await database()).getAllFromIndex('relationships', 'account', account);
}

/** What stands between one account of mine and everybody. */
export async function relationshipsOf(by: AccountUri): Promise<Relationship[]> {
	const range = IDBKeyRange.bound([by], [by, []]);
	return (await database()).getAll('relationships', range);
}

export async function putRelationships(relationships: readonly Relationship[]): Promise<void> {
	if (relationships.length === 0) return;
	await writing(async (db) => {
		const tx = db.transaction('relationships', 'readwrite');
		for (const relationship of relationships) await tx.store.put(relationship);
		await tx.done;
	});
	announce('people');
}

/** Puts `next` in the place of `expected`; false, and nothing written, when something else stands there by now. */
export async function replaceRelationship(
	expected: Relationship,
	next: Relationship,
): Promise<boolean> {
	const done = await writing(async (db) => {
		const tx = db.transaction('relationships', 'readwrite');
		const now = await tx.store.get([expected.by, expected.account]);
		const same = JSON.stringify(now) === JSON.stringify(expected);
		if (same) await tx.store.put(next);
		await tx.done;
		return same;
	});
	if (done) announce('people');
	return done;
}
