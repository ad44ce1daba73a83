import type { Instant, Notice, NoticeKind } from '../model';

/** Mastodon's own window for grouping. */
const WINDOW = 12 * 60 * 60_000;

const GROUPED: ReadonlySet<NoticeKind> = new Set(['repost', 'favourite', 'follow']);

/** The id of the group of a notice, or `id`; the same for the same group on every page, so that what is stored grows. */
export function groupOf(
	kind: NoticeKind,
	id: string,
	post: string | undefined,
	at: Instant,
): string {
	if (!GROUPED.has(kind) || (kind !== 'follow' && post === undefined)) return id;
	return [kind, ...(post === undefined ? [] : [post]), Math.floor(at / WINDOW)].join('-');
}

/** Notices, newest first, with those of one id together. */
export function grouped(notices: readonly Notice[]): readonly Notice[] {
	const groups = new Map<string, Notice>();
	for (const notice of notices) {
		const known = groups.get(notice.id);
		groups.set(notice.id, known ? together(known, notice) : notice);
	}
	return [...groups.values()];
}

/** The newer one came first and stays in front. */
function together(known: Notice, next: Notice): Notice {
	const people = [...new Set([...known.people, ...next.people])];
	return { ...known, people, count: Math.max(people.length, known.count) };
}
