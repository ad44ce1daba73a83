const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}$/;

/** A tag as BCP 47 has them; undefined for anything else. */
export function readLanguage(value: unknown): string | undefined {
	return typeof value === 'string' && LANGUAGE.test(value) ? value : undefined;
}
