import { NAMES, SHORT } from './names';

const REFERENCE = /&(?:#(?:[xX]([\da-fA-F]+)|(\d+));?|([a-zA-Z][\da-zA-Z]*)(;?)(=?))/g;
const LONGEST_SHORT = 6;
const REPLACEMENT = '\uFFFD';
/** What windows-1252 has at 0x80 to 0x9F, which numbers of careless programs mean. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/**
 * Text with its character references resolved as https://html.spec.whatwg.org/#character-reference-state has it, as
 * far as NAMES goes. In an attribute a name without a semicolon counts only where no more letters or "=" follow:
 * `?a=1&copy=2` is an address.
 */
export function resolved(text: string, within: 'text' | 'attribute'): string {
	if (!text.includes('&')) return text;
	return text.replace(
		REFERENCE,
		(whole, hex?: string, decimal?: string, name = '', semicolon = '', equals = '') => {
			if (hex !== undefined) return character(Number.parseInt(hex, 16));
			if (decimal !== undefined) return character(Number.parseInt(decimal, 10));
			const full = semicolon === '' ? undefined : NAMES.get(name);
			if (full !== undefined) return full + equals;
			if (within === 'attribute') {
				const short = semicolon === '' && equals === '' ? SHORT.get(name) : undefined;
				return short ?? whole;
			}
			return beginning(name) + semicolon + equals;
		},
	);
}

/** A name that only begins with one that needs no semicolon: the longest counts. */
function beginning(name: string): string {
	for (let length = Math.min(name.length, LONGEST_SHORT); length > 1; length--) {
		const short = SHORT.get(name.slice(0, length));
		if (short !== undefined) return short + name.slice(length);
	}
	return `&${name}`;
}

function character(code: number): string {
	if (code >= 0x80 && code <= 0x9f) return WINDOWS[code - 0x80] ?? REPLACEMENT;
	const is = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
	return is ? String.fromCodePoint(code) : REPLACEMENT;
}
