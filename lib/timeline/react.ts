import type { AccountUri, PostUri, View } from '../model';
import { NetworkProblem, type Reaction } from '../networks';
import { asking } from '../sessions';
import { changePost, dropEntry, type PostRow, putPosts, readPosts } from '../store';
import { alone, never } from './locks';
import { type Change, changed, standing } from './reaction';
import { located } from './thread';

export type { Change } from './reaction';

/**
 * What the person wants of one post through one account, while it is on its way: the last wish, and what the server
 * is known to have, where a refusal leads back to.
 */
type Wish = { latest: number; confirmed: Change };

const wishes = new Map<string, Wish>();
let count = 0;

/**
 * Changes how one of my accounts stands to a post: at once in the store, then on its server. A refusal undoes it and
 * is thrown. Of several quick wishes the last one counts; those that it overtook are not sent. A post that `by` has
 * not seen is first found on its server by address. Throws `NetworkProblem`.
 */
export async function react(
	key: PostUri,
	by: AccountUri,
	change: Change,
	signal: AbortSignal = never(),
): Promise<void> {
	const what = `${change.type} ${by} ${key}`;
	const mine = ++count;
	await seenBy(key, by, change.type === 'vote', signal);
	await changePost(key, (row) => {
		const wish = wishes.get(what);
		if (wish && wish.latest > mine) return row;
		const before = standing(row, by, change.type) ?? change;
		wishes.set(what, { latest: mine, confirmed: wish?.confirmed ?? before });
		return wished(row, by, change);
	});
	const isLatest = () => (wishes.get(what)?.latest ?? mine) === mine;
	try {
		await alone(`react:${what}`, signal, async () => {
			if (!isLatest()) return;
			await send(key, by, change, { isLatest, signal });
			const wish = wishes.get(what);
			if (wish) wishes.set(what, { ...wish, confirmed: change });
		});
	} catch (error) {
		const back = wishes.get(what)?.confirmed;
		if (isLatest() && back) await changePost(key, (row) => changed(row, by, back));
		throw error;
	} finally {
		if (isLatest()) wishes.delete(what);
	}
}

/** What was being read when the person pressed knows nothing of it and must not undo it. */
function wished(row: PostRow, by: AccountUri, change: Change): PostRow {
	return { ...changed(row, by, change), readAt: Math.max(row.readAt, Date.now()) };
}

/** Sends one wish and stores what the server says is so now, unless a later wish is on the screen already. */
async function send(
	key: PostUri,
	by: AccountUri,
	change: Change,
	{ isLatest, signal }: { isLatest(): boolean; signal: AbortSignal },
): Promise<void> {
	const view = await viewOf(key, by);
	await asking(
		by,
		async (network, session, io) => {
			if (!network.react || !view) throw new NetworkProblem('missing', session.host);
			const reacted = await network.react(session, reactionOf(key, view, change), io);
			if (!isLatest()) return;
			await putPosts({ posts: reacted.posts ?? [], accounts: [] }, io.now());
			await changePost(key, (row) => wished(row, by, change));
		},
		signal,
	);
	const isKept = change.type === 'favourite' || change.type === 'bookmark';
	if (isKept && !change.on && isLatest()) await dropEntry(by, `${change.type}s`, key);
}

function reactionOf(key: PostUri, view: View, change: Change): Reaction {
	const post = { post: key, localId: view.localId };
	if (change.type !== 'vote') return { ...change, post };
	return { ...change, post, pollId: view.pollId ?? '' };
}

async function viewOf(key: PostUri, by: AccountUri): Promise<View | undefined> {
	const [row] = await readPosts([key]);
	return row?.views.find((view) => view.by === by);
}

/** Makes sure that the account knows the post by its server's id, and a poll by its own. */
async function seenBy(
	key: PostUri,
	by: AccountUri,
	poll: boolean,
	signal: AbortSignal,
): Promise<void> {
	const view = await viewOf(key, by);
	if (view && (!poll || view.pollId !== undefined)) return;
	await asking(
		by,
		async (network, session, io) => {
			const localId = view?.localId ?? (await located(network, session, key, io));
			const readAt = io.now();
			const read = await network.thread?.(session, { post: key, localId }, io);
			if (read) await putPosts(read, readAt);
			await changePost(key, (row) =>
				row.views.some((one) => one.by === by)
					? row
					: { ...row, views: [...row.views, { by, localId }] },
			);
		},
		signal,
	);
}
