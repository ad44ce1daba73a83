import type { Medium } from '../../lib/model';
import type { MediaRow } from '../../lib/store';

/** A stored medium and the key of the post it belongs to. */
export type PostMedium = { row: MediaRow; post: string };

/** The media of posts, newest first: their names begin with the number of the post (facts of the format, 1.8). */
export function ofPosts(
	rows: readonly MediaRow[],
	others: readonly (string | undefined)[],
): PostMedium[] {
	const named = rows.flatMap((row) => {
		const id = /^(\d{1,19})-/.exec(row.name)?.[1];
		return id && !others.includes(row.name) ? [{ row, id }] : [];
	});
	return named.sort(newestFirst).map(({ row, id }) => ({ row, post: `tw:${id}` }));
}

type Named = { row: MediaRow; id: string };

/** Decimal numbers without leading zeros: the longer one is the larger one. */
function newestFirst(a: Named, b: Named): number {
	if (a.id.length !== b.id.length) return b.id.length - a.id.length;
	if (a.id !== b.id) return a.id < b.id ? 1 : -1;
	return a.row.name < b.row.name ? -1 : 1;
}

export function typeOf(mime: string): Medium['type'] {
	return mime.startsWith('video/') ? 'video' : 'image';
}
