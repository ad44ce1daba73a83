import { describe, expect, test } from 'vitest';
import { Scanner } from './scan';
import { EXTRA, MAX_TERM } from './term';

function termsOf(text: string, path = false) {
	const line: string[] = [];
	const beside: string[] = [];
	const places: string[] = [];
	const scanner = new Scanner({
		term(term) {
			(term.kind === EXTRA ? beside : line).push(String(term));
			places.push(text.slice(term.start, term.end));
		},
	});
	scanner.scan(text, 0, text.length, path);
	return { line, beside, places };
}

const decomposed = (text: string) => text.normalize('NFD');

describe('words', () => {
	const table: readonly (readonly [what: string, text: string, line: readonly string[]])[] = [
		['lower case', 'Hello WORLD', ['hello', 'world']],
		['digits', 'covid19 in 2020', ['covid19', 'in', '2020']],
		['accents', 'Crème brûlée Ångström', ['creme', 'brulee', 'angstrom']],
		['accents in NFD', decomposed('Crème brûlée'), ['creme', 'brulee']],
		['ß, æ, œ', 'Straße STRASSE ẞ Æther cœur', ['strasse', 'strasse', 'ss', 'aether', 'coeur']],
		['letters that do not decompose', 'Łódź Þórr đak øl', ['lodz', 'thorr', 'dak', 'ol']],
		['Turkish', 'İstanbul ISPARTA ılık', ['istanbul', 'isparta', 'ilik']],
		['full width', 'Ｆｕｌｌ　Ｗｉｄｔｈ１２', ['full', 'width12']],
		['ligatures', 'ﬁne oﬃce', ['fine', 'office']],
		['letters of mathematics', '𝓱𝓮𝓵𝓵𝓸 𝟙𝟚', ['hello', '12']],
		['soft hyphen and joiners', 'Donau\u00addampf\u200dschiff', ['donaudampfschiff']],
		['marks of direction', '\u200fabc\u200e def', ['abc', 'def']],
		['superscripts', 'x² m³', ['x2', 'm3']],
		['underscores part', 'snake_case', ['snake', 'case']],
		['hyphens part', 'e-mail well–known', ['e', 'mail', 'well', 'known']],
		['Greek sigma', 'ΟΔΟΣ οδός', ['οδοσ', 'οδοσ']],
		['Cyrillic', 'Ёлка ёлка елка', ['елка', 'елка', 'елка']],
		['Arabic with tashkeel and tatweel', 'مُحَمَّد محـــمد أحمد', ['محمد', 'محمد', 'احمد']],
		['Persian with a non-joiner', 'می\u200cخواهم', ['میخواهم']],
		['Hebrew with points', 'שָׁלוֹם', ['שלום']],
		['Devanagari keeps its vowels', 'हिन्दी की', ['हिन्दी', 'की']],
		['nukta, composed and not', '\u0929 \u0928\u093c', ['\u0929', '\u0929']],
		['Hangul', '안녕하세요 세계', ['안녕하세요', '세계']],
		['Hangul in NFD', decomposed('안녕하세요'), ['안녕하세요']],
		['ordinary signs are none', '© ® ™ + = ~ … —', []],
		['a lone surrogate ends a word', 'ab\ud83dcd \udc00ef', ['ab', 'cd', 'ef']],
		['control characters end a word', 'is\u0001from:mira\u0000x', ['is', 'from', 'mira', 'x']],
		['no text', '', []],
	];
	test.each(table)('%s', (_what, text, line) => {
		expect(termsOf(text).line).toEqual(line);
	});
});

describe('unspaced scripts', () => {
	const table: readonly (readonly [what: string, text: string, line: readonly string[]])[] = [
		['pairs, and the last sign alone', '東京都', ['東京', '京都', '都']],
		['one sign', '東', ['東']],
		['mixed with Latin', 'iPhone用ケース', ['iphone', '用ケ', 'ケー', 'ース', 'ス']],
		['half width kana', 'ｶﾞｷﾞ', ['ガギ', 'ギ']],
		['kana in NFD', decomposed('ガギ'), ['ガギ', 'ギ']],
		['voiced and not are two', 'ガ カ', ['ガ', 'カ']],
		['beyond the basic plane', '𠮷野家', ['𠮷野', '野家', '家']],
		['repeat mark', '人々', ['人々', '々']],
		['Thai: marks cling', 'ที่นี่', ['ที่นี่', 'นี่']],
		['punctuation parts', '東京、大阪', ['東京', '京', '大阪', '阪']],
		['Latin between', '東a京', ['東', 'a', '京']],
	];
	test.each(table)('%s', (_what, text, line) => {
		expect(termsOf(text).line).toEqual(line);
	});
});

describe('emoji', () => {
	test.each([
		['one', 'nice 🎉', ['nice', '🎉']],
		['skin tones and variation selectors do not count', '👍🏽👍 ❤️❤', ['👍', '👍', '❤', '❤']],
		['joined ones are each', '👩‍💻', ['👩', '💻']],
		['flags', '🇩🇪🇫🇷', ['🇩🇪', '🇫🇷']],
		['half a flag', '🇩', ['🇩']],
		['between letters', 'a🎉b', ['a', '🎉', 'b']],
		['keycaps are digits', '1️⃣', ['1']],
	])('%s', (_what, text, line) => {
		expect(termsOf(text).line).toEqual(line);
	});
});

describe('beside the line', () => {
	test.each([
		['apostrophes', "I don't", ['dont']],
		['the curly one', 'l’amour', ['lamour']],
		['two in a word', "shouldn't've", ['shouldntve']],
		['only inside', "'tis dogs'", []],
		['tags', '#Foo_Bar ＃東京タワー', ['#foo_bar', '#東京タワー']],
		['digits are no tag', '#1 #2020er', ['#2020er']],
		['handles', 'hi @Mira_Sample!', ['@mira_sample']],
		['an address is no handle', 'mira@chaos.example', []],
		['cashtags', '$TSLA costs $20', ['$tsla']],
		['accents in tags', '#Größe', ['#grosse']],
	])('%s', (_what, text, beside) => {
		expect(termsOf(text).beside).toEqual(beside);
	});

	test('the plain words of tags and handles are in the line', () => {
		expect(termsOf('#foo_bar @mira').line).toEqual(['foo', 'bar', 'mira']);
	});

	test('the parts of a word with an apostrophe are in the line', () => {
		expect(termsOf("don't").line).toEqual(['don', 't']);
	});
});

test('paths of links keep words and drop ids', () => {
	const { line, beside } = termsOf('/watch/dQw4w9WgXcQ/2021/mp3/#a/1234567890/climate-talks', true);
	expect(line).toEqual(['watch', '2021', 'mp3', 'a', 'climate', 'talks']);
	expect(beside).toEqual([]);
});

test('places are those of the text', () => {
	expect(termsOf("Größe don't 東京 👍🏽").places).toEqual(
		expect.arrayContaining(['Größe', 'don', 't', "don't", '東京', '京', '👍']),
	);
});

test('a word of 100 KB is cut, and so is a tag', () => {
	const { line } = termsOf('x'.repeat(100_000));
	expect(line).toEqual(['x'.repeat(MAX_TERM)]);
	expect(termsOf(`#${'y'.repeat(100_000)}`).beside).toEqual([`#${'y'.repeat(MAX_TERM - 1)}`]);
});

test('no text makes a term with a control character', () => {
	const all = Array.from({ length: 0x3000 }, (_, i) => String.fromCharCode(i)).join('a');
	const { line, beside } = termsOf(`${all} \u0001from:mira #\u0001is @\u0001on`);
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
	expect([...line, ...beside].filter((term) => /[\u0000-\u001f]/.test(term))).toEqual([]);
});
