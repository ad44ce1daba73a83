import type { Post, Relationship, Session, View } from '../../../model';
import type { Io } from '../../io';
import { type Json, record, text } from '../../json';
import type { Reacted, Reaction, SeenPost } from '../../network';
import { NetworkProblem } from '../../problem';
import { readPost } from '../decode/post';
import { cidOf, postUri } from '../decode/uri';
import { type Xrpc, xrpc } from '../xrpc';
import { gathering } from './border';
import { postView, profile } from './find';
import { personOf } from './people';
import { setMark } from './records';
import { report } from './report';
import { wordsFor } from './words';

type OnPost = Extract<Reaction, { type: 'favourite' | 'bookmark' | 'muteConversation' }>;
type OnAccount = Extract<Reaction, { type: 'follow' | 'block' | 'mute' }>;
type At = { session: Session; x: Xrpc; io: Io };

const FLAGS = {
	favourite: 'favourited',
	bookmark: 'bookmarked',
	muteConversation: 'muted',
} as const;

/**
 * One change, and how things stand after it: as they were read before, with the change made, because an AppView takes
 * moments to notice. Doing it twice is doing it once.
 */
export async function react(session: Session, reaction: Reaction, io: Io): Promise<Reacted> {
	const at: At = { session, x: xrpc(session, io), io };
	switch (reaction.type) {
		case 'favourite':
		case 'bookmark':
		case 'muteConversation':
			return reactToPost(at, reaction);
		case 'follow':
		case 'block':
		case 'mute':
			return reactToAccount(at, reaction);
		case 'report':
			await report(session, at.x, reaction);
			return {};
		default:
			throw new NetworkProblem('missing', session.host);
	}
}

async function reactToPost(at: At, reaction: OnPost): Promise<Reacted> {
	const { session, x, io } = at;
	const { on, type } = reaction;
	const view = await postView(x, reaction.post, session.host);
	const uri = text(view['uri']);
	const cid = cidOf(view['cid']);
	if (cid === undefined) throw new NetworkProblem('broken', session.host);
	switch (type) {
		case 'favourite': {
			const seen = record(view['viewer'])?.['like'];
			await setMark(x, 'app.bsky.feed.like', { subject: { uri, cid }, on, seen }, io);
			break;
		}
		case 'bookmark':
			if (on) await x.post('app.bsky.bookmark.createBookmark', { uri, cid });
			else await x.post('app.bsky.bookmark.deleteBookmark', { uri });
			break;
		case 'muteConversation': {
			const root = rootOf(view) ?? uri;
			await x.post(`app.bsky.graph.${on ? 'muteThread' : 'unmuteThread'}`, { root });
		}
	}
	return { posts: await seenAfter(at, view, FLAGS[type], on) };
}

function rootOf(view: Json): string | undefined {
	const reply = record(record(view['record'])?.['reply']);
	return postUri(record(reply?.['root'])?.['uri']);
}

async function seenAfter(
	{ session, x, io }: At,
	json: Json,
	flag: (typeof FLAGS)[keyof typeof FLAGS],
	on: boolean,
): Promise<readonly SeenPost[]> {
	const into = gathering(session, io);
	const key = readPost(json, into);
	if (key === undefined) throw new NetworkProblem('broken', session.host);
	const { posts } = into.all(await wordsFor(into, x, io));
	return posts.map((seen) => (seen.post.key === key ? after(seen, flag, on) : seen));
}

function after(
	{ post, view }: SeenPost,
	flag: (typeof FLAGS)[keyof typeof FLAGS],
	on: boolean,
): SeenPost {
	const { [flag]: before, ...rest } = view;
	const now: View = on ? { ...rest, [flag]: true } : rest;
	const changed = flag === 'favourited' && (before ?? false) !== on;
	return { post: changed ? liked(post, on ? 1 : -1) : post, view: now };
}

function liked(post: Post, by: 1 | -1): Post {
	if (post.counts?.likes === undefined) return post;
	return { ...post, counts: { ...post.counts, likes: Math.max(0, post.counts.likes + by) } };
}

const RELATED = { follow: 'following', block: 'blocking', mute: 'muting' } as const;

async function reactToAccount(at: At, reaction: OnAccount): Promise<Reacted> {
	const { session, x, io } = at;
	const { on, type } = reaction;
	const { json, did } = await profile(x, reaction.account, session.host);
	const viewer = record(json['viewer']);
	if (type === 'mute') {
		await x.post(`app.bsky.graph.${on ? 'muteActor' : 'unmuteActor'}`, { actor: did });
	} else {
		const kind = type === 'follow' ? 'app.bsky.graph.follow' : 'app.bsky.graph.block';
		await setMark(x, kind, { subject: did, on, seen: viewer?.[RELATED[type]] }, io);
	}
	const { relationship } = await personOf(session, json, x, io);
	const { [RELATED[type]]: _before, mutingNotices, ...rest } = relationship;
	const notices = type === 'mute' ? on : mutingNotices;
	const now: Relationship = {
		...rest,
		...(on ? { [RELATED[type]]: true } : {}),
		...(notices ? { mutingNotices: true } : {}),
	};
	return { relationship: now };
}
