import { createTexts, type Messages, type Texts } from './texts';

/** A language that public/_locales holds. */
export type Language = 'en' | 'de';

const LANGUAGES: readonly Language[] = ['en', 'de'];
const FALLBACK: Language = 'en';

/**
 * Loads the texts of `language`; `auto` takes the first of `preferred` (BCP 47, the browser's by default) that there
 * is. `load` gets a path inside the extension and returns its parsed JSON. Rejects with what `load` rejects with, or
 * with a TypeError when a file is not a message file.
 */
export async function loadTexts(
	language: 'auto' | Language,
	load: (path: string) => Promise<unknown>,
	preferred: readonly string[] = navigator.languages,
): Promise<Texts> {
	const chosen = language === 'auto' ? negotiate(preferred) : language;
	const fallback = toMessages(await load(pathOf(FALLBACK)));
	const own = chosen === FALLBACK ? fallback : toMessages(await load(pathOf(chosen)));
	return createTexts(chosen, localeOf(chosen, preferred), { ...fallback, ...own });
}

function pathOf(language: Language): string {
	return `/_locales/${language}/messages.json`;
}

function negotiate(preferred: readonly string[]): Language {
	for (const tag of preferred) {
		const known = LANGUAGES.find((language) => isOf(tag, language));
		if (known) return known;
	}
	return FALLBACK;
}

/** Dates and numbers follow the person's region (en-GB, de-CH) where it speaks the language shown. */
function localeOf(language: Language, preferred: readonly string[]): string {
	return preferred.find((tag) => isOf(tag, language)) ?? language;
}

function isOf(tag: string, language: Language): boolean {
	return tag.toLowerCase().split('-')[0] === language;
}

function toMessages(file: unknown): Messages {
	if (typeof file !== 'object' || file === null) throw new TypeError('not a message file');
	return Object.fromEntries(
		Object.entries(file as Record<string, { message?: unknown }>).map(([key, entry]) => [
			key,
			String(entry.message ?? ''),
		]),
	);
}
