import { describe, expect, it } from 'vitest';
import { HELLO, venueOf } from '../../tests/fixtures/venue';
import type { Content, Reading } from '../model';
import { attributionSaid } from './attribution';

const rule = (says: 'ai' | 'credit' | 'promotion', tag?: string): Reading => ({
	class: 'attribution',
	by: 'machine',
	rule: '7',
	sentence: 'Say who made it.',
	says,
	...(tag === undefined ? {} : { tag }),
});
const said = (content: Partial<Content>, rules: Reading[], kind: 'create' | 'edit' = 'create') =>
	attributionSaid({ ...HELLO, ...content }, venueOf({ kind }), rules);
const media = [{ file: 'a', type: 'image/png', alt: 'A castle' }];

it('what no machine can tell is a tick of the person', () => {
	const [verdict] = said({ media }, [rule('ai')]);
	expect(verdict).toMatchObject({
		verdict: 'ask',
		by: 'rule',
		override: 'followed',
		source: { sentence: 'Say who made it.', rule: '7' },
	});
});

it('a rule about pictures is no matter of words alone', () => {
	const pictures = { ...rule('ai'), sentence: 'No AI-generated images.' } as Reading;
	expect(said({}, [pictures, rule('ai'), rule('credit')])).toEqual([]);
	expect(said({ media }, [pictures])).toMatchObject([{ verdict: 'ask', override: 'followed' }]);
});

it.each([
	'Do not post AI-generated text.',
	'Posts written by ChatGPT are not welcome.',
	'Keine KI-generierten Texte.',
])('words alone go when they are typed, and are told of: %s', (sentence) => {
	const words = { ...rule('ai'), sentence } as Reading;
	expect(said({}, [words]).map(({ verdict }) => verdict)).toEqual(['cannot-tell']);
	expect(said({ text: ' ' }, [words])).toEqual([]);
});

it('a description of a picture is no text of this kind', () => {
	const alt = { ...rule('ai'), sentence: 'Say so when an AI wrote your alt text.' } as Reading;
	expect(said({}, [alt])).toEqual([]);
});

describe('a rule about advertising', () => {
	const promoting = (text: string, linked: string[] = []) =>
		attributionSaid({ ...HELLO, text }, venueOf({ linked }), [rule('promotion')]);

	it.each([
		'https://ada.example/shop',
		'My print is for sale: https://ada.example/prints',
		'New mugs, 12 € each https://ada.example',
		'Only today 20% off! https://ada.example',
		'Nimm den Gutschein MEER https://ada.example',
		'Jetzt bestellen: https://ada.example/buch',
		'Mes dessins sont en vente ici https://ada.example',
		'Tazas en oferta https://ada.example',
		'新刊を通販しています https://ada.example',
		'I like this lamp https://www.amazon.com/dp/B0?tag=ada-21',
		'Look: https://tool.example/?aff=ada',
	])('asks of %s', (text) => {
		expect(promoting(text)).toMatchObject([{ verdict: 'ask', override: 'followed' }]);
	});

	it.each([
		'Hello, town!',
		'Everything is for sale, nothing is worth it.',
		'I wrote about bread: https://ada.example/bread',
		'My talk of yesterday https://video.example/talk?ref=main',
		'Our workshop on Friday: https://ada.example/workshop',
		'Mein neuer Text über Mühlen https://ada.example/muehlen',
		'Nouvel article sur les moulins https://ada.example/moulins',
		'He escrito sobre molinos https://ada.example/molinos',
		'水車についての記事 https://ada.example/suisha',
		'Comparación de molinos, 100 años después https://ada.example',
	])('lets go without a question: %s', (text) => {
		expect(promoting(text)).toEqual([]);
	});

	it('asks where the same is linked to again', () => {
		const text = 'I wrote about bread: https://ada.example/bread';
		expect(promoting(text, ['https://ada.example/bread'])).toHaveLength(1);
		expect(promoting(text, ['https://ada.example/mills'])).toEqual([]);
	});
});

it('the tag that the rule names says it', () => {
	expect(said({ media, text: 'A castle #aiart' }, [rule('ai', '#AIArt')])).toEqual([]);
	expect(said({ media, text: 'A castle #art' }, [rule('ai', '#AIArt')])).toMatchObject([
		{ remedies: [{ do: 'addTag', tag: 'AIArt' }] },
	]);
});

it('is no matter of what is there already, or of nothing', () => {
	expect(said({ media }, [rule('ai')], 'edit')).toEqual([]);
	expect(said({ text: '' }, [rule('ai')])).toEqual([]);
});
