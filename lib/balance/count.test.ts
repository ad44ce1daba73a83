import { describe, expect, it } from 'vitest';
import { dice, type Roll } from '../../tests/fixtures/dice';
import type { Delivery, Post } from '../model';
import { shareOf } from '../norms';
import { type Counted, countBalance, type Mention, MOST_POSTS, type Seen } from './count';

const NOW = Date.UTC(2026, 10, 22);
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const ME = 'https://here.example/me';
const OTHER_OF_MINE = 'https://there.example/me';

let made = 0;
function seen(more: Partial<Post> & { daysAgo?: number; parentId?: string }): Seen {
	const { daysAgo = 1, parentId, ...post } = more;
	const id = String(++made);
	return {
		post: {
			key: `https://here.example/${id}`,
			network: 'town',
			author: ME,
			createdAt: NOW - daysAgo * DAY,
			content: { text: 'Hello' },
			...post,
		},
		view: { by: ME, localId: id, ...(parentId === undefined ? {} : { parentId }) },
	};
}
function mention(daysAgo: number, more: Partial<Post> & Partial<Mention['view']> = {}): Mention {
	const { favourited, muted, ...post } = more;
	const one = seen({ author: 'https://here.example/bea', daysAgo, ...post });
	const view = { ...one.view, ...(favourited ? { favourited } : {}), ...(muted ? { muted } : {}) };
	return { ...one, view, at: NOW - daysAgo * DAY, bot: false };
}
const answerTo = ({ post }: Seen, more: Partial<Post> & { daysAgo?: number } = {}) =>
	seen({
		replyTo: { post: post.key, ...(post.author ? { account: post.author } : {}) },
		...more,
	});
function sent(posts: readonly Seen[], origin: Delivery['origin']): Counted['origins'] {
	return new Map(posts.map(({ post }) => [post.key, origin]));
}
const times = <T>(n: number, make: (at: number) => T): T[] =>
	Array.from({ length: n }, (_, at) => make(at));
const given = (more: Partial<Counted> = {}): Counted => ({
	posts: [],
	mentions: [],
	origins: new Map(),
	account: ME,
	mine: new Set([ME, OTHER_OF_MINE]),
	names: new Set(['alice', 'alice.example']),
	now: NOW,
	...more,
});
const numbers = (more: Partial<Counted>) => {
	const { broadcasts, replies, unanswered, looked } = countBalance(given(more));
	return { broadcasts, replies, waiting: unanswered.length, looked };
};
const link = (href: string): Post['content'] => ({
	text: 'Look',
	facets: [{ type: 'link', start: 0, end: 4, href }],
});

describe('what is spread', () => {
	it.each([
		['several', 1],
		['brought', 1],
		['automatic', 1],
		['typed', 0],
	] as const)('of what our outbox sent: %s', (origin, broadcasts) => {
		const posts = [seen({})];
		expect(numbers({ posts, origins: sent(posts, origin) }).broadcasts).toBe(broadcasts);
	});

	it('our outbox knows better than what a post looks like', () => {
		const posts = [seen({ content: link('https://t.co/abc') })];
		expect(numbers({ posts }).broadcasts).toBe(1);
		expect(numbers({ posts, origins: sent(posts, 'typed') }).broadcasts).toBe(0);
	});

	it.each<[string, Partial<Post>, number]>([
		['a program that copies', { app: 'Moa' }, 1],
		['another program', { app: 'Ivory' }, 0],
		['a retweet', { content: { text: 'RT @bob: so true' } }, 1],
		['talk of a retweet', { content: { text: 'What does RT @bob mean?' } }, 0],
		['a short link of Twitter', { content: link('https://t.co/abc') }, 1],
		['a link to my tweet', { content: link('https://x.com/Alice/status/20') }, 1],
		['a link to somebody else’s', { content: link('https://x.com/bob/status/20') }, 0],
		['a link to my post', { content: link('https://bsky.app/profile/alice.example/post/3k') }, 1],
		['a link that is none', { content: link('https://x.com.evil.example/alice/status/20') }, 0],
		['a broken escape', { content: link('https://x.com/%E0%A4%A/status/20') }, 0],
		['my own words', {}, 0],
	])('of what others sent: %s', (_what, post, broadcasts) => {
		expect(numbers({ posts: [seen(post)] }).broadcasts).toBe(broadcasts);
	});

	it('is no answer, whomever it answers', () => {
		const root = seen({});
		const own = answerTo(root);
		const other = answerTo(mention(5));
		const origins = sent([own, other], 'several');
		expect(numbers({ posts: [own, other], origins })).toMatchObject({ broadcasts: 0, replies: 1 });
	});
});

describe('answers', () => {
	it('count to others alone: neither to myself nor to another account of mine', () => {
		const posts = [
			answerTo(mention(5)),
			answerTo(seen({})),
			answerTo(mention(5, { author: OTHER_OF_MINE })),
			// Whom it answers is not told.
			seen({ replyTo: {} }),
		];
		expect(numbers({ posts })).toMatchObject({ replies: 2, broadcasts: 0 });
	});

	it('are remembered by the newest', () => {
		const posts = [4, 2, 9].map((daysAgo) => answerTo(mention(20), { daysAgo }));
		expect(countBalance(given({ posts })).answeredAt).toBe(NOW - 2 * DAY);
	});
});

describe('who waits', () => {
	it('is a person, after two days, whom I did not answer', () => {
		const waiting = mention(5);
		const answered = mention(6);
		const mentions = [
			waiting,
			answered,
			mention(1.9),
			{ ...mention(5), bot: true },
			mention(5, { favourited: true }),
			mention(5, { muted: true }),
			mention(5, { author: OTHER_OF_MINE }),
			mention(31),
		];
		const { unanswered } = countBalance(given({ mentions, posts: [answerTo(answered)] }));
		const { key, author } = waiting.post;
		expect(unanswered).toEqual([{ post: key, at: waiting.at, by: author }]);
	});

	it('is found answered by the server’s own id too', () => {
		const one = mention(5);
		const posts = [seen({ replyTo: {}, parentId: one.view.localId })];
		expect(numbers({ mentions: [one], posts })).toMatchObject({ waiting: 0, replies: 1 });
	});

	it('and goes on alone is answered once', () => {
		const first = mention(7);
		const more = mention(6, { replyTo: { post: first.post.key } });
		const others = mention(7, { author: 'https://here.example/cem' });
		const theirs = mention(6, { replyTo: { post: others.post.key } });
		const mentions = [first, more, others, theirs];
		const posts = [answerTo(more), answerTo(theirs)];
		const { unanswered } = countBalance(given({ mentions, posts }));
		expect(unanswered.map(({ post }) => post)).toEqual([others.post.key]);
	});

	it('stands with the longest waiting first', () => {
		const mentions = [3, 9, 5].map((days) => mention(days));
		const { unanswered } = countBalance(given({ mentions }));
		expect(unanswered.map(({ at }) => (NOW - at) / DAY)).toEqual([9, 5, 3]);
	});

	it('is no endless talk, whatever servers claim', () => {
		const [a, b] = [mention(5), mention(6)];
		const circle = [
			{ ...a, post: { ...a.post, replyTo: { post: b.post.key } } },
			{ ...b, post: { ...b.post, replyTo: { post: a.post.key } } },
		];
		expect(numbers({ mentions: circle, posts: [answerTo(a)] }).waiting).toBe(0);
	});
});

describe('the window', () => {
	it('is thirty days', () => {
		const posts = [29, 31].map((daysAgo) => seen({ daysAgo }));
		expect(numbers({ posts, origins: sent(posts, 'several') })).toMatchObject({
			looked: 1,
			broadcasts: 1,
		});
		expect(countBalance(given({ posts })).from).toBe(NOW - 30 * DAY);
	});

	it('or two hundred posts, the newest of them; nobody waits from before it', () => {
		const posts = times(MOST_POSTS + 50, (at) => seen({ daysAgo: 3 + at / 100 }));
		const counted = countBalance(
			given({
				posts: [...posts].reverse(),
				mentions: [mention(4), mention(5.2)],
				origins: sent(posts, 'several'),
			}),
		);
		expect(counted).toMatchObject({ looked: MOST_POSTS, broadcasts: MOST_POSTS });
		expect(counted.from).toBe(posts[MOST_POSTS - 1]?.post.createdAt);
		expect(counted.unanswered).toHaveLength(1);
	});

	it('holds nothing of others', () => {
		expect(
			numbers({ posts: [seen({ author: 'https://here.example/bea', app: 'Moa' })] }).looked,
		).toBe(0);
	});
});

/** Posts and mentions as they fall. */
function anything(roll: Roll): Counted {
	const mentions = times(roll(12), () => mention(roll(36)));
	const origins = new Map<string, Delivery['origin']>();
	const posts = times(roll(40), () => {
		const to = roll(2) === 0 ? mentions[roll(12)] : undefined;
		const daysAgo = roll(36);
		const one = to ? answerTo(to, { daysAgo }) : seen({ daysAgo });
		const origin = (['typed', 'several', 'brought', undefined] as const)[roll(4)];
		if (origin) origins.set(one.post.key, origin);
		return one;
	});
	return given({ mentions, posts, origins });
}

function shuffled<T>(all: readonly T[], roll: Roll): T[] {
	return all
		.map((value) => [roll(10_000), value] as const)
		.sort(([a], [b]) => a - b)
		.map(([, value]) => value);
}

describe.each(times(60, (at) => at))('whatever was written (%i)', (seed) => {
	const roll = dice(seed);
	const one = anything(roll);

	it('the order in which it is given does not matter', () => {
		const mixed = {
			...one,
			posts: shuffled(one.posts, roll),
			mentions: shuffled(one.mentions, roll),
		};
		expect(countBalance(mixed)).toEqual(countBalance(one));
	});

	it('an answer makes fewer wait, and the share no greater', () => {
		const before = countBalance(one);
		const newest = one.mentions.find(({ post }) => post.key === before.unanswered.at(-1)?.post);
		const waiting = newest ?? mention(5);
		const posts = [...one.posts, answerTo(waiting, { daysAgo: 0 })];
		const after = countBalance({ ...one, posts });
		if (newest) expect(after.unanswered.length).toBeLessThan(before.unanswered.length);
		expect(after.replies).toBe(before.replies + 1);
		expect(shareOf(after)).toBeLessThanOrEqual(shareOf(before));
	});

	it('spread and answered are parts of what was looked at', () => {
		const { looked, broadcasts, replies } = countBalance(one);
		expect(broadcasts + replies).toBeLessThanOrEqual(looked);
	});
});
