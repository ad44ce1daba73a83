import { expect, it } from 'vitest';
import { run } from '../bench/weight';

/**
 * Scripts that a page needs before it can draw: kB, compressed. The aims are 90 and 60. What comes too much comes
 * unnoticed: for a few lines of another page the popup once took all 70 kB of that.
 */
const LIMITS = { firstPostGzipKB: 90, popupGzipKB: 60 } as const;

it.each(['firstPostGzipKB', 'popupGzipKB'] as const)('%s is within its limit', async (name) => {
	const weights = (await run()) as Record<keyof typeof LIMITS, number>;
	expect(weights[name]).toBeGreaterThan(40);
	expect(weights[name]).toBeLessThanOrEqual(LIMITS[name]);
});
