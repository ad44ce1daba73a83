import { expect, it } from 'vitest';
import { borderNear, nextBorder } from './steps';

const TEXT = 'One two (three) https://example.org/a b and @maria@chaos.social said.';
/** All steps of a way, until there is none. */
function steps(text: string, from: number, way: -1 | 1): string[] {
	const at = nextBorder(text, from, way);
	return at === undefined ? [] : [text.slice(at).split(/\s/)[0] ?? '', ...steps(text, at, way)];
}

it('goes from word to word, and never into a link or a mention', () => {
	expect(steps(TEXT, 0, 1)).toEqual([
		'two',
		'(three)',
		'https://example.org/a',
		'b',
		'and',
		'@maria@chaos.social',
		'said.',
	]);
	expect(steps(TEXT, TEXT.length, -1)).toEqual([...steps(TEXT, 0, 1)].reverse());
});

it('finds words where no spaces are written', () => {
	expect(steps('日本語の文章。次です', 0, 1).length).toBeGreaterThan(2);
});

it('snaps to the word that is nearest', () => {
	expect(TEXT.slice(borderNear(TEXT, 10))).toMatch(/^\(three/);
	expect(borderNear('word', 2)).toBeUndefined();
});

it('of a long text looks around alone', () => {
	const long = 'Ein Wort und noch eines. '.repeat(40_000);
	const before = performance.now();
	expect(nextBorder(long, 500_000, 1)).toBe(500_004);
	expect(performance.now() - before).toBeLessThan(200);
});
