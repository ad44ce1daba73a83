import { orientationIn, oriented } from './exif';

type Chunk = { name: string; from: number; to: number; body: number; end: number };

const PNG = 0x89504e47;
/** What cameras and programs add: Exif, and texts of any kind, XMP among them. */
const PNG_PRIVATE = new Set(['eXIf', 'tEXt', 'zTXt', 'iTXt']);

/** A PNG file without them (https://www.w3.org/TR/png-3/#5DataRep). */
export async function barePng(picture: Blob): Promise<Blob> {
	const view = new DataView(await picture.arrayBuffer());
	if (view.byteLength < 8 || view.getUint32(0) !== PNG) return picture;
	const chunks: Chunk[] = [];
	for (let from = 8; from + 12 <= view.byteLength; ) {
		const end = from + 8 + view.getUint32(from);
		if (end + 4 > view.byteLength) return picture;
		chunks.push({ name: nameAt(view, from + 4), from, body: from + 8, end, to: end + 4 });
		from = end + 4;
	}
	return without(picture, view, 8, { chunks, isPrivate: PNG_PRIVATE, turned: pngChunk });
}

const RIFF = 0x52494646;
const WEBP_PRIVATE = new Set(['EXIF', 'XMP ']);
/** Bits of the header that say whether there are such chunks. */
const SAYS_EXIF = 0x08;
const SAYS_XMP = 0x04;

/** A WebP file without them (RFC 9649 2.7). */
export async function bareWebp(picture: Blob): Promise<Blob> {
	const view = new DataView(await picture.arrayBuffer());
	const isWebp = view.byteLength >= 12 && view.getUint32(0) === RIFF && nameAt(view, 8) === 'WEBP';
	if (!isWebp) return picture;
	const chunks: Chunk[] = [];
	for (let from = 12; from + 8 <= view.byteLength; ) {
		const end = from + 8 + view.getUint32(from + 4, true);
		if (end > view.byteLength) return picture;
		const to = Math.min(end + (end % 2), view.byteLength);
		chunks.push({ name: nameAt(view, from), from, body: from + 8, end, to });
		from = to;
	}
	const bare = without(picture, view, 12, { chunks, isPrivate: WEBP_PRIVATE, turned: webpChunk });
	if (bare === picture) return picture;
	const made = new DataView(await bare.arrayBuffer());
	made.setUint32(4, made.byteLength - 8, true);
	if (nameAt(made, 12) === 'VP8X') {
		const isTurned = chunks.some((one) => turnOf(view, one) !== undefined);
		made.setUint8(20, (made.getUint8(20) & ~(SAYS_EXIF | SAYS_XMP)) | (isTurned ? SAYS_EXIF : 0));
	}
	return new Blob([made], { type: picture.type });
}

type How = {
	chunks: readonly Chunk[];
	isPrivate: ReadonlySet<string>;
	/** The chunk that says which way up, and nothing else. */
	turned(orientation: number): Uint8Array<ArrayBuffer>;
};

/** The same picture where there is nothing to take out. */
function without(
	picture: Blob,
	view: DataView<ArrayBuffer>,
	head: number,
	{ chunks, isPrivate, turned }: How,
): Blob {
	if (!chunks.some(({ name }) => isPrivate.has(name))) return picture;
	const parts = chunks.flatMap((one): BlobPart[] => {
		if (!isPrivate.has(one.name)) return [view.buffer.slice(one.from, one.to)];
		const turn = turnOf(view, one);
		return turn === undefined ? [] : [turned(turn)];
	});
	return new Blob([view.buffer.slice(0, head), ...parts], { type: picture.type });
}

/** Which way up a chunk says, where that is not upright. Some programs begin it as JPEG files do. */
function turnOf(view: DataView, { name, body, end }: Chunk): number | undefined {
	if (name.toUpperCase() !== 'EXIF') return undefined;
	const tiff = end - body > 6 && nameAt(view, body) === 'Exif' ? body + 6 : body;
	const turn = orientationIn(view, tiff, end);
	return turn === 1 ? undefined : turn;
}

function nameAt(view: DataView, at: number): string {
	return String.fromCharCode(...[0, 1, 2, 3].map((n) => view.getUint8(at + n)));
}

function pngChunk(orientation: number): Uint8Array<ArrayBuffer> {
	const body = oriented(orientation);
	const named = [0x65, 0x58, 0x49, 0x66, ...body];
	const chunk = new DataView(new ArrayBuffer(named.length + 8));
	chunk.setUint32(0, body.length);
	for (const [at, byte] of named.entries()) chunk.setUint8(4 + at, byte);
	chunk.setUint32(4 + named.length, crcOf(named));
	return new Uint8Array(chunk.buffer);
}

function crcOf(bytes: readonly number[]): number {
	let crc = 0xffffffff;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
	}
	return ~crc >>> 0;
}

function webpChunk(orientation: number): Uint8Array<ArrayBuffer> {
	const body = oriented(orientation);
	return new Uint8Array([0x45, 0x58, 0x49, 0x46, body.length, 0, 0, 0, ...body]);
}
