import { announce } from './changes';
import { database, writing } from './database';

export type Settings = {
	/** `auto` follows the browser. */
	language: 'auto' | 'en' | 'de';
	theme: 'auto' | 'light' | 'dark';
	density: 'comfortable' | 'compact';
	/** Keys that are one sign; some input methods type them by accident (WCAG 2.1.4). */
	shortcuts: 'on' | 'off';
	/** Pictures of other hosts in what is read: loaded with it, or each at a click. */
	remoteMedia: 'show' | 'ask';
};

/** What applies until something else was chosen, and while the database cannot be read. */
export const DEFAULT_SETTINGS: Settings = {
	language: 'auto',
	theme: 'auto',
	density: 'comfortable',
	shortcuts: 'on',
	remoteMedia: 'show',
};
const CHOICES: { readonly [K in keyof Settings]: readonly Settings[K][] } = {
	language: ['auto', 'en', 'de'],
	theme: ['auto', 'light', 'dark'],
	density: ['comfortable', 'compact'],
	shortcuts: ['on', 'off'],
	remoteMedia: ['show', 'ask'],
};

/** All settings; what is missing or unknown (an older or newer version wrote it) is at its default. */
export async function readSettings(): Promise<Settings> {
	const db = await database();
	const tx = db.transaction('settings');
	const [language, theme, density, shortcuts, remoteMedia] = await Promise.all([
		tx.store.get('language'),
		tx.store.get('theme'),
		tx.store.get('density'),
		tx.store.get('shortcuts'),
		tx.store.get('remoteMedia'),
	]);
	return {
		language: choose('language', language),
		theme: choose('theme', theme),
		density: choose('density', density),
		shortcuts: choose('shortcuts', shortcuts),
		remoteMedia: choose('remoteMedia', remoteMedia),
	};
}

function choose<K extends keyof Settings>(key: K, stored: unknown): Settings[K] {
	return CHOICES[key].find((choice) => choice === stored) ?? DEFAULT_SETTINGS[key];
}

export async function writeSetting<K extends keyof Settings>(
	key: K,
	value: Settings[K],
): Promise<void> {
	await writing((db) => db.put('settings', value, key));
	announce('settings');
}
