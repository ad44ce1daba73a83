import type { Session } from '../../../model';
import { record } from '../../json';
import type { PostRef, Reaction } from '../../network';
import { NetworkProblem } from '../../problem';
import { cidOf, postUri } from '../decode/uri';
import type { Xrpc } from '../xrpc';
import { postViews, profile } from './find';

type Reporting = Extract<Reaction, { type: 'report' }>;

const REASONS = {
	spam: 'com.atproto.moderation.defs#reasonSpam',
	legal: 'com.atproto.moderation.defs#reasonViolation',
	violation: 'com.atproto.moderation.defs#reasonViolation',
	other: 'com.atproto.moderation.defs#reasonOther',
} as const;

/** The lexicon allows 2000 characters. */
const LONGEST = 2000;

/**
 * Reports somebody, or each of some posts, to the labeler that the person chose first, else to whom their server
 * reports (com.atproto.moderation.createReport).
 */
export async function report(
	session: Session,
	x: Xrpc,
	{ account, report: told }: Reporting,
): Promise<void> {
	const [labeler] = session.services?.labelers ?? [];
	const how = labeler === undefined ? {} : { to: `${labeler}#atproto_labeler` };
	const about = { reasonType: REASONS[told.category], reason: told.comment.slice(0, LONGEST) };
	for (const subject of await subjects(session, x, { account, posts: told.posts })) {
		await x.post('com.atproto.moderation.createReport', { ...about, subject }, how);
	}
}

async function subjects(
	{ host }: Session,
	x: Xrpc,
	{ account, posts }: { account: Reporting['account']; posts: readonly PostRef[] },
): Promise<readonly object[]> {
	if (posts.length === 0) {
		const { did } = await profile(x, account, host);
		return [{ $type: 'com.atproto.admin.defs#repoRef', did }];
	}
	const keys = posts.flatMap(({ post }) => postUri(post) ?? []);
	const views = await postViews(x, keys);
	const refs = views.map((view) => ({
		$type: 'com.atproto.repo.strongRef',
		uri: view['uri'],
		cid: cidOf(record(view)?.['cid']),
	}));
	// A report that says less than the person meant is not sent.
	if (refs.length < posts.length) throw new NetworkProblem('missing', host);
	return refs;
}
