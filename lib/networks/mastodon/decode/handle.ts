import { type Json, text } from '../../json';
import { keyAddress } from '../../web-address';
import type { Border } from './border';

const HANDLE = /^[^\s@/\p{C}]{1,200}@[^\s@/\p{C}]{1,255}$/u;

/**
 * `name@host` of an account or a mention. Some servers give a name alone for people of other servers too (Pixelfed),
 * some the full handle for their own (Hollo, snac).
 */
export function handleOf(person: Json, { origin, domain }: Border): string | undefined {
	const acct = text(person['acct']).replace(/^@/, '') || text(person['username']);
	const [name = '', host] = splitAt(acct);
	const profile = keyAddress(person['url']) ?? keyAddress(person['uri']);
	const isOwn = profile === undefined || new URL(profile).origin === origin;
	const ofProfile = isOwn ? domain : new URL(profile).host;
	const handle = `${name}@${(host ?? ofProfile).toLowerCase()}`;
	return HANDLE.test(handle) ? handle : undefined;
}

function splitAt(acct: string): [string, string | undefined] {
	const at = acct.indexOf('@');
	return at < 0 ? [acct, undefined] : [acct.slice(0, at), acct.slice(at + 1)];
}
