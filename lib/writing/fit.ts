import type { Fitted, Room } from './messages';

/** Encodings in the order in which they are tried; none is tried that the server does not take. */
const ENCODINGS = ['image/webp', 'image/jpeg', 'image/png'] as const;
/** Of encodings that lose: the first at which nobody sees a difference, the last at which everybody would. */
const QUALITIES = [0.92, 0.85, 0.75, 0.65] as const;
/** Each side is made this much smaller while nothing fits. */
const STEP = 0.8;
const SMALLEST = 64;

/**
 * Makes a picture fit, upright as it is shown and without what else stood in its file (where it was taken, by which
 * camera). Undefined when that cannot be done: what is damaged, what moves, what stays too large.
 */
export async function fitted(picture: Blob, room: Room): Promise<Fitted | undefined> {
	if (await moves(picture)) return undefined;
	const bitmap = await decoded(picture);
	if (!bitmap) return undefined;
	try {
		return await smaller(bitmap, picture.type, room);
	} finally {
		bitmap.close();
	}
}

async function smaller(bitmap: ImageBitmap, type: string, room: Room): Promise<Fitted | undefined> {
	const most = room.bytes ?? Number.POSITIVE_INFINITY;
	const pixels = bitmap.width * bitmap.height;
	let scale = Math.min(1, Math.sqrt((room.pixels ?? pixels) / pixels));
	for (;;) {
		const width = Math.max(1, Math.floor(bitmap.width * scale));
		const height = Math.max(1, Math.floor(bitmap.height * scale));
		const canvas = new OffscreenCanvas(width, height);
		const context = canvas.getContext('2d');
		if (!context) return undefined;
		context.imageSmoothingQuality = 'high';
		context.drawImage(bitmap, 0, 0, width, height);
		for (const encoding of encodingsFor(type, isClear(context, width, height), room)) {
			const blob = await canvas.convertToBlob(encoding);
			// What a browser cannot write it gives as PNG.
			if (blob.type === encoding.type && blob.size <= most) return { blob, width, height };
		}
		scale *= STEP;
		if (Math.min(width, height) * STEP < SMALLEST) return undefined;
	}
}

type Encoding = { type: string; quality?: number };

/** JPEG has no clear parts: they would turn black. */
function encodingsFor(type: string, clear: boolean, { types }: Room): readonly Encoding[] {
	const taken = (one: string) => types === undefined || types.includes(one);
	const own = ENCODINGS.filter((one) => one === type);
	const order = [...own, ...ENCODINGS.filter((one) => one !== type)];
	return order
		.filter((one) => taken(one) && !(clear && one === 'image/jpeg'))
		.flatMap((type): Encoding[] =>
			type === 'image/png' ? [{ type }] : QUALITIES.map((quality) => ({ type, quality })),
		);
}

/** Whether something shines through, by looking at points all over it. */
function isClear(
	context: OffscreenCanvasRenderingContext2D,
	width: number,
	height: number,
): boolean {
	const small = new OffscreenCanvas(32, 32).getContext('2d');
	if (!small) return false;
	small.drawImage(context.canvas, 0, 0, width, height, 0, 0, 32, 32);
	const { data } = small.getImageData(0, 0, 32, 32);
	for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 255) < 250) return true;
	return false;
}

async function decoded(picture: Blob): Promise<ImageBitmap | undefined> {
	try {
		return await createImageBitmap(picture);
	} catch (error) {
		if (error instanceof DOMException) return undefined;
		throw error;
	}
}

const ANIMATED = { 'image/gif': true, 'image/png': 'acTL', 'image/webp': 'ANIM' } as const;

/** A canvas would keep the first picture alone. */
async function moves(picture: Blob): Promise<boolean> {
	const mark = Object.hasOwn(ANIMATED, picture.type)
		? ANIMATED[picture.type as keyof typeof ANIMATED]
		: undefined;
	if (mark === undefined || mark === true) return mark === true;
	const head = new Uint8Array(await picture.slice(0, 256).arrayBuffer());
	return new TextDecoder('latin1').decode(head).includes(mark);
}
