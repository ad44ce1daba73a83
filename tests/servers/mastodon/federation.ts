import { makeId, makePersonId } from './ids';
import type { Activity, Person, Post, World } from './model';
import { announce, announceEdit, boost, favourite, remove, versionOf } from './publish';
import { acceptFollow, follow, refuseFollow, unfollow } from './relations';
import { byUri, isLocal, personOf } from './world';

/** Makes two servers know each other; a square takes nobody. */
export function connect(a: World, b: World): void {
	if (!a.traits.federates || !b.traits.federates) return;
	a.peers.add(b);
	b.peers.add(a);
}

export function deliver(from: World, activity: Activity): void {
	for (const to of from.peers) {
		if (to.hostBlocks.some(({ host }) => host === from.host)) continue;
		if (from.hostBlocks.some(({ host }) => host === to.host)) continue;
		receive(to, from, activity);
	}
}

function receive(to: World, from: World, activity: Activity): void {
	switch (activity.type) {
		case 'Create':
			if (isFor(to, from, activity.post)) bringPost(to, from, activity.post, true);
			return;
		case 'Update':
			update(to, from, activity.post);
			return;
		case 'Delete': {
			const copy = byUri(to.posts, activity.post.uri);
			if (copy) remove(to, copy);
			return;
		}
		case 'Announce': {
			const by = bringPerson(to, from, personOf(from, activity.post.author));
			if (!hasFollower(to, by) && !byUri(to.posts, activity.of.uri)) return;
			const of = bringPost(to, from, activity.of, false);
			if (!of || of.visibility === 'private') return;
			const passed = boost(to, by, of, false, activity.post.createdAt);
			Object.assign(passed, { uri: activity.post.uri, url: activity.post.url });
			return;
		}
		case 'Like':
		case 'Unlike':
		case 'Vote':
			react(to, from, activity);
			return;
		case 'Follow':
		case 'Unfollow':
		case 'Accept':
		case 'Reject':
			relate(to, from, activity);
			return;
	}
}

function react(
	to: World,
	from: World,
	activity: Extract<Activity, { type: 'Like' | 'Unlike' | 'Vote' }>,
) {
	const post = byUri(to.posts, activity.post.uri);
	if (!post) return;
	const by = bringPerson(to, from, activity.by);
	if (activity.type === 'Vote') post.poll?.votes.set(by.id, activity.choices);
	else if (activity.type === 'Like') favourite(to, by, post);
	else {
		to.favourites = to.favourites.filter((mark) => mark.person !== by.id || mark.post !== post.id);
	}
}

function relate(
	to: World,
	from: World,
	{ type, by, about }: Extract<Activity, { type: 'Follow' | 'Unfollow' | 'Accept' | 'Reject' }>,
): void {
	const there = byUri(to.people, about.uri);
	if (!there || !isLocal(there)) return;
	const actor = bringPerson(to, from, by);
	if (type === 'Follow') {
		follow(to, actor, there, {});
	} else if (type === 'Unfollow') {
		unfollow(to, actor, there);
	} else if (type === 'Accept') {
		acceptFollow(to, actor, there);
	} else {
		refuseFollow(to, actor, there);
	}
}

function update(to: World, from: World, post: Post): void {
	const copy = byUri(to.posts, post.uri);
	if (!copy) return;
	copy.history.push(versionOf(copy));
	const { text, html, spoiler, sensitive, language, editedAt, tags, card } = post;
	Object.assign(copy, { text, html, spoiler, sensitive, language, editedAt, tags, card });
	copy.media = post.media.map((file) => ({ ...file }));
	copy.mentions = post.mentions.map((id) => bringPerson(to, from, personOf(from, id)).id);
	announceEdit(to, copy);
}

function isFor(to: World, from: World, post: Post): boolean {
	const author = byUri(to.people, personOf(from, post.author).uri);
	if (author && post.visibility !== 'direct' && hasFollower(to, author)) return true;
	if (post.mentions.some((id) => personOf(from, id).host === to.host)) return true;
	const parent = post.replyTo === null ? undefined : from.posts.get(post.replyTo);
	return (
		parent !== undefined &&
		post.visibility !== 'direct' &&
		byUri(to.posts, parent.uri) !== undefined
	);
}

function hasFollower(world: World, person: Person): boolean {
	for (const [key] of world.follows) if (key.endsWith(`>${person.id}`)) return true;
	return false;
}

/** This server's row of somebody of another one. */
function bringPerson(to: World, from: World, person: Person): Person {
	const known = byUri(to.people, person.uri);
	if (known) return known;
	const copy: Person = {
		...person,
		id: makePersonId(to, person.createdAt, person.uri),
		host: isLocal(person) ? from.host : person.host,
		email: '',
		password: '',
		limited: false,
	};
	to.people.set(copy.id, copy);
	return copy;
}

/** This server's copy of a post of another one, with the same `uri`; told about if it is `fresh`. */
function bringPost(to: World, from: World, post: Post, fresh: boolean): Post | undefined {
	const known = byUri(to.posts, post.uri);
	if (known) return known;
	const parent = post.replyTo === null ? undefined : from.posts.get(post.replyTo);
	const replied = parent && (byUri(to.posts, parent.uri) ?? bringParent(to, from, parent));
	const quoted = post.quote?.of ? from.posts.get(post.quote.of) : undefined;
	const copy: Post = {
		...post,
		id: makeId(to, post.createdAt),
		author: bringPerson(to, from, personOf(from, post.author)).id,
		mentions: post.mentions.map((id) => bringPerson(to, from, personOf(from, id)).id),
		replyTo: replied?.id ?? null,
		quote: post.quote
			? { ...post.quote, of: quoted ? (bringPost(to, from, quoted, false)?.id ?? null) : null }
			: null,
		media: post.media.map((file) => ({ ...file })),
		poll: post.poll ? { ...post.poll, votes: new Map(), others: [...post.poll.others] } : null,
		history: [],
		pinned: false,
		application: null,
	};
	to.posts.set(copy.id, copy);
	if (fresh) announce(to, copy);
	return copy;
}

function bringParent(to: World, from: World, parent: Post): Post | undefined {
	return parent.visibility === 'public' || parent.visibility === 'unlisted'
		? bringPost(to, from, parent, false)
		: undefined;
}

/** What `resolve=true` fetches: a public post or a person of a connected server, by address. */
export function fetchPost(to: World, address: string): Post | undefined {
	for (const from of to.peers) {
		const post = byUri(from.posts, address);
		if (!post || post.boostOf !== null || !isLocal(personOf(from, post.author))) continue;
		if (post.visibility === 'public' || post.visibility === 'unlisted')
			return bringPost(to, from, post, false);
	}
	return undefined;
}

export function fetchPerson(
	to: World,
	wanted: { address: string } | { username: string; host: string },
) {
	for (const from of to.peers) {
		for (const person of from.people.values()) {
			if (!isLocal(person)) continue;
			const same =
				'address' in wanted
					? person.uri === wanted.address || person.url === wanted.address
					: wanted.host === from.host && person.username === wanted.username;
			if (same) return bringPerson(to, from, person);
		}
	}
	return undefined;
}
