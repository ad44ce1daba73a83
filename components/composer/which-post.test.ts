import { expect, it } from 'vitest';
import { firstWords } from './which-post';

it('a post is told from others by its first line, cut between words', () => {
	expect(firstWords('\n Soup on Saturday \nand bread')).toBe('Soup on Saturday ');
	expect(firstWords(`${'soup '.repeat(16)}soup`)).toBe(`${'soup '.repeat(15)}soup …`);
	expect(firstWords(`${'x'.repeat(79)}🦊 and more`)).toBe(`${'x'.repeat(79)} …`);
	expect(firstWords('')).toBe('');
});
