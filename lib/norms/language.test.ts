import { describe, expect, it } from 'vitest';
import { HELLO, venueOf as venue } from '../../tests/fixtures/venue';
import type { Content, Reading, Venue } from '../model';
import { languageSaid } from './language';

const GERMAN =
	'Gestern waren wir mit der ganzen Familie am See und haben lange in der Sonne gelegen.';
const DUTCH = 'Gisteren waren wij met het hele gezin aan het meer en lagen wij urenlang in de zon.';
const ENGLISH = 'Yesterday we went to the lake with the whole family and lay in the sun for hours.';
const rule = (languages: string[], level: 'required' | 'asked' = 'required'): Reading => ({
	class: 'language',
	by: 'machine',
	rule: '1',
	sentence: 'English only, please.',
	languages,
	level,
});
const sure = (language: string) => ({ language, reliable: true });
const unsure = (language: string) => ({ language, reliable: false });
const said = (content: Partial<Content>, more: Partial<Venue> = {}, rules = [rule(['en'])]) =>
	languageSaid({ ...HELLO, ...content }, venue(more), rules);
const words = (...given: Parameters<typeof said>) => said(...given).map(({ verdict }) => verdict);

describe('at a place of one language', () => {
	it('a clear mismatch is blocked, with the sentence and the ways out', () => {
		const [verdict] = said(
			{ text: GERMAN, guess: sure('de'), language: 'de' },
			{ origin: 'several' },
		);
		expect(verdict).toMatchObject({
			verdict: 'block',
			by: 'rule',
			override: 'notSaid',
			about: 'language',
			source: { sentence: 'English only, please.', rule: '1', url: 'https://chaos.example/about' },
		});
		expect(verdict?.remedies).toEqual([
			{ do: 'setLanguage', to: 'en' },
			{ do: 'ownText' },
			{ do: 'leaveOut' },
		]);
	});

	it.each([
		['a warning', { text: '', warning: GERMAN }],
		['answers of a poll', { text: '?', poll: { options: GERMAN.split(' und '), seconds: 1 } }],
	])('%s is read where the text says little', (_, content) => {
		expect(words({ ...content, guess: sure('de'), language: 'de' })).toEqual(['block']);
	});

	it('a warning outvotes no text, and a short one asks nothing', () => {
		expect(said({ text: ENGLISH, warning: GERMAN, guess: sure('en'), language: 'en' })).toEqual([]);
		expect(said({ text: '', warning: 'Essen' })).toEqual([]);
	});

	it.each([
		['its own language', { text: ENGLISH, guess: sure('en'), language: 'en' }],
		['its own language, not surely', { text: ENGLISH, guess: unsure('en') }],
		['two letters', { text: 'Ok 🎉 https://example.org/a/b' }],
		['one letter of another script', { text: '猫' }],
		['a short text that is said to be in it', { text: 'Moin @anna', language: 'en' }],
		['a variant of it', { text: ENGLISH, guess: sure('en'), language: 'en-GB' }],
		['nothing but files', { text: '' }],
	])('%s passes', (_, content) => {
		expect(said(content)).toEqual([]);
	});

	it.each([
		['a greeting', { text: 'Moin @anna' }],
		['a guess that is not trusted', { text: GERMAN, guess: unsure('de') }],
		['three words', { text: 'Donaudampfschifffahrtsgesellschaft fährt wieder', guess: sure('de') }],
		['few letters', { text: 'so ist es nun', guess: sure('de') }],
		['what is said to be in it', { text: GERMAN, guess: sure('de'), language: 'en' }],
		['a letter', { text: GERMAN, guess: sure('de'), visibility: 'direct' }],
		['what nobody guessed', { text: GERMAN }],
	] as const)('%s is asked about', (_, content) => {
		expect(words(content)).toEqual(['ask']);
	});

	it('another script needs no guess', () => {
		expect(words({ text: '今日はいい天気ですね' })).toEqual(['block']);
		expect(words({ text: 'Привет, как дела?' })).toEqual(['block']);
		expect(words({ text: '今日はいい天気ですね' }, {}, [rule(['ja'])])).toEqual(['ask']);
		expect(words({ text: '今日はいい天気ですね', guess: sure('ja') }, {}, [rule(['ja'])])).toEqual(
			[],
		);
	});

	it('what is wished for asks, or advises where it is not clear', () => {
		const wish = [rule(['en'], 'asked')];
		expect(words({ text: GERMAN, guess: sure('de') }, {}, wish)).toEqual(['ask']);
		expect(words({ text: GERMAN, guess: unsure('de') }, {}, wish)).toEqual(['advise']);
	});

	it('several sentences let in what one of them lets in', () => {
		const both = [rule(['en']), rule(['de'])];
		expect(said({ text: GERMAN, guess: sure('de') }, {}, both)).toEqual([]);
		expect(words({ text: DUTCH, guess: sure('nl') }, {}, both)).toEqual(['block']);
		const strict = [rule(['en'], 'asked'), rule(['de'])];
		expect(words({ text: DUTCH, guess: sure('nl') }, {}, strict)).toEqual(['block']);
	});

	it('half a post in its language is no clear case', () => {
		const text = 'The meeting is at eight, please come. Das Treffen ist um acht, bitte kommt.';
		expect(words({ text, guess: sure('de') })).toEqual(['ask']);
		const title = 'Gestern lief hier im Kino um die Ecke „The Way of the Wind“ noch einmal.';
		expect(words({ text: title, guess: sure('de') })).toEqual(['block']);
	});

	it('a script that none of them is written in is clear without a guess', () => {
		const text = '図書館に新しい漫画の棚ができて、午後はずっとそこで過ごしました。';
		expect(words({ text }, {}, [rule(['en', 'el'])])).toEqual(['block']);
		expect(words({ text: 'Moin @anna' }, {}, [rule(['ja'])])).toEqual(['ask']);
	});

	it.each(['delete', 'repost', 'hand-over'] as const)('a %s has no words for it', (kind) => {
		expect(said({ text: GERMAN, guess: sure('de') }, { kind })).toEqual([]);
	});

	it('names of one language are one', () => {
		const text = 'I går var vi ved fjorden hele dagen med barna og hunden.';
		expect(said({ text, guess: sure('no'), language: 'nb' }, {}, [rule(['nb'])])).toEqual([]);
	});
});

describe('what is said of a language', () => {
	it('is asked for where every post has to say it', () => {
		const tag = [rule([])];
		expect(said({ text: ENGLISH, language: 'en', guess: sure('en') }, {}, tag)).toEqual([]);
		const [verdict] = said({ text: 'Hm, tja.', guess: unsure('de') }, {}, tag);
		expect(verdict).toMatchObject({
			verdict: 'advise',
			by: 'rule',
			remedies: [{ do: 'setLanguage', to: 'de' }],
		});
	});

	it('and is not so is pointed out anywhere, where it is clear', () => {
		const [verdict] = said({ text: GERMAN, guess: sure('de'), language: 'en' }, {}, []);
		expect(verdict).toMatchObject({
			verdict: 'advise',
			by: 'custom',
			remedies: [{ do: 'setLanguage', to: 'de' }],
		});
		expect(said({ text: GERMAN, guess: unsure('de'), language: 'en' }, {}, [])).toEqual([]);
		expect(said({ text: GERMAN, guess: sure('de'), language: 'de-AT' }, {}, [])).toEqual([]);
	});
});
