import type { AccountUri, Instant } from '../model';
import { asking, sessions } from '../sessions';
import { type EntryRow, entriesBefore, noteMarked, sourcesOf } from '../store';
import { never } from './locks';
import { inOrder, quietly } from './markers';
import type { Cursor } from './position';

/** The merged timeline: what servers call home. */
const HOME = 'home';
/** Entries looked at for one that a server knows. */
const BATCH = 200;
const MOST = 4000;

/** Where the timeline was read to in another program: an entry that is stored, and how it is called in a list. */
export type ReadTo = { key: string; sortAt: Instant };

/**
 * Tells the servers that keep such a marker how far the merged timeline was read: of each account the newest entry at
 * or below `place`. A marker never goes back, and one that is where it should be is not written again. A server that
 * cannot be told learns it the next time.
 */
export async function keepReadTo(place: Cursor, signal: AbortSignal = never()): Promise<void> {
	const known = await marked();
	await Promise.all(
		(await markedAccounts()).map(async (by) => {
			const entry = await newestOf(by, place);
			const id = entry && cursorOf(entry, by);
			if (id === undefined) return;
			const isBehind = (marker: string | undefined) =>
				marker !== undefined && inOrder(id, marker) <= 0;
			if (isBehind(known.get(by))) return;
			// Another program may have told more since this one did.
			if (isBehind(await markerOf(by, signal))) return;
			const told = await quietly(() =>
				asking(
					by,
					async (network, session, io) => network.keepMarkers?.(session, { home: id }, io),
					signal,
				),
			);
			if (told) await noteMarked(by, HOME, id);
		}),
	);
}

/**
 * Where another program of the person has read to since this one last told or heard of it: the newest such place that
 * is stored here; each is told once. Undefined when there is none, or no server keeps it.
 */
export async function readElsewhere(signal: AbortSignal = never()): Promise<ReadTo | undefined> {
	const known = await marked();
	const places = await Promise.all(
		(await markedAccounts()).map(async (by) => {
			const id = await markerOf(by, signal);
			if (id === undefined || id === known.get(by)) return undefined;
			const entry = await atMarker(by, id);
			// What is not here yet will be, the next time.
			if (!entry) return undefined;
			await noteMarked(by, HOME, id);
			return { key: entry.activity, sortAt: entry.sortAt };
		}),
	);
	return places
		.filter((place) => place !== undefined)
		.reduce<ReadTo | undefined>(
			(best, place) => (best && best.sortAt >= place.sortAt ? best : place),
			undefined,
		);
}

async function markedAccounts(): Promise<AccountUri[]> {
	const mine = await sessions();
	return mine
		.filter(({ state, features }) => state === 'active' && features.includes('markers'))
		.map(({ account }) => account);
}

/** As last told or heard, by account. */
async function marked(): Promise<ReadonlyMap<AccountUri, string | undefined>> {
	const sources = await sourcesOf(HOME);
	return new Map(sources.map((row) => [row.by, row.marked]));
}

async function markerOf(by: AccountUri, signal: AbortSignal): Promise<string | undefined> {
	let home: string | undefined;
	await quietly(() =>
		asking(
			by,
			async (network, session, io) => {
				home = (await network.markers?.(session, io))?.home;
			},
			signal,
		),
	);
	return home;
}

/** The newest entry of an account at or below a place. */
function newestOf(by: AccountUri, { sortAt, key }: Cursor): Promise<EntryRow | undefined> {
	return firstEntry({ sortAt, activity: key ?? '' }, (row) => cursorOf(row, by) !== undefined);
}

/** The entry that a marker names, or the newest one that was listed before it. */
function atMarker(by: AccountUri, marker: string): Promise<EntryRow | undefined> {
	return firstEntry(undefined, (row) => {
		const id = cursorOf(row, by);
		return id !== undefined && inOrder(id, marker) <= 0;
	});
}

async function firstEntry(
	before: { sortAt: Instant; activity: string } | undefined,
	fits: (row: EntryRow) => boolean,
): Promise<EntryRow | undefined> {
	let bound = before;
	for (let seen = 0; seen < MOST; seen += BATCH) {
		const rows = await entriesBefore(HOME, bound, BATCH);
		const found = rows.find(fits);
		const last = rows.at(-1);
		if (found || !last || rows.length < BATCH) return found;
		bound = { sortAt: last.sortAt, activity: last.activity };
	}
	return undefined;
}

function cursorOf({ seen }: EntryRow, account: AccountUri): string | undefined {
	return seen.find(({ by }) => by === account)?.cursorId;
}
