import type { StoreNames } from 'idb';
import { announce, type Topic } from './changes';
import { atOnce, database } from './database';
import type { Schema } from './schema';

/** What may leave in a backup. No store with a secret is among them, and none that is made of others. */
type Leaving = Extract<
	StoreNames<Schema>,
	'posts' | 'entries' | 'liveSegments' | 'drafts' | 'deliveries' | 'corrections' | 'relationships'
>;

/** All rows of a store, some at a time, each batch as it is when it is read. */
export async function* rowsOf<N extends Leaving>(
	name: N,
	atATime = 500,
): AsyncGenerator<Schema[N]['value'][]> {
	let after: IDBKeyRange | null = null;
	for (;;) {
		const store = (await database()).transaction(name).store;
		const [keys, rows] = await Promise.all([
			store.getAllKeys(after, atATime),
			store.getAll(after, atATime),
		]);
		const last = keys.at(-1);
		if (last === undefined) return;
		yield rows;
		after = IDBKeyRange.lowerBound(last, true);
	}
}

const TOPICS = {
	drafts: 'drafts',
	deliveries: 'deliveries',
	relationships: 'people',
	corrections: 'norms',
} as const satisfies Partial<Record<Leaving, Topic>>;

/** Adds rows, each only where nothing stands in its place or `instead` says so of what does. Returns how many. */
export async function addRows<N extends keyof typeof TOPICS>(
	name: N,
	rows: readonly Schema[N]['value'][],
	instead: (before: Schema[N]['value'], row: Schema[N]['value']) => boolean = () => false,
): Promise<number> {
	if (rows.length === 0) return 0;
	const added = await atOnce([name], async (tx) => {
		const store = tx.objectStore(name);
		let count = 0;
		for (const row of rows) {
			const before = await store.get(keyOf(store.keyPath, row));
			if (before !== undefined && !instead(before, row)) continue;
			await store.put(row);
			count++;
		}
		return count;
	});
	if (added > 0) announce(TOPICS[name]);
	return added;
}

function keyOf<K>(path: string | string[] | null, row: object): K {
	const field = (key: string) => Reflect.get(row, key);
	return (Array.isArray(path) ? path.map(field) : field(String(path))) as K;
}
