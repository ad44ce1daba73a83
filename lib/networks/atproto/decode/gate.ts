import type { AnsweringRule, Post, View } from '../../../model';
import { flag, type Json, line, list, present, record } from '../../json';

const RULES: Readonly<Record<string, AnsweringRule>> = {
	'app.bsky.feed.threadgate#mentionRule': 'mentioned',
	'app.bsky.feed.threadgate#followingRule': 'followed',
	'app.bsky.feed.threadgate#followerRule': 'followers',
};
const LIST = 'app.bsky.feed.threadgate#listRule';

/** `app.bsky.feed.defs#threadgateView`: no list of rules means everybody, an empty one nobody. */
export function readAnswering(value: unknown): Post['answering'] {
	const gate = record(value);
	const allow = record(gate?.['record'])?.['allow'];
	if (!Array.isArray(allow)) return undefined;
	const rules = list(allow, 20).flatMap((one) => readRule(one, gate?.['lists']) ?? []);
	// Rules that are not known here let somebody in: not nobody.
	return rules.length === 0 && allow.length > 0 ? undefined : rules;
}

function readRule(value: unknown, lists: unknown): AnsweringRule | undefined {
	const json = record(value);
	const type = json?.['$type'];
	if (typeof type !== 'string') return undefined;
	if (type !== LIST) return Object.hasOwn(RULES, type) ? RULES[type] : undefined;
	const named = list(lists, 20).find((one) => record(one)?.['uri'] === json?.['list']);
	return { list: line(record(named)?.['name'], 200) ?? '' };
}

/** `app.bsky.feed.defs#viewerState`: what I did with a post, and what its author lets me do. */
export function readViewer(viewer: Json): Partial<View> {
	return present({
		favourited: flag(typeof viewer['like'] === 'string'),
		reposted: flag(typeof viewer['repost'] === 'string'),
		bookmarked: flag(viewer['bookmarked']),
		muted: flag(viewer['threadMuted']),
		mayAnswer: viewer['replyDisabled'] === true ? (false as const) : undefined,
		quoting: viewer['embeddingDisabled'] === true ? ('no' as const) : ('yes' as const),
	});
}
