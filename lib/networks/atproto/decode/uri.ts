import type { AccountUri, PostUri } from '../../../model';
import { isDid, isHandle } from '../names';

export const POST = 'app.bsky.feed.post';

/** https://atproto.com/specs/at-uri-scheme, of a record, by DID. */
const RECORD = /^at:\/\/(did:[^/]{1,260})\/([a-zA-Z][a-zA-Z0-9.-]{2,200})\/([\w.:~-]{1,128})$/;
const CID = /^[A-Za-z0-9]{8,128}$/;
export type RecordUri = { uri: string; did: AccountUri; collection: string; rkey: string };

export function didOf(value: unknown): AccountUri | undefined {
	return typeof value === 'string' && isDid(value) ? value : undefined;
}

/** The parts of the address of a record; undefined for any other, and for one by handle. */
export function recordUri(value: unknown): RecordUri | undefined {
	const [uri, did, collection, rkey] = (typeof value === 'string' && RECORD.exec(value)) || [];
	if (uri === undefined || collection === undefined || rkey === undefined) return undefined;
	const known = didOf(did);
	return known === undefined || /^\.\.?$/.test(rkey)
		? undefined
		: { uri, did: known, collection, rkey };
}

/** The key of a post. */
export function postUri(value: unknown): PostUri | undefined {
	const read = recordUri(value);
	return read?.collection === POST ? read.uri : undefined;
}

export function cidOf(value: unknown): string | undefined {
	return typeof value === 'string' && CID.test(value) ? value : undefined;
}

/** Without @, in lower case. */
export function handleOf(value: unknown): string | undefined {
	const handle = typeof value === 'string' ? value.toLowerCase() : '';
	return isHandle(handle) ? handle : undefined;
}

/** Whom an address of a record belongs to. */
export function authorityOf(uri: string): AccountUri | undefined {
	return recordUri(uri)?.did;
}

/** For people, where there is no handle: enough to tell two apart. */
export function shortDid(did: AccountUri): string {
	return did.length > 20 ? `${did.slice(0, 19)}…` : did;
}
