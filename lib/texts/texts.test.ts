import { expect, test } from 'vitest';
import { loadTexts } from './load';
import { createTexts } from './texts';

const STORED = {
	greeting: 'Hello {name}',
	posts_one: '{count} post by {name}',
	posts_other: '{count} posts by {name}',
	plain: 'Plain',
};
// biome-ignore lint/suspicious/noExplicitAny: these messages are the test's own, not the ones that Key knows
const texts = createTexts('en', 'en-GB', STORED) as any;

test('fills in parameters, written as the locale does', () => {
	expect(texts.t('greeting', { name: 'Ines' })).toBe('Hello Ines');
	expect(texts.t('greeting', { name: 12_345.5 })).toBe('Hello 12,345.5');
	expect(texts.t('greeting', { name: new Date(2014, 10, 21) })).toBe('Hello 21 Nov 2014');
});

test('count chooses the plural', () => {
	expect(texts.t('posts', { count: 1, name: 'A' })).toBe('1 post by A');
	expect(texts.t('posts', { count: 0, name: 'A' })).toBe('0 posts by A');
	expect(texts.t('posts', { count: 1000, name: 'A' })).toBe('1,000 posts by A');
});

test('a value that looks like a placeholder stays a value', () => {
	expect(texts.t('posts', { count: 2, name: '{count} $& {name}' })).toBe(
		'2 posts by {count} $& {name}',
	);
});

test('a name that runs right to left or carries direction marks is isolated', () => {
	expect(texts.t('greeting', { name: 'ليلى' })).toBe('Hello \u2068ليلى\u2069');
	expect(texts.t('greeting', { name: 'a\u202eb' })).toBe('Hello \u2068a\u202eb\u2069');
});

test('which way lines run is told by the texts, and a name keeps its own', () => {
	const mirrored = createTexts('he', 'he', { ...STORED, direction: 'rtl' }) as typeof texts;
	expect([texts.direction, mirrored.direction]).toEqual(['ltr', 'rtl']);
	expect(mirrored.t('greeting', { name: '@ada@one.example' })).toBe(
		'Hello \u2068@ada@one.example\u2069',
	);
});

test('parts leave open what has no value', () => {
	expect(texts.parts('posts', { count: 3 })).toEqual(['3', ' posts by ', { name: 'name' }]);
	expect(texts.parts('plain')).toEqual(['Plain']);
});

test('an unknown key of the model is shown as it is', () => {
	expect(texts.say({ key: 'nowhere', parameters: { a: 1 } })).toBe('nowhere');
	expect(texts.say({ key: 'greeting', parameters: { name: 'x' } })).toBe('Hello x');
});

const FILES: Record<string, unknown> = {
	'/_locales/en/messages.json': { timeline: { message: 'en' }, search: { message: 'only en' } },
	'/_locales/de/messages.json': { timeline: { message: 'de' } },
};

test.each([
	['auto', ['fr-FR', 'de-CH', 'en'], 'de', 'de'],
	['auto', ['en-GB', 'de'], 'en', 'en'],
	['auto', ['fr'], 'en', 'en'],
	['auto', [], 'en', 'en'],
	['en', ['de'], 'en', 'en'],
	['de', ['en-US'], 'de', 'de'],
] as const)('%s with %j is %s', async (setting, preferred, language, shown) => {
	const loaded = await loadTexts(setting, async (path) => FILES[path], preferred);
	expect(loaded.language).toBe(language);
	expect(loaded.t('timeline')).toBe(shown);
	expect(loaded.t('search')).toBe('only en');
});

test('numbers and dates follow the region where it speaks the language shown', async () => {
	const german = await loadTexts('auto', async (path) => FILES[path], ['de-CH', 'en-GB']);
	expect(german.number(1234.5)).toBe(new Intl.NumberFormat('de-CH').format(1234.5));
	const english = await loadTexts('en', async (path) => FILES[path], ['de-CH', 'en-GB']);
	expect(english.date(new Date(2014, 10, 21).getTime(), 'day')).toBe('21 Nov 2014');
});

test('a file that is no message file is refused', async () => {
	await expect(loadTexts('en', async () => null, [])).rejects.toThrow(TypeError);
});
