/** The kinds of files that can be shown: pictures and videos, by their ending. Nothing else is copied. */
const TYPES: Readonly<Record<string, string>> = {
	jpg: 'image/jpeg',
	jpeg: 'image/jpeg',
	png: 'image/png',
	gif: 'image/gif',
	webp: 'image/webp',
	mp4: 'video/mp4',
};

export function typeOf(path: string): string | undefined {
	const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
	return Object.hasOwn(TYPES, ending) ? TYPES[ending] : undefined;
}

export function isShown(path: string): boolean {
	return typeOf(path) !== undefined;
}

/** Whether bytes with the name of a picture are a page or a drawing in words (HTML, SVG): never to be shown. */
export function isMarkup(bytes: Uint8Array): boolean {
	const start = new TextDecoder('latin1').decode(bytes.subarray(0, 256));
	return /^(?:\u00ef\u00bb\u00bf)?\s*</.test(start);
}
