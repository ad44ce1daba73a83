import type { List, Person, Post, World } from './model';
import { apart, follows, isLocal, isMuted, maySee, newest, pair, personOf } from './world';

/** The post that is talked about: what is passed on, or the post itself. */
const target = (world: World, post: Post): Post =>
	post.boostOf === null ? post : (world.posts.get(post.boostOf) ?? post);

/** Whether the viewer's blocks and mutes leave a post in their lists. */
export function welcome(world: World, viewer: Person | undefined, post: Post): boolean {
	if (!maySee(world, viewer, post)) return false;
	if (!viewer) return true;
	for (const id of [post.author, target(world, post).author]) {
		if (id === viewer.id) continue;
		if (apart(world, viewer, personOf(world, id)) || isMuted(world, viewer.id, id)) return false;
	}
	return true;
}

/** Whether a post belongs to a person's home. */
export function inHome(world: World, me: Person, post: Post): boolean {
	if (!welcome(world, me, post)) return false;
	const author = post.author;
	if (author === me.id) return true;
	const byTag =
		post.visibility === 'public' &&
		post.tags.some((tag) => world.followedTags.has(`${me.id} ${tag}`));
	const row = world.follows.get(pair(me, author));
	if (!row) return byTag && post.boostOf === null;
	if (post.boostOf !== null && !row.reblogs) return false;
	if (row.languages && post.language && !row.languages.includes(post.language)) return false;
	if (post.visibility === 'direct' && !post.mentions.includes(me.id)) return false;
	for (const list of world.lists.values()) {
		if (list.owner === me.id && list.exclusive && list.members.has(author)) return false;
	}
	return answersKnown(world, me, post);
}

/** A reply is shown when it answers oneself, its own author, or somebody one follows. */
function answersKnown(world: World, me: Person, post: Post): boolean {
	const parent = post.replyTo === null ? undefined : world.posts.get(post.replyTo);
	if (!parent) return true;
	return (
		parent.author === me.id || parent.author === post.author || follows(world, me.id, parent.author)
	);
}

export function inList(world: World, list: List, post: Post): boolean {
	const me = personOf(world, list.owner);
	if (!list.members.has(post.author) || !welcome(world, me, post)) return false;
	const parent = post.replyTo === null ? undefined : world.posts.get(post.replyTo);
	if (!parent || parent.author === post.author || list.replies === 'followed') return true;
	return list.replies === 'list' && list.members.has(parent.author);
}

export type PublicKind = {
	local?: boolean | undefined;
	remote?: boolean | undefined;
	onlyMedia?: boolean | undefined;
};

export function inPublic(
	world: World,
	viewer: Person | undefined,
	post: Post,
	kind: PublicKind,
): boolean {
	if (post.visibility !== 'public' || post.boostOf !== null || post.replyTo !== null) return false;
	const author = personOf(world, post.author);
	if (author.limited && viewer?.id !== author.id) return false;
	if (kind.local && !isLocal(author)) return false;
	if (kind.remote && isLocal(author)) return false;
	if (kind.onlyMedia && post.media.length === 0) return false;
	return welcome(world, viewer, post);
}

export function inTag(world: World, viewer: Person | undefined, post: Post, tag: string): boolean {
	return (
		post.visibility === 'public' &&
		post.boostOf === null &&
		post.tags.includes(tag.toLowerCase()) &&
		welcome(world, viewer, post)
	);
}

export const select = (world: World, fits: (post: Post) => boolean): Post[] =>
	newest(world.posts.values()).filter(fits);

/** What a post answers, oldest first, and what answers it, in the order of the tree. */
export function context(world: World, viewer: Person | undefined, post: Post) {
	const ancestors: Post[] = [];
	for (let at = post.replyTo; at !== null; ) {
		const parent = world.posts.get(at);
		if (!parent || !maySee(world, viewer, parent)) break;
		ancestors.unshift(parent);
		at = parent.replyTo;
	}
	const descendants: Post[] = [];
	const walk = (id: string): void => {
		const replies = newest(world.posts.values()).filter((other) => other.replyTo === id);
		for (const reply of replies.reverse()) {
			if (!maySee(world, viewer, reply)) continue;
			descendants.push(reply);
			walk(reply.id);
		}
	};
	walk(post.id);
	return { ancestors, descendants };
}
