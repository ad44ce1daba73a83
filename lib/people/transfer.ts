import type { Account, AccountUri, Relationship, Text } from '../model';
import { NetworkProblem } from '../networks';
import { pause, SessionOver } from '../sessions';
import { readRelationship } from '../store';
import { type CsvKind, type CsvRow, readCsv, writeCsv } from './csv';
import { everyPage } from './lists';
import { fetchPerson } from './person';
import { type Relating, relate } from './relate';

export type Imported = {
	/** Rows that are so now, those that were so before among them. */
	done: number;
	failed: { handle: string; text: Text }[];
	/** Rows not tried, because the person stopped it. */
	left: number;
};

const ACTIONS: Readonly<Record<CsvKind, Relating>> = {
	blocks: { type: 'block', on: true },
	mutes: { type: 'mute', on: true },
	following: { type: 'follow', on: true },
};

/** Everybody on a list of mine, as the server tells it now. Throws `NetworkProblem`. */
export async function listOfMine(
	by: AccountUri,
	kind: CsvKind,
	signal?: AbortSignal,
): Promise<{ accounts: Account[]; relationships: Relationship[] }> {
	const list = kind === 'following' ? { kind, account: by } : { kind };
	const accounts = new Map<AccountUri, Account>();
	const relationships = new Map<AccountUri, Relationship>();
	for await (const page of everyPage(by, list, signal)) {
		for (const one of page.accounts) accounts.set(one.key, one);
		for (const one of page.relationships) relationships.set(one.account, one);
	}
	return { accounts: [...accounts.values()], relationships: [...relationships.values()] };
}

/** Such a list as the CSV file that Mastodon's settings import; the first line alone: nobody has a handle for it. */
export function csvOf(
	kind: CsvKind,
	{ accounts, relationships }: Awaited<ReturnType<typeof listOfMine>>,
): string {
	const people = new Map<AccountUri, CsvRow>();
	for (const { key, handle } of accounts) people.set(key, { handle });
	for (const { account, mutingNotices } of relationships) {
		const row = people.get(account);
		if (row) row.hideNotices = mutingNotices === true;
	}
	return writeCsv(kind, [...people.values()]);
}

/** Writes a list of mine as that file. Throws `NetworkProblem`. */
export async function exportCsv(
	by: AccountUri,
	kind: CsvKind,
	signal?: AbortSignal,
): Promise<string> {
	return csvOf(kind, await listOfMine(by, kind, signal));
}

/**
 * Blocks, mutes or follows everybody in such a file, one after another and as fast as the server lets us: where it is
 * busy this waits for it. What fails is listed with its sentence and does not stop the rest; a session that is over
 * does, and is thrown. An aborted signal ends it after the row at work.
 */
export async function importCsv(
	by: AccountUri,
	kind: CsvKind,
	text: string,
	onProgress: (done: number, total: number) => void,
	signal: AbortSignal,
): Promise<Imported> {
	const { handles, strange } = readCsv(text);
	const failed: Imported['failed'] = strange.map((handle) => ({
		handle: handle.slice(0, 80),
		text: { key: 'peopleNoHandle' },
	}));
	let tried = 0;
	let done = 0;
	onProgress(0, handles.length);
	for (const handle of handles) {
		try {
			await patiently(() => become(by, handle, ACTIONS[kind], signal), signal);
			done += 1;
		} catch (error) {
			const problem = tellable(error);
			if (problem.kind === 'cancelled') break;
			failed.push({ handle, text: problem.text });
		}
		tried += 1;
		onProgress(tried, handles.length);
	}
	return { done, failed, left: handles.length - tried };
}

/** What concerns one row alone; anything else is thrown. */
function tellable(error: unknown): NetworkProblem {
	if (error instanceof NetworkProblem && !(error instanceof SessionOver)) return error;
	throw error;
}

async function become(
	by: AccountUri,
	handle: string,
	change: Relating,
	signal: AbortSignal,
): Promise<void> {
	const account = await fetchPerson({ handle }, by, signal);
	const now = await readRelationship(by, account);
	const already = {
		follow: now?.following ?? now?.requested,
		block: now?.blocking,
		mute: now?.muting,
	};
	if (!already[change.type]) await relate(by, account, change, signal);
}

/** Does it again, when the server says until when it is busy, as often as it says so. */
async function patiently(work: () => Promise<void>, signal: AbortSignal): Promise<void> {
	for (;;) {
		try {
			await work();
			return;
		} catch (error) {
			const busy = error instanceof NetworkProblem && error.kind === 'busy';
			if (!busy || error.until === undefined) throw error;
			await pause(error.until, error.host, signal);
		}
	}
}
