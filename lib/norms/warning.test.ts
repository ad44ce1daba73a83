import { describe, expect, it } from 'vitest';
import { HELLO, venueOf } from '../../tests/fixtures/venue';
import type { Content, Reading, Venue, WarningTopic } from '../model';
import { observed } from './topics';
import { warningSaid } from './warning';

type Rule = Extract<Reading, { class: 'warning' }>;
const rule = (topics: WarningTopic[], more: Partial<Rule> = {}): Rule => ({
	class: 'warning',
	by: 'machine',
	rule: '3',
	sentence: 'Put it behind a CW.',
	topics,
	level: 'required',
	publicOnly: false,
	...more,
});
const said = (content: Partial<Content>, rules: Rule[], more: Partial<Venue> = {}) =>
	warningSaid(observed({ ...HELLO, ...content }), venueOf(more), rules);

describe('a topic that a community wants a warning for', () => {
	it.each([
		['politics', 'en', 'The minister resigned before the election.', 'politics'],
		['politics', 'de', 'Der Bundestag stimmt morgen ab.', 'Politik'],
		['death', 'fr', 'Les obsèques auront lieu jeudi.', 'mort'],
		['food', 'es', 'Hoy comemos hamburguesas en casa.', 'comida'],
		['alcohol', 'ja', '昨日は飲み会で楽しかった', '飲酒'],
		['eye-contact', 'en', 'Me, looking at the camera', 'eye contact'],
		['death', 'en', 'My aunt passed away.', 'death'],
	] as const)(
		'%s in %s is asked about, with the warning written',
		(topic, language, text, name) => {
			const [verdict] = said({ text, language }, [rule([topic])]);
			expect(verdict).toMatchObject({
				verdict: 'ask',
				by: 'rule',
				override: 'goOn',
				about: 'warning',
				source: { sentence: 'Put it behind a CW.', rule: '3' },
				reason: { key: 'normWarningTopic', parameters: { topics: name } },
				remedies: [{ do: 'addWarning', warning: name }],
			});
		},
	);

	it.each([
		['another topic', { text: 'The minister resigned.', language: 'en' }],
		['a warning', { text: 'They died.', language: 'en', warning: 'sad' }],
		['a German article', { text: 'Die Katze schläft.', language: 'de' }],
		['a German poison', { text: 'Gift wirkt schnell.', language: 'de' }],
		['part of a word', { text: 'Our studies of steadiness', language: 'en' }],
	])('%s is none', (_, content) => {
		expect(said(content, [rule(['death', 'sex'])])).toEqual([]);
	});

	it('goes by what the text reads like rather than by what is set', () => {
		const text = 'Die Katze ist gestorben.';
		const guess = { language: 'de', reliable: true };
		expect(said({ text, language: 'en', guess }, [rule(['death'])])).toHaveLength(1);
		expect(said({ text, language: 'en' }, [rule(['death'])])).toEqual([]);
	});

	it('may stand in what a picture shows', () => {
		const media = [{ file: 'a', type: 'image/png', alt: 'A plate of pasta' }];
		expect(said({ media, language: 'en' }, [rule(['food'])])).toHaveLength(1);
	});

	it('of public posts alone is no matter of others', () => {
		const content = { text: 'They died.', language: 'en', visibility: 'unlisted' } as const;
		expect(said(content, [rule(['death'], { publicOnly: true })])).toEqual([]);
		expect(said(content, [rule(['death'])])).toHaveLength(1);
	});

	it('covers pictures of violence', () => {
		const media = [{ file: 'a', type: 'image/png', alt: 'A street' }];
		const [verdict] = said({ text: 'A murder', language: 'en', media }, [rule(['violence'])]);
		expect(verdict?.remedies).toContainEqual({ do: 'markSensitive' });
	});
});

describe('a content in which nobody looked for topics', () => {
	const [text, language] = ['They died.', 'en'];

	it('cannot be told by a rule that names some', () => {
		const [verdict] = warningSaid({ ...HELLO, text, language }, venueOf(), [rule(['death'])]);
		expect(verdict).toMatchObject({ verdict: 'cannot-tell', override: 'goOn' });
		expect(verdict?.reason.key).toBe('normWarningUnread');
	});

	it('is judged by what the person declares, and by its length', () => {
		const media = [{ file: 'a', type: 'image/png', alt: 'Two people' }];
		const declared = { ...HELLO, text, media, sensitive: true } as const;
		expect(warningSaid(declared, venueOf(), [rule(['sex'])])[0]?.verdict).toBe('block');
		const long = { ...HELLO, text: 'x'.repeat(20) };
		const [verdict] = warningSaid(long, venueOf(), [rule(['sex'], { longerThan: 10 })]);
		expect(verdict).toMatchObject({ verdict: 'ask', reason: { key: 'normWarningLong' } });
	});
});

describe('what the person says themselves', () => {
	const media = [{ file: 'a', type: 'image/png', alt: 'Two people' }];

	it('is blocked without the warning that is required', () => {
		const [verdict] = said({ media, sensitive: true }, [rule(['sex'])]);
		expect(verdict).toMatchObject({ verdict: 'block', override: 'notSaid' });
	});

	it.each([
		['asked for', [rule(['sex'], { level: 'asked' })], {}],
		['of other things', [rule(['politics'])], {}],
		['written', [rule(['sex'])], { warning: 'nude' }],
	] as const)('is not where it is %s', (_, rules, more) => {
		expect(said({ media, sensitive: true, ...more }, [...rules])).toEqual([]);
	});
});

describe('long texts', () => {
	const long = [rule([], { longerThan: 1000 })];
	const text = `A very long story about the town and all of its people, told slowly. ${'x'.repeat(1400)}`;

	it('are asked about, with their beginning as a warning', () => {
		const [verdict] = said({ text }, long);
		expect(verdict).toMatchObject({ verdict: 'ask', reason: { key: 'normWarningLong' } });
		expect(verdict?.remedies).toEqual([
			{ do: 'addWarning', warning: 'A very long story about the town and all of its people, …' },
		]);
	});

	it('of that length or behind a warning are not', () => {
		expect(said({ text: 'x'.repeat(1000) }, long)).toEqual([]);
		expect(said({ text: '🎉'.repeat(1000) }, long)).toEqual([]);
		expect(said({ text, warning: 'long' }, long)).toEqual([]);
	});
});
