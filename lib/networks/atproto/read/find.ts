import type { AccountUri, PostUri, Session } from '../../../model';
import type { Io } from '../../io';
import { each, type Json, record } from '../../json';
import type { AccountRef, PostRef } from '../../network';
import { NetworkProblem } from '../../problem';
import { cidOf, didOf, handleOf, postUri } from '../decode/uri';
import { type Xrpc, xrpc } from '../xrpc';

/** What services take at once. */
const AT_ONCE = 25;

/** Views of posts by their keys (app.bsky.feed.getPosts), undecoded; those that are not there are left out. */
export async function postViews(x: Xrpc, keys: readonly PostUri[]): Promise<readonly Json[]> {
	const all = [...new Set(keys)];
	const found: Json[] = [];
	for (let from = 0; from < all.length; from += AT_ONCE) {
		const uris = all.slice(from, from + AT_ONCE);
		const json = record(await x.get('app.bsky.feed.getPosts', { uris }));
		found.push(...(each(json?.['posts'], AT_ONCE, record) ?? []));
	}
	return found.filter(({ uri }) => all.includes(String(uri)));
}

/** One post as it is now. Throws `missing` when the service does not know it. */
export async function postView(x: Xrpc, { post }: PostRef, host: string): Promise<Json> {
	const key = postUri(post);
	const [view] = key === undefined ? [] : await postViews(x, [key]);
	if (!view) throw new NetworkProblem('missing', host);
	return view;
}

/** The version of a post (its CID), where the service that serves me knows the post. */
export async function locate(session: Session, post: PostUri, io: Io): Promise<string | undefined> {
	const key = postUri(post);
	if (key === undefined) return undefined;
	const [view] = await postViews(xrpc(session, io), [key]);
	return cidOf(view?.['cid']);
}

/** What names an account here: its DID, or its handle. Throws `missing` for what is neither. */
export function actorOf(who: AccountRef, host: string): string {
	const actor =
		'handle' in who
			? (didOf(who.handle) ?? handleOf(who.handle.replace(/^@/, '')))
			: didOf(who.account);
	if (actor === undefined) throw new NetworkProblem('missing', host);
	return actor;
}

/** The whole profile (app.bsky.actor.getProfile), undecoded, of exactly whom was asked for. */
export async function profile(
	x: Xrpc,
	who: AccountRef,
	host: string,
): Promise<{ json: Json; did: AccountUri }> {
	const actor = actorOf(who, host);
	const json = record(await x.get('app.bsky.actor.getProfile', { actor }));
	const did = didOf(json?.['did']);
	if (!json || did === undefined) throw new NetworkProblem('broken', host);
	// Another account under a name that was asked for as a DID is nobody's answer.
	if (didOf(actor) !== undefined && did !== actor) throw new NetworkProblem('broken', host);
	return { json, did };
}
