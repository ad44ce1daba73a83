import { expect, it } from 'vitest';
import { lettersIn, wordsIn, wordsOf } from './words';

it('keeps the words of a post alone', () => {
	expect(
		wordsOf('Hallo @ada@square.example, schau: https://example.com/en/page #OpenSource — schön!'),
	).toBe('Hallo , schau: — schön!');
});

it('counts letters and words of any script', () => {
	expect(lettersIn('Ça va, 3 × là?')).toBe(6);
	expect(wordsIn("I don't know, 3 × là?")).toBe(4);
	expect(lettersIn('今日は')).toBe(3);
	expect(wordsIn('🎉 …')).toBe(0);
});
