import { describe, expect, it } from 'vitest';
import { HELLO, venueOf } from '../../tests/fixtures/venue';
import type { Attached, Content, Rule, Venue, Verdict } from '../model';
import { gravity, judge } from '.';
import { readRules } from './rules';

const NOW = Date.UTC(2026, 10, 22);
const PICTURE: Attached = { file: 'a', type: 'image/jpeg', name: 'IMG_2031.jpg', size: 1000 };
const DESCRIBED = { ...PICTURE, alt: 'Two cats asleep on a keyboard' };

const venue = (more: Partial<Venue> = {}) =>
	venueOf({ readAt: NOW, now: NOW, ...more, readings: readRules(more.rules ?? []) });
const WIDTH = ['direct', 'followers', 'unlisted', 'public'];
const rules = (...texts: string[]): Rule[] => texts.map((text, i) => ({ id: String(i), text }));
const said = (content: Partial<Content>, more: Partial<Venue> = {}) =>
	judge({ ...HELLO, ...content }, venue(more));
const short = (verdicts: readonly Verdict[]) =>
	verdicts.map(({ norm, verdict }) => `${norm}: ${verdict}`);

it('a plain post at a plain venue is nothing to speak of', () => {
	expect(said({})).toEqual([]);
	expect(said({ media: [DESCRIBED] })).toEqual([]);
});

describe('length', () => {
	it('is counted as the server counts', () => {
		const text = `${'x'.repeat(470)} https://example.org/${'a'.repeat(200)}`;
		expect(said({ text })).toEqual([]);
		const [verdict] = said({ text }, { counting: 'codePoints' });
		expect(verdict).toMatchObject({ norm: 'length', verdict: 'block', by: 'limit' });
		expect(verdict?.override).toBeUndefined();
		expect(verdict?.remedies?.[0]).toEqual({ do: 'shorten', by: 191 });
	});

	it('is no matter of a deletion', () => {
		expect(said({ text: 'x'.repeat(9000) }, { kind: 'delete' })).toEqual([]);
	});
});

describe('media', () => {
	it('too many, too big, of a wrong kind, too long described', () => {
		const limits = {
			characters: 500,
			media: 1,
			alt: 5,
			imageBytes: 999,
			mediaTypes: ['image/png'],
		};
		const media = [DESCRIBED, { ...DESCRIBED, file: 'b', type: 'image/png', size: 1, alt: 'Cats' }];
		const found = said({ media }, { limits }).filter(({ norm }) => norm === 'media-limits');
		expect(found.map(({ reason }) => reason.key)).toEqual([
			'normTooManyFiles',
			'normFileType',
			'normFileSize',
			'normAltTooLong',
		]);
		expect(found[0]?.remedies).toEqual([{ do: 'dropFiles', files: ['b'] }]);
		expect(found.every(({ verdict }) => verdict === 'block')).toBe(true);
	});
});

describe('alt text', () => {
	const required = rules('Be kind.', 'All images must have alt text. No exceptions.');
	const asked = rules('Bitte beschreibt eure Bilder.');

	it('is good manners where nobody says so', () => {
		expect(short(said({ media: [PICTURE] }))).toEqual(['alt-text: advise']);
	});

	it.each([
		undefined,
		' ',
		'IMG_2031.jpg',
		'Käse, München.jpg',
		'写真.png',
		'holiday (3).png',
		'Screenshot 2026-11-22',
		'IMG 2031',
		'...',
		'Hello, town!',
		'IMG_2031',
	])('is not %j', (alt) => {
		const media = [{ ...PICTURE, ...(alt === undefined ? {} : { alt }) }];
		const [verdict] = said({ media }, { rules: required });
		expect(verdict).toMatchObject({
			norm: 'alt-text',
			verdict: 'block',
			by: 'rule',
			override: 'notSaid',
			file: 'a',
			source: {
				sentence: 'All images must have alt text.',
				rule: '1',
				url: 'https://chaos.example/about',
			},
		});
	});

	it.each(['猫', 'A map', 'Zwei Katzen', 'A window of my files that shows nothing but cat.jpg'])(
		'is %j',
		(alt) => {
			expect(said({ media: [{ ...PICTURE, alt }] }, { rules: required })).toEqual([]);
		},
	);

	it('that is asked for is asked about once', () => {
		const [verdict] = said({ media: [PICTURE] }, { rules: asked });
		expect(verdict).toMatchObject({ verdict: 'ask', override: 'goOn' });
		const answers = [
			{
				norm: 'alt-text',
				target: 'me',
				how: 'goOn' as const,
				sentence: 'Bitte beschreibt eure Bilder.',
				at: NOW,
			},
		];
		const again = said({ media: [PICTURE] }, { rules: asked, answers });
		expect(again[0]).toMatchObject({ verdict: 'ask', answered: true });
		expect(again.map(gravity)).toEqual(['advise']);
		const elsewhere = said({ media: [PICTURE] }, { rules: asked, answers, target: 'other' });
		expect(elsewhere.map(gravity)).toEqual(['ask']);
		// Another sentence is another question.
		const harder = said({ media: [PICTURE] }, { rules: required, answers });
		expect(harder.map(gravity)).toEqual(['block']);
	});

	it.each([
		['Alt text on public posts is required.', 'block'],
		['Images without a description are not allowed: no pictures without alt text.', 'block'],
		['Bilder müssen eine Bildbeschreibung haben.', 'block'],
		['Keine Bilder ohne Alternativtext!', 'block'],
		['Please add alt text to your images.', 'ask'],
		['Image descriptions are encouraged.', 'ask'],
		['Alt text is not required, but please try.', 'ask'],
		['Alt text is optional.', 'advise'],
		['Bildbeschreibungen sind nicht verpflichtend.', 'advise'],
		['Do not describe violence.', 'advise'],
		['You must be 18.', 'advise'],
	])('rule: %s', (text, verdict) => {
		expect(short(said({ media: [PICTURE] }, { rules: rules(text) }))).toEqual([
			`alt-text: ${verdict}`,
		]);
	});

	it('of a rule for public posts is no matter of others', () => {
		const verdicts = said(
			{ media: [PICTURE], visibility: 'followers' },
			{ rules: rules('Alt text on public posts is required.') },
		);
		expect(short(verdicts)).toEqual(['alt-text: advise']);
	});
});

describe('cross-posting', () => {
	it.each([
		['No crossposters.', 'advise', 'ask', 'block'],
		['No automated cross posting from Twitter, RSS.', undefined, 'ask', 'block'],
		['Do not cross-post the same content to several networks.', 'block', 'block', 'block'],
		[
			'Keine automatisierten Accounts wie Bots, Crossposter oder Feedposter.',
			undefined,
			'ask',
			'block',
		],
		['Crosspost-Bots sind verboten.', undefined, 'ask', 'block'],
		['Crossposting is fine.', undefined, undefined, undefined],
		['Simultaneous cross-posting from one app does not count.', undefined, undefined, undefined],
		['Automated posts should be unlisted.', undefined, 'advise', 'block'],
		['Bots must be clearly marked.', undefined, undefined, 'ask'],
		['No spam.', undefined, undefined, undefined],
	])('%s', (text, several, brought, automatic) => {
		const of = (origin: Venue['origin']) => said({}, { rules: rules(text), origin })[0]?.verdict;
		expect([of('typed'), of('several'), of('brought'), of('automatic')]).toEqual([
			undefined,
			several,
			brought,
			automatic,
		]);
	});

	it('quotes the sentence, and a block by a rule can be answered', () => {
		const [verdict] = said({}, { rules: rules('Be kind. No crossposters.'), origin: 'automatic' });
		expect(verdict).toMatchObject({
			source: { sentence: 'No crossposters.', rule: '0' },
			override: 'notSaid',
		});
	});

	it('a bot that says so, and a post that is not listed, do what is asked', () => {
		const automatic = { origin: 'automatic' } as const;
		expect(said({}, { ...automatic, rules: rules('Bots must be marked.'), bot: true })).toEqual([]);
		const unlisted = { ...automatic, rules: rules('Automated posts should be unlisted.') };
		expect(said({ visibility: 'unlisted' }, unlisted)).toEqual([]);
	});
});

describe('what somebody else decides', () => {
	const post = { post: 'https://far.example/1', author: 'ann@far.example' };

	it.each([
		['answering', { replyTo: { ...post, mayAnswer: false } }],
		['answering', { replyTo: { ...post, answering: [] } }],
		['quoting', { quote: { ...post, quoting: 'no' } }],
		['quoting', { quote: { ...post, visibility: 'followers' } }],
		['quoting', { kind: 'repost', subject: { ...post, visibility: 'direct' } }],
		['audience', { replyTo: { ...post, visibility: 'direct' } }],
	] as const)('%s: %j stops it, and there is no way round', (norm, more) => {
		const [verdict] = said({}, more);
		expect(verdict).toMatchObject({ norm, verdict: 'block', by: 'author' });
		expect(verdict?.override).toBeUndefined();
	});

	it.each([
		{ replyTo: { ...post, mayAnswer: false, own: true } },
		{ replyTo: { ...post, visibility: 'unlisted' } },
		{ quote: { ...post, quoting: 'yes' } },
		{ quote: { ...post, visibility: 'followers', own: true } },
		{ kind: 'repost', subject: { ...post, visibility: 'followers', own: true } },
	] as const)('%j goes', (more) => {
		expect(said({}, more)).toEqual([]);
	});

	it('an answer as narrow as what it answers goes', () => {
		const more = { replyTo: { ...post, visibility: 'followers' } } as const;
		expect(said({ visibility: 'followers' }, more)).toEqual([]);
		expect(short(said({ visibility: 'direct' }, more))).toEqual(['messages: advise']);
	});

	it('one who wants to be asked is asked by the network', () => {
		expect(short(said({}, { quote: { ...post, quoting: 'ask' } }))).toEqual(['quoting: advise']);
	});
});

describe('the place', () => {
	it('that is open takes nothing that is meant for some', () => {
		const limits = { characters: 300, media: 4, publicOnly: true } as const;
		expect(short(said({ visibility: 'followers' }, { limits }))).toEqual(['audience: block']);
		expect(said({ visibility: 'unlisted' }, { limits })).toEqual([]);
	});

	it('offers nobody a wider audience by one press', () => {
		const open = { limits: { characters: 300, media: 4, publicOnly: true } } as const;
		const window = { kind: 'hand-over' } as const;
		const quiet = { post: 'https://far.example/1', visibility: 'unlisted' } as const;
		const brought = { source: quiet, origin: 'brought' } as const;
		for (const more of [open, window, { replyTo: { ...quiet, visibility: 'direct' } }, brought]) {
			for (const visibility of ['direct', 'followers', 'unlisted'] as const) {
				const found = said({ visibility }, more as Partial<Venue>);
				const offered = found.flatMap(({ remedies = [] }) => remedies);
				const wider = offered.filter(
					(one) => one.do === 'setVisibility' && WIDTH.indexOf(one.to) > WIDTH.indexOf(visibility),
				);
				expect(wider).toEqual([]);
			}
		}
		const [stopped] = said({ visibility: 'followers' }, open);
		expect(stopped?.remedies).toEqual([{ do: 'leaveOut' }]);
	});

	it('without quotes or polls takes none', () => {
		const poll = { options: ['a', 'b'], seconds: 300 };
		const quote = { post: 'https://far.example/1' };
		expect(short(said({ poll }, { features: [], quote }))).toEqual([
			'polls: block',
			'quoting: block',
		]);
		expect(said({ poll })).toEqual([]);
		expect(short(said({ poll, media: [DESCRIBED] }))).toEqual(['polls: block']);
		expect(short(said({ poll: { ...poll, options: ['a'] } }))).toEqual(['polls: block']);
	});

	it('whose rules are old waits for a look where nobody looks', () => {
		const readAt = NOW - 31 * 24 * 60 * 60_000;
		expect(short(said({}, { readAt }))).toEqual(['known-rules: advise']);
		expect(short(said({}, { readAt, scheduled: true }))).toEqual(['known-rules: cannot-tell']);
		const { readAt: _, ...never } = venue();
		const why = (at: Venue) => judge(HELLO, at).map(({ reason }) => reason.key);
		expect(why(venue({ readAt }))).toEqual(['normRulesOld']);
		expect(why(never)).toEqual(['normRulesUnread']);
	});
});

it('the gravest comes first', () => {
	const verdicts = said({ text: 'x'.repeat(600), media: [PICTURE] });
	expect(short(verdicts)).toEqual(['length: block', 'alt-text: advise']);
});
