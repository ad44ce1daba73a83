import type { Session } from '../../../model';
import type { Io } from '../../io';
import { type Json, record } from '../../json';
import type { PostRef } from '../../network';
import { NetworkProblem } from '../../problem';
import { cidOf, recordUri } from '../decode/uri';
import { postView } from '../read/find';
import { type Xrpc, xrpc } from '../xrpc';

/** One version of a record: com.atproto.repo.strongRef. */
export type Ref = { uri: string; cid: string };

/** A record of mine as it is now. */
export type Mine = Ref & { value: Json };
type Where = { collection: string; rkey: string };

/** What my own repository has there (com.atproto.repo.getRecord); undefined: nothing. */
export async function recordAt(
	x: Xrpc,
	{ collection, rkey }: Where,
	host: string,
): Promise<Mine | undefined> {
	let json: Json | undefined;
	try {
		const query = { repo: x.did, collection, rkey };
		json = record(await x.get('com.atproto.repo.getRecord', query));
	} catch (problem) {
		if (problem instanceof NetworkProblem && problem.kind === 'missing') return undefined;
		throw problem;
	}
	const value = record(json?.['value']);
	const cid = cidOf(json?.['cid']);
	const read = recordUri(json?.['uri']);
	const same = read?.did === x.did && read.collection === collection && read.rkey === rkey;
	if (!value || cid === undefined || !same) throw new NetworkProblem('broken', host);
	return { uri: read.uri, cid, value };
}

/** Where something of mine lies. Throws `forbidden` for what is somebody else's, `missing` for what is no record. */
export function ownPlace(x: Xrpc, uri: string, host: string): Where {
	const read = recordUri(uri);
	if (!read) throw new NetworkProblem('missing', host);
	if (read.did !== x.did) throw new NetworkProblem('forbidden', host);
	return { collection: read.collection, rkey: read.rkey };
}

/** A post as it is now: `viewer` is what its author lets me do, told of others' posts alone. */
export type Target = Ref & { value: Json; viewer?: Json };

/**
 * The version of a post that is answered, quoted or reposted. My own are read from my repository: whoever serves
 * timelines may not have noticed them yet. Throws `missing`.
 */
export async function targetOf(x: Xrpc, { post }: PostRef, host: string): Promise<Target> {
	const read = recordUri(post);
	if (read?.did === x.did) {
		const mine = await recordAt(x, read, host);
		if (!mine) throw new NetworkProblem('missing', host);
		return mine;
	}
	const view = await postView(x, { post }, host);
	const cid = cidOf(view['cid']);
	const value = record(view['record']);
	if (cid === undefined || !value) throw new NetworkProblem('broken', host);
	const viewer = record(view['viewer']);
	return { uri: post, cid, value, ...(viewer ? { viewer } : {}) };
}

export const refOf = ({ uri, cid }: Ref): Ref => ({ uri, cid });

/** Whether a post is there still, by whoever serves this account's timelines. */
export async function stands(session: Session, post: PostRef, io: Io): Promise<boolean> {
	try {
		await targetOf(xrpc(session, io), post, session.host);
		return true;
	} catch (problem) {
		if (problem instanceof NetworkProblem && problem.kind === 'missing') return false;
		throw problem;
	}
}
