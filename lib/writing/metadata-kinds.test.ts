import { describe, expect, it } from 'vitest';
import { withoutPlace } from './metadata';

const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const long = (n: number) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const bytesOf = async (blob: Blob) => [...new Uint8Array(await blob.arrayBuffer())];
const textOf = async (blob: Blob) => String.fromCharCode(...(await bytesOf(blob)));
const fileOf = (type: string, ...parts: readonly (readonly number[])[]) =>
	new Blob([new Uint8Array(parts.flat())], { type });

/** Which way up, and where. */
const tiff = (turn: number) => [
	...[...letters('MM'), 0, 42, ...long(8), 0, 1],
	...[0x01, 0x12, 0, 3, ...long(1), 0, turn, 0, 0, ...long(0)],
	...letters('GPS 52.5200 N'),
];

const SIGNATURE = [0x89, ...letters('PNG'), 13, 10, 26, 10];
const chunk = (name: string, body: readonly number[]) => [
	...[...long(body.length), ...letters(name), ...body],
	...[1, 2, 3, 4],
];
const [HEAD, DATA, END] = [chunk('IHDR', [9, 9]), chunk('IDAT', [7, 7]), chunk('IEND', [])];

describe('what stands beside the picture', () => {
	it('is taken out of a PNG, but for the way up', async () => {
		const xmp = chunk('iTXt', letters('XML:com.adobe.xmp GPSLatitude'));
		const png = (turn: number) =>
			fileOf('image/png', SIGNATURE, HEAD, chunk('eXIf', tiff(turn)), xmp, DATA, END);
		expect(await bytesOf(await withoutPlace(png(1)))).toEqual([
			...[...SIGNATURE, ...HEAD, ...DATA, ...END],
		]);
		const turned = await withoutPlace(png(6));
		expect(await textOf(turned)).not.toMatch(/GPS|adobe/);
		expect(await textOf(turned)).toContain('eXIf');
		expect(await bytesOf(await withoutPlace(turned))).toEqual(await bytesOf(turned));
	});

	it('is taken out of a WebP, whose header says so', async () => {
		const riff = (name: string, body: readonly number[]) => [
			...[...letters(name), ...long(body.length).reverse(), ...body],
			...(body.length % 2 ? [0] : []),
		];
		const webp = (turn: number) => {
			const head = riff('VP8X', [0x1c, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
			const all = [head, riff('VP8 ', [7, 7, 7]), riff('EXIF', tiff(turn)), riff('XMP ', [88])];
			const body = [...letters('WEBP'), ...all.flat()];
			return fileOf('image/webp', letters('RIFF'), long(body.length).reverse(), body);
		};
		const upright = await withoutPlace(webp(1));
		expect(await textOf(upright)).not.toMatch(/GPS|EXIF|XMP/);
		const bytes = await bytesOf(upright);
		expect(bytes.slice(4, 8)).toEqual(long(bytes.length - 8).reverse());
		expect(bytes[20]).toBe(0x10);
		const turned = await withoutPlace(webp(8));
		expect(await textOf(turned)).not.toMatch(/GPS|XMP/);
		expect((await bytesOf(turned))[20]).toBe(0x18);
	});

	it('is emptied in a film, in which nothing moves', async () => {
		const box = (name: string, ...body: readonly (readonly number[])[]) => {
			const all = body.flat();
			return [...long(all.length + 8), ...letters(name), ...all];
		};
		const place = letters('+52.5200+013.4050/');
		const film = (private_: readonly number[]) =>
			fileOf(
				'video/mp4',
				box('ftyp', letters('isom')),
				box('mdat', letters('udta frames')),
				box('moov', box('mvhd', [1]), box('trak', box('tkhd', [2]), private_), private_),
			);
		const before = film(box('udta', box('\u00a9xyz', place)));
		const after = await withoutPlace(before);
		expect(after.size).toBe(before.size);
		expect(await textOf(after)).not.toContain('52.52');
		expect(await textOf(after)).toContain('udta frames');
		expect(await textOf(after)).toContain('tkhd');
		expect(await textOf(await withoutPlace(film(box('meta', place))))).not.toContain('52.52');
		const bare = film(box('free', [0]));
		expect(await withoutPlace(bare)).toBe(bare);
	});

	it('is left where a file is no such thing, or ends too soon', async () => {
		const short = [0, 0, 0, 40, ...letters('moov'), 1];
		for (const type of ['image/png', 'image/webp', 'video/mp4', 'video/quicktime']) {
			for (const bytes of [[], [1], short, [...SIGNATURE, 255, 255, 255, 255, 1, 2, 3, 4, 5]]) {
				const file = fileOf(type, bytes);
				expect(await withoutPlace(file)).toBe(file);
			}
		}
	});
});
