import type { Facet, RichText } from '../../model';
import { unescapeText } from '../../text';

type Without<F> = F extends Facet ? Omit<F, 'start' | 'end'> : never;
export type FacetKind = Without<Facet>;

/**
 * A stretch of the raw text that is an entity. `show` stands in its place (the empty string takes it out);
 * without it the text stays.
 */
export type Mark = { start: number; end: number; show?: string; facet?: FacetKind };

/** Positions in a text as archives count them (Unicode code points of the raw text) → UTF-16 offsets. */
export function codePointOffsets(raw: string): (codePoint: number) => number {
	if (!/[\ud800-\udfff]/.test(raw)) return (codePoint) => codePoint;
	const offsets: number[] = [];
	let at = 0;
	for (const character of raw) {
		offsets.push(at);
		at += character.length;
	}
	offsets.push(at);
	return (codePoint) => offsets[codePoint] ?? raw.length + 1;
}

/**
 * Cuts the raw text at its marks and unescapes each piece last, because the marks count in the escaped text.
 * Marks that overlap an earlier one, or lie before `begin`, are left out.
 */
export function compose(raw: string, begin: number, marks: Mark[]): RichText {
	if (marks.length === 0) return withPlainLinks(unescapeText(begin ? raw.slice(begin) : raw), []);
	marks.sort((a, b) => a.start - b.start);
	const facets: Facet[] = [];
	let text = '';
	let at = begin;
	for (const mark of marks) {
		if (mark.start < at || mark.end > raw.length) continue;
		text += unescapeText(raw.slice(at, mark.start));
		const start = text.length;
		text += mark.show ?? unescapeText(raw.slice(mark.start, mark.end));
		if (mark.facet) facets.push({ start, end: text.length, ...mark.facet });
		at = mark.end;
	}
	const rest = unescapeText(raw.slice(at));
	const last = marks.at(-1);
	text = last?.show === '' && rest.trim() === '' ? text.trimEnd() : text + rest;
	return withPlainLinks(text, facets);
}

const PLAIN_LINK = /https?:\/\/[^\s<>"“”…]+/g;

/** Old posts have addresses that nobody marked; cut ones (`https://t.co/ab…`) lead nowhere and stay text. */
function withPlainLinks(text: string, facets: Facet[]): RichText {
	if (text.includes('://')) {
		const marked = facets.length;
		for (const { index, 0: match } of text.matchAll(PLAIN_LINK)) {
			const href = match.replace(/[.,;:!?'")\]]+$/, '');
			const end = index + href.length;
			const cut = text[index + match.length] === '…';
			if (!cut && !facets.some((f) => f.start < end && f.end > index))
				facets.push({ start: index, end, type: 'link', href });
		}
		if (facets.length > marked) facets.sort((a, b) => a.start - b.start);
	}
	return facets.length > 0 ? { text, facets } : { text };
}
