import type { Notice, NoticeKind, PostUri } from '../../../model';
import { parseInstant, writeInstant } from '../../../text';
import { grouped, groupOf } from '../../grouping';
import { type Json, line, present, record } from '../../json';
import type { Gathering } from './gathering';
import { postUri, recordUri } from './uri';

const KINDS: Readonly<Record<string, NoticeKind>> = {
	like: 'favourite',
	repost: 'repost',
	follow: 'follow',
	mention: 'mention',
	reply: 'mention',
	quote: 'quote',
	'subscribed-post': 'post',
	'like-via-repost': 'favourite',
	'repost-via-repost': 'repost',
};

/** Made by another post: that one is shown. The rest is about a post of mine. */
const BY_POST: ReadonlySet<NoticeKind> = new Set(['mention', 'quote', 'post']);

/**
 * `app.bsky.notification.listNotifications#notification`: one for each, those of one kind about one post within half
 * a day together.
 */
export function readNotices(values: readonly unknown[], into: Gathering): readonly Notice[] {
	const read = values.flatMap((value) => {
		const notice = readNotice(value, into);
		if (!notice) into.refused++;
		return notice ?? [];
	});
	return grouped(read);
}

function readNotice(value: unknown, into: Gathering): Notice | undefined {
	const json = record(value);
	const uri = recordUri(json?.['uri'])?.uri;
	const at = parseInstant(json?.['indexedAt']);
	const reason = line(json?.['reason'], 64);
	if (!json || uri === undefined || at === undefined || reason === undefined) return undefined;
	const person = into.account(json['author']);
	if (!person) return undefined;
	const kind = kindOf(reason);
	const post = noticedPost(json);
	return {
		by: into.border.by,
		id: groupOf(kind, uri, post, at),
		kind,
		at: Math.min(at, into.border.now),
		people: [person.key],
		count: 1,
		...present({ post, name: kind === 'other' ? reason : undefined }),
		// How far notices were read is marked by a moment.
		cursorId: writeInstant(at),
	};
}

function kindOf(reason: string): NoticeKind {
	return (Object.hasOwn(KINDS, reason) ? KINDS[reason] : undefined) ?? 'other';
}

/** The post that a notification is about, by its key. */
export function noticedPost(value: unknown): PostUri | undefined {
	const json: Json = record(value) ?? {};
	if (BY_POST.has(kindOf(line(json['reason'], 64) ?? ''))) return postUri(json['uri']);
	// What came by way of somebody's repost names that repost as its subject; the record names the post.
	const subject = record(record(json['record'])?.['subject'])?.['uri'];
	return postUri(subject) ?? postUri(json['reasonSubject']);
}
