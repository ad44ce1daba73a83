import { database, writing } from './database';

/** Where the person was in a list, by the names under which its page leaves things: no posts, but how to find them. */
export type Place = Readonly<Record<string, unknown>>;

/** Lies among the settings: one small value that is read with them. */
const KEY = 'place';

/** The place in the timeline that was left last, in whatever tab. */
export async function readPlace(): Promise<Place | undefined> {
	const stored: unknown = await (await database()).get('settings', KEY);
	return typeof stored === 'object' && stored !== null ? (stored as Place) : undefined;
}

/** Keeps the place for the next time; nothing is kept of whoever reads the newest. */
export async function writePlace(place: Place | undefined): Promise<void> {
	await writing(async (db) => {
		const tx = db.transaction('settings', 'readwrite', { durability: 'relaxed' });
		if (place) await tx.store.put(place, KEY);
		else await tx.store.delete(KEY);
		await tx.done;
	});
}
