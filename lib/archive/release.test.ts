import { expect, it } from 'vitest';
import { release } from './release';

it('takes the memory away from whoever still holds the array', () => {
	const kept = new Uint8Array(8);
	const gone = new Uint8Array(8);
	release(gone);
	expect([kept.length, gone.length]).toEqual([8, 0]);
});
