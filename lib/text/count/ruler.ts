import type { Server } from '../../model';
import { graphemesOf } from './graphemes';
import { linksIn, mentionsIn } from './marks';

/** All that has to be known of a server to count for it. */
export type Style = Pick<Server, 'counting' | 'limits'>;

/** Something that is counted as one: a grapheme, a link, a mention. */
type Unit = { end: number; weight: number };
type Span = Unit & { start: number };

/** What stands in `[from, end)`: its weight, its bytes in UTF-8, and where it passes `room`. */
export type Measured = { weight: number; bytes: number; over?: number };
type Room = { weight: number; bytes: number };

const USUAL_LINK = 23;

/**
 * A ruler for one text: measures from an offset on, where a unit begins. With `stop` it ends where the room does: then
 * it takes as long as what fits.
 */
export function rulerFor(text: string, style: Style) {
	const unitAt = unitsOf(text, style);
	const inBytes = style.limits.bytes !== undefined;
	return (from: number, room: Room, stop = false): Measured => {
		const measured: Measured = { weight: 0, bytes: 0 };
		for (let at = from; at < text.length; ) {
			const { end, weight } = unitAt(at);
			measured.weight += weight;
			if (inBytes) measured.bytes += bytesIn(text, at, end);
			if (measured.over === undefined && passes(measured, room)) {
				measured.over = at;
				if (stop) break;
			}
			at = end;
		}
		return measured;
	};
}

const passes = (measured: Measured, room: Room): boolean =>
	measured.weight > room.weight || measured.bytes > room.bytes;

function unitsOf(text: string, { counting, limits }: Style): (at: number) => Unit {
	const endOf = graphemesOf(text);
	const spans = spansIn(text, counting, limits.link ?? USUAL_LINK);
	let next = 0;
	return (at) => {
		if ((spans[next - 1]?.start ?? -1) >= at) next = 0;
		while ((spans[next]?.start ?? text.length) < at) next += 1;
		const span = spans[next];
		if (span?.start === at) return span;
		const end = endOf(at);
		return { end, weight: weightOf(text, at, end, counting) };
	};
}

/** What is not counted as it is written: links, and the hosts of mentions. */
function spansIn(text: string, counting: Style['counting'], link: number): readonly Span[] {
	if (counting !== 'shortLinks' && counting !== 'weighted') return [];
	const links = linksIn(text).map(({ start, end }) => ({ start, end, weight: link }));
	if (counting === 'weighted') return links;
	const mentions = mentionsIn(text)
		.filter(({ start }) => !links.some((one) => one.start <= start && start < one.end))
		.map(({ start, end, handle }) => ({ start, end, weight: 1 + nameOf(handle).length }));
	return [...links, ...mentions].sort((a, b) => a.start - b.start);
}

const nameOf = (handle: string): string => handle.replace(/@.*/, '');

function weightOf(text: string, at: number, end: number, counting: Style['counting']): number {
	if (counting === 'weighted') return twitterWeight(text, at, end);
	return counting === 'codePoints' ? codePointsIn(text, at, end) : 1;
}

export function codePointsIn(text: string, at: number, end: number): number {
	let count = 0;
	for (let n = at; n < end; n += (text.codePointAt(n) ?? 0) > 0xffff ? 2 : 1) count += 1;
	return count;
}

const EMOJI = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|\p{RI}\p{RI}|\u20e3/u;

/** https://docs.x.com/fundamentals/counting-characters, version 3: what is not in these ranges counts twice. */
function twitterWeight(text: string, at: number, end: number): number {
	if (end === at + 1) return isLight(text.charCodeAt(at)) ? 1 : 2;
	const grapheme = text.slice(at, end).normalize('NFC');
	if (EMOJI.test(grapheme)) return 2;
	let weight = 0;
	for (const character of grapheme) weight += isLight(character.codePointAt(0) ?? 0) ? 1 : 2;
	return weight;
}

const isLight = (code: number): boolean =>
	code <= 4351 ||
	(code >= 8192 && code <= 8205) ||
	(code >= 8208 && code <= 8223) ||
	(code >= 8242 && code <= 8247);

/** Bytes of UTF-8. */
function bytesIn(text: string, at: number, end: number): number {
	let bytes = 0;
	for (let n = at; n < end; n += 1) {
		const code = text.charCodeAt(n);
		// Each half of a pair is half of four bytes.
		const pair = code >= 0xd800 && code <= 0xdfff;
		bytes += code < 0x80 ? 1 : code < 0x800 || pair ? 2 : 3;
	}
	return bytes;
}
