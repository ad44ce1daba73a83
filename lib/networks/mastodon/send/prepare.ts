import type { Session } from '../../../model';
import type { Io } from '../../io';
import type { PostRef } from '../../network';
import type { Prepared, Work } from '../../sender';
import { postId } from '../read/find';
import { needFeature, needScope } from '../read/may';
import { staysOf } from './stays';

/** Finds the server's own ids of what the work names; a post of another server is fetched there if need be. */
export async function prepare(
	session: Session,
	work: Work,
	key: string,
	io: Io,
): Promise<Prepared> {
	needScope(session, 'write:statuses');
	if (work.kind === 'edit') needFeature(session, 'edits');
	const at = io.now();
	const id = async (ref: PostRef | undefined) => (ref ? postId(session, ref, io) : undefined);
	if (work.kind !== 'create') {
		const post = await postId(session, work.post, io);
		const common = { key, work, at, ids: { post }, uploaded: [] };
		if (work.kind !== 'edit') return common;
		return { ...common, frozen: await staysOf(session, post, io) };
	}
	if (work.quote) needFeature(session, 'quotes');
	if (work.content.poll) needFeature(session, 'polls');
	if (work.content.media?.length) needScope(session, 'write:media');
	const replyTo = await id(work.replyTo);
	const quote = await id(work.quote);
	const ids = {
		...(replyTo === undefined ? {} : { replyTo }),
		...(quote === undefined ? {} : { quote }),
	};
	return { key, work, at, ids, uploaded: [] };
}
