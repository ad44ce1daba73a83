import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Filter, StoredPost } from '../../lib/model';
import { onChange } from '../../lib/store';
import {
	type Cursor,
	countNewer,
	cursorAbove,
	cursorOf,
	gapsBetween,
	read,
	readAgain,
	type Stretch,
} from '../../lib/timeline';
import { CarouselRow } from '../feed/carousel-row';
import { Feed } from '../feed/feed';
import type { Loaded } from '../feed/pages';
import { toTop, useScroller } from '../feed/scroller';
import { withoutStretches, withStretches } from '../feed/stretch';
import { usePages } from '../feed/use-pages';
import type { Target } from '../feed/use-target';
import { beginEarly, takeEarly } from '../shared/early';
import { useNavigation } from '../shared/navigation';
import { useSettings } from '../shared/settings';
import { useTexts } from '../shared/texts';
import { arrivals, cameText } from './arrivals';
import { Failures } from './failures';
import { GapRow } from './gap-row';
import { HowFar, useLooking } from './how-far';
import { nameOf, useGaps } from './use-gaps';

const PAGE = 50;
const FIRST_PAGE = 12;

type LiveFeedProps = {
	/** Name of the timeline in the store. */
	timeline: string;
	/** Distinguishes what is left in memory for the way back. */
	name: string;
	label: string;
	/** Where it begins; now when absent. */
	from?: Cursor | undefined;
	/** What the pages stand on beside the timeline: read anew when it changes. */
	version?: string | undefined;
	/** What of it is shown. */
	only?: Filter | undefined;
	/** A stretch of reposts is one row. */
	carousel?: boolean;
	size?: number | undefined;
	/** Where the person wants to go now. */
	target?: Target | undefined;
	end?: ComponentChildren;
	empty?: ComponentChildren;
};

/** A timeline as it is stored, with a row where a source has posts that are not loaded yet. */
export function LiveFeed(props: LiveFeedProps) {
	const { timeline, name, label, from, version = '', only, carousel, size, end, empty } = props;
	const { t, say } = useTexts();
	const { memory } = useNavigation();
	const scroller = useScroller();
	const [turn, setTurn] = useTurn(name);
	const gaps = useGaps(timeline);
	const looking = useLooking<Cursor>({
		key: `${timeline} ${version} ${turn}`,
		only,
		loaded: gaps.said,
		readOn: (cursor, _signal, n) => readOn(timeline, cursor, from, n),
	});
	const { shows } = looking;
	const side = useSettings().carousel === 'on' && carousel;
	const rowsOf = (page: Loaded<Cursor>) => (side ? sideBySide(page) : page);
	const load: typeof looking.load = async (...at) => rowsOf(await looking.load(...at));
	const pages = usePages<Cursor>(`${looking.key} ${side}`, load, name, {
		again: async (stretch) => {
			const shown = withoutStretches(stretch.shown);
			const parts = await readPagesAgain(timeline, { ...stretch, shown }, shows);
			return Promise.all(parts.map(rowsOf));
		},
		topics: ['timeline'],
	});
	const list = looking.held(pages);
	const rows = (above: StoredPost | undefined, below: StoredPost | undefined) =>
		gapsBetween(
			gaps.all.filter(({ by }) => looking.asks(by)),
			above,
			below,
		).map((gap) => <GapRow key={nameOf(gap)} gap={gap} gaps={gaps} />);
	const newer = useNewer(timeline, from === undefined ? pages.top : undefined, list.count, only);
	const show = () => {
		// The list begins anew: nothing of its place holds any more.
		for (const left of ['place', 'active']) memory.delete(`${name} ${left}`);
		setTurn(turn + 1);
		toTop(scroller);
	};
	const nothing = pages.done && pages.count === 0 && pages.error === undefined;
	// A list from a month on has nothing above it that would belong to it.
	const { offered, begin } = arrivals(from === undefined ? newer : 0, pages);
	const told = useTold(offered);
	const goal = useTargetBelow(props.target, offered > 0 ? pages.top : undefined, show);
	useEffect(() => {
		if (begin) setTurn(turn + 1);
	}, [begin, turn, setTurn]);
	return (
		<>
			<Failures timeline={timeline} only={only} />
			{offered > 0 && (
				<button type="button" class="pill" onClick={show}>
					{say(cameText(offered, PAGE))}
				</button>
			)}
			{nothing && empty ? (
				empty
			) : (
				<Feed
					key={turn}
					label={label}
					name={name}
					list={{ ...list, size }}
					between={rows}
					target={goal}
					end={end}
				/>
			)}
			{nothing && rows(undefined, undefined)}
			<HowFar looking={looking} list={pages} />
			<Said>{told > 0 && say(cameText(told, PAGE))}</Said>
			<Said>{gaps.said !== undefined && t('gapLoaded', { count: gaps.said })}</Said>
		</>
	);
}

/** For those who do not see what came. */
function Said({ children }: { children: ComponentChildren }) {
	return (
		<p class="unseen" role="status">
			{children}
		</p>
	);
}

/** Where to go in the list: where that is above what it begins with (`top`, if anything is), it begins anew before. */
function useTargetBelow(
	target: Target | undefined,
	top: Cursor | undefined,
	show: () => void,
): Target | undefined {
	const isAbove = top !== undefined && target !== undefined && target.sortAt > top.sortAt;
	const latest = useRef(show);
	latest.current = show;
	useEffect(() => {
		if (isAbove) latest.current();
	}, [isAbove]);
	return isAbove ? undefined : target;
}

/** How often the list began anew; it goes on from there when one comes back. */
function useTurn(name: string): [number, (turn: number) => void] {
	const { memory } = useNavigation();
	const [turn, setTurn] = useState(Number(memory.get(`${name} turn`) ?? 0));
	useEffect(() => {
		memory.set(`${name} turn`, turn);
	}, [memory, name, turn]);
	return [turn, setTurn];
}

/** How many arrivals are told to those who do not see the pill: the first, and then each time they have doubled. */
function useTold(offered: number): number {
	const told = useRef(0);
	if (offered === 0 || offered >= told.current * 2) told.current = offered;
	return told.current;
}

/** One page of what is stored: what servers have beside it is asked for where it is missing. */
async function readOn(
	timeline: string,
	cursor: Cursor | undefined,
	from: Cursor | undefined,
	n?: number,
): Promise<Loaded<Cursor>> {
	const place = cursor ?? from;
	const items = await (place || n ? read(timeline, place, n ?? PAGE) : readFirst(timeline));
	const [first] = items;
	// What comes on top of the list while it is read is offered, and not put there.
	const top = cursor ?? from ?? (first && cursorAbove(first));
	const last = items.at(-1);
	return { items, from: top, ...(last ? { next: cursorOf(last) } : {}) };
}

/** The first page is small: what is in the window comes before what may be scrolled to. */
function readFirst(timeline: string): Promise<StoredPost[]> {
	return takeEarly(`first of ${timeline}`, () => read(timeline, undefined, FIRST_PAGE));
}

/** Begins to read what a timeline shows first, before it is drawn. */
export function beginFirst(timeline: string): void {
	beginEarly(`first of ${timeline}`, () => read(timeline, undefined, FIRST_PAGE), ['timeline']);
}

/** The page with its stretches of reposts as rows; what draws them is there by then. */
async function sideBySide(page: Loaded<Cursor>): Promise<Loaded<Cursor>> {
	const items = withStretches(page.items);
	if (items.length < page.items.length) await CarouselRow.bring();
	return { ...page, items };
}

/** A page that was read before as it is now, in pages of the usual size. */
async function readPagesAgain(
	timeline: string,
	stretch: Stretch,
	shows: (stored: StoredPost) => boolean,
): Promise<Loaded<Cursor>[]> {
	const items = (await readAgain(timeline, stretch)).filter(shows);
	const pages: Loaded<Cursor>[] = [];
	for (let at = 0; at === 0 || at < items.length; at += PAGE) {
		const part = items.slice(at, at + PAGE);
		const last = part.at(-1);
		pages.push({ items: part, ...(last ? { next: cursorOf(last) } : {}) });
	}
	return pages;
}

/** How many posts came above where the list begins. */
function useNewer(
	timeline: string,
	top: Cursor | undefined,
	count: number,
	only: Filter | undefined,
): number {
	const [newer, setNewer] = useState(0);
	const latest = useRef({ top, only });
	latest.current = { top, only };
	const name = top && `${top.sortAt} ${top.key}`;
	useEffect(() => {
		let over = false;
		const look = () =>
			countNewer(timeline, latest.current.top, PAGE, latest.current.only).then((found) => {
				if (!over) setNewer(found);
			}, reportError);
		setNewer(0);
		if (name === undefined && count > 0) return;
		const stop = onChange(['timeline'], look);
		// What came between the reading of the first page and now was told to nobody.
		void look();
		return () => {
			over = true;
			stop();
		};
	}, [timeline, name, count]);
	return newer;
}
