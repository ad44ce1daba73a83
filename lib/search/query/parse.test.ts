import { describe, expect, test } from 'vitest';
import { operatorTerm } from '../terms/operators';
import { parseQuery, withoutOpenName } from './parse';
import type { Clause } from './query';

const now = new Date(2024, 4, 17, 13, 30);
const clauses = (text: string, typing = false) => parseQuery(text, { typing, now }).clauses;
const words = (...terms: (string | [string])[]): Clause => ({
	type: 'words',
	not: false,
	sequence: terms.map((term) =>
		typeof term === 'string' ? { term } : { term: term[0], prefix: true as const },
	),
});
const operator = (...of: Parameters<typeof operatorTerm>): Clause => ({
	type: 'operator',
	not: false,
	element: { term: operatorTerm(...of) },
});
const without = (clause: Clause): Clause => ({ ...clause, not: true });
const midnight = (year: number, month = 1, day = 1) => new Date(year, month - 1, day).getTime();

describe('words and phrases', () => {
	test.each<readonly [text: string, clauses: readonly Clause[]]>([
		['Night TRAIN', [words('night'), words('train')]],
		['"Night train"', [words('night', 'train')]],
		['„Nachtzug“ “night train”', [words('nachtzug'), words('night', 'train')]],
		['"night train', [words('night', 'train')]],
		['night-train', [words('night', 'train')]],
		['-night -"night train"', [without(words('night')), without(words('night', 'train'))]],
		['train*', [words(['train'])]],
		['"night tr*"', [words('night', ['tr'])]],
		["don't", [words('dont')]],
		['#Night_Train', [words('#night_train')]],
		['@Mira', [words('@mira')]],
		['@mira@chaos.example', [words('@mira@chaos.example')]],
		['@mira.sample.example', [words('@mira.sample.example')]],
		['@mira, #tag!', [words('@mira'), words('#tag')]],
		['東京', [words('東京')]],
		['東京都', [words('東京', '京都')]],
		['"東京 タワー"', [words('東京', '京', 'タワ', 'ワー')]],
		['東', [{ type: 'words', not: false, sequence: [{ term: '東', prefix: true, sign: true }] }]],
		['https://www.news.example/climate/a8f3kk29', [words('news', 'example', 'climate')]],
		['- * "" … ()', []],
		['', []],
	])('%s', (text, expected) => {
		expect(clauses(text)).toEqual(expected);
	});
});

describe('operators', () => {
	test.each<readonly [text: string, clauses: readonly Clause[]]>([
		['from:@Mira', [operator('from', 'mira')]],
		['FROM:me to:me', [operator('is', 'mine'), operator('is', 'thread')]],
		['to:rio', [operator('to', 'rio')]],
		['on:twitter on:x on:archive', Array.from({ length: 3 }, () => operator('on', 'x'))],
		[
			'has:media has:images filter:links',
			['media', 'image', 'link'].map((v) => operator('has', v)),
		],
		['lang:pt-BR', [operator('lang', 'pt-br')]],
		['is:retweet -is:reply', [operator('is', 'repost'), without(operator('is', 'reply'))]],
		['before:2014', [{ type: 'time', not: false, to: midnight(2014) }]],
		['after:2014-03', [{ type: 'time', not: false, from: midnight(2014, 3) }]],
		['since:2014-3-9', [{ type: 'time', not: false, from: midnight(2014, 3, 9) }]],
		['-until:2012-02-29', [{ type: 'time', not: true, to: midnight(2012, 2, 29) }]],
		['after:yesterday', [{ type: 'time', not: false, from: midnight(2024, 5, 16) }]],
	])('%s', (text, expected) => {
		expect(clauses(text)).toEqual(expected);
		expect(parseQuery(text, { now }).problems).toEqual([]);
	});
});

describe('problems', () => {
	test.each([
		['night note:this', 'searchProblemOperator', 6, 15, [words('night'), words('note', 'this')]],
		['has:fun', 'searchProblemValue', 0, 7, [words('has', 'fun')]],
		['is:constructor', 'searchProblemValue', 0, 14, [words('is', 'constructor')]],
		['before:2014-13', 'searchProblemDate', 0, 14, [words('before', '2014', '13')]],
		['after:2015-02-29', 'searchProblemDate', 0, 16, [words('after', '2015', '02', '29')]],
		['constructor:x', 'searchProblemOperator', 0, 13, [words('constructor', 'x')]],
		['-__proto__:x', undefined, 0, 0, [without(words('proto', 'x'))]],
		['10:30 http://a.example', undefined, 0, 0, [words('10', '30'), words('a', 'example')]],
	])('%s', (text, key, start, end, expected) => {
		const query = parseQuery(text, { now });
		expect(query.clauses).toEqual(expected);
		expect(query.problems.map(({ message }) => message.key)).toEqual(key ? [key] : []);
		if (key) expect(query.problems[0]).toMatchObject({ start, end });
	});
});

describe('while typing', () => {
	test.each<readonly [text: string, clauses: readonly Clause[]]>([
		['night tr', [words('night'), words(['tr'])]],
		['night tr ', [words('night'), words('tr')]],
		['"night tr', [words('night', ['tr'])]],
		['"night tr"', [words('night', 'tr')]],
		['#ni', [words(['#ni'])]],
		['night before:201-', [words('night')]],
		['night has:med', [words('night')]],
		['night from:', [words('night')]],
		['note:th', [words('note', ['th'])]],
	])('%s', (text, expected) => {
		expect(clauses(text, true)).toEqual(expected);
		expect(parseQuery(text, { typing: true, now }).problems).toEqual([]);
	});

	test('the beginning of a handle is enough', () => {
		const [clause] = clauses('from:mi', true);
		expect(clause).toMatchObject({ element: { term: operatorTerm('from', 'mi'), prefix: true } });
	});
});

test('no query is so long or odd that it fails', () => {
	const odd = '"-:*@#$(\u0000\ud83d東ß\u0301“';
	for (let i = 0; i < 2000; i++) {
		const text = Array.from({ length: i % 40 }, (_, k) => odd[(i * 7 + k * k * 3) % odd.length]);
		expect(() => parseQuery(text.join(''), { now, typing: i % 2 === 0 })).not.toThrow();
	}
	expect(clauses('x'.repeat(100_000))).toHaveLength(1);
});

test('of a pasted text the first words count, and that is said', () => {
	const query = parseQuery('word '.repeat(5000), { now });
	expect(query.clauses).toHaveLength(40);
	expect(query.problems.map(({ message }) => message.key)).toEqual(['searchProblemLength']);
});

test('OR is not known, and the query says so', () => {
	const keys = (text: string, typing = false) =>
		parseQuery(text, { typing, now }).problems.map(({ message }) => message.key);
	expect(keys('rain OR snow')).toEqual(['searchProblemOr']);
	expect(keys('rain or snow "rain OR snow"')).toEqual([]);
	expect(keys('rain OR', true)).toEqual([]);
});

test.each([
	['rain -old fr', 'rain -old '],
	['rain -old from', 'rain -old '],
	['rain sinc', 'rain '],
	['rain friday', undefined],
	['rain from ', undefined],
	['rain from:', undefined],
	['fr', undefined],
	['rain f', undefined],
	['rain "fr', undefined],
])('the name of an operator being typed: %s', (text, rest) => {
	expect(withoutOpenName(text)).toBe(rest);
});
