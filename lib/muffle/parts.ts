import type { Account, Post, StoredPost } from '../model';

/** All that a post says. */
export function textsOf({ content, warning, media = [], poll, card }: Post): string[] {
	return [
		content.text,
		warning,
		...media.map(({ alt }) => alt),
		...(poll?.options ?? []).map(({ title }) => title),
		card?.title,
		card?.description,
	].filter(isSaid);
}

function isSaid(text: string | undefined): text is string {
	return text !== undefined && text !== '';
}

const TAG = /[#＃]([\p{L}\p{M}\p{N}_]+)/gu;

/** Its tags without their sign, those that its network did not mark among them. */
export function tagsOf({ content: { text, facets = [] } }: Post): string[] {
	const marked = facets.flatMap((facet) => (facet.type === 'tag' ? [facet.tag] : []));
	return [...marked, ...[...text.matchAll(TAG)].map(([, tag = '']) => tag)];
}

/** Everybody who wrote it, brought it here, or is named in it: handles in lower case. */
export function handlesOf({ post, author, repostedBy = [] }: StoredPost): string[] {
	const named = (post.content.facets ?? []).flatMap((facet) =>
		facet.type === 'mention' ? [facet.handle] : [],
	);
	const people = [
		author,
		...repostedBy,
		post.repostOf,
		post.replyTo,
		post.quote,
		...(post.mentions ?? []),
		...(post.replyMentions ?? []),
	];
	return [...people.map((one) => one?.handle), ...named]
		.filter(isSaid)
		.map((handle) => handle.replace(/^@/, '').toLowerCase());
}

/** Hosts that it links to, and those of who wrote it or brought it here. */
export function domainsOf({ post, author, repostedBy = [] }: StoredPost): string[] {
	const links = (post.content.facets ?? []).flatMap((facet) =>
		facet.type === 'link' ? [facet.href] : [],
	);
	const hosts = [...links, post.card?.url ?? ''].flatMap((url) =>
		URL.canParse(url) ? [new URL(url).hostname] : [],
	);
	return [...hosts, ...[...(author ? [author] : []), ...repostedBy].map(hostOf)];
}

/** A handle ends with its host, or is one. */
function hostOf({ handle }: Account): string {
	return (handle.split('@')[1] ?? handle).toLowerCase();
}

/** What of a post somebody may want to fold away: its tags, who wrote it or brought it, where it links to. */
export function offersOf(stored: StoredPost): string[] {
	const { author, repostedBy = [], post } = stored;
	const people = [author, ...repostedBy].flatMap((one) => (one ? [`@${one.handle}`] : []));
	const links = domainsOf({ post, sortAt: stored.sortAt, replies: [] });
	return [...new Set([...tagsOf(post).map((tag) => `#${tag}`), ...people, ...links])];
}
