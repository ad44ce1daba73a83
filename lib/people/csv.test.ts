import { describe, expect, it, test } from 'vitest';
import { readCsv, writeCsv } from './csv';

const PEOPLE = [{ handle: 'a@x.example', hideNotices: false }, { handle: 'b@y.example:8443' }];

describe('writing', () => {
	test.each([
		['blocks', 'a@x.example\nb@y.example:8443\n'],
		['mutes', 'Account address,Hide notifications\na@x.example,false\nb@y.example:8443,true\n'],
		[
			'following',
			'Account address,Show boosts,Notify on new posts,Languages\na@x.example,true,false,\nb@y.example:8443,true,false,\n',
		],
	] as const)('%s as Mastodon does', (kind, file) => {
		expect(writeCsv(kind, PEOPLE)).toBe(file);
		expect(readCsv(file).handles).toEqual(PEOPLE.map(({ handle }) => handle));
	});

	it('leaves out what a spreadsheet would run', () => {
		const strange = ['=cmd|x@x.example', '+1@x.example', '-1@x.example', 'a@x.example\n=1', 'a'];
		expect(
			writeCsv(
				'blocks',
				strange.map((handle) => ({ handle })),
			),
		).toBe('');
	});
});

describe('reading', () => {
	test.each([
		['', []],
		['\ufeffAccount address\r\na@x.example\r\n', ['a@x.example']],
		['\ufeff"a@x.example",true\n', ['a@x.example']],
		['a@x.example', ['a@x.example']],
		[
			'a@x.example\rb@x.example\n\n\nc@x.example\r\n',
			['a@x.example', 'b@x.example', 'c@x.example'],
		],
		['"a@x.example","say ""hi"", please"\n@b@x.example,true', ['a@x.example', 'b@x.example']],
		['"Account address","Hide notifications"\n"a@x.example","true"\n', ['a@x.example']],
		['"a@x.example,true\nb@x.example\n', ['b@x.example']],
		['A@x.example\na@X.example\n', ['a@X.example']],
		[' a@x.example , true\n', ['a@x.example']],
	])('%j', (file, handles) => {
		expect(readCsv(file).handles).toEqual(handles);
	});

	it('says which lines name nobody', () => {
		expect(readCsv('a@x.example\nnobody\nhttps://x.example/@a\n').strange).toEqual([
			'nobody',
			'https://x.example/@a',
		]);
	});

	it('reads a hundred thousand lines, or one of a million quotes, in a moment', () => {
		const many = Array.from({ length: 100_000 }, (_, i) => `p${i}@x.example,true`).join('\n');
		expect(readCsv(many).handles).toHaveLength(100_000);
		expect(readCsv('"'.repeat(1_000_000)).handles).toEqual([]);
	}, 10_000);
});
