import { describe, expect, it } from 'vitest';
import { withoutPlace } from './metadata';

const segment = (marker: number, body: readonly number[]) => [
	0xff,
	marker,
	(body.length + 2) >> 8,
	(body.length + 2) & 0xff,
	...body,
];
const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

/** An Exif segment with an orientation and a pointer to where the photo was taken; in either byte order. */
function exif(orientation: number, little: boolean): number[] {
	const short = (n: number) => (little ? [n & 255, n >> 8] : [n >> 8, n & 255]);
	const long = (n: number) => (little ? [...short(n & 0xffff), 0, 0] : [0, 0, ...short(n)]);
	return [
		...letters('Exif'),
		0,
		0,
		...letters(little ? 'II' : 'MM'),
		...short(42),
		...long(8),
		...short(2),
		...[...short(0x0112), ...short(3), ...long(1), ...short(orientation), 0, 0],
		...[...short(0x8825), ...short(4), ...long(1), ...long(200)],
		...long(0),
		...letters('GPS 52.5200 N 13.4050 E'),
	];
}

const PICTURE = [...segment(0xdb, [1, 2, 3]), 0xff, 0xda, 0, 4, 9, 9, 7, 7, 0xff, 0xd9];

function photo(...before: readonly number[][]): Blob {
	return new Blob([new Uint8Array([0xff, 0xd8, ...before.flat(), ...PICTURE])], {
		type: 'image/jpeg',
	});
}

const bytesOf = async (blob: Blob) => [...new Uint8Array(await blob.arrayBuffer())];
const textOf = (bytes: readonly number[]) => String.fromCharCode(...bytes);

describe('what stands beside the picture in a photo', () => {
	it.each([true, false])('is taken out, but for the way up (little endian: %s)', async (little) => {
		const xmp = segment(0xe1, letters('http://ns.adobe.com/xap/1.0/\0<x:GPSLatitude>52'));
		const comment = segment(0xfe, letters('made by Ada'));
		const jfif = segment(0xe0, letters('JFIF\0'));
		const before = photo(jfif, segment(0xe1, exif(6, little)), xmp, comment);
		const after = await bytesOf(await withoutPlace(before));
		expect(textOf(after)).not.toMatch(/GPS|Ada|adobe/);
		expect(textOf(after)).toContain('JFIF');
		expect(after.slice(-PICTURE.length)).toEqual(PICTURE);
		// Once more it is found where it was put.
		expect(
			await bytesOf(await withoutPlace(new Blob([new Uint8Array(after)], { type: 'image/jpeg' }))),
		).toEqual(after);
		expect(textOf(after)).toContain('Exif');
	});

	it('leaves no Exif where the picture stands upright', async () => {
		const after = await bytesOf(await withoutPlace(photo(segment(0xe1, exif(1, true)))));
		expect(textOf(after)).not.toContain('Exif');
	});

	it('leaves alone what has nothing to hide, and what is no photo', async () => {
		const bare = photo(segment(0xe0, letters('JFIF\0')));
		expect(await withoutPlace(bare)).toBe(bare);
		const png = new Blob([new Uint8Array([0x89, 0x50])], { type: 'image/png' });
		expect(await withoutPlace(png)).toBe(png);
		const broken = new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 1])], {
			type: 'image/jpeg',
		});
		expect(await withoutPlace(broken)).toBe(broken);
	});
});
