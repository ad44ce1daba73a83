import type { Facet, RichText, Style } from '../../lib/model';

/** A range of UTF-16 units, end exclusive. */
export type Range = { start: number; end: number };

type Target = Exclude<Facet, { type: Style }>;

const STYLES: readonly string[] = ['bold', 'italic', 'code', 'strike'] satisfies readonly Style[];

/** A stretch of text under the same marks. */
export type Run = {
	text: string;
	/** What it leads to, if anything. */
	target?: Target;
	styles?: readonly Style[];
	mark?: true;
};

/**
 * Cuts a text at the borders of its facets and of the ranges to highlight. Facets come from archives: what lies
 * outside the text, runs backwards or overlaps an earlier link is ignored, and the text itself is never lost.
 */
export function toRuns({ text, facets = [] }: RichText, marks: readonly Range[] = []): Run[] {
	const valid = facets.filter((facet) => isInside(facet, text));
	const targets = withoutOverlaps(valid.filter(isTarget));
	const styles = valid.filter(isStyle);
	const ranges = marks.filter((mark) => isInside(mark, text));
	const borders = new Set([0, text.length]);
	for (const range of [...targets, ...styles, ...ranges]) {
		borders.add(range.start);
		borders.add(range.end);
	}
	const sorted = [...borders].sort((a, b) => a - b);
	return sorted.slice(1).map((end, i) => {
		const start = sorted[i] ?? 0;
		const covers = (range: Range) => range.start <= start && range.end >= end;
		const target = targets.find(covers);
		const worn = [...new Set(styles.filter(covers).map(({ type }) => type))];
		return {
			text: text.slice(start, end),
			...(target ? { target } : {}),
			...(worn.length > 0 ? { styles: worn } : {}),
			...(ranges.some(covers) ? { mark: true } : {}),
		};
	});
}

function isInside({ start, end }: Range, text: string): boolean {
	return (
		Number.isInteger(start) &&
		Number.isInteger(end) &&
		start >= 0 &&
		start < end &&
		end <= text.length
	);
}

function isStyle(facet: Facet): facet is Extract<Facet, { type: Style }> {
	return STYLES.includes(facet.type);
}

function isTarget(facet: Facet): facet is Target {
	return !isStyle(facet);
}

function withoutOverlaps<T extends Range>(ranges: readonly T[]): T[] {
	const kept: T[] = [];
	for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
		if (range.start >= (kept.at(-1)?.end ?? 0)) kept.push(range);
	}
	return kept;
}

/** An address that may be opened: only the web, whatever the archive says. */
export function safeHref(href: string): string | undefined {
	if (!URL.canParse(href)) return undefined;
	const { protocol } = new URL(href);
	return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
