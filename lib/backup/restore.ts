import { type ChoreEvent, restoreArchive, type Spawn } from '../archive';
import type { Instant, Muffle, SaidOfTwo, SavedView } from '../model';
import { sessions } from '../sessions';
import {
	addRows,
	changeList,
	putNamed,
	readNamed,
	readPlans,
	restoreAccounts,
	restoreEntries,
	restorePosts,
	restoreSettings,
	writePlan,
} from '../store';
import { grouped } from './grouped';
import { allRows, BadBackup, type OpenBackup, rowsOfPart } from './open';
import { restoreWritten, type WrittenBack } from './restore-written';
import * as rows from './rows';
import { type Unwanted, unwanted } from './unwanted';

/** What was brought back; of what was there already nothing is counted. */
export type Restored = WrittenBack & {
	settings: number;
	muffles: number;
	views: number;
	corrections: number;
	people: number;
	/** What was said of two accounts: one human, or not. */
	persons: number;
	/** Live posts of the backup, and archives, those that were here too among them. */
	posts: number;
	archives: number;
	/** Accounts of the backup that are not signed in here. */
	signIn: readonly rows.MyAccount[];
};

export type Restoring = {
	archiveWorkers: Spawn;
	now: Instant;
	signal: AbortSignal;
	/** 0 to 1. */
	onProgress(share: number): void;
};

const AT_ONCE = 200;

/**
 * Merges a backup into the store: nothing that is here is lost, and what was read or said later wins. It can be ended at
 * any moment and done again: the result is the same. Throws the signal's reason, `BadBackup` where an archive cannot be
 * merged, and what the store throws.
 */
export async function restoreBackup(backup: OpenBackup, how: Restoring): Promise<Restored> {
	const { signal, onProgress } = how;
	// As it stands here now: an older file may know of no block, or of one that was taken back.
	const without = await unwanted();
	const chosen = await restoreChosen(backup, signal);
	onProgress(0.1);
	const written = await restoreWritten(backup, how.now, signal);
	onProgress(0.2);
	const people = await restorePeople(backup, signal);
	const persons = await restorePersons(await allRows(backup, 'persons', rows.said, signal));
	const posts = await restoreLive(backup, how, without);
	for (const [n, { folder }] of backup.archives.entries()) {
		const step = 0.5 / backup.archives.length;
		const from = 0.5 + n * step;
		await oneArchive(backup.file, folder, how, (share) => onProgress(from + share * step));
	}
	onProgress(1);
	return {
		...chosen,
		...written,
		people,
		persons,
		posts,
		archives: backup.archives.length,
		signIn: await notSignedIn(backup, signal),
	};
}

async function restoreChosen(backup: OpenBackup, signal: AbortSignal) {
	const all = await allRows(backup, 'settings', rows.setting, signal);
	const settings = await restoreSettings(
		Object.fromEntries(all.map(({ name, value }) => [name, value])),
	);
	const muffles = await allRows(backup, 'muffles', rows.muffle, signal);
	const views = await allRows(backup, 'views', rows.savedView, signal);
	const [planned] = await allRows(backup, 'plans', rows.plans, signal);
	const here = await readPlans();
	if (planned?.reminder && !here.reminder) await writePlan('reminder', planned.reminder);
	if (planned?.joining && !here.joining) await writePlan('joining', planned.joining);
	const corrections = await allRows(backup, 'corrections', rows.correction, signal);
	return {
		settings,
		muffles: await restoreMuffles(muffles),
		views: await restoreViews(views),
		corrections: await addRows('corrections', corrections, (before, row) => before.at < row.at),
	};
}

/** Those whose names are not in a list yet. */
function newIn<T>(list: readonly T[], brought: readonly T[], nameOf: (one: T) => string): T[] {
	const here = new Set(list.map(nameOf));
	return brought.filter((one) => !here.has(nameOf(one)));
}

async function restoreMuffles(brought: readonly Muffle[]): Promise<number> {
	let news: Muffle[] = [];
	if (brought.length === 0) return 0;
	await changeList('muffles', (list) => {
		news = newIn(list, brought, ({ text }) => text);
		return [...list, ...news];
	});
	return news.length;
}

async function restoreViews(brought: readonly SavedView[]): Promise<number> {
	let news: SavedView[] = [];
	if (brought.length === 0) return 0;
	await changeList('views', (list) => {
		news = newIn(list, brought, ({ id }) => id);
		return [...list, ...news];
	});
	return news.length;
}

async function restorePeople(backup: OpenBackup, signal: AbortSignal): Promise<number> {
	let added = 0;
	for await (const all of rowsOfPart(backup, 'people', rows.known, signal)) {
		await restoreAccounts(all.map(({ account }) => account));
		added += await addRows(
			'relationships',
			all.map(({ relationship }) => relationship),
		);
	}
	const lists = await allRows(backup, 'lists', rows.namedList, signal);
	const known = new Set((await readNamed()).map(({ by }) => by));
	for (const [by, all] of grouped(lists, (one) => one.by))
		if (!known.has(by)) await putNamed(by, all);
	return added;
}

/** Of each pair what was said last. */
async function restorePersons(brought: readonly SaidOfTwo[]): Promise<number> {
	let count = 0;
	if (brought.length === 0) return 0;
	await changeList('persons', (list) => {
		const last = new Map(list.map((said) => [pairOf(said), said]));
		count = 0;
		for (const said of brought) {
			const before = last.get(pairOf(said));
			if (said.one === said.other || (before && before.at >= said.at)) continue;
			last.set(pairOf(said), said);
			count++;
		}
		return [...last.values()];
	});
	return count;
}

function pairOf({ one, other }: SaidOfTwo): string {
	return JSON.stringify([one, other].sort());
}

async function restoreLive(
	backup: OpenBackup,
	{ signal, now, onProgress }: Restoring,
	without: Unwanted,
) {
	for await (const all of rowsOfPart(backup, 'authors', rows.author, signal))
		for (const some of cut(all)) await restoreAccounts(some);
	let posts = 0;
	const total = backup.counts.posts ?? 0;
	for await (const all of rowsOfPart(backup, 'posts', rows.livePost, signal)) {
		for (const some of cut(all)) {
			signal.throwIfAborted();
			await restorePosts(without.posts(some));
			posts += some.length;
			onProgress(0.2 + (0.2 * posts) / total);
		}
	}
	for await (const all of rowsOfPart(backup, 'entries', rows.entry, signal)) {
		for (const some of cut(all)) {
			signal.throwIfAborted();
			await restoreEntries(without.entries(some), now);
		}
	}
	onProgress(0.5);
	return posts;
}

function cut<T>(all: readonly T[]): T[][] {
	const parts: T[][] = [];
	for (let i = 0; i < all.length; i += AT_ONCE) parts.push(all.slice(i, i + AT_ONCE));
	return parts;
}

function oneArchive(
	file: File,
	folder: string,
	{ archiveWorkers, signal }: Restoring,
	onProgress: (share: number) => void,
): Promise<void> {
	return new Promise((resolve, reject) => {
		const ended = (event: ChoreEvent) => {
			if (event.type === 'progress')
				return onProgress(event.total > 0 ? event.done / event.total : 0);
			signal.removeEventListener('abort', stop);
			if (event.type === 'done') resolve();
			else if (event.type === 'cancelled') reject(signal.reason);
			else reject(new BadBackup(event.problem.happened.key, event.problem.happened.parameters));
		};
		const work = restoreArchive(archiveWorkers, file, folder, ended);
		const stop = () => work.cancel();
		signal.addEventListener('abort', stop, { once: true });
		if (signal.aborted) stop();
	});
}

async function notSignedIn(backup: OpenBackup, signal: AbortSignal): Promise<rows.MyAccount[]> {
	const mine = new Set((await sessions()).map(({ account }) => account));
	const all = await allRows(backup, 'accounts', rows.myAccount, signal);
	return all.filter(({ account }) => !mine.has(account));
}
