import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { StoredPost } from '../../lib/model';
import { type CardProps, PostCard } from '../post/card';
import { useNavigation } from '../shared/navigation';
import { LoadProblem } from '../shared/problem';
import { useSettings } from '../shared/settings';
import { useTexts } from '../shared/texts';
import { CardBoundary } from './card-boundary';
import { CarouselRow } from './carousel-row';
import { estimateOf } from './estimate';
import { indexOf, useFeedKeys } from './feed-keys';
import type { Band } from './sizes';
import { stretchOf } from './stretch';
import type { FeedList } from './use-pages';
import { type Target, useTarget } from './use-target';
import { useWindowed } from './use-windowed';

type Extras = Pick<CardProps, 'thread' | 'inConversation' | 'current' | 'depth' | 'note'>;

type FeedProps = {
	/** Accessible name. */
	label: string;
	/** Distinguishes what is left in memory for the way back. */
	name: string;
	list: FeedList;
	/** More about item i that only the page knows. */
	extras?: (stored: StoredPost, index: number) => Extras;
	/** What stands in the list between two posts, and below the last. */
	between?: (above: StoredPost, below: StoredPost | undefined) => ComponentChildren;
	/** The item to begin with, when one comes here for the first time. */
	start?: number;
	/** Where the person wants to go now. */
	target?: Target | undefined;
	/** Said after the last post. */
	end?: ComponentChildren;
};

/** A windowed feed: a hundred thousand posts cost as much as the thirty that are near the window. */
export function Feed({ label, name, list, extras, between, start = 0, target, end }: FeedProps) {
	const box = useRef<HTMLDivElement>(null);
	const { active, setActive, goal } = useActive(name, list);
	const { density } = useSettings();
	const { count, want } = list;
	const windowed = useWindowed({
		count,
		nameOf: list.key,
		estimate: (index, width) => estimateOf(list.item(index), density, width),
		list: box,
		name,
		kept: active,
	});
	const { first, last } = windowed.coming;
	useEffect(() => want(first, last), [first, last, want]);
	useStart(start, windowed.show);
	useTarget(target, list, first, (index) => {
		goal.current = index;
		windowed.show(index, 'start');
	});
	useFeedKeys({ box, count, goal, show: windowed.show });
	usePressed(box, setActive);
	return (
		<>
			<div
				ref={box}
				role="feed"
				class="feed"
				aria-label={label}
				aria-busy={!list.done && count === 0}
				onFocusIn={(event) => setActive(indexOf(event.target))}
			>
				{windowed.items.map((index) => (
					<div
						key={list.key(index) ?? index}
						class={isIn(windowed.band, index) ? 'feed-row' : 'feed-row apart'}
						data-index={index}
						data-empty={list.item(index) ? undefined : ''}
					>
						<Row list={list} index={index} active={index === (active ?? 0)} extras={extras} />
						{between && <Between list={list} index={index} between={between} />}
					</div>
				))}
			</div>
			<FeedFoot list={list} end={end} />
		</>
	);
}

function isIn({ first, last }: Band, index: number): boolean {
	return index >= first && index <= last;
}

type Active = {
	/** The item that has or had the focus. */
	active: number | undefined;
	setActive(index: number | undefined): void;
	/** The item that is to take the focus as soon as it is drawn. */
	goal: { current: number | undefined };
};

/** A screen reader presses without moving the focus, and some browsers move it to no button. */
function usePressed(box: RefObject<HTMLElement | null>, acts: (index: number) => void): void {
	const latest = useRef(acts);
	latest.current = acts;
	useEffect(() => {
		const pressed = ({ target }: Event) => {
			const index = indexOf(target);
			if (index !== undefined) latest.current(index);
		};
		const list = box.current;
		list?.addEventListener('click', pressed);
		return () => list?.removeEventListener('click', pressed);
	}, [box]);
}

/** Which item has the focus; coming back to a page, the focus comes back too. */
function useActive(name: string, list: FeedList): Active {
	const { memory, returned } = useNavigation();
	const left = returned ? (memory.get(`${name} active`) as number | undefined) : undefined;
	const goal = useRef(left);
	const [active, setActive] = useState(left);
	const called = useRef(left === undefined ? undefined : list.key(left));
	// Items that came to stand above it do not take its focus.
	const now = placeOf(list, active, called.current);
	useEffect(() => {
		memory.set(`${name} active`, now);
		if (now !== active) setActive(now);
	}, [memory, name, now, active]);
	const set = (index: number | undefined) => {
		called.current = index === undefined ? undefined : list.key(index);
		setActive(index);
	};
	return { active: now, setActive: set, goal };
}

/** Where an item is now that was at `index`: near it. What is gone is where it was. */
function placeOf(list: FeedList, index: number | undefined, key: string | undefined) {
	if (index === undefined || key === undefined || list.key(index) === key) return index;
	for (let far = 1; far < list.count; far++) {
		if (list.key(index + far) === key) return index + far;
		if (index >= far && list.key(index - far) === key) return index - far;
	}
	return index;
}

/** Scrolls to where the page wants to begin, once, and not when one comes back to it. */
function useStart(start: number, show: (index: number, align: 'start') => void): void {
	const { returned } = useNavigation();
	const done = useRef(returned || start === 0);
	useEffect(() => {
		if (done.current) return;
		done.current = true;
		show(start, 'start');
	});
}

type RowProps = { list: FeedList; index: number; active: boolean; extras: FeedProps['extras'] };

function Row({ list, index, active, extras }: RowProps) {
	const stored = list.item(index);
	const of = list.size ?? (list.done ? list.count : undefined);
	const { thread, inConversation, current, depth, note } =
		(stored && extras?.(stored, index)) ?? {};
	const stretch = stored && stretchOf(stored);
	const place = thread?.place;
	const threadOf = thread?.of;
	const at = useMemo(() => ({ at: index + 1, of }), [index, of]);
	const tabIndex = active ? 0 : -1;
	// Scrolling draws the list anew with every frame; the cards, which are most of it, only when they differ.
	return useMemo(
		() =>
			stored ? (
				<CardBoundary key={stored.post.key}>
					{stretch ? (
						<CarouselRow items={stretch} place={at} tabIndex={tabIndex} />
					) : (
						<PostCard
							stored={stored}
							place={at}
							tabIndex={tabIndex}
							thread={place && threadOf ? { place, of: threadOf } : undefined}
							{...{ inConversation, current, depth, note }}
						/>
					)}
				</CardBoundary>
			) : (
				<div class="post placeholder" aria-hidden="true" />
			),
		[stored, stretch, at, tabIndex, place, threadOf, inConversation, current, depth, note],
	);
}

type BetweenProps = { list: FeedList; index: number; between: NonNullable<FeedProps['between']> };

/** Below the last item nothing is known before the list has ended. */
function Between({ list, index, between }: BetweenProps) {
	const above = list.item(index);
	const below = list.item(index + 1);
	const isEnd = list.done && index === list.count - 1;
	return <>{above && (below || isEnd) && between(above, below)}</>;
}

function FeedFoot({ list, end }: { list: FeedList; end: ComponentChildren }) {
	const { t } = useTexts();
	if (list.error !== undefined) return <LoadProblem error={list.error} retry={list.retry} />;
	if (!list.done) return <p class="feed-end quiet">{t('loadingMore')}</p>;
	return list.count > 0 && end ? <p class="feed-end quiet">{end}</p> : null;
}
