import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { StoredPost } from '../../lib/model';
import { onChange } from '../../lib/store';
import { type Cursor, countNewer, cursorOf, fetchOlder, horizon, read } from '../../lib/timeline';
import { Feed } from '../feed/feed';
import type { Loaded } from '../feed/pages';
import { usePages } from '../feed/use-pages';
import { writtenDown } from '../shared/said';
import { useTexts } from '../shared/texts';
import { arrivals } from './arrivals';
import { Failures } from './failures';

const PAGE = 50;
/** Pages asked from servers for one page shown: a list of reposts of the same few posts would ask on and on. */
const MOST_FETCHES = 4;
/** A page waits this long for all servers together to add to what is stored. */
const PATIENCE_MS = 3000;

type LiveFeedProps = {
	/** Name of the timeline in the store. */
	timeline: string;
	/** Distinguishes what is left in memory for the way back. */
	name: string;
	label: string;
	/** Where it begins; now when absent. */
	from?: Cursor | { sortAt: number } | undefined;
	/** What the pages stand on beside the timeline: read anew when it changes. */
	version?: string | undefined;
	size?: number | undefined;
	end?: ComponentChildren;
	empty?: ComponentChildren;
};

/** A timeline as it is stored, going on from the servers where the stored part ends. */
export function LiveFeed(props: LiveFeedProps) {
	const { timeline, name, label, from, version = '', size, end, empty } = props;
	const { t } = useTexts();
	const [turn, setTurn] = useState(0);
	const list = usePages<Cursor>(
		`${timeline} ${version} ${turn}`,
		(cursor, signal) => readOn(timeline, cursor ?? from, signal),
		name,
	);
	const newer = useNewer(timeline, from === undefined ? list.item(0) : undefined, list.count);
	const show = () => {
		setTurn(turn + 1);
		window.scrollTo(0, 0);
	};
	const nothing = list.done && list.count === 0 && list.error === undefined;
	// A list from a month on has nothing above it that would belong to it.
	const { offered, begin } = arrivals(from === undefined ? newer : 0, list);
	useEffect(() => {
		if (begin) setTurn((before) => before + 1);
	}, [begin]);
	return (
		<>
			<Failures timeline={timeline} />
			{offered > 0 && (
				<button type="button" class="pill" onClick={show}>
					{t('newPosts', { count: offered })}
				</button>
			)}
			{nothing && empty ? (
				empty
			) : (
				<Feed key={turn} label={label} name={name} list={{ ...list, size }} end={end} />
			)}
		</>
	);
}

/** One page of what is stored; where the servers have more than is stored, that is fetched first. */
async function readOn(
	timeline: string,
	from: Cursor | { sortAt: number } | undefined,
	signal: AbortSignal,
): Promise<Loaded<Cursor>> {
	let items = await read(timeline, from, PAGE);
	const over = patience();
	/** Who did not answer this time is named above the feed; the list goes on with what is stored. */
	const silent = new Set<string>();
	for (let fetches = 0; fetches < MOST_FETCHES; fetches++) {
		const border = await horizon(timeline);
		const last = items.at(-1);
		const full = items.length === PAGE && last !== undefined;
		const missing = (border?.sources ?? []).filter(
			({ by, at }) => !silent.has(by) && !(full && last.sortAt >= at),
		);
		if (missing.length === 0) break;
		const fetching = missing.map(({ by, source }) =>
			fetchOlder(by, source, signal).catch((error: unknown) => {
				silent.add(by);
				writtenDown(error);
			}),
		);
		const late = (await Promise.race([Promise.all(fetching), over])) === LATE;
		signal.throwIfAborted();
		items = await read(timeline, from, PAGE);
		if (late) break;
	}
	const last = items.at(-1);
	return { items, ...(last && items.length > 0 ? { next: cursorOf(last) } : {}) };
}

const LATE = Symbol('late');

/** Resolves when a page has waited long enough for servers: one that says nothing for long holds up nobody. */
function patience(): Promise<typeof LATE> {
	return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, LATE));
}

/** How many posts came that are newer than the first one shown. */
function useNewer(timeline: string, first: StoredPost | undefined, count: number): number {
	const [newer, setNewer] = useState(0);
	const latest = useRef(first);
	latest.current = first;
	const top = first && (first.activity ?? first.post.key);
	useEffect(() => {
		let over = false;
		const look = () =>
			countNewer(timeline, latest.current, PAGE).then((found) => {
				if (!over) setNewer(found);
			}, reportError);
		setNewer(0);
		if (top === undefined && count > 0) return;
		const stop = onChange(['timeline'], look);
		// What came between the reading of the first page and now was told to nobody.
		void look();
		return () => {
			over = true;
			stop();
		};
	}, [timeline, top, count]);
	return newer;
}
