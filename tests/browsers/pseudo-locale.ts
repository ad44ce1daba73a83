import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extensionFolder } from './extension';

type Messages = Record<string, { message: string }>;
type Direction = 'ltr' | 'rtl';

/** How much longer than English other languages are: https://www.w3.org/International/articles/article-text-size */
const LONGER = 0.4;
const FILLING = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEGHIJKLNORSTUWYZ';
const ACCENTED = 'àƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÀßÇÐÉĜĤÎĴĶĻÑÖŔŠŢÛŴÝŽ';

/** A copy of the built extension in the folder `to`, whose texts a test may change. */
export function copyExtension(to: string): string {
	cpSync(extensionFolder('chromium'), to, { recursive: true });
	return to;
}

/**
 * Writes the English of such a copy in a language that nobody speaks: longer, with accents, and in brackets, so that
 * what does not come from the message files is seen; right to left it stands mirrored. `none`: the English
 * itself. Pages show it when they are loaded anew.
 */
export function speakPseudo(copy: string, direction: Direction | 'none'): void {
	const path = '_locales/en/messages.json';
	const english = JSON.parse(readFileSync(join(extensionFolder('chromium'), path), 'utf8'));
	const pseudo = Object.entries(english as Messages).map(([key, { message }]) => [
		key,
		{ message: inPseudo(key, message, direction) },
	]);
	writeFileSync(join(copy, path), JSON.stringify(Object.fromEntries(pseudo)));
}

/** `Saved by {name}` → `⟦Šàṽéð ƀý {name} one⟧`. */
function inPseudo(key: string, message: string, direction: Direction | 'none'): string {
	if (direction === 'none') return message;
	if (key === 'direction') return direction;
	const words = `${message}${filling(message.length * LONGER)}`.split(/(\{\w+\}|\s+)/);
	const said = words.map((word, at) => (at % 2 === 1 ? word : turned(word, direction)));
	return `⟦${said.join('')}⟧`;
}

function filling(length: number): string {
	let filled = '';
	for (let n = 0; filled.length < length; n++) filled += ` ${FILLING[n % FILLING.length]}`;
	return filled;
}

function turned(word: string, direction: Direction): string {
	if (word === '') return '';
	const accented = word.replace(/[a-zA-Z]/g, (one) => ACCENTED[PLAIN.indexOf(one)] ?? one);
	// An override makes it run from the right, as Hebrew would, and leaves it to be read in a mirror.
	return direction === 'rtl' ? `\u200f\u202e${accented}\u202c\u200f` : accented;
}
