import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { StoredPost } from '../../lib/model';
import { onChange } from '../../lib/store';
import { type Cursor, cursorOf, fetchOlder, horizon, read } from '../../lib/timeline';
import { Feed } from '../feed/feed';
import type { Loaded } from '../feed/pages';
import { usePages } from '../feed/use-pages';
import { writtenDown } from '../shared/said';
import { useTexts } from '../shared/texts';
import { Failures } from './failures';

const PAGE = 50;
/** Pages asked from servers for one page shown: a list of reposts of the same few posts would ask on and on. */
const MOST_FETCHES = 4;
/** What is stored waits this long for servers to add to it. */
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
	useEffect(() => {
		if (nothing && newer > 0) setTurn((before) => before + 1);
	}, [nothing, newer]);
	return (
		<>
			<Failures timeline={timeline} />
			{newer > 0 && !nothing && (
				<button type="button" class="pill" onClick={show}>
					{t('newPosts', { count: newer })}
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
	for (let fetches = 0; fetches < MOST_FETCHES; fetches++) {
		const border = await horizon(timeline);
		const last = items.at(-1);
		if (!border || (items.length === PAGE && last && last.sortAt >= border.at)) break;
		const answered = await inTime(
			border.sources.map(({ by, source }) => fetchOlder(by, source, signal)),
		);
		signal.throwIfAborted();
		// What failed is named above the feed; the list goes on with what is stored.
		if (!answered) break;
		items = await read(timeline, from, PAGE);
	}
	const last = items.at(-1);
	return { items, ...(last && items.length > 0 ? { next: cursorOf(last) } : {}) };
}

/**
 * Resolves when all have ended, or with what there is when the patience is over: a server that says nothing for twenty
 * seconds holds up nobody. True when one of them succeeded.
 */
async function inTime(fetches: readonly Promise<unknown>[]): Promise<boolean> {
	let succeeded = false;
	const all = Promise.all(
		fetches.map((one) =>
			one.then(() => {
				succeeded = true;
			}, writtenDown),
		),
	);
	let timer: ReturnType<typeof setTimeout> | undefined;
	const over = new Promise<void>((resolve) => {
		timer = setTimeout(resolve, PATIENCE_MS);
	});
	await Promise.race([all, over]);
	clearTimeout(timer);
	return succeeded;
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
			read(timeline, undefined, PAGE).then((posts) => {
				if (over) return;
				const shown = posts.findIndex(({ post, activity }) => (activity ?? post.key) === top);
				setNewer(top === undefined ? posts.length : shown < 0 ? posts.length : shown);
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
