/** Longest side of what is kept, in pixels: what the wide timeline shows on a plain screen. */
const LONGEST = 640;
/** What is smaller and no larger than that is kept as it came. */
const SMALL_BYTES = 100_000;
const MOST_BYTES = 20_000_000;
/** What is drawn, never run: SVG is not among them. */
const TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'];

/** The picture no larger than it is shown; undefined when it is none that can be drawn. */
export async function small(blob: Blob): Promise<Blob | undefined> {
	const type = blob.type.split(';')[0]?.trim().toLowerCase() ?? '';
	if (!TYPES.includes(type) || blob.size === 0 || blob.size > MOST_BYTES) return undefined;
	const bitmap = await drawn(blob);
	if (!bitmap) return undefined;
	try {
		const scale = LONGEST / Math.max(bitmap.width, bitmap.height);
		if (scale >= 1 && blob.size <= SMALL_BYTES) return new Blob([blob], { type });
		const width = Math.max(1, Math.round(bitmap.width * Math.min(scale, 1)));
		const height = Math.max(1, Math.round(bitmap.height * Math.min(scale, 1)));
		const canvas = new OffscreenCanvas(width, height);
		canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height);
		return await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
	} finally {
		bitmap.close();
	}
}

async function drawn(blob: Blob): Promise<ImageBitmap | undefined> {
	try {
		return await createImageBitmap(blob);
	} catch {
		// Damaged, or a kind that this browser does not know: it was not shown either.
		return undefined;
	}
}
