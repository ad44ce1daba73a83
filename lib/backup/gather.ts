import type { Account, AccountUri, Delivery, Draft } from '../model';
import type { Me } from '../sessions';
import {
	chosenSettings,
	type EntryRow,
	type PostRow,
	readAccounts,
	readBlob,
	readPlans,
	readSettings,
	rowsOf,
} from '../store';
import { fewLines, lines, type Made } from './lines';
import type { MyAccount, Past } from './rows';
import { isUnderWay } from './under-way';

// What goes into a backup out of the store. Nothing here reads the stores with secrets but through `sessions`, which
// hands none out.

export function myAccounts(mine: readonly Me[]): Made[] {
	const rows = mine.map(({ account, network, host, handle }): MyAccount => {
		return { account, network, host, handle };
	});
	return fewLines('accounts', rows);
}

export async function* settings(): AsyncGenerator<Made> {
	const chosen = Object.entries(await chosenSettings());
	const { muffles, views } = await readSettings();
	const plans = await readPlans();
	yield* fewLines(
		'settings',
		chosen.map(([name, value]) => ({ name, value })),
	);
	yield* fewLines('muffles', muffles);
	yield* fewLines('views', views);
	yield* fewLines('plans', Object.keys(plans).length > 0 ? [plans] : []);
}

export async function* rules(): AsyncGenerator<Made> {
	for await (const rows of rowsOf('corrections', 100_000)) yield* fewLines('corrections', rows);
}

/** Drafts with the files that they name, and those of what has not left yet. */
export async function* drafts(): AsyncGenerator<Made> {
	const files = new Set<string>();
	for await (const rows of rowsOf('drafts', 100_000)) {
		for (const file of rows.flatMap(filesOf)) files.add(file);
		yield* fewLines('drafts', rows);
	}
	for await (const rows of rowsOf('deliveries'))
		for (const file of rows.flatMap(filesUnderWay)) files.add(file);
	for (const file of files) {
		const body = await readBlob(file);
		if (body) yield { path: `files/${file}`, part: 'files', body, pack: false };
	}
}

function filesUnderWay(delivery: Delivery): string[] {
	return isUnderWay(delivery) ? (delivery.content?.media ?? []).map(({ file }) => file) : [];
}

function filesOf({ media, own }: Draft): string[] {
	const fitted = Object.values(own).flatMap(({ files = {} }) => Object.values(files));
	return [
		...media.flatMap(({ file, original }) => [file, original ?? file]),
		...fitted.map(({ file }) => file),
	];
}

export function outbox(): AsyncGenerator<Made> {
	return lines('outbox', (n) => `outbox-${n}.ndjson`, pastRows());
}

async function* pastRows(): AsyncGenerator<Past[]> {
	for await (const rows of rowsOf('deliveries')) yield rows.map(pastOf);
}

function pastOf(delivery: Delivery): Past {
	const { prepared: _, problem: __, verdicts: ___, uploaded: ____, ...past } = delivery;
	return past;
}

type Which = { mine: ReadonlySet<AccountUri>; all: boolean; signal: AbortSignal };

/** Posts of networks, who is in them, and where they stand in timelines. `all`: also those of others that are not saved. */
export async function* posts({ mine, all, signal }: Which): AsyncGenerator<Made> {
	const people = new Set<AccountUri>();
	const kept = new Set<string>();
	const shy = async (rows: readonly PostRow[]) => {
		const authors = await readAccounts(rows.flatMap(({ post }) => post.author ?? []));
		return (row: PostRow) =>
			row.post.author !== undefined &&
			!mine.has(row.post.author) &&
			authors.get(row.post.author)?.signedInOnly === true;
	};
	const chosen = async (rows: readonly PostRow[]) => {
		signal.throwIfAborted();
		const isShy = await shy(rows);
		const wanted = rows.filter(
			(row) => !kept.has(row.key) && (all || isSaved(row, mine)) && !isShy(row),
		);
		for (const { key, post } of wanted) {
			kept.add(key);
			for (const one of [post.author, post.repostOf?.account]) if (one) people.add(one);
		}
		return wanted.map(broughtOf);
	};
	yield* lines(
		'posts',
		(n) => `posts-${n}.ndjson`,
		(async function* () {
			for await (const rows of rowsOf('posts')) yield await chosen(rows);
			for await (const rows of rowsOf('liveSegments', 8))
				yield await chosen(rows.flatMap((segment) => segment.posts));
		})(),
	);
	const placed = (rows: readonly EntryRow[]) => {
		const wanted = rows.filter(({ post }) => kept.has(post));
		for (const { by } of wanted) if (by) people.add(by);
		return wanted.map(({ locals: _, ...entry }) => entry);
	};
	yield* lines(
		'entries',
		(n) => `entries-${n}.ndjson`,
		(async function* () {
			for await (const rows of rowsOf('entries')) yield placed(rows);
			for await (const rows of rowsOf('liveSegments', 8))
				yield placed(rows.flatMap((segment) => segment.entries));
		})(),
	);
	yield* authors(people);
}

function authors(people: ReadonlySet<AccountUri>): AsyncGenerator<Made> {
	return lines(
		'authors',
		(n) => `authors-${n}.ndjson`,
		(async function* (): AsyncGenerator<Account[]> {
			const keys = [...people];
			for (let i = 0; i < keys.length; i += 500)
				yield [...(await readAccounts(keys.slice(i, i + 500))).values()];
		})(),
	);
}

function isSaved({ post, views }: PostRow, mine: ReadonlySet<AccountUri>): boolean {
	return (
		(post.author !== undefined && mine.has(post.author)) ||
		views.some(({ favourited, bookmarked, reposted }) => favourited || bookmarked || reposted)
	);
}

/** The teller's view comes first: who is believed is told by it. */
function broughtOf({ post, views, from, readAt }: PostRow) {
	const told = views.filter(({ by }) => by === from);
	return { post, views: [...told, ...views.filter(({ by }) => by !== from)], readAt };
}
