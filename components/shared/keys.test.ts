import { expect, it } from 'vitest';
import { alongLine } from './keys';

it.each([
	['ArrowRight', 'ltr', 'ArrowRight'],
	['ArrowRight', 'rtl', 'ArrowLeft'],
	['ArrowLeft', 'rtl', 'ArrowRight'],
	['ArrowDown', 'rtl', 'ArrowDown'],
] as const)('%s leads in a line that runs %s as %s does', (key, direction, leads) => {
	expect(alongLine(key, direction)).toBe(leads);
});
