/** Clipboards take pictures in this one form (https://w3c.github.io/clipboard-apis/#mandatory-data-types-x). */
const FORM = 'image/png';

/**
 * Puts a picture on the clipboard, with its description as text, so that a second paste brings that. Only in the
 * person's own click; rejects where the browser does not allow it, and for what is no picture.
 */
export async function copyPicture(file: Blob, alt: string): Promise<void> {
	const item = {
		// A promise: the browser asks at once whether this is the person's click, and waits for the bytes.
		[FORM]: asPng(file),
		...(alt === '' ? {} : { 'text/plain': new Blob([alt], { type: 'text/plain' }) }),
	};
	await navigator.clipboard.write([new ClipboardItem(item)]);
}

async function asPng(file: Blob): Promise<Blob> {
	if (file.type === FORM) return file;
	const bitmap = await createImageBitmap(file);
	try {
		const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
		canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
		return await canvas.convertToBlob({ type: FORM });
	} finally {
		bitmap.close();
	}
}
