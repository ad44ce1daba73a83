import { describe, expect, it } from 'vitest';
import { HELLO, venueOf } from '../../tests/fixtures/venue';
import type { Balance, Care, Content, Venue, Verdict } from '../model';
import { judge, levelOf, shareOf } from '.';
import { readRules } from './rules';

// Balance, care and pace: what follows from how an account of mine stands there.

const NOW = Date.UTC(2026, 10, 22);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function balance(broadcasts: number, replies: number, more: Partial<Balance> = {}): Balance {
	return {
		readAt: NOW,
		looked: broadcasts + replies,
		from: NOW - 30 * DAY,
		broadcasts,
		replies,
		unanswered: [],
		...more,
	};
}
const waiting = (n: number): Balance['unanswered'] =>
	Array.from({ length: n }, (_, at) => ({ post: `https://chaos.example/${at}`, at }));

const venue = (more: Partial<Venue> = {}) => {
	const readings = readRules(more.rules ?? []);
	return venueOf({ features: [], readAt: NOW, now: NOW, ...more, readings });
};
const said = (more: Partial<Venue>, content: Partial<Content> = {}) =>
	judge({ ...HELLO, ...content }, venue(more));
const short = (verdicts: readonly Verdict[]) =>
	verdicts.map(({ norm, verdict }) => `${norm}: ${verdict}`);
const stands = (counted: Balance, more: Partial<Venue> = {}) =>
	short(said({ standing: { account: 'me', balance: counted }, ...more }));
const REPLY = { post: 'https://chaos.example/0', author: 'bea@chaos.example' };

describe('balance', () => {
	it.each<[number, number, string[]]>([
		[7, 0, []],
		[8, 0, ['balance: ask']],
		[8, 6, []],
		[9, 6, []],
		[10, 6, ['balance: advise']],
		[8, 2, ['balance: advise']],
		[9, 2, ['balance: ask']],
		[6, 9, []],
		[40, 0, ['balance: ask']],
	])('of %i spread and %i answers', (broadcasts, replies, found) => {
		expect(stands(balance(broadcasts, replies))).toEqual(found);
		expect(stands(balance(broadcasts, replies), { origin: 'several' })).toEqual(found);
	});

	it('is not spoken of before it was counted', () => {
		expect(short(said({ standing: { account: 'me' } }))).toEqual([]);
	});

	it('is of the last thirty days, or nothing is said', () => {
		const counted = (days: number) => balance(40, 0, { readAt: NOW - days * DAY });
		expect(stands(counted(29))).toEqual(['balance: ask']);
		expect(stands(counted(31), { origin: 'brought' })).toEqual([]);
	});

	it.each<[Partial<Venue>, string]>([
		[{ origin: 'brought' }, 'block'],
		[{ origin: 'automatic' }, 'block'],
		[{ scheduled: true }, 'block'],
		[{ origin: 'several' }, 'ask'],
		[{ origin: 'typed' }, 'ask'],
	])('far too much of it holds back what is not written here: %j', (more, verdict) => {
		expect(stands(balance(20, 1), more)).toEqual([`balance: ${verdict}`]);
		expect(stands(balance(8, 8, { unanswered: waiting(6) }), more)).toEqual([
			`balance: ${verdict}`,
		]);
		expect(stands(balance(8, 8, { unanswered: waiting(5) }), more)).toEqual([]);
		expect(stands(balance(19, 1), more)).toEqual(['balance: ask']);
	});

	it('holds nothing back any more once somebody was answered', () => {
		const brought = (answeredAt: number) =>
			stands(balance(40, 1, { answeredAt }), { origin: 'brought' });
		expect(brought(NOW - MINUTE)).toEqual(['balance: ask']);
		expect(brought(NOW - 3 * DAY)).toEqual(['balance: block']);
	});

	it.each<[string, Partial<Venue>]>([
		['answers', { replyTo: REPLY }],
		['answers that were scheduled', { replyTo: REPLY, scheduled: true }],
		['what is passed on', { kind: 'repost' }],
		['changes', { kind: 'edit' }],
		['deletions', { kind: 'delete' }],
		['the rest of a thread', { thread: { at: 1, of: 2 } }],
	])('never hinders %s', (_what, more) => {
		const found = stands(balance(40, 0, { unanswered: waiting(9) }), more);
		expect(found.filter((one) => one.startsWith('balance'))).toEqual([]);
	});

	it('going on with my own post is no answer', () => {
		const own = { ...REPLY, own: true } as const;
		expect(stands(balance(40, 0), { replyTo: own })).toEqual(['balance: ask']);
	});

	it('names those who wait longest, and the numbers', () => {
		const counted = balance(40, 0, { unanswered: waiting(4) });
		const [verdict] = said({ standing: { account: 'me', balance: counted } });
		expect(verdict?.remedies).toEqual(waiting(3).map(({ post }) => ({ do: 'answer', post })));
		expect(verdict).toMatchObject({ by: 'custom', override: 'goOn' });
		expect(verdict?.reason.parameters).toMatchObject({ percent: 100, broadcasts: 40, waiting: 4 });
	});

	it('a yes is remembered, a block cannot be waved away', () => {
		const answers = [{ norm: 'balance', target: 'me', how: 'goOn', at: NOW }] as const;
		const standing = { account: 'me', balance: balance(40, 0) };
		expect(said({ standing, answers })[0]?.answered).toBe(true);
		const [blocked] = said({ standing, answers, origin: 'brought' });
		expect(blocked).toMatchObject({ verdict: 'block' });
		expect(blocked?.answered).toBeUndefined();
	});

	it('an answer never makes it worse', () => {
		const worse = ['too-little', 'fine', 'advise', 'ask', 'too-much'];
		for (let spread = 0; spread < 60; spread += 1) {
			for (let replies = 0; replies < 30; replies += 1) {
				const [before, after] = [balance(spread, replies), balance(spread, replies + 1)];
				expect(shareOf(after)).toBeLessThanOrEqual(shareOf(before));
				expect(worse.indexOf(levelOf(after))).toBeLessThanOrEqual(worse.indexOf(levelOf(before)));
			}
		}
	});
});

describe('care', () => {
	const CARE: Care = { since: NOW - DAY, by: 'server', sentence: 'Take part.' };
	const under = (more: Partial<Venue> = {}, care: Care = CARE) =>
		said({ standing: { account: 'me', care }, ...more });

	it.each<[Partial<Venue>, string]>([
		[{}, 'advise'],
		[{ origin: 'several' }, 'advise'],
		[{ origin: 'brought' }, 'ask'],
		[{ origin: 'automatic' }, 'ask'],
		[{ scheduled: true }, 'ask'],
	])('at %j', (more, verdict) => {
		expect(short(under(more))).toContain(`care: ${verdict}`);
	});

	it('the rule stands above everything, however grave that is', () => {
		const found = judge(
			{ ...HELLO, text: 'x'.repeat(900) },
			venue({ standing: { account: 'me', care: CARE } }),
		);
		expect(short(found)).toEqual(['care: advise', 'length: block']);
		expect(found[0]).toMatchObject({
			pinned: true,
			by: 'rule',
			source: { sentence: 'Take part.' },
		});
	});

	it('without words of theirs there is nothing to quote', () => {
		const [verdict] = under({}, { since: NOW, by: 'person' });
		expect(verdict).toMatchObject({ by: 'custom' });
		expect(verdict?.source).toBeUndefined();
	});

	it.each([{ kind: 'delete' }, { kind: 'edit' }, { thread: { at: 1, of: 2 } }] as const)(
		'lets %j be',
		(more) => expect(short(under(more))).not.toContain('care: advise'),
	);
});

describe('pace', () => {
	const RULED = { rules: [{ id: '1', text: 'No more than 2 posts per 10 minutes, please.' }] };

	it.each<[number[], string[]]>([
		[[], []],
		[[4], []],
		[[1, 4], ['pace: advise']],
		[[1, 5], []],
		[[6, 11], []],
		[[1, 2, 3], ['pace: advise']],
	])('where no rule says another, after posts %j minutes ago', (minutes, found) => {
		const recent = minutes.map((one) => NOW - one * MINUTE);
		expect(short(said({ recent }))).toEqual(found);
	});

	it('offers to wait, and loses nothing', () => {
		const [verdict] = said({ recent: [NOW - MINUTE, NOW - 2 * MINUTE] });
		expect(verdict?.remedies).toEqual([{ do: 'later', at: NOW + 3 * MINUTE }]);
	});

	it('says nothing of an empty box, nor of a word that is added to the last one', () => {
		const recent = [NOW - MINUTE, NOW - 2 * MINUTE];
		expect(short(said({ recent }, { text: ' ' }))).toEqual([]);
		expect(
			short(
				said({ recent }, { text: '', media: [{ file: 'a', type: 'image/png', alt: 'A cat' }] }),
			),
		).toEqual(['pace: advise']);
		expect(short(said({ recent: [NOW - MINUTE], origin: 'automatic' }))).toEqual(['pace: ask']);
	});

	it.each<[number[], number | undefined]>([
		[[1], undefined],
		[[1, 9], 1],
		[[1, 2], 8],
		[[1, 2, 3, 4], 8],
		[[1, 11], undefined],
	])('a rule says it: after posts %j minutes ago', (minutes, wait) => {
		const recent = minutes.map((one) => NOW - one * MINUTE);
		const found = said({ ...RULED, recent });
		if (wait === undefined) return expect(found).toEqual([]);
		expect(found).toMatchObject([
			{
				norm: 'pace',
				verdict: 'ask',
				by: 'rule',
				source: { sentence: RULED.rules[0]?.text, rule: '1' },
				remedies: [{ do: 'later', at: NOW + wait * MINUTE }],
			},
		]);
	});

	it('is that of the moment when it goes', () => {
		const recent = [NOW - MINUTE];
		const scheduled = true;
		expect(short(said({ recent, scheduled, goesAt: NOW + 30 * MINUTE }))).toEqual([]);
		expect(short(said({ recent, scheduled, goesAt: NOW + 2 * MINUTE }))).toEqual(['pace: ask']);
	});

	it.each<[string, Partial<Venue>, Partial<Content>]>([
		['answers', { replyTo: REPLY }, {}],
		['what is in no public list', {}, { visibility: 'unlisted' }],
		['changes', { kind: 'edit' }, {}],
	])('is none of %s', (_what, more, content) => {
		expect(short(said({ recent: [NOW - MINUTE], ...more }, content))).toEqual([]);
	});

	it('of a thread the first is public, the rest unlisted', () => {
		const at = (place: number, more: Partial<Venue> = {}, content: Partial<Content> = {}) =>
			said({ thread: { at: place, of: 12 }, ...more }, content);
		expect(short(at(0))).toEqual([]);
		expect(at(1)).toMatchObject([
			{ norm: 'pace', verdict: 'advise', remedies: [{ do: 'threadUnlisted' }] },
		]);
		expect(short(at(2))).toEqual([]);
		expect(short(said({ thread: { at: 1, of: 2 } }))).toEqual([]);
		expect(short(at(1, {}, { visibility: 'unlisted' }))).toEqual([]);
		expect(short(at(1, { limits: { characters: 300, media: 4, publicOnly: true } }))).toEqual([]);
		expect(short(at(1, RULED))).toEqual(['pace: ask']);
	});

	it.each([
		['Please post at most one post every 30 minutes.', 1, '', { minutes: 30 }],
		['Not more than 1-2 posts per 5 minutes on the local timeline.', 2, '', { minutes: 5 }],
		['At most one post every 90 minutes.', 1, '', { minutes: 90 }],
		['Höchstens drei Beiträge pro Stunde.', 3, 'Hours', { hours: 1 }],
		['At most five public posts a day.', 5, 'Hours', { hours: 24 }],
		['At most two posts per week.', 2, 'Days', { days: 7 }],
	])('is read, and said in its own unit: %s', (text, posts, unit, span) => {
		const recent = Array.from({ length: posts }, () => NOW - 1);
		const [verdict] = said({ rules: [{ id: '1', text }], recent });
		expect(verdict?.reason).toEqual({
			key: `normPaceRule${unit}`,
			parameters: { host: expect.any(String), posts, ...span },
		});
	});

	it.each(['Posts are deleted after 30 days.', 'Wait five minutes before you are angry.'])(
		'is not read: %s',
		(text) => {
			const recent = [NOW - 10 * MINUTE];
			expect(said({ rules: [{ id: '1', text }], recent })).toEqual([]);
		},
	);
});
