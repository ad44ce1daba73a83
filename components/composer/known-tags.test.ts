import { expect, it } from 'vitest';
import { mostUsed } from './known-tags';

it('offers tags by use, as they were written last', () => {
	const uses = [
		['ClimateAction', 1],
		['climate', 1],
		['climateaction', 40],
		['Bread', 9],
		['Climbing', 0],
	] as const;
	expect(mostUsed(uses, 'cli')).toEqual(['ClimateAction', 'climate', 'Climbing']);
	expect(mostUsed(uses, 'BR')).toEqual(['Bread']);
	expect(mostUsed(uses, 'x')).toEqual([]);
});
