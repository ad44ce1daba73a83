import { makeSerial } from './ids';
import type { Notice, Person, Post, World } from './model';
import { apart, follows, isLocal, isMuted, pair, personOf } from './world';

type NewNotice = Pick<Notice, 'to' | 'type' | 'from'> & {
	post?: Post | undefined;
	at?: number | undefined;
	quiet?: boolean | undefined;
	warning?: Notice['warning'] | undefined;
	severed?: Notice['severed'] | undefined;
};

const GROUPED = new Set(['favourite', 'reblog', 'follow', 'admin.sign_up']);
/** Mastodon groups within 12 hours. */
const GROUP_MS = 12 * 3_600_000;

/** Makes a notice, unless nobody here is to get it; strangers' may wait in a request, by the person's policy. */
export function notify(world: World, wanted: NewNotice): Notice | undefined {
	const to = world.people.get(wanted.to);
	const from = world.people.get(wanted.from);
	if (!to || !from || !isLocal(to) || !isWanted(world, to, from, wanted)) return undefined;
	const at = wanted.at ?? world.now();
	const notice: Notice = {
		id: makeSerial(world, at),
		to: to.id,
		type: wanted.type,
		at,
		from: from.id,
		post: wanted.post?.id ?? null,
		group: '',
		filtered: isFiltered(world, to, from, wanted),
	};
	notice.group = groupOf(world, notice);
	if (wanted.warning) notice.warning = wanted.warning;
	if (wanted.severed) notice.severed = wanted.severed;
	world.notices.push(notice);
	if (!wanted.quiet && !notice.filtered) {
		for (const listener of world.listeners) listener({ kind: 'notification', notice });
	}
	return notice;
}

function isWanted(world: World, to: Person, from: Person, wanted: NewNotice): boolean {
	if (wanted.type === 'moderation_warning' || wanted.type === 'severed_relationships') return true;
	if (to.id === from.id) return wanted.type === 'poll';
	if (apart(world, to, from)) return false;
	if (isMuted(world, to.id, from.id) && (world.mutes.get(pair(to, from))?.notices ?? true))
		return false;
	return !wanted.post || !world.quiet.has(`${to.id} ${wanted.post.id}`);
}

/** `for_not_following` and so on (Mastodon 4.3): `filter` puts it into a request. */
function isFiltered(world: World, to: Person, from: Person, { type, post }: NewNotice): boolean {
	if (world.traits.lacks.includes('notification policy')) return false;
	if (
		type !== 'mention' &&
		type !== 'favourite' &&
		type !== 'reblog' &&
		type !== 'follow' &&
		type !== 'quote'
	) {
		return false;
	}
	if (world.welcome.get(pair(to, from)) === 'accepted') return false;
	const policy = world.policies.get(to.id);
	if (policy?.['for_not_following'] === 'filter' && !follows(world, to.id, from.id)) return true;
	if (policy?.['for_not_followers'] === 'filter' && !follows(world, from.id, to.id)) return true;
	return (
		(policy?.['for_private_mentions'] ?? 'filter') === 'filter' &&
		type === 'mention' &&
		post?.visibility === 'direct' &&
		post.replyTo === null &&
		!follows(world, to.id, from.id)
	);
}

function groupOf(world: World, notice: Notice): string {
	if (!GROUPED.has(notice.type)) return `ungrouped-${notice.id}`;
	const hours = Math.floor(notice.at / GROUP_MS);
	const about = notice.type === 'follow' ? '' : `-${notice.post}`;
	return world.traits.ids === 'snowflake' || world.traits.ids === 'uuid'
		? `${notice.type}${about}-${hours}`
		: `ungrouped-${notice.id}`;
}

/** The conversations of a direct post, for each of its people who live here. */
export function touchConversation(world: World, post: Post, quiet = false): void {
	const root = rootOf(world, post);
	const people = [...new Set([post.author, ...post.mentions])];
	for (const owner of people) {
		if (!isLocal(personOf(world, owner))) continue;
		const others = people.filter((id) => id !== owner);
		let known = world.conversations.find((one) => one.owner === owner && one.root === root.id);
		if (!known) {
			known = {
				id: makeSerial(world, post.createdAt),
				owner,
				root: root.id,
				last: post.id,
				people: others,
				unread: false,
			};
			world.conversations.push(known);
		}
		known.last = post.id;
		known.people = [...new Set([...known.people, ...others])];
		known.unread = post.author !== owner;
		if (quiet) continue;
		for (const listener of world.listeners) listener({ kind: 'conversation', conversation: known });
	}
}

function rootOf(world: World, post: Post): Post {
	let root = post;
	for (;;) {
		const parent = root.replyTo === null ? undefined : world.posts.get(root.replyTo);
		if (parent?.visibility !== 'direct') return root;
		root = parent;
	}
}

/** `quote_approval.current_user` of Mastodon 4.5. */
export function mayQuote(
	world: World,
	viewer: Person | undefined,
	post: Post,
): 'automatic' | 'manual' | 'denied' | 'unknown' {
	if (!viewer) return 'denied';
	if (post.boostOf !== null) return 'denied';
	if (viewer.id === post.author) return post.visibility === 'direct' ? 'denied' : 'automatic';
	if (post.visibility === 'private' || post.visibility === 'direct') return 'denied';
	if (post.quotePolicy === 'public') return 'automatic';
	if (post.quotePolicy === 'nobody') return 'denied';
	return follows(world, viewer.id, post.author) ? 'automatic' : 'denied';
}
