import type { AccountUri, Notice } from '../../../model';
import { parseInstant } from '../../../text';
import { count, each, line, list, localId, present, record } from '../../json';
import type { Gathering } from './gathering';
import { readKind } from './notice';
import { readPost } from './status';

const MOST = 200;

/** https://docs.joinmastodon.org/methods/grouped_notifications/ (v2): groups, with accounts and posts beside them. */
export function readGrouped(value: unknown, into: Gathering): readonly Notice[] {
	const json = record(value);
	// Posts first: with a post an account comes with the best address.
	for (const status of list(json?.['statuses'], MOST)) {
		if (readPost(status, into) === undefined) into.refused++;
	}
	for (const account of list(json?.['accounts'], MOST)) {
		if (!into.account(account)) into.refused++;
	}
	const notices: Notice[] = [];
	for (const group of list(json?.['notification_groups'], MOST)) {
		const notice = readGroup(group, into);
		if (notice) notices.push(notice);
		else into.refused++;
	}
	return notices;
}

function readGroup(value: unknown, into: Gathering): Notice | undefined {
	const json = record(value);
	const id = localId(json?.['group_key']);
	const newest = localId(json?.['most_recent_notification_id'] ?? json?.['page_max_id']);
	const at = parseInstant(json?.['latest_page_notification_at']);
	if (!json || id === undefined || newest === undefined || at === undefined) return undefined;
	if (line(json['type'], 64) === undefined) return undefined;
	const people = readPeople(json['sample_account_ids'], into);
	const status = localId(json['status_id']);
	return {
		by: into.border.by,
		id,
		...readKind(json),
		at,
		people,
		count: Math.max(count(json['notifications_count']) ?? 1, people.length, 1),
		...present({ post: status === undefined ? undefined : into.postKey(status) }),
		cursorId: newest,
	};
}

function readPeople(value: unknown, into: Gathering): readonly AccountUri[] {
	const people = each(value, 40, (one) => {
		const id = localId(one);
		return id === undefined ? undefined : into.accountKey(id);
	});
	return [...new Set(people)];
}
