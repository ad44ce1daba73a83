import type { Instant, StoredPost } from '../../lib/model';
import type { Loaded } from '../feed/pages';
import type { Load } from '../feed/reader';

/** A page of a filtered list is full with so many. */
const ENOUGH = 30;
/** After this long a page that has something is handed out as it is. */
const LONG_MS = 400;
/** Where nothing was found down to the end, one looks again only after a while. */
const BARREN_MS = 30_000;

/** A full page; after a while anything. */
function isEnough(found: number, long: boolean): boolean {
	return found >= (long ? 1 : ENOUGH);
}

/** The person had enough of looking for what fits; `retry` of the list goes on where it ended. */
export class Stopped extends Error {}

export type LookThrough<C> = {
	load: Load<C>;
	/** Ends the looking that is under way: its page fails with `Stopped`. */
	stop(): void;
	/** What is stored changed far down: where nothing was found there may be something now. */
	forget(): void;
};

/**
 * Reads a list page by page and hands on what is to be kept of it. It goes on until a page is full, the list ends, or
 * the person stops it; between two pages others get their turn. As long as a page has nothing, `told` says down to
 * which moment there was nothing, and `undefined` when that is over.
 */
export function lookThrough<C>(
	load: Load<C>,
	keep: (stored: StoredPost) => boolean,
	told: (downTo: Instant | undefined) => void,
): LookThrough<C> {
	let stopped = false;
	/** Where a page that was stopped goes on. */
	let left: { from: C | undefined; at: C } | undefined;
	/** From here on nothing was found down to the end. */
	let barren: { from: string; at: Instant } | undefined;
	const onePage = async (from: C | undefined, signal: AbortSignal): Promise<Loaded<C>> => {
		const since = Date.now();
		const long = () => Date.now() - since > LONG_MS;
		const items: StoredPost[] = [];
		let top: C | undefined;
		const done = (next?: C): Loaded<C> => ({ items, next, from: top });
		stopped = false;
		let at = left && left.from === from ? left.at : from;
		while (!stopped) {
			const page = await load(at, signal);
			signal.throwIfAborted();
			top ??= from ?? page.from;
			items.push(...page.items.filter(keep));
			const more = moreOf(page);
			if (!more) return done();
			at = more.next;
			if (isEnough(items.length, long())) return done(at);
			left = { from, at };
			if (long()) told(more.down);
		}
		throw new Stopped('looking for what fits was stopped');
	};
	const lookOrNot = async (from: C | undefined, signal: AbortSignal): Promise<Loaded<C>> => {
		const known = barren && barren.from === nameOf(from) && Date.now() - barren.at < BARREN_MS;
		if (known) return { items: [], from };
		const page = await onePage(from, signal);
		const empty = page.items.length === 0 && page.next === undefined;
		barren = empty ? { from: nameOf(page.from ?? from), at: Date.now() } : barren;
		return page;
	};
	return {
		load: (from, signal) =>
			lookOrNot(from, signal).finally(() => signal.aborted || told(undefined)),
		stop() {
			stopped = true;
		},
		forget() {
			barren = undefined;
		},
	};
}

/** Where a page ends and the next one begins; undefined for the last. */
function moreOf<C>({ items, next }: Loaded<C>): { next: C; down: Instant } | undefined {
	const last = items.at(-1);
	return next === undefined || !last ? undefined : { next, down: last.sortAt };
}

function nameOf(cursor: unknown): string {
	return JSON.stringify(cursor) ?? '';
}
