import type { AccountUri, Instant } from '../model';
import type { PostRow } from '../store';

/**
 * A post as it is after one of my accounts passed it on, or took that back, count and all. What is so already stays as
 * it is. What was being read meanwhile knows nothing of it and must not undo it.
 */
export function passed(row: PostRow, by: AccountUri, on: boolean, now: Instant): PostRow {
	const view = row.views.find((one) => one.by === by);
	if (!view || (view.reposted ?? false) === on) return row;
	const { reposted: _before, ...rest } = view;
	const others = row.views.filter((one) => one !== view);
	const views = [...others, on ? { ...rest, reposted: true as const } : rest];
	const next = { ...row, views, readAt: Math.max(row.readAt, now) };
	const { counts } = row.post;
	if (counts?.reposts === undefined) return next;
	const reposts = Math.max(0, counts.reposts + (on ? 1 : -1));
	return { ...next, post: { ...row.post, counts: { ...counts, reposts } } };
}
