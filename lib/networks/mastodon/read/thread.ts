import type { Entry, Post, Session } from '../../../model';
import { path } from '../../address';
import { ask } from '../../http';
import type { Io } from '../../io';
import { list, record } from '../../json';
import type { Page, PostRef } from '../../network';
import { NetworkProblem } from '../../problem';
import { readEdits } from '../decode/edits';
import { Gathering } from '../decode/gathering';
import { readEntry } from '../decode/status';
import { borderOf } from '../secret';
import { postId } from './find';
import { needFeature } from './may';

const MOST = 4096;

/** https://docs.joinmastodon.org/methods/statuses/#context: what came before, the post, what came after. */
export async function thread(session: Session, ref: PostRef, io: Io): Promise<Page> {
	const id = await postId(session, ref, io);
	const [context, status] = await Promise.all([
		ask(io, { session, path: path`/api/v1/statuses/${id}/context` }),
		ask(io, { session, path: path`/api/v1/statuses/${id}` }),
	]);
	const json = record(context.json);
	const into = new Gathering(borderOf(session, io));
	const entries: Omit<Entry, 'timeline'>[] = [];
	const values = [
		...list(json?.['ancestors'], MOST),
		status.json,
		...list(json?.['descendants'], MOST),
	];
	for (const value of values) {
		const entry = readEntry(value, into);
		if (entry) entries.push(entry);
		else into.refused++;
	}
	if (!into.postKey(id))
		throw new NetworkProblem('broken', session.host, { status: status.status });
	return { entries, ...into.all() };
}

/** https://docs.joinmastodon.org/methods/statuses/#history */
export async function history(
	session: Session,
	ref: PostRef,
	io: Io,
): Promise<NonNullable<Post['edits']>> {
	needFeature(session, 'edits');
	const id = await postId(session, ref, io);
	const answer = await ask(io, { session, path: path`/api/v1/statuses/${id}/history` });
	return readEdits(answer.json, ref.post);
}
