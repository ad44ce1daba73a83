import type { AccountUri, Entry } from '../model';
import { type BroughtPost, rowsOf } from '../store';

/** Leaves out of what is brought back what nobody here wants to see any more. */
export type Unwanted = {
	posts(rows: readonly BroughtPost[]): BroughtPost[];
	/** After the posts: whose they are is known by them. */
	entries(rows: readonly Entry[]): Entry[];
};

/**
 * Whom my accounts block now: what those wrote or reposted went when they were blocked, and no older file brings it
 * back. What another account of mine saw of it stays with that one.
 */
export async function unwanted(): Promise<Unwanted> {
	const blocked = new Map<AccountUri, Set<AccountUri>>();
	for await (const rows of rowsOf('relationships')) {
		for (const { by, account, blocking } of rows)
			if (blocking) blocked.set(account, new Set(blocked.get(account)).add(by));
	}
	const theirs = new Map<string, ReadonlySet<AccountUri>>();
	const isFree = (against: readonly (ReadonlySet<AccountUri> | undefined)[]) => {
		return ({ by }: { by: AccountUri }) => !against.some((all) => all?.has(by));
	};
	return {
		posts: (rows) =>
			rows.flatMap((row) => {
				const by = row.post.author === undefined ? undefined : blocked.get(row.post.author);
				if (!by) return [row];
				theirs.set(row.post.key, by);
				const views = row.views.filter(isFree([by]));
				return views.length > 0 ? [{ ...row, views }] : [];
			}),
		entries: (rows) =>
			rows.flatMap((row) => {
				const reposter = row.by === undefined ? undefined : blocked.get(row.by);
				const seen = row.seen.filter(isFree([reposter, theirs.get(row.post)]));
				return seen.length > 0 ? [{ ...row, seen }] : [];
			}),
	};
}
