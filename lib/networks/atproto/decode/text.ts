import type { Facet, RichText } from '../../../model';
import { plainPieces } from '../../../text';
import { line, list, record, text } from '../../json';
import { pageAddress } from '../../web-address';
import { didOf, handleOf, shortDid } from './uri';

/** A post has 3000 bytes; what another service lets through is longer, not endless. */
const LONGEST = 20_000;
const MOST_FACETS = 200;

type Meant =
	| { type: 'link'; href: string }
	| { type: 'tag'; tag: string }
	| { type: 'mention'; did: string };
/** Offsets in UTF-16 units of the text as it came. */
type Stretch = { start: number; end: number; meant: Meant };

/**
 * The text of a record with its facets (https://docs.bsky.app/docs/advanced-guides/post-richtext): offsets in bytes of
 * UTF-8 become offsets in UTF-16. A facet that is broken, begins or ends inside a character, reaches beyond the text or
 * overlaps an earlier one is left out; the words stay.
 */
export function readText(value: unknown, facets: unknown): RichText {
	const raw = text(value).slice(0, LONGEST);
	const stretches = apart(readFacets(facets, offsetsOf(raw)));
	const cuts = [0, ...stretches.flatMap(({ start, end }) => [start, end]), raw.length];
	const pieces = plainPieces(cuts.slice(1).map((end, i) => raw.slice(cuts[i], end)));
	const found: Facet[] = [];
	let at = 0;
	for (const [i, piece] of pieces.entries()) {
		const stretch = i % 2 === 1 ? stretches[(i - 1) / 2] : undefined;
		if (stretch && piece !== '') {
			found.push({ start: at, end: at + piece.length, ...facetOf(stretch.meant, piece) });
		}
		at += piece.length;
	}
	return { text: pieces.join(''), ...(found.length > 0 ? { facets: found } : {}) };
}

function facetOf(meant: Meant, words: string) {
	if (meant.type !== 'mention') return meant;
	const handle = handleOf(words.replace(/^@/, '')) ?? shortDid(meant.did);
	return { type: 'mention', handle, account: meant.did } as const;
}

/** UTF-16 offset of each byte of UTF-8 at which a character begins, and of the end. */
function offsetsOf(raw: string): (byte: unknown) => number | undefined {
	const offsets = new Map<unknown, number>();
	let bytes = 0;
	let units = 0;
	for (const character of raw) {
		offsets.set(bytes, units);
		const code = character.codePointAt(0) ?? 0;
		bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
		units += character.length;
	}
	offsets.set(bytes, units);
	return (byte) => offsets.get(byte);
}

function readFacets(value: unknown, offset: (byte: unknown) => number | undefined): Stretch[] {
	return list(value, MOST_FACETS).flatMap((one) => {
		const json = record(one);
		const index = record(json?.['index']);
		const start = offset(index?.['byteStart']);
		const end = offset(index?.['byteEnd']);
		const [meant] = list(json?.['features'], 8).flatMap((feature) => meantBy(feature) ?? []);
		return meant && start !== undefined && end !== undefined && start < end
			? [{ start, end, meant }]
			: [];
	});
}

/** `app.bsky.richtext.facet`: what else there may be one day is words alone. */
function meantBy(value: unknown): Meant | undefined {
	const json = record(value);
	switch (json?.['$type']) {
		case 'app.bsky.richtext.facet#link': {
			const href = pageAddress(json['uri']);
			return href === undefined ? undefined : { type: 'link', href };
		}
		case 'app.bsky.richtext.facet#mention': {
			const did = didOf(json['did']);
			return did === undefined ? undefined : { type: 'mention', did };
		}
		case 'app.bsky.richtext.facet#tag': {
			const tag = line(json['tag'], 200)?.replace(/^[#＃]/, '');
			return tag && !/\s/.test(tag) ? { type: 'tag', tag } : undefined;
		}
		default:
			return undefined;
	}
}

/** In order, without those that begin inside another. */
function apart(stretches: readonly Stretch[]): Stretch[] {
	const sorted = [...stretches].sort((a, b) => a.start - b.start);
	let end = 0;
	return sorted.filter((one) => {
		if (one.start < end) return false;
		end = one.end;
		return true;
	});
}
