import type { Content, Session } from '../../../model';
import { withWarning, writeInstant } from '../../../text';
import type { Io } from '../../io';
import { type Json, present, record } from '../../json';
import { NetworkProblem } from '../../problem';
import { cidOf, POST, postUri } from '../decode/uri';
import type { Xrpc } from '../xrpc';
import { embedFor } from './embed';
import { facetsFor } from './facets';
import type { Write } from './frozen';
import { labelsFor } from './labels';
import { type Ref, refOf, type Target } from './ref';

/** What people read, and what of it can be changed later; `hasFiles`: there are some below it, which a warning covers. */
export async function wordsOf(content: Content, hasFiles: boolean, x: Xrpc): Promise<Json> {
	// A half of a character has no bytes of its own.
	const text = withWarning(content.text, content.warning ?? '').toWellFormed();
	return present({
		text,
		facets: await facetsFor(text, x),
		langs: content.language === undefined ? undefined : [content.language],
		labels: labelsFor(content, hasFiles),
	});
}

/** A new post, and the gates that belong to it: they are made together or not at all. */
export async function postWrites(
	content: Content,
	about: { rkey: string; replyTo?: Target; quote?: Target },
	{ session, x, io }: { session: Session; x: Xrpc; io: Io },
): Promise<readonly [Write, ...Write[]]> {
	const { rkey, replyTo, quote } = about;
	refuse(content, session.host);
	const createdAt = writeInstant(io.now());
	const post: Json = {
		$type: POST,
		createdAt,
		...(await wordsOf(content, (content.media ?? []).length > 0, x)),
		...present({
			embed: embedFor(content, quote && refOf(quote), session),
			reply: replyTo && { root: rootOf(replyTo), parent: refOf(replyTo) },
		}),
	};
	const uri = `at://${x.did}/${POST}/${rkey}`;
	const gates = gatesOf(content, { uri, isAnswer: replyTo !== undefined, createdAt });
	return [
		{ collection: POST, rkey, record: post },
		...gates.map((gate) => ({ collection: String(gate['$type']), rkey, record: gate })),
	];
}

/** What would appear otherwise than the person meant it. */
function refuse({ visibility, poll }: Content, host: string): void {
	const closed = visibility === 'followers' || visibility === 'direct';
	const key = closed ? 'sendOnlyPublic' : poll ? 'sendNoPolls' : undefined;
	if (key === undefined) return;
	throw new NetworkProblem('refused', host, { sentence: { key, parameters: { host } } });
}

/** The post that began the conversation: an answer names it, anything else is it. */
function rootOf(parent: Target): Ref {
	const root = record(record(parent.value['reply'])?.['root']);
	const uri = postUri(root?.['uri']);
	const cid = cidOf(root?.['cid']);
	return uri === undefined || cid === undefined ? refOf(parent) : { uri, cid };
}

const GATE = 'app.bsky.feed.threadgate';
const RULES = {
	mentioned: 'mentionRule',
	followed: 'followingRule',
	followers: 'followerRule',
} as const;
export const GATES = [GATE, 'app.bsky.feed.postgate'] as const;

/** Who may answer is a matter of a whole conversation: of its first post. Their keys are that of the post. */
function gatesOf(
	{ answering, quoting }: Content,
	{ uri, isAnswer, createdAt }: { uri: string; isAnswer: boolean; createdAt: string },
): readonly Json[] {
	const common = { post: uri, createdAt };
	const allow = answering?.map((rule) => ({ $type: `${GATE}#${RULES[rule]}` }));
	const [, postgate] = GATES;
	return [
		...(allow && !isAnswer ? [{ $type: GATE, ...common, allow }] : []),
		// There is no rule for followers: nobody is never more than was meant.
		...(quoting
			? [{ $type: postgate, ...common, embeddingRules: [{ $type: `${postgate}#disableRule` }] }]
			: []),
	];
}
