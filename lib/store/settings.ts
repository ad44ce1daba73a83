import type { BesideSite, Muffle, SaidOfTwo, SavedView } from '../model';
import { announce } from './changes';
import { atOnce, database, writing } from './database';
import { fitPreviews } from './previews';

/** Settings with a few answers to choose from. */
export type Choices = {
	/** `auto` follows the browser. */
	language: 'auto' | 'en' | 'de';
	theme: 'auto' | 'light' | 'dark';
	density: 'comfortable' | 'compact';
	/** Of words, beside what the browser itself enlarges. */
	size: 'small' | 'normal' | 'large' | 'largest';
	/** Keys that are one sign; some input methods type them by accident (WCAG 2.1.4). */
	shortcuts: 'on' | 'off';
	/** Pictures of other hosts in what is read: loaded with it, or each at a click. */
	remoteMedia: 'show' | 'ask';
	/** Room for pictures of other hosts that are kept to be there without a network, in megabytes. */
	previews: '0' | '50' | '200' | '1000';
	/** Entries that stay as rows; older ones become segments. */
	retention: '10k' | '50k' | '200k' | 'all';
	/** Seconds for which a new post waits before it leaves. */
	undo: '0' | '5' | '10' | '20' | '30';
	/** A stretch of reposts stands side by side in one row. */
	carousel: 'on' | 'off';
	/** A notification when a post needs the person; and when somebody mentions or quotes them. */
	tellNeeds: 'on' | 'off';
	tellMentions: 'on' | 'off';
};

/** Settings that are lists of the person's own: absent in the store means empty. */
export type Lists = {
	/** What is folded away in every list, in the order it was added. */
	muffles: readonly Muffle[];
	/** Ways to look at the timeline, in the person's order. */
	views: readonly SavedView[];
	/** Where our button stands in composers of others. */
	sites: readonly BesideSite[];
	/** Which accounts are one human, and which are not, where nobody else can say. */
	persons: readonly SaidOfTwo[];
};

export type Settings = Choices & Lists;

/** What applies until something else was chosen, and while the database cannot be read. */
export const DEFAULT_SETTINGS: Settings = {
	language: 'auto',
	theme: 'auto',
	density: 'comfortable',
	size: 'normal',
	shortcuts: 'on',
	remoteMedia: 'show',
	previews: '200',
	retention: '50k',
	undo: '10',
	carousel: 'on',
	tellNeeds: 'off',
	tellMentions: 'off',
	muffles: [],
	views: [],
	sites: [],
	persons: [],
};
/** What may be chosen. */
export const CHOICES: { readonly [K in keyof Choices]: readonly Choices[K][] } = {
	language: ['auto', 'en', 'de'],
	theme: ['auto', 'light', 'dark'],
	density: ['comfortable', 'compact'],
	size: ['small', 'normal', 'large', 'largest'],
	shortcuts: ['on', 'off'],
	remoteMedia: ['show', 'ask'],
	previews: ['0', '50', '200', '1000'],
	retention: ['10k', '50k', '200k', 'all'],
	undo: ['0', '5', '10', '20', '30'],
	carousel: ['on', 'off'],
	tellNeeds: ['on', 'off'],
	tellMentions: ['on', 'off'],
};

/** The store, in a transaction that is under way. */
type Rows = { get(name: string): Promise<unknown> };

/** All settings; what is missing or unknown (an older or newer version wrote it) is at its default. */
export async function readSettings(within?: Rows): Promise<Settings> {
	const store = within ?? (await database()).transaction('settings').store;
	const names = Object.keys(CHOICES) as (keyof Choices)[];
	const [stored, muffles, views, sites, persons] = await Promise.all([
		Promise.all(names.map((name) => store.get(name))),
		store.get('muffles'),
		store.get('views'),
		store.get('sites'),
		store.get('persons'),
	]);
	const chosen = Object.fromEntries(names.map((name, i) => [name, choose(name, stored[i])]));
	return {
		...(chosen as Choices),
		muffles: listOf<Muffle>(muffles),
		views: listOf<SavedView>(views),
		sites: listOf<BesideSite>(sites),
		persons: listOf<SaidOfTwo>(persons),
	};
}

/** Bytes that kept pictures may take; 0: none is kept. */
export async function previewRoom(): Promise<number> {
	return Number((await readSettings()).previews) * 1_000_000;
}

/** Whether `value`, wherever it comes from, is one of the answers of a setting. */
export function isChoice<K extends keyof Choices>(key: K, value: unknown): value is Choices[K] {
	return CHOICES[key].some((choice) => choice === value);
}

function choose<K extends keyof Choices>(key: K, stored: unknown): Choices[K] {
	return CHOICES[key].find((choice) => choice === stored) ?? DEFAULT_SETTINGS[key];
}

function listOf<T>(stored: unknown): readonly T[] {
	return Array.isArray(stored) ? stored : [];
}

export async function writeSetting<K extends keyof Choices>(
	key: K,
	value: Choices[K],
): Promise<void> {
	await writing((db) => db.put('settings', value, key));
	if (key === 'previews') await fitPreviews(await previewRoom());
	announce('settings');
}

/** Changes one of the lists as it is at this moment: another page may have changed it since it was drawn. */
export async function changeList<K extends keyof Lists>(
	key: K,
	change: (list: Lists[K]) => Lists[K],
): Promise<void> {
	await atOnce(['settings'], async (tx) => {
		const store = tx.objectStore('settings');
		const stored: unknown = await store.get(key);
		await store.put(change(listOf(stored) as Lists[K]), key);
	});
	announce('settings');
}
