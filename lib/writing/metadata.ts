import { barePng, bareWebp } from './chunks';
import { orientationIn, oriented } from './exif';
import { bareFilm } from './film';

const START = 0xffd8;
const SCAN = 0xffda;
/** Segments of a JPEG file that hold what cameras and programs add: Exif and XMP, Photoshop's, comments. */
const PRIVATE = new Set([0xffe1, 0xffed, 0xfffe]);

/**
 * A file without what it says beside its picture: where it was taken, with which camera, by whom. The way up that it is
 * to be shown stays. What has nothing to take out, or cannot be read, comes back as it is.
 */
export async function withoutPlace(file: Blob): Promise<Blob> {
	switch (file.type) {
		case 'image/jpeg':
			return bareJpeg(file);
		case 'image/png':
			return barePng(file);
		case 'image/webp':
			return bareWebp(file);
		case 'video/mp4':
		case 'video/quicktime':
			return bareFilm(file);
		default:
			return file;
	}
}

/** JPEG: ITU T.81 B.1.1; Exif: CIPA DC-008 4.5. */
async function bareJpeg(picture: Blob): Promise<Blob> {
	const view = new DataView(await picture.arrayBuffer());
	const kept = segments(view);
	if (!kept) return picture;
	const orientation = kept.orientation;
	const parts: BlobPart[] = [new Uint8Array([0xff, 0xd8])];
	if (orientation !== undefined && orientation !== 1) parts.push(segmentOf(orientation));
	for (const { from, to } of kept.stretches) parts.push(view.buffer.slice(from, to));
	return new Blob(parts, { type: picture.type });
}

type Stretch = { from: number; to: number };

/** The stretches that stay; undefined for what is no JPEG file, or has nothing to take out. */
function segments(
	view: DataView<ArrayBuffer>,
): { stretches: Stretch[]; orientation: number | undefined } | undefined {
	if (view.byteLength < 4 || view.getUint16(0) !== START) return undefined;
	const stretches: Stretch[] = [];
	let orientation: number | undefined;
	let removed = false;
	let at = 2;
	while (at + 4 <= view.byteLength) {
		const marker = view.getUint16(at);
		if (marker === SCAN || (marker & 0xff00) !== 0xff00) break;
		const to = at + 2 + view.getUint16(at + 2);
		if (to > view.byteLength) break;
		if (PRIVATE.has(marker)) {
			removed = true;
			orientation ??= marker === 0xffe1 ? orientationAt(view, at + 4, to) : undefined;
		} else stretches.push({ from: at, to });
		at = to;
	}
	if (!removed) return undefined;
	return { stretches: [...stretches, { from: at, to: view.byteLength }], orientation };
}

/** Of an Exif segment. */
function orientationAt(view: DataView, from: number, to: number): number | undefined {
	const isExif = to - from >= 14 && view.getUint32(from) === 0x45786966;
	return isExif ? orientationIn(view, from + 6, to) : undefined;
}

/** An Exif segment that says which way up, and nothing else. */
function segmentOf(orientation: number): Uint8Array<ArrayBuffer> {
	const body = [0x45, 0x78, 0x69, 0x66, 0, 0, ...oriented(orientation)];
	return new Uint8Array([0xff, 0xe1, 0, body.length + 2, ...body]);
}
