/**
 * How machines write a handle that holds other letters than those of handles everywhere: two that look alike are told
 * apart by it. Undefined where it holds none.
 */
export function inLatin(handle: string): string | undefined {
	if (/^[\x21-\x7e]*$/.test(handle)) return undefined;
	const at = handle.lastIndexOf('@') + 1;
	const host = handle.slice(at);
	const plain = URL.canParse(`https://${host}`) ? new URL(`https://${host}`).host : host;
	const name = [...handle.slice(0, at)].map((letter) =>
		/[\x21-\x7e]/.test(letter) ? letter : `\\u{${letter.codePointAt(0)?.toString(16)}}`,
	);
	return `@${name.join('')}${plain}`;
}
