import type { Post } from '../model';

/**
 * Programs that copy posts from one network to others. Programs in which people write for one network at a time are not
 * among them, nor are those of which nobody can tell.
 */
const COPIERS: ReadonlySet<string> = new Set([
	'buffer',
	'crossposter',
	'croissant',
	'dlvr.it',
	'fedica',
	'hootsuite',
	'ifttt',
	'mastodon twitter crossposter',
	'mastodon-twitter-crossposter',
	'metricool',
	'moa',
	'moa bridge',
	'moa.party',
	'publer',
	'skymoth',
	'twitter crossposter',
	'zapier',
]);

const RETWEET = /^RT @\w/;
const TWEET = /^\/([^/]+)\/status(?:es)?\/\d/;
const SKEET = /^\/profile\/([^/]+)\/post\//;

/** Whether a post that is not from our outbox looks as if it had been brought: by its program, its form or its links. */
export function isCopied(post: Post, names: ReadonlySet<string>): boolean {
	const { app, content } = post;
	if (app !== undefined && COPIERS.has(app.trim().toLowerCase())) return true;
	if (RETWEET.test(content.text)) return true;
	return (content.facets ?? []).some(
		(facet) => facet.type === 'link' && leadsToMine(facet.href, names),
	);
}

/** Only Twitter makes links of t.co; a link to a post of one's own elsewhere is what copying programs add. */
function leadsToMine(href: string, names: ReadonlySet<string>): boolean {
	const url = URL.canParse(href) ? new URL(href) : undefined;
	switch (url?.hostname.replace(/^(?:www|mobile)\./, '')) {
		case 't.co':
			return true;
		case 'x.com':
		case 'twitter.com':
			return isMine(TWEET.exec(url?.pathname ?? ''), names);
		case 'bsky.app':
			return isMine(SKEET.exec(url?.pathname ?? ''), names);
		default:
			return false;
	}
}

function isMine(found: RegExpExecArray | null, names: ReadonlySet<string>): boolean {
	return found?.[1] !== undefined && names.has(decoded(found[1]).toLowerCase());
}

function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}
