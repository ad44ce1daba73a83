import { describe, expect, it } from 'vitest';
import { Words } from './words';

function counted(...texts: readonly string[]): Record<string, number> {
	const words = new Words(1000);
	for (const text of texts) words.add(text);
	return Object.fromEntries(words.top(100).map(({ name, value }) => [name, value]));
}

describe('Words', () => {
	it('counts words of three to thirty letters in lower case, without stop words', () => {
		const long = 'x'.repeat(31);
		expect(counted('Garden garden GARDEN, go the and ab', `${long} ${'y'.repeat(30)}`)).toEqual({
			garden: 3,
			['y'.repeat(30)]: 1,
		});
	});

	it('keeps apostrophes, marks and letters of every script', () => {
		expect(counted('rock’n’roll café привет שלום नमस्ते Ünder')).toEqual({
			'rock’n’roll': 1,
			café: 1,
			привет: 1,
			שלום: 1,
			नमस्ते: 1,
			ünder: 1,
		});
	});

	it('lowers as a whole where a letter depends on the others', () => {
		expect(counted('ΟΔΟΣ İzmir 𐐀𐐁𐐂')).toEqual({ οδος: 1, i̇zmir: 1, 𐐨𐐩𐐪: 1 });
	});

	it('takes nouns out of scripts without spaces', () => {
		expect(counted('東京タワーへ行った、東京')).toEqual({ 東京: 2, タワー: 1 });
	});

	it('cuts at emoji and at lone surrogates', () => {
		expect(counted('garden😀window \ud800table')).toEqual({ garden: 1, window: 1, table: 1 });
	});

	it('leaves out links, mentions and tags, and reads through bold and italic', () => {
		const words = new Words(1000);
		words.add('garden #window table', [
			{ start: 0, end: 6, type: 'bold' },
			{ start: 7, end: 14, type: 'tag', tag: 'window' },
		]);
		expect(words.top(9).map(({ name }) => name)).toEqual(['garden', 'table']);
	});

	it('gives the most frequent first, of equals by code units, and no more than asked for', () => {
		const words = new Words(1000);
		words.add('pear pear pear plum apple plum fig apple');
		expect(words.top(2)).toEqual([
			{ name: 'pear', value: 3 },
			{ name: 'apple', value: 2 },
		]);
	});

	it('forgets the rare when there are too many, never the frequent', () => {
		const words = new Words(50);
		const name = (i: number) =>
			`word${String.fromCharCode(97 + (i % 26), 97 + Math.floor(i / 26))}`;
		for (let i = 0; i < 600; i++) words.add(`garden ${name(i)} the`);
		const top = words.top(1000);
		expect(top[0]).toEqual({ name: 'garden', value: 600 });
		expect(top.length).toBeLessThan(60);
		expect(top.map((one) => one.name)).not.toContain('the');
	});
});
