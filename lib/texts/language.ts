/** A language that public/_locales holds. */
export type Language = 'en' | 'de';

const LANGUAGES: readonly Language[] = ['en', 'de'];
export const FALLBACK: Language = 'en';

/** The language that `setting` shows the app in; `auto` takes the first of `preferred` (BCP 47) that there is. */
export function chosenLanguage(
	setting: 'auto' | Language,
	preferred: readonly string[] = navigator.languages,
): Language {
	return setting === 'auto' ? negotiate(preferred) : setting;
}

/** Dates and numbers follow the person's region (en-GB, de-CH) where it speaks the language shown. */
export function localeOf(language: Language, preferred: readonly string[]): string {
	return preferred.find((tag) => isOf(tag, language)) ?? language;
}

/** BCP 47, with the person's region: in which words of others are wanted. */
export function chosenLocale(
	setting: 'auto' | Language,
	preferred: readonly string[] = navigator.languages,
): string {
	return localeOf(chosenLanguage(setting, preferred), preferred);
}

/**
 * Of texts in several languages the one to show: in `wanted` (de-CH), else in its base language, else in English, else
 * the first. A text without a language is in none.
 */
export function inLanguage<T>(
	texts: readonly T[],
	languageOf: (text: T) => string,
	wanted: string,
): T | undefined {
	const base = baseOf(wanted);
	const ways: readonly ((tag: string) => boolean)[] = [
		(tag) => tag === wanted.toLowerCase(),
		(tag) => tag === base,
		(tag) => baseOf(tag) === base,
		(tag) => tag === FALLBACK,
		(tag) => baseOf(tag) === FALLBACK,
	];
	for (const isWanted of ways) {
		const found = texts.find((text) => isWanted(languageOf(text).toLowerCase()));
		if (found !== undefined) return found;
	}
	return texts[0];
}

function negotiate(preferred: readonly string[]): Language {
	for (const tag of preferred) {
		const known = LANGUAGES.find((language) => isOf(tag, language));
		if (known) return known;
	}
	return FALLBACK;
}

function isOf(tag: string, language: Language): boolean {
	return baseOf(tag) === language;
}

function baseOf(tag: string): string {
	return tag.toLowerCase().split('-')[0] ?? '';
}
