import type { Post, Version } from '../../model';
import { keyNumber, type Stored, type StoredVersion } from '../../store';

/** Import bit → the moment its archive was made. */
export type ImportDates = ReadonlyMap<number, number>;

/**
 * Makes one record of everything that is known of one post: rows of the same id in several parts, the rows of its
 * edited versions, and what earlier imports brought.
 *
 * Each import keeps its own view: that is why removing an import leaves exactly what would be there without it.
 * The version shown is that of the newest archive.
 */
export function combine(records: readonly Stored[], dates: ImportDates): Stored {
	const views = new Map<number, Post>();
	for (const { v } of records) {
		for (const { i, p } of v) {
			for (const bit of bitsOf(i)) {
				const other = views.get(bit);
				views.set(bit, other ? foldVersions(other, p) : p);
			}
		}
	}
	return { v: distinct(views, dates) };
}

/** Takes import `bit` out of a record; undefined when no other import brought it. */
export function withoutImport(record: Stored, bit: number): Stored | undefined {
	const v = record.v.map(({ i, p }) => ({ i: i & ~(1 << bit), p })).filter(({ i }) => i !== 0);
	return v.length > 0 ? { v } : undefined;
}

function distinct(views: ReadonlyMap<number, Post>, dates: ImportDates): StoredVersion[] {
	const byText = new Map<string, { i: number; p: Post; date: number }>();
	for (const bit of [...views.keys()].sort((a, b) => a - b)) {
		const p = views.get(bit);
		if (!p) continue;
		const text = JSON.stringify(p);
		const date = dates.get(bit) ?? 0;
		const same = byText.get(text);
		if (same) {
			same.i |= 1 << bit;
			same.date = Math.max(same.date, date);
		} else byText.set(text, { i: 1 << bit, p, date });
	}
	const sorted = [...byText.values()].sort((a, b) => b.date - a.date);
	return sorted.map(({ i, p }) => ({ i, p }));
}

function bitsOf(bitset: number): number[] {
	const bits: number[] = [];
	for (let bit = 0; bit < 31; bit++) if (bitset & (1 << bit)) bits.push(bit);
	return bits;
}

/** Two rows of one import: copies of one tweet (the fuller one is kept) or versions of an edited one (folded). */
function foldVersions(a: Post, b: Post): Post {
	if (a.key === b.key) return withEdits(fuller(a, b), [...(a.edits ?? []), ...(b.edits ?? [])]);
	const [older, newer] = isOlder(a, b) ? [a, b] : [b, a];
	return withEdits(newer, [...(newer.edits ?? []), ...(older.edits ?? []), versionOf(older)]);
}

function withEdits(post: Post, known: readonly Version[]): Post {
	if (known.length === 0) return post;
	const earlier = new Map<string, Version>();
	for (const version of known) {
		if (!earlier.get(version.key)?.content) earlier.set(version.key, version);
	}
	const edits = [...earlier.values()].sort((x, y) => (isOlder(x, y) ? -1 : 1));
	return { ...post, edits };
}

function versionOf(post: Post): Version {
	const { key, content, createdAt } = post;
	return createdAt === undefined ? { key, content } : { key, createdAt, content };
}

function isOlder(a: { key: string }, b: { key: string }): boolean {
	return (keyNumber(a.key) ?? 0n) < (keyNumber(b.key) ?? 0n);
}

/** A part without the media or the note of a tweet knows less of it: the longer description wins. */
function fuller(a: Post, b: Post): Post {
	return describedLength(b) > describedLength(a) ? b : a;
}

function describedLength({ edits: _edits, ...post }: Post): number {
	return JSON.stringify(post).length;
}
