import { crc32 as nodeCrc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { crc32 } from './crc';

const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * 2654435761) >>> 13);

describe('crc32', () => {
	it('has the check value of the standard', () => {
		expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
		expect(crc32(new Uint8Array())).toBe(0);
	});

	it('agrees with zlib at every length and alignment', () => {
		for (let from = 0; from < 17; from++) {
			for (const length of [0, 1, 15, 16, 17, 31, 33, 255, 4000]) {
				const part = noise.subarray(from, from + length);
				expect(crc32(part)).toBe(nodeCrc32(part));
			}
		}
	});

	it('goes on over pieces', () => {
		expect(crc32(noise.subarray(777), crc32(noise.subarray(0, 777)))).toBe(nodeCrc32(noise));
	});
});
