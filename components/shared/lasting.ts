/** What a page leaves behind for the moment when the person comes back to it: one box per history entry. */
export type Memory = Map<string, unknown>;

/** The boxes by entry, and which entry was looked at last, with its address. */
export type Kept = { memories: Map<number, Memory>; last?: { entry: number; hash: string } };

type Saved = { entries: [number, [string, unknown][]][]; last: { entry: number; hash: string } };

/** Boxes that outlive a reload: the newest. */
const MOST = 30;

/**
 * The boxes as text. Posts are never in it, or they would lie a second time on the disk: pages are written with the
 * cursors by which they are read again.
 */
export function write({ memories, last }: Required<Kept>): string {
	const entries = [...memories].slice(-MOST).map(([entry, memory]) => {
		const values = [...memory].map(([name, value]) => [name, lasting(now(value))] as const);
		return [entry, values.filter(([, value]) => value !== undefined)] as const;
	});
	return JSON.stringify({ entries, last });
}

/** The part of a box that may be written, of what was left under these names. */
export function lastingPart(memory: Memory, names: readonly string[]): Record<string, unknown> {
	const values = names.map((name) => [name, lasting(now(memory.get(name)))] as const);
	return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** What `write` wrote; nothing of what is damaged. */
export function read(text: string | null): Kept {
	if (text === null) return { memories: new Map() };
	try {
		const { entries, last } = JSON.parse(text) as Saved;
		return { memories: new Map(entries.map(([entry, values]) => [entry, new Map(values)])), last };
	} catch (error) {
		if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
		return { memories: new Map() };
	}
}

type AnyPages = { key: string; pages: { pages: readonly AnyPage[]; next?: unknown } };
type AnyPage = { from: unknown; keys: readonly string[] };

/** A value, or the function that makes it at the moment when it is needed. */
function now(value: unknown): unknown {
	return typeof value === 'function' ? value() : value;
}

/** The part of a value that may be written: pages without their posts, and what is flat. */
function lasting(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	if (isPages(value)) {
		const { key, pages } = value;
		const cut = pages.pages.map(({ from, keys }) => ({ from, keys }));
		return { key, pages: { pages: cut, ...(pages.next ? { next: pages.next } : {}) } };
	}
	const flat = Object.entries(value).every(([name, one]) => name === 'sizes' || isPlain(one));
	return flat && !Array.isArray(value) ? value : undefined;
}

function isPages(value: object): value is AnyPages {
	return 'pages' in value && typeof value.pages === 'object' && 'key' in value;
}

function isPlain(value: unknown): boolean {
	return typeof value !== 'object' || value === null;
}
