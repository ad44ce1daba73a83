import type { StoredPost } from '../../lib/model';
import type { Conversation } from '../../lib/timeline';

/** One line of a conversation. */
export type Row = {
	stored: StoredPost;
	/** How deep a reply stands, from 0. */
	depth: number;
	current: boolean;
	thread?: { place: number; of: number };
};

/** Deeper replies stand no further to the side than this. */
const DEEPEST = 4;

/** Ancestors, the post, its replies, in reading order; a thread of one person is numbered. */
export function toRows({ ancestors, post, replies }: Conversation): Row[] {
	const rows: Row[] = [
		...ancestors.map((stored) => ({ stored, depth: 0, current: false })),
		{ stored: post, depth: 0, current: true },
		...replies.map(({ depth, post: stored }) => ({
			stored,
			depth: Math.min(depth, DEEPEST),
			current: false,
		})),
	];
	const chain = selfThread(rows);
	const of = chain.length;
	return rows.map((row) => {
		const place = chain.indexOf(row) + 1;
		// Part of the chain stands in one line with its beginning, however deep it is nested.
		return of > 1 && place > 0 ? { ...row, depth: 0, thread: { place, of } } : row;
	});
}

/** The longest unbroken line of one author's answers to themselves that holds the post. */
function selfThread(rows: readonly Row[]): Row[] {
	const current = rows.findIndex((row) => row.current);
	const chain: Row[] = [];
	for (let i = current; i >= 0; i--) {
		const row = rows[i];
		if (!row || (chain[0] && !continues(row.stored, chain[0].stored))) break;
		chain.unshift(row);
	}
	for (const row of rows.slice(current + 1)) {
		const last = chain.at(-1);
		if (last && continues(last.stored, row.stored)) chain.push(row);
	}
	return chain;
}

function continues(before: StoredPost, after: StoredPost): boolean {
	return (
		after.post.replyTo?.post === before.post.key &&
		after.post.author !== undefined &&
		after.post.author === before.post.author
	);
}
