import type { AccountUri, Delivery, Entry, PostUri, Relationship } from '../model';
import { ASKED_FOR, type BroughtPost, rowsOf } from '../store';

/** Leaves out of what is brought back what nobody here wants to see any more. */
export type Unwanted = {
	posts(rows: readonly BroughtPost[]): BroughtPost[];
	/** After the posts: whose they are is known by them. */
	entries(rows: readonly Entry[]): Entry[];
};

/** My accounts that want nothing of somebody, or of a post. */
type Against = ReadonlySet<AccountUri>;

/**
 * Whom my accounts block or mute now, and what they deleted: all of that went then, and no older file brings it back.
 * Of somebody who is muted comes what the person kept, and into timelines that they asked for by name. What another
 * account of mine saw stays with that one.
 */
export async function unwanted(): Promise<Unwanted> {
	const blocked = await whom(({ blocking }) => blocking === true);
	const muted = await whom(({ muting }) => muting === true);
	const deleted = await deletions();
	const theirs = new Map<PostUri, { away: Against[]; unasked: Against | undefined }>();
	const isAway = (all: readonly (Against | undefined)[], by: AccountUri) =>
		all.some((one) => one?.has(by));
	return {
		posts: (rows) =>
			rows.flatMap((row) => {
				const { author, key } = row.post;
				const away = [blocked.get(author), deleted.get(key)].flatMap((one) => one ?? []);
				const unasked = muted.get(author);
				// Who deletes their own post deletes it for everybody.
				if (author !== undefined && deleted.get(key)?.has(author)) return [];
				if (away.length === 0 && !unasked) return [row];
				theirs.set(key, { away, unasked });
				const views = row.views.filter(
					({ by, favourited, bookmarked, reposted }) =>
						!isAway(away, by) && (favourited || bookmarked || reposted || !isAway([unasked], by)),
				);
				return views.length > 0 ? [{ ...row, views }] : [];
			}),
		entries: (rows) =>
			rows.flatMap((row) => {
				const { away = [], unasked } = theirs.get(row.post) ?? {};
				const unheard = ASKED_FOR.test(row.timeline) ? [] : [unasked, muted.get(row.by)];
				const against = [...away, blocked.get(row.by), ...unheard];
				const seen = row.seen.filter(({ by }) => !isAway(against, by));
				return seen.length > 0 ? [{ ...row, seen }] : [];
			}),
	};
}

/** Somebody (nobody: undefined), and which of my accounts stand so with them. */
async function whom(
	stands: (one: Relationship) => boolean,
): Promise<Map<AccountUri | undefined, Against>> {
	const found = new Map<AccountUri | undefined, Against>();
	for await (const rows of rowsOf('relationships'))
		for (const one of rows)
			if (stands(one)) found.set(one.account, new Set(found.get(one.account)).add(one.by));
	return found;
}

/** Posts that were deleted from here, and as whom. */
async function deletions(): Promise<Map<PostUri, Against>> {
	const found = new Map<PostUri, Against>();
	for await (const rows of rowsOf('deliveries'))
		for (const one of rows) {
			const post = deletedBy(one);
			if (post !== undefined) found.set(post, new Set(found.get(post)).add(one.target));
		}
	return found;
}

/** The post that is known by a delivery to be gone: it deleted it, or made it and was told of its deletion. */
function deletedBy({ kind, state, post, uri, deletedAt }: Delivery): PostUri | undefined {
	if (kind === 'delete') return state === 'sent' ? post : undefined;
	return deletedAt === undefined ? undefined : uri;
}
