import { writeInstant } from '../../../text';
import type { Io } from '../../io';
import { each, record } from '../../json';
import { NetworkProblem } from '../../problem';
import { recordUri } from '../decode/uri';
import type { Xrpc } from '../xrpc';

/** Kinds of records of mine that only say what I think of somebody or something: never a post or a repost. */
export type MarkKind = 'app.bsky.feed.like' | 'app.bsky.graph.follow' | 'app.bsky.graph.block';

/** What a mark is about: a version of a post, or somebody by DID. */
export type Subject = { uri: string; cid: string } | string;

/** Records of one kind, in one repository. */
export type Repo = { repo: string; collection: string };

const LATEST = 100;

/**
 * Makes a mark of mine be there, or not be there. `seen` is the address of one as the AppView knows it, which may be
 * some moments behind: my own repository has the last word.
 */
export async function setMark(
	x: Xrpc,
	collection: MarkKind,
	{ subject, on, seen }: { subject: Subject; on: boolean; seen: unknown },
	io: Io,
): Promise<void> {
	const repo: Repo = { repo: x.did, collection };
	const latest = await latestOf(x, repo, subject);
	const known = keyOf(seen, repo);
	if (!on) {
		const all = new Set(known === undefined ? latest : [...latest, known]);
		// Deleting what is gone already is no error (com.atproto.repo.deleteRecord).
		for (const rkey of all) await x.post('com.atproto.repo.deleteRecord', { ...repo, rkey });
		return;
	}
	if (latest.length > 0 || (known !== undefined && (await isThere(x, repo, known)))) return;
	const value = { $type: collection, subject, createdAt: writeInstant(io.now()) };
	await x.post('com.atproto.repo.createRecord', { ...repo, record: value }, { cost: 3 });
}

/** Keys of those about the subject among the latest. */
export async function latestOf(x: Xrpc, repo: Repo, subject: Subject): Promise<readonly string[]> {
	const json = record(await x.get('com.atproto.repo.listRecords', { ...repo, limit: LATEST }));
	const found = each(json?.['records'], LATEST, (one) => {
		const { value, uri } = record(one) ?? {};
		const same = nameOf(record(value)?.['subject']) === nameOf(subject);
		return same ? keyOf(uri, repo) : undefined;
	});
	return found ?? [];
}

async function isThere(x: Xrpc, repo: Repo, rkey: string): Promise<boolean> {
	try {
		await x.get('com.atproto.repo.getRecord', { ...repo, rkey });
		return true;
	} catch (problem) {
		if (problem instanceof NetworkProblem && problem.kind === 'missing') return false;
		throw problem;
	}
}

function keyOf(uri: unknown, { repo, collection }: Repo): string | undefined {
	const read = recordUri(uri);
	return read?.did === repo && read.collection === collection ? read.rkey : undefined;
}

function nameOf(subject: unknown): unknown {
	return typeof subject === 'string' ? subject : record(subject)?.['uri'];
}
