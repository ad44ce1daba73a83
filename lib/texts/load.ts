import { chosenLanguage, FALLBACK, type Language, localeOf } from './language';
import { createTexts, type Messages, type Texts } from './texts';

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
	const chosen = chosenLanguage(language, preferred);
	const files = await Promise.all([...new Set([FALLBACK, chosen])].map((one) => load(pathOf(one))));
	const [fallback = {}, own = fallback] = files.map(toMessages);
	return createTexts(chosen, localeOf(chosen, preferred), { ...fallback, ...own });
}

function pathOf(language: Language): string {
	return `/_locales/${language}/messages.json`;
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
