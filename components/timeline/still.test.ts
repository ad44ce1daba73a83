import { expect, test } from 'vitest';
import type { AccountUri } from '../../lib/model';
import { type Held, still } from './still';

type Line = { by: AccountUri; says: string };

const line = (by: string, says = 'silent'): Line => ({ by: by as AccountUri, says });
const after = (...turns: [now: Line[], at?: string][]) =>
	turns.reduce<readonly Held<Line>[]>(
		(before, [now, at]) => still(before, now, at as AccountUri | undefined),
		[],
	);

test('new lines come below, whatever order they are told in', () => {
	expect(after([[line('b')]], [[line('a'), line('b')]])).toEqual([
		{ line: line('b') },
		{ line: line('a') },
	]);
});

test('what is over goes, and the others say what is new, while nobody points at any', () => {
	const now = [line('b', 'tomorrow')];
	expect(after([[line('a'), line('b')]], [now])).toEqual([{ line: line('b', 'tomorrow') }]);
});

test('nothing above the line that somebody points at changes; that one says what is new', () => {
	const now = [line('a', 'longer'), line('b', 'longer'), line('c', 'longer')];
	expect(after([[line('a'), line('b'), line('c')]], [now, 'b'])).toEqual([
		{ line: line('a') },
		{ line: line('b', 'longer') },
		{ line: line('c', 'longer') },
	]);
});

test('what is over keeps its room until nobody points there, and is back in it when it fails again', () => {
	const both = [line('a'), line('b')];
	expect(after([both], [[line('b')], 'b'])).toEqual([
		{ line: line('a'), gone: true },
		{ line: line('b') },
	]);
	expect(after([both], [[], 'b'])).toEqual([
		{ line: line('a'), gone: true },
		{ line: line('b'), gone: true },
	]);
	expect(after([both], [[line('b')], 'b'], [both, 'b'])).toEqual([
		{ line: line('a') },
		{ line: line('b') },
	]);
	expect(after([both], [[line('b')], 'b'], [[line('b')]])).toEqual([{ line: line('b') }]);
});
