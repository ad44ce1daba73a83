import { mayContact } from './address';

const LONGEST = 4096;
const LONGEST_KEY = 2048;
/** Controls, format characters, halves of characters, spaces: no address holds them unescaped. */
const SUSPECT = /[\p{C}\p{Z}]/u;

/** An absolute http(s) address for people to follow, or undefined. */
export function pageAddress(value: unknown): string | undefined {
	return webUrl(value, LONGEST)?.href;
}

/** An address that the program itself will ask for: what may be contacted on the word of the server at `origin`. */
export function fileAddress(value: unknown, { origin }: { origin: string }): string | undefined {
	const url = webUrl(value, LONGEST);
	return url && mayContact(url, origin) ? url.href : undefined;
}

/** What names a post or an account everywhere: kept to the letter, so that all servers give the same. */
export function keyAddress(value: unknown): string | undefined {
	return webUrl(value, LONGEST_KEY) ? (value as string) : undefined;
}

function webUrl(value: unknown, longest: number): URL | undefined {
	if (typeof value !== 'string' || value.length > longest) return undefined;
	if (!/^https?:\/\//i.test(value) || SUSPECT.test(value) || !URL.canParse(value)) return undefined;
	const url = new URL(value);
	return url.username === '' && url.password === '' ? url : undefined;
}
