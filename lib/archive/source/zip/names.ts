/** Upper half of code page 437, the charset of zip names without the UTF-8 flag. */
const CP437 =
	'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
	'└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

const lenient = new TextDecoder();
const strict = new TextDecoder('utf-8', { fatal: true });

/** Names longer than this are no file of an archive. UTF-16 code units. */
const LONGEST = 1024;

/** A name as text: UTF-8 where it is flagged or valid (most writers forget the flag), else code page 437. */
export function decodeName(bytes: Uint8Array, utf8: boolean): string {
	if (utf8) return lenient.decode(bytes);
	try {
		return strict.decode(bytes);
	} catch {
		return Array.from(bytes, (b) =>
			b < 128 ? String.fromCharCode(b) : (CP437[b - 128] ?? ''),
		).join('');
	}
}

/** C0 and C1 controls, and the marks that turn the reading direction around: a name that has them hides something. */
function hides(code: number): boolean {
	return (
		code < 0x20 ||
		(code >= 0x7f && code <= 0x9f) ||
		(code >= 0x202a && code <= 0x202e) ||
		(code >= 0x2066 && code <= 0x2069)
	);
}

/**
 * A path with forward slashes and without empty or `.` segments, or undefined when the name could lead out of
 * the archive (`..`, absolute, a drive) or hides something. Such an entry is passed over, never the archive.
 */
export function safePath(name: string): string | undefined {
	if (name.length > LONGEST) return undefined;
	for (let i = 0; i < name.length; i++) if (hides(name.charCodeAt(i))) return undefined;
	const path = name.includes('\\') ? name.replaceAll('\\', '/') : name;
	if (path.startsWith('/') || /^[a-z]:/i.test(path)) return undefined;
	if (!path.includes('./') && !path.includes('//') && !path.endsWith('..')) return path;
	const segments = path.split('/');
	if (segments.includes('..')) return undefined;
	return segments.filter((s, i) => s !== '.' && (s !== '' || i === segments.length - 1)).join('/');
}

/** What macOS and Windows leave in folders and zips; never part of an archive. */
export function isLitter(path: string): boolean {
	const name = path.slice(path.lastIndexOf('/') + 1);
	return (
		name.startsWith('._') ||
		name === '.DS_Store' ||
		name === 'Thumbs.db' ||
		path.startsWith('__MACOSX/') ||
		path.includes('/__MACOSX/')
	);
}
