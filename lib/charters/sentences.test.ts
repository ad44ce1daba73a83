import { describe, expect, it } from 'vitest';
import { quoteOf, sentencesOf } from './sentences';

describe('sentences', () => {
	it('end where people end them', () => {
		const text =
			'Run by Foo e.V. Donations help. We like trains, e.g. Thalys. Wir sind Bar e.V. Der Rest.\nNext';
		expect(sentencesOf(text).map((one) => one.text)).toEqual([
			'Run by Foo e.V. Donations help.',
			'We like trains, e.g. Thalys.',
			'Wir sind Bar e.V.',
			'Der Rest.',
			'Next',
		]);
	});

	it('are quoted around what matters, never longer than 300 characters', () => {
		const long = `${'a '.repeat(300)}Stichting Plein ${'b '.repeat(300)}`;
		const quote = quoteOf(long, 600);
		expect(quote).toContain('Stichting Plein');
		expect(quote.length).toBeLessThanOrEqual(300);
		expect(quote).toMatch(/^….*…$/u);
		expect(quoteOf('x'.repeat(301)).length).toBe(300);
		expect(quoteOf('x'.repeat(301), 300)).toMatch(/^…x+$/u);
		expect(quoteOf('short')).toBe('short');
	});
});
