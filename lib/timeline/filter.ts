import type { Filter, StoredPost } from '../model';

/** Whether a filter leaves anything out at all. */
export function filters(filter: Filter): boolean {
	return Object.values(filter).some((value) => value !== undefined);
}

/** Whether a post, at this place of a timeline, is shown under a filter. */
export function passes(filter: Filter, stored: StoredPost): boolean {
	const { networks, accounts, media, withoutReplies, withoutReposts } = filter;
	const { post } = stored;
	if (networks && !networks.includes(post.network)) return false;
	if (accounts && !sourcesOf(stored).some((account) => accounts.includes(account))) return false;
	if (media && !post.media?.length) return false;
	if (withoutReposts && isRepost(stored)) return false;
	// A reply that somebody reposted is here for what it says.
	return !(withoutReplies && !isRepost(stored) && answersOthers(stored));
}

/** Whether somebody brought a post to this place who did not write it. */
export function isRepost({ post, repostedBy }: StoredPost): boolean {
	return post.repostOf !== undefined || (repostedBy ?? []).length > 0;
}

function sourcesOf({ owner, views }: StoredPost): string[] {
	return [...(views ?? []).map(({ by }) => by), ...(owner === undefined ? [] : [owner])];
}

function answersOthers({ post }: StoredPost): boolean {
	return post.replyTo !== undefined && post.replyTo.account !== post.author;
}
