import { describe, expect, it } from 'vitest';
import { venueOf } from '../../tests/fixtures/venue';
import type { Content, Named, Reach, Venue } from '../model';
import { judge } from '.';

const NOW = Date.UTC(2026, 10, 22);
const ANN: Named = { post: 'https://far.example/1', author: 'ann@far.example', carrying: 'open' };

const venue = (more: Partial<Venue>) =>
	venueOf({ features: [], readAt: NOW, now: NOW, origin: 'brought', ...more });

const said = (more: Partial<Venue>, content: Partial<Content> = {}) =>
	judge({ text: 'Hello', visibility: 'public', ...content }, venue(more)).map(
		({ norm, verdict, by, reason, override }) => ({ norm, verdict, by, key: reason.key, override }),
	);
const stopped = (key: string) => [
	{ norm: 'reposting', verdict: 'block', by: 'author', key, override: undefined },
];

describe('a post that is brought to another network', () => {
	it('goes where its author lets it', () => {
		expect(said({ source: ANN })).toEqual([]);
	});

	it.each<[Partial<Named>, string]>([
		[{ visibility: 'followers' }, 'normBringClosed'],
		[{ visibility: 'direct' }, 'normBringClosed'],
		[{ visibility: 'community' }, 'normBringClosed'],
		[{ unknown: true }, 'normBringGone'],
		[{ unknown: true, own: true }, 'normBringGone'],
		[{ quoting: 'no' }, 'normQuoteDenied'],
		[{ carrying: 'signed-in' }, 'normBringSignedIn'],
		[{ carrying: 'no-index' }, 'normBringNoIndex'],
		[{ carrying: 'no-bridge' }, 'normBringNoBridge'],
	])('%j is refused for ever', (more, key) => {
		const source = { ...ANN, ...more };
		const answers = ['reposting', 'quoting'].map((norm) => ({
			...{ norm, target: 'me', how: 'goOn' as const, at: NOW },
		}));
		for (const kind of ['create', 'hand-over'] as const) {
			expect(said({ source, kind, answers })).toEqual(stopped(key));
			expect(said({ source, kind, origin: 'typed' })).toEqual(stopped(key));
		}
	});

	it('is never seen by more than it was', () => {
		const source: Named = { ...ANN, visibility: 'unlisted' };
		expect(said({ source })).toEqual(stopped('normBringWider'));
		expect(said({ source }, { visibility: 'unlisted' })).toEqual([]);
		const open = { characters: 300, media: 4, publicOnly: true } as const;
		expect(said({ source, limits: open }, { visibility: 'unlisted' })).toEqual(
			stopped('normBringQuiet'),
		);
		expect(said({ source, kind: 'hand-over' }, { visibility: 'unlisted' })).toEqual(
			stopped('normBringQuiet'),
		);
		expect(said({ source: ANN, limits: open })).toEqual([]);
	});

	it('is asked about once where its author has to be asked, or said nothing', () => {
		const ask = { verdict: 'ask', override: 'goOn' };
		const asking: Named = { ...ANN, quoting: 'ask' };
		expect(said({ source: asking })).toMatchObject([{ ...ask, key: 'normBringAsks' }]);
		const { carrying: _, ...silent } = ANN;
		expect(said({ source: silent })).toMatchObject([{ ...ask, key: 'normBringUnsaid' }]);
	});

	it('of mine is mine to bring; what was for few asks before it is for all', () => {
		const { carrying: _, ...mine } = { ...ANN, own: true as const };
		expect(said({ source: mine })).toEqual([]);
		const narrow = { ...mine, visibility: 'followers' } as const;
		expect(said({ source: narrow }, { visibility: 'followers' })).toEqual([]);
		expect(said({ source: narrow })).toMatchObject([{ verdict: 'ask', by: 'custom' }]);
	});

	it('does not matter once it is only deleted or passed on there', () => {
		const source = { ...ANN, unknown: true as const };
		for (const kind of ['delete', 'unrepost', 'edit'] as const)
			expect(said({ source, kind })).toEqual([]);
	});
});

describe('whom a post does not reach', () => {
	const pair: Reach = { from: 'chaos.example', to: 'far.example', state: 'blocked', by: 'from' };
	const answer = { replyTo: ANN, origin: 'typed' } as const;

	it('is asked about before an answer and before a mention, with who can', () => {
		expect(said({ ...answer, reach: [pair] })).toMatchObject([
			{ norm: 'reach', verdict: 'ask', by: 'limit', key: 'normReachOurs', override: 'goOn' },
		]);
		const theirs = { ...pair, by: 'to', instead: ['me@calm.example'] } as const;
		const verdicts = judge(
			{ text: 'Hi @ann@far.example and @bob@FAR.example', visibility: 'public' },
			venue({ origin: 'typed', reach: [theirs] }),
		);
		expect(verdicts.map(({ reason }) => reason)).toEqual([
			{
				key: 'normReachTheirsElse',
				parameters: {
					...{ from: 'chaos.example', to: 'far.example', as: '@me@calm.example' },
					who: '@ann@far.example, @bob@FAR.example',
				},
			},
		]);
	});

	it('by a host in its own letters or in punycode', () => {
		const to = 'xn--mnchen-3ya.example';
		for (const text of ['Hi @eva@München.example!', `Hi @eva@${to}`])
			expect(said({ origin: 'typed', reach: [{ ...pair, to }] }, { text })).toMatchObject([
				{ norm: 'reach', verdict: 'ask' },
			]);
	});

	it('in the words of whoever refuses', () => {
		const reach = [{ ...pair, comment: 'Spam' }];
		const [verdict] = judge({ text: '', visibility: 'public' }, venue({ ...answer, reach }));
		expect(verdict?.source?.sentence).toBe('Spam');
	});

	it('is only said where some see it, and not at all where nobody knows', () => {
		const limited = { ...pair, state: 'limited', by: 'to' } as const;
		expect(said({ ...answer, reach: [limited] })).toMatchObject([{ verdict: 'advise' }]);
		expect(said({ ...answer, reach: [{ ...limited, by: 'from' }] })).toEqual([]);
		for (const state of ['open', 'unknown'] as const)
			expect(said({ ...answer, reach: [{ from: pair.from, to: pair.to, state }] })).toEqual([]);
	});

	it('is nobody whom the post does not name', () => {
		expect(said({ origin: 'typed', reach: [pair] }, { text: 'about far.example' })).toEqual([]);
		expect(said({ ...answer, replyTo: { ...ANN, own: true }, reach: [pair] })).toEqual([]);
		expect(said({ ...answer, kind: 'delete', reach: [pair] })).toEqual([]);
	});
});
