import type { Notice, NoticeKind } from '../../../model';
import { parseInstant, plainText } from '../../../text';
import { grouped, groupOf } from '../../grouping';
import { count, type Json, line, localId, present, record, text } from '../../json';
import { pageAddress } from '../../web-address';
import type { Gathering } from './gathering';
import { readPost } from './status';

const LONGEST_WARNING = 5000;

const KINDS: Readonly<Record<string, NoticeKind>> = {
	mention: 'mention',
	status: 'post',
	reblog: 'repost',
	favourite: 'favourite',
	follow: 'follow',
	follow_request: 'followRequest',
	poll: 'poll',
	update: 'edit',
	quote: 'quote',
	quoted_update: 'quotedEdit',
	moderation_warning: 'moderationWarning',
	severed_relationships: 'severed',
};

const SEVERED: Readonly<Record<string, NonNullable<Notice['severed']>['why']>> = {
	domain_block: 'serverBlocked',
	user_domain_block: 'iBlockedServer',
	account_suspension: 'suspended',
};

/** The parts of a notice that its type alone tells, whichever way it came. */
export function readKind(json: Json): Pick<Notice, 'kind' | 'name' | 'warning' | 'severed'> {
	const type = text(json['type']);
	const kind = (Object.hasOwn(KINDS, type) ? KINDS[type] : undefined) ?? 'other';
	return {
		kind,
		...present({
			name: kind === 'other' ? line(type, 64) : undefined,
			warning: kind === 'moderationWarning' ? readWarning(json['moderation_warning']) : undefined,
			severed:
				kind === 'severed'
					? readSevered(json['event'] ?? json['relationship_severance_event'])
					: undefined,
		}),
	};
}

/** https://docs.joinmastodon.org/entities/AccountWarning/ */
function readWarning(value: unknown): NonNullable<Notice['warning']> {
	const json = record(value);
	const target = record(json?.['target_account']);
	return {
		action: line(json?.['action'], 64) ?? 'none',
		text: plainText(text(json?.['text']), LONGEST_WARNING),
		...present({ url: pageAddress(json?.['url']) ?? pageAddress(target?.['url']) }),
	};
}

/** https://docs.joinmastodon.org/entities/RelationshipSeveranceEvent/ */
function readSevered(value: unknown): NonNullable<Notice['severed']> {
	const json = record(value);
	const type = text(json?.['type']);
	return {
		why: (Object.hasOwn(SEVERED, type) ? SEVERED[type] : undefined) ?? 'other',
		target: line(json?.['target_name'], 255) ?? '',
		followers: count(json?.['followers_count']) ?? 0,
		following: count(json?.['following_count'] ?? json?.['relationships_count']) ?? 0,
	};
}

/**
 * https://docs.joinmastodon.org/entities/Notification/ (v1): one notice for each, those of one kind about one post
 * within half a day together.
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
	const id = localId(json?.['id']);
	const at = parseInstant(json?.['created_at']);
	if (!json || id === undefined || at === undefined || line(json['type'], 64) === undefined)
		return undefined;
	const person = json['account'] === undefined ? undefined : into.account(json['account']);
	const about = record(json['status']) ?? record(record(json['report'])?.['status']);
	const post = about && readPost(about, into);
	const kind = readKind(json);
	return {
		by: into.border.by,
		id: groupOf(kind.kind, id, localId(about?.['id']), at),
		...kind,
		at,
		people: person ? [person.account.key] : [],
		count: 1,
		...present({ post }),
		cursorId: id,
	};
}
