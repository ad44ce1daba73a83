import { expect, it } from 'vitest';
import { excerpt } from './excerpt';

it('lets short words stand whole, and cuts long ones between characters', () => {
	expect(excerpt('No spam.\n\nBe kind.')).toBeUndefined();
	expect(excerpt('x'.repeat(280))).toBeUndefined();
	expect(excerpt('x'.repeat(2000))).toBe('x'.repeat(280));
	expect(excerpt(`${'x'.repeat(279)}🦊 and more`)).toBe('x'.repeat(279));
});

it('cuts many short lines too', () => {
	expect(excerpt('a\n'.repeat(500))?.split('\n')).toHaveLength(6);
});
