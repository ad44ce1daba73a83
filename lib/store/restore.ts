import type { Account, Entry, Instant } from '../model';
import { addAccounts, authoredIn } from './accounts';
import { announce } from './changes';
import { atOnce, database } from './database';
import { joinedEntry } from './entries';
import { markDirty } from './live-index';
import type { PostRow } from './live-schema';
import { bringBack } from './live-segments';
import { addReadings, indexed, marksOfReadings } from './posts';
import { CHOICES, type Choices } from './settings';

// What a backup brings back, merged with what is there: what was read later wins, and nothing is taken away.

/** A post as a backup has it: with its views, the first of them the teller's. */
export type BroughtPost = Pick<PostRow, 'post' | 'views' | 'readAt'>;

const STORES = ['posts', 'entries', 'liveSegments', 'dirty', 'accounts'] as const;

/** Merges posts of networks. */
export async function restorePosts(rows: readonly BroughtPost[]): Promise<void> {
	if (rows.length === 0) return;
	const readings = rows.flatMap(({ post, views }) => views.map((view) => ({ post, view })));
	await atOnce(STORES, async (tx) => {
		await bringBack(tx, marksOfReadings(readings));
		const posts = indexed(tx.objectStore('posts'), tx.objectStore('dirty'));
		for (const { post, views, readAt } of rows) {
			const before = await posts.get(post.key);
			const known = new Set(
				before && before.readAt >= readAt ? before.views.map(({ by }) => by) : [],
			);
			const news = views.filter(({ by }) => !known.has(by));
			for (const view of news) await addReadings(posts, [{ post, view }], readAt);
		}
	});
	announce('posts');
}

/** People whom nobody has read anything newer of: those who are known stay as they are. */
export async function restoreAccounts(accounts: readonly Account[]): Promise<void> {
	if (accounts.length === 0) return;
	await atOnce(STORES, async (tx) => {
		const store = tx.objectStore('accounts');
		const news: Account[] = [];
		for (const one of accounts) if (!(await store.get(one.key))) news.push(one);
		await addAccounts(store, news, authoredIn(tx));
	});
	announce('people');
}

/** Places in timelines, of posts that are stored. */
export async function restoreEntries(rows: readonly Entry[], now: Instant): Promise<void> {
	if (rows.length === 0) return;
	await atOnce(STORES, async (tx) => {
		await bringBack(
			tx,
			rows.map(({ post }) => ({ post })),
		);
		const store = tx.objectStore('entries');
		for (const row of rows) {
			if (!(await tx.objectStore('posts').getKey(row.post))) continue;
			const before = await store.get([row.timeline, row.activity]);
			const known = new Set(before?.seen.map(({ by }) => by));
			const seen = row.seen.filter(({ by }) => !known.has(by));
			// A date in the future would stay on top for ever.
			const sortAt = Math.min(row.sortAt, now);
			await store.put(joinedEntry(before, { ...row, sortAt, seen }));
			if (!before && row.by !== undefined) await markDirty(tx.objectStore('dirty'), [row.post]);
		}
	});
	announce('timeline');
}

/** What the person has chosen; what they left at its default is not in it, nor what the browser allows them. */
export async function chosenSettings(): Promise<Partial<Choices>> {
	const { store } = (await database()).transaction('settings');
	const all = await Promise.all(
		Object.keys(CHOICES).map(async (name) => [name, await store.get(name)] as const),
	);
	return Object.fromEntries(all.filter(([name, value]) => isChoice(name, value)));
}

/** Takes over choices where none was made here. Unknown names and values are left out. Returns how many were new. */
export async function restoreSettings(chosen: Readonly<Record<string, unknown>>): Promise<number> {
	const added = await atOnce(['settings'], async (tx) => {
		const store = tx.objectStore('settings');
		let count = 0;
		for (const [name, value] of Object.entries(chosen)) {
			if (!isChoice(name, value) || (await store.get(name)) !== undefined) continue;
			await store.put(value, name);
			count++;
		}
		return count;
	});
	if (added > 0) announce('settings');
	return added;
}

/** Only with the browser's leave: 'on' out of a file would tick what this browser never allowed. */
const WITH_LEAVE: readonly string[] = [
	'tellNeeds',
	'tellMentions',
] satisfies readonly (keyof Choices)[];

function isChoice(name: string, value: unknown): boolean {
	if (!Object.hasOwn(CHOICES, name) || WITH_LEAVE.includes(name)) return false;
	const known: readonly unknown[] = CHOICES[name as keyof Choices];
	return known.includes(value);
}
