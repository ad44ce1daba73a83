import type { Session } from '../../../model';
import { path } from '../../address';
import { type Answer, ask, type Question } from '../../http';
import type { Io } from '../../io';
import type { AccountRef, Reacted, Reaction } from '../../network';
import { NetworkProblem } from '../../problem';
import { Gathering } from '../decode/gathering';
import { readRelationship } from '../decode/relationship';
import { readPost } from '../decode/status';
import { borderOf } from '../secret';
import { accountId, findAccount, postId } from './find';
import { needFeature, needScope } from './may';

type OnPost = Extract<Reaction, { type: 'favourite' | 'bookmark' | 'muteConversation' }>;
type OnAccount = Extract<Reaction, { type: 'follow' | 'block' | 'mute' | 'answerRequest' }>;

const POSTS = {
	favourite: { scope: 'write:favourites', on: 'favourite', off: 'unfavourite' },
	bookmark: { scope: 'write:bookmarks', on: 'bookmark', off: 'unbookmark' },
	muteConversation: { scope: 'write:mutes', on: 'mute', off: 'unmute' },
} as const;

const ACCOUNTS = {
	follow: { scope: 'write:follows', on: 'follow', off: 'unfollow' },
	block: { scope: 'write:blocks', on: 'block', off: 'unblock' },
	mute: { scope: 'write:mutes', on: 'mute', off: 'unmute' },
} as const;

/** One change, sent once; what the server says is so now. Throws `forbidden` where the person did not grant it. */
export async function react(session: Session, reaction: Reaction, io: Io): Promise<Reacted> {
	switch (reaction.type) {
		case 'favourite':
		case 'bookmark':
		case 'muteConversation':
			return reactToPost(session, reaction, io);
		case 'follow':
		case 'block':
		case 'mute':
		case 'answerRequest':
			return reactToAccount(session, reaction, io);
		case 'vote':
			return vote(session, reaction, io);
		case 'blockServer':
			needFeature(session, 'serverBlocks');
			needScope(session, 'write:blocks');
			await ask(io, {
				session,
				path: '/api/v1/domain_blocks',
				method: reaction.on ? 'POST' : 'DELETE',
				body: { form: { domain: reaction.host } },
			});
			return {};
		case 'report':
			return report(session, reaction, io);
		case 'readAnnouncement':
			needFeature(session, 'announcements');
			await post(session, io, path`/api/v1/announcements/${reaction.id}/dismiss`);
			return {};
	}
}

async function reactToPost(session: Session, reaction: OnPost, io: Io): Promise<Reacted> {
	const { scope, on, off } = POSTS[reaction.type];
	needScope(session, scope);
	const id = await postId(session, reaction.post, io);
	const answer = await post(session, io, path`/api/v1/statuses/${id}/${reaction.on ? on : off}`);
	return { posts: postsOf(session, answer, io) };
}

/** Some servers answer with a poll alone, so the post is asked for. */
async function vote(
	session: Session,
	reaction: Extract<Reaction, { type: 'vote' }>,
	io: Io,
): Promise<Reacted> {
	needScope(session, 'write:statuses');
	const form = { 'choices[]': reaction.answers };
	await post(session, io, path`/api/v1/polls/${reaction.pollId}/votes`, { form });
	const id = await postId(session, reaction.post, io);
	const answer = await ask(io, { session, path: path`/api/v1/statuses/${id}` });
	return { posts: postsOf(session, answer, io) };
}

async function reactToAccount(session: Session, reaction: OnAccount, io: Io): Promise<Reacted> {
	needScope(
		session,
		reaction.type === 'answerRequest' ? 'write:follows' : ACCOUNTS[reaction.type].scope,
	);
	const { key, id } = await target(session, reaction.account, io);
	if (reaction.type === 'answerRequest') {
		const verb = reaction.accept ? 'authorize' : 'reject';
		return related(
			session,
			key,
			await post(session, io, path`/api/v1/follow_requests/${id}/${verb}`),
		);
	}
	const { on, off } = ACCOUNTS[reaction.type];
	return related(
		session,
		key,
		await post(session, io, path`/api/v1/accounts/${id}/${reaction.on ? on : off}`),
	);
}

async function report(
	session: Session,
	{ account, report: told }: Extract<Reaction, { type: 'report' }>,
	io: Io,
): Promise<Reacted> {
	needFeature(session, 'reports');
	needScope(session, 'write:reports');
	const id = await accountId(session, account, io);
	const posts = await Promise.all(told.posts.map((ref) => postId(session, ref, io)));
	const form = {
		account_id: id,
		'status_ids[]': posts,
		comment: told.comment,
		category: told.category,
		'rule_ids[]': told.rules,
		forward: told.forward,
	};
	await post(session, io, '/api/v1/reports', { form });
	return {};
}

function post(session: Session, io: Io, where: string, body?: Question['body']): Promise<Answer> {
	return ask(io, { session, path: where, method: 'POST', ...(body ? { body } : {}) });
}

async function target(session: Session, who: AccountRef, io: Io) {
	if ('account' in who && who.localId !== undefined) return { key: who.account, id: who.localId };
	const { account, localId } = await findAccount(session, who, io);
	return { key: account.key, id: localId };
}

function related(session: Session, key: string, answer: Answer): Reacted {
	const relationship = readRelationship(answer.json, session.account, key);
	// Pixelfed and others answer a request with nothing that says how things stand.
	return relationship ? { relationship } : {};
}

function postsOf(session: Session, answer: Answer, io: Io): NonNullable<Reacted['posts']> {
	const into = new Gathering(borderOf(session, io));
	if (readPost(answer.json, into) === undefined) {
		throw new NetworkProblem('broken', session.host, { status: answer.status });
	}
	return into.all().posts;
}
