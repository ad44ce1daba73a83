import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { StoredPost } from '../../lib/model';
import { type CardProps, PostCard } from '../post/card';
import { useNavigation } from '../shared/navigation';
import { LoadProblem } from '../shared/problem';
import { useSettings } from '../shared/settings';
import { useTexts } from '../shared/texts';
import { CardBoundary } from './card-boundary';
import { useFeedKeys } from './feed-keys';
import type { FeedList } from './use-pages';
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
	/** The item to begin with, when one comes here for the first time. */
	start?: number;
	/** Said after the last post. */
	end?: ComponentChildren;
};

const ESTIMATES = { comfortable: 150, compact: 110 } as const;

/** A windowed feed: a hundred thousand posts cost as much as the thirty that are near the window. */
export function Feed({ label, name, list, extras, start = 0, end }: FeedProps) {
	const box = useRef<HTMLDivElement>(null);
	const { active, setActive, goal } = useActive(name);
	const { density } = useSettings();
	const { count, want } = list;
	const windowed = useWindowed({
		count,
		estimate: ESTIMATES[density],
		list: box,
		name,
		kept: active,
	});
	const { items } = windowed;
	const first = items.find((item) => item.index !== active)?.index ?? 0;
	const last = items.findLast((item) => item.index !== active)?.index ?? 0;
	useEffect(() => want(first, last), [first, last, want]);
	useStart(start, windowed.show);
	useFeedKeys({ box, count, active, goal, show: windowed.show });
	return (
		<>
			<div
				ref={box}
				role="feed"
				class="feed"
				aria-label={label}
				aria-busy={!list.done && count === 0}
				style={{ height: `${windowed.total}px` }}
				onFocusIn={(event) => setActive(indexOf(event.target))}
			>
				{items.map(({ index, key, start }) => (
					<div
						key={key}
						class="feed-row"
						data-index={index}
						// What is still being read has no size of its own: the one it had is kept for it.
						ref={list.item(index) ? windowed.measure : null}
						style={{ transform: `translateY(${start - windowed.margin}px)` }}
					>
						<Row list={list} index={index} active={index === (active ?? 0)} extras={extras} />
					</div>
				))}
			</div>
			<FeedFoot list={list} end={end} />
		</>
	);
}

type Active = {
	/** The item that has or had the focus. */
	active: number | undefined;
	setActive(index: number | undefined): void;
	/** The item that is to take the focus as soon as it is drawn. */
	goal: { current: number | undefined };
};

/** Which item has the focus; coming back to a page, the focus comes back too. */
function useActive(name: string): Active {
	const { memory, returned } = useNavigation();
	const left = returned ? (memory.get(`${name} active`) as number | undefined) : undefined;
	const goal = useRef(left);
	const [active, setActive] = useState(left);
	useEffect(() => {
		memory.set(`${name} active`, active);
	}, [memory, name, active]);
	return { active, setActive, goal };
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

function indexOf(target: EventTarget | null): number | undefined {
	const row = target instanceof Element ? target.closest('[data-index]') : null;
	return row ? Number(row.getAttribute('data-index')) : undefined;
}

type RowProps = { list: FeedList; index: number; active: boolean; extras: FeedProps['extras'] };

function Row({ list, index, active, extras }: RowProps) {
	const stored = list.item(index);
	const of = list.size ?? (list.done ? list.count : undefined);
	const { thread, inConversation, current, depth, note } =
		(stored && extras?.(stored, index)) ?? {};
	const place = thread?.place;
	const threadOf = thread?.of;
	// Scrolling draws the list anew with every frame; the cards, which are most of it, only when they differ.
	return useMemo(
		() =>
			stored ? (
				<CardBoundary key={stored.post.key}>
					<PostCard
						stored={stored}
						place={{ at: index + 1, of }}
						tabIndex={active ? 0 : -1}
						thread={place && threadOf ? { place, of: threadOf } : undefined}
						inConversation={inConversation}
						current={current}
						depth={depth}
						note={note}
					/>
				</CardBoundary>
			) : (
				<div class="post placeholder" aria-hidden="true" />
			),
		[stored, index, of, active, place, threadOf, inConversation, current, depth, note],
	);
}

function FeedFoot({ list, end }: { list: FeedList; end: ComponentChildren }) {
	const { t } = useTexts();
	if (list.error !== undefined) return <LoadProblem error={list.error} retry={list.retry} />;
	if (!list.done) return <p class="feed-end quiet">{t('loadingMore')}</p>;
	return list.count > 0 && end ? <p class="feed-end quiet">{end}</p> : null;
}
