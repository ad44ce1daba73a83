import type { BesideSite } from '../model';
import type { Narrower } from './sites/site';

/** UTF-16 units of all of it, as JSON: no post of any site has more. */
const LONGEST = 64 * 1024;

/**
 * What our script in a page of others may say: what the person typed, at the click, with its content warning, who may
 * see it where that is not everybody, and the address of what it answers; and what it did not find. Nothing else is heard from there.
 */
export type FromSite =
	| { type: 'alsoTo'; text: string; url?: string; warning?: string; narrower?: Narrower }
	| ({ type: 'looked' } & Pick<BesideSite, 'part' | 'missing'>);

/** Whether it would not be heard. */
export function isTooLong(said: unknown): boolean {
	return JSON.stringify(said).length > LONGEST;
}

const PARTS: readonly unknown[] = ['text', 'post', 'composer', 'navigation'];

function isMissing(part: unknown): part is NonNullable<BesideSite['missing']> {
	return PARTS.includes(part);
}

type Sender = { id?: string | undefined; url?: string | undefined; frameId?: number | undefined };

/** Scheme and host alone: extensions have no page there. */
const HOST = /^https:\/\/([^/:?#]+)\//;

/**
 * What was said, and in a page of which host; undefined unless our own script said it, in a page that fills its tab,
 * under https. Whether the person wants the script there is for the caller to look up; what else stands beside the
 * words is left out where they are read.
 */
export function readFromSite(
	value: unknown,
	{ id, url = '', frameId }: Sender,
	own: string,
): { host: string; said: FromSite } | undefined {
	const host = HOST.exec(url)?.[1];
	if (id !== own || frameId !== 0 || host === undefined) return undefined;
	const { type, text, part, missing } = { ...(value as Readonly<Record<string, unknown>> | null) };
	if (type === 'looked') {
		const whose: FromSite = part === 'entry' ? { type, part } : { type };
		return { host, said: isMissing(missing) ? { ...whose, missing } : whose };
	}
	if (type !== 'alsoTo' || typeof text !== 'string' || isTooLong(value)) return undefined;
	return { host, said: value as FromSite };
}
