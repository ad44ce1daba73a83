import type { NamedSource, Session } from '../../../model';
import { ask } from '../../http';
import type { Io } from '../../io';
import { each, list, record } from '../../json';
import type { Found } from '../../network';
import { Gathering } from '../decode/gathering';
import { readTags } from '../decode/mention';
import { readFollowedTag, readList } from '../decode/named';
import { readPost } from '../decode/status';
import { borderOf } from '../secret';
import { needFeature } from './may';

const LIMIT = 20;
const MOST = 200;
/** An address or a handle: the server may fetch it from elsewhere. */
const NAMES_ONE = /^(https:\/\/\S+|@?[^\s@]+@[^\s@]+\.[^\s@]+)$/;

/** https://docs.joinmastodon.org/methods/search/#v2 */
export async function search(session: Session, q: string, io: Io): Promise<Found> {
	needFeature(session, 'search');
	const query = { q, limit: LIMIT, ...(NAMES_ONE.test(q) ? { resolve: true } : {}) };
	const json = record((await ask(io, { session, path: '/api/v2/search', query })).json);
	const into = new Gathering(borderOf(session, io));
	const found = list(json?.['statuses'], MOST).map((status) => readPost(status, into));
	const people = list(json?.['accounts'], MOST).map(
		(account) => into.account(account)?.account.key,
	);
	const { posts, accounts } = into.all();
	return {
		posts: posts.filter(({ post }) => found.includes(post.key)),
		accounts: [
			...accounts.filter(({ key }) => people.includes(key)),
			...accounts.filter(({ key }) => !people.includes(key)),
		],
		tags: readTags(json?.['hashtags']) ?? [],
	};
}

/** Lists, and followed tags where the server has them. */
export async function sources(session: Session, io: Io): Promise<readonly NamedSource[]> {
	const by = session.account;
	const [lists, tags] = await Promise.all([
		session.features.includes('lists') ? ask(io, { session, path: '/api/v1/lists' }) : undefined,
		session.features.includes('tags')
			? ask(io, { session, path: '/api/v1/followed_tags', query: { limit: 100 }, pass: [403, 404] })
			: undefined,
	]);
	return [
		...(each(lists?.json, MOST, (one) => readList(one, by)) ?? []),
		...(each(tags?.json, MOST, (one) => readFollowedTag(one, by)) ?? []),
	];
}
