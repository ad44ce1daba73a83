import { expect, test } from 'vitest';
import type { Facet } from '../../lib/model';
import { safeHref, toRuns } from './runs';

const link = (start: number, end: number): Facet => ({
	type: 'link',
	start,
	end,
	href: 'https://a.example/',
});

test('cuts at facets and highlights, and keeps every character', () => {
	const text = 'see a.example for more';
	const runs = toRuns({ text, facets: [link(4, 13), { type: 'bold', start: 0, end: 5 }] }, [
		{ start: 6, end: 17 },
	]);
	expect(runs.map((run) => run.text).join('')).toBe(text);
	expect(runs.map((run) => [run.text, run.target?.type, run.styles?.[0], run.mark])).toEqual([
		['see ', undefined, 'bold', undefined],
		['a', 'link', 'bold', undefined],
		['.', 'link', undefined, undefined],
		['example', 'link', undefined, true],
		[' for', undefined, undefined, true],
		[' more', undefined, undefined, undefined],
	]);
});

test('styles may overlap', () => {
	const runs = toRuns({
		text: 'abcd',
		facets: [
			{ type: 'bold', start: 0, end: 3 },
			{ type: 'italic', start: 1, end: 4 },
		],
	});
	expect(runs).toEqual([
		{ text: 'a', styles: ['bold'] },
		{ text: 'bc', styles: ['bold', 'italic'] },
		{ text: 'd', styles: ['italic'] },
	]);
});

test('code and struck words keep where they lead to', () => {
	const facets: Facet[] = [
		link(0, 3),
		{ type: 'code', start: 0, end: 2 },
		{ type: 'strike', start: 2, end: 3 },
	];
	expect(
		toRuns({ text: 'abcd', facets }).map((run) => [run.text, run.styles, run.target?.type]),
	).toEqual([
		['ab', ['code'], 'link'],
		['c', ['strike'], 'link'],
		['d', undefined, undefined],
	]);
});

test.each([
	['outside the text', [link(2, 99)]],
	['before the text', [link(-3, 2)]],
	['backwards', [link(3, 1)]],
	['empty', [link(2, 2)]],
	['no numbers', [link(Number.NaN, 2)]],
	['fractions', [link(0.5, 2)]],
])('a facet that is %s is ignored', (_name, facets) => {
	expect(toRuns({ text: 'abcd', facets })).toEqual([{ text: 'abcd' }]);
});

test('of overlapping links the first one stays', () => {
	const runs = toRuns({ text: 'abcdef', facets: [link(2, 5), link(0, 3)] });
	expect(runs.map(({ text, target }) => [text, target?.start])).toEqual([
		['abc', 0],
		['def', undefined],
	]);
});

test('an empty text has no runs', () => {
	expect(toRuns({ text: '' })).toEqual([]);
});

test.each([
	['https://a.example/b', true],
	['http://a.example', true],
	['javascript:alert(1)', false],
	['JAVASCRIPT:alert(1)', false],
	['data:text/html,x', false],
	['blob:https://a.example/1', false],
	['chrome-extension://abc/app.html', false],
	['//a.example', false],
	['a.example', false],
	['', false],
])('%s may be opened: %s', (href, allowed) => {
	expect(safeHref(href)).toBe(allowed ? href : undefined);
});
