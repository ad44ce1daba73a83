import type { AccountUri, Instant, Notice, PostUri, Session } from '../../../model';
import { parseInstant, writeInstant } from '../../../text';
import type { Io } from '../../io';
import { type Json, list, record, text } from '../../json';
import { NetworkProblem } from '../../problem';
import type { Gathering } from '../decode/gathering';
import type { Words } from '../decode/label-words';
import { readLabels } from '../decode/labels';
import { readPost } from '../decode/post';
import type { Xrpc } from '../xrpc';

/** What somebody who labels for the whole view says of my account or of a post of mine. */
type Marked = { by: AccountUri; value: string; at: Instant; post?: PostUri };

const LOOKED_FOR_MS = 15 * 60_000;
/** Of my newest posts. */
const POSTS = 30;
const MOST = 40;

/**
 * What labelers have put on my account and my newest posts: nothing of it comes as a notification. Only those count
 * whom the view listens to by itself, as its staff. Asked for every quarter of an hour; a view that does not answer says
 * nothing.
 */
export async function marksOn(
	session: Session,
	x: Xrpc,
	into: Gathering,
	io: Io,
): Promise<readonly Marked[]> {
	const memory = `atproto marks ${session.account}`;
	const last = Number(io.memory.get(memory) ?? 0);
	if (io.now() - last < LOOKED_FOR_MS && last <= io.now()) return [];
	const { account: actor } = session;
	try {
		const usual = { usual: true } as const;
		const profile = record(await x.get('app.bsky.actor.getProfile', { actor }, usual));
		const limit = { actor, limit: POSTS };
		const feed = record(await x.get('app.bsky.feed.getAuthorFeed', limit, usual));
		io.memory.set(memory, String(io.now()));
		into.account(profile);
		const posts = list(feed?.['feed'], POSTS).flatMap((one) => {
			const post = record(record(one)?.['post']);
			return post && record(post['author'])?.['did'] === actor ? [post] : [];
		});
		const onPosts = posts.flatMap((post) => {
			const found = marks(post, actor, io);
			if (found.length > 0) readPost(post, into);
			return found;
		});
		return [...marks(profile, actor, io), ...onPosts];
	} catch (problem) {
		if (!(problem instanceof NetworkProblem) || problem.kind === 'cancelled') throw problem;
		return [];
	}
}

/** `com.atproto.label.defs#label` of a profile or a post, with the moment that it was made. */
function marks(json: Json | undefined, author: AccountUri, io: Io): readonly Marked[] {
	const { uri } = json ?? {};
	const post = typeof uri === 'string' ? uri : undefined;
	const all = list(json?.['labels'], MOST);
	const holding = readLabels(all, { of: post ? 'post' : 'author', author, now: io.now() });
	return holding.flatMap(({ by, value, self }) => {
		const at = all
			.map(record)
			.filter((one) => one?.['src'] === by && one['val'] === value)
			.map((one) => parseInstant(one?.['cts']) ?? 0)
			.reduce((a, b) => Math.max(a, b), 0);
		return self || at === 0 ? [] : [{ by, value, at, ...(post ? { post } : {}) }];
	});
}

/** As notices of the staff, newest first: those that warn others of me. What only says what is to be seen does not. */
export function warningsOf(
	marked: readonly Marked[],
	words: Words,
	{ by: me, now }: Gathering['border'],
): readonly Notice[] {
	return marked
		.filter((one) => isWarning(one, words))
		.map(({ by, value, at, post }) => {
			const { name = value, description } = words.of(by, value);
			const said = [text(name), text(description)].filter((one) => one !== '').join(': ');
			return {
				...{ by: me, id: `mark ${by} ${value} ${post ?? me}`, kind: 'moderationWarning' as const },
				...{ at: Math.min(at, now), people: [by], count: 1, cursorId: writeInstant(at) },
				...(post ? { post } : {}),
				warning: { action: name, text: said },
			};
		})
		.sort((a, b) => b.at - a.at);
}

/** `!no-unauthenticated` and the like are an author's own wish, and are not among these. */
function isWarning({ by, value, post }: Marked, words: Words): boolean {
	if (value.startsWith('!')) return true;
	const { setting, severity, adult } = words.of(by, value);
	if (post && adult) return false;
	return setting === 'hide' || severity === 'alert';
}
