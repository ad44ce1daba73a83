import type { Account, Post, View } from '../../../lib/model';
import { OPERATORS as ARCHIVED, type Condition, lookAt, phrase, word } from './oracle';
import { createRandom } from './posts';
import { createVaried } from './varied';

/** My accounts, and others whom they follow. */
export const MINE = [
	{ account: 'https://chaos.example/people/me', host: 'chaos.example', handle: 'me@chaos.example' },
	{ account: 'did:plc:mine', host: 'square.example', handle: 'mine.square.example' },
] as const;

export const PEOPLE: readonly Account[] = [
	...MINE.map(({ account, handle }) => ({ key: account, handle, name: handle })),
	...['rio', 'Kim42', 'sam_sample'].flatMap((name) =>
		['chaos.example', 'calm.example'].map((host) => ({
			key: `https://${host}/people/${name}`,
			handle: `${name}@${host}`,
			name,
		})),
	),
	{ key: 'did:plc:far', handle: 'rio.far.example', name: 'Rio' },
];

const OWNER: Account = { key: 'tw:0', handle: 'nobody', name: '' };

/** Live posts of all kinds from several networks, each as one of my accounts sees it, or both. */
export function createLive(seed: number): () => { post: Post; views: View[] } {
	const next = createVaried(OWNER, seed);
	const random = createRandom(seed + 1);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
	const chance = (share: number) => random() < share;
	return () => {
		const { repostOf: _r, maybeCircle: _m, edits: _e, author: _a, replyTo, ...post } = next();
		const author = pick(PEOPLE);
		const id = post.key.slice(3);
		const square = author.key.startsWith('did:');
		const key = square ? `at://${author.key}/posts/${id}` : `${author.key}/posts/${id}`;
		const seenBy = chance(0.2) ? MINE : [pick(MINE)];
		const parent = replyTo ? { replyTo: { ...replyTo, account: pick(PEOPLE).key } } : {};
		return {
			post: {
				...post,
				...parent,
				...beside(chance),
				key,
				network: square ? 'atproto' : 'mastodon',
				author: author.key,
				...(square ? {} : { url: `${author.key}/${id}` }),
			},
			views: seenBy.map(({ account }) => ({
				by: account,
				localId: id,
				...(chance(0.2) ? { favourited: true as const } : {}),
			})),
		};
	};
}

/** What archives never have. */
function beside(chance: (share: number) => boolean): Partial<Post> {
	const options = [{ title: 'tea' }, { title: 'sun' }];
	const card = { url: 'https://a.example', type: 'link' as const, title: 'Delay of trains' };
	return {
		...(chance(0.1) ? { warning: 'night sea' } : {}),
		...(chance(0.1) ? { poll: { votes: 1, options } } : {}),
		...(chance(0.1) ? { card } : {}),
	};
}

/** A stored live post, and whether somebody reposted it. */
export type Seen = { post: Post; views: readonly View[]; reposted: boolean };
export type LiveCondition = (seen: Seen) => boolean;

const isMine = (key: string | undefined) => MINE.some(({ account }) => account === key);
const handleOf = (key: string | undefined) =>
	PEOPLE.find((one) => one.key === key)?.handle.toLowerCase() ?? '';
/** Whole, or without its host. */
const isCalled = (key: string | undefined, name: string) =>
	handleOf(key) === name || handleOf(key).startsWith(`${name}@`);

const OPERATORS: Readonly<Record<string, LiveCondition>> = {
	'is:mine': ({ post }) => isMine(post.author),
	'from:me': ({ post }) => isMine(post.author),
	'to:me': ({ post }) => isMine(post.replyTo?.account),
	'is:thread': ({ post }) => isMine(post.replyTo?.account),
	'is:repost': ({ reposted, views }) => reposted || views.some((view) => view.reposted),
	'is:liked': ({ views }) => views.some(({ favourited }) => favourited),
	'is:edited': ({ post }) => post.editedAt !== undefined,
	'has:poll': ({ post }) => post.poll !== undefined,
	'has:link': ({ post }) =>
		post.card !== undefined || (post.content.facets ?? []).some(({ type }) => type === 'link'),
	'on:mastodon': ({ post }) => post.network === 'mastodon',
	'on:bluesky': ({ post }) => post.network === 'atproto',
	'on:twitter': () => false,
	'on:calm.example': ({ post }) => post.author?.includes('calm.example') === true,
	'on:square.example': ({ post, views }) =>
		views.some(({ by }) => by === 'did:plc:mine') || post.author === 'did:plc:mine',
	'from:rio': ({ post }) => isCalled(post.author, 'rio'),
	'from:@KIM42@calm.example': ({ post }) => isCalled(post.author, 'kim42@calm.example'),
	'from:rio.far.example': ({ post }) => isCalled(post.author, 'rio.far.example'),
};

/** Of these the archive's meaning holds. */
const SAME = ['has:media', 'has:image', 'has:alt', 'is:reply', 'is:quote', 'is:long'];

/** All words of a post, as the plain look of the oracle cuts them. */
function textsOf({ post }: Seen) {
	const { warning, poll, card } = post;
	const beside = [warning, card?.title, ...(poll?.options.map(({ title }) => title) ?? [])];
	const media = [
		...(post.media ?? []),
		...beside.map((alt) => ({ type: 'image' as const, alt: alt ?? '' })),
	];
	return lookAt({ ...post, media }, OWNER);
}

/** One query of one to three conditions, and what it means. */
export function createLiveQueries(seed: number): () => { text: string; holds: LiveCondition } {
	const random = createRandom(seed);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
	const words = ['night', 'tea', 'sea', 'train', 'über', '東京', 'trains', 'delay', 'sun'];
	const inTexts = (condition: Condition) => (seen: Seen) => condition(textsOf(seen));
	const kinds: readonly (() => { text: string; holds: LiveCondition })[] = [
		() => {
			const text = pick(words);
			return { text, holds: inTexts(word(text)) };
		},
		() => {
			// Unspaced scripts have phrases of their own: the archive's test has them.
			const spaced = words.filter((one) => !/\p{scx=Han}/u.test(one));
			const two = [pick(spaced), pick(spaced)];
			return { text: `"${two.join(' ')}"`, holds: inTexts(phrase(two)) };
		},
		() => {
			const text = pick(Object.keys(OPERATORS));
			return { text, holds: OPERATORS[text] ?? (() => false) };
		},
		() => {
			const text = pick(SAME);
			return { text, holds: ({ post }) => ARCHIVED[text]?.(lookAt(post, OWNER)) ?? false };
		},
		() => {
			const year = 2010 + Math.floor(random() * 4);
			const at = new Date(year, 0, 1).getTime();
			return random() < 0.5
				? { text: `before:${year}`, holds: ({ post }) => (post.createdAt ?? 0) < at }
				: { text: `after:${year}`, holds: ({ post }) => (post.createdAt ?? 0) >= at };
		},
	];
	return () => {
		const parts = Array.from({ length: 1 + Math.floor(random() * 2.5) }, () => {
			const asked = pick(kinds)();
			const not = random() < 0.2;
			return not ? { text: `-${asked.text}`, holds: (seen: Seen) => !asked.holds(seen) } : asked;
		});
		return {
			text: parts.map(({ text }) => text).join(' '),
			holds: (seen) => parts.every(({ holds }) => holds(seen)),
		};
	};
}
