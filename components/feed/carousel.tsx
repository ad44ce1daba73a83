import { ChevronLeft, ChevronRight, Repeat2 } from 'lucide-preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { StoredPost } from '../../lib/model';
import { PostCard } from '../post/card';
import { alongLine } from '../shared/keys';
import { useTexts } from '../shared/texts';
import { CardBoundary } from './card-boundary';

type CarouselProps = {
	items: readonly StoredPost[];
	/** Place in its feed, counted from 1, and the size of the feed where it is known. */
	place: { at: number; of?: number | undefined };
	tabIndex: number;
};

/** Cards drawn on each side of the one that is looked at. */
const AROUND = 3;
const NAMES = 3;

/**
 * A stretch of reposts side by side, as one row of a feed: arrow keys, j and k lead from post to post, J and K past all
 * of them (https://www.w3.org/WAI/ARIA/apg/patterns/carousel/).
 */
export function Carousel({ items, place, tabIndex }: CarouselProps) {
	const { t, direction } = useTexts();
	const id = useId();
	const slides = useRef<HTMLOListElement>(null);
	const [at, setAt] = useState(0);
	const show = (to: number, focus: boolean) => {
		const slide = slides.current?.children[to];
		if (!slide) return;
		setAt(to);
		slide.scrollIntoView({ block: 'nearest', inline: 'start', behavior: 'auto' });
		if (focus) slide.querySelector<HTMLElement>('article')?.focus({ preventScroll: true });
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const step = { ArrowRight: 1, ArrowLeft: -1 }[alongLine(event.key, direction)];
		const article = event.target instanceof Element ? event.target.closest('article') : null;
		if (!step || !(article === event.target)) return;
		const now = slideOf(event.target, slides.current);
		event.preventDefault();
		show((now ?? -1) + step, true);
	};
	return (
		<article
			class="carousel"
			tabIndex={tabIndex}
			aria-roledescription={t('carousel')}
			aria-labelledby={id}
			aria-posinset={place.at}
			aria-setsize={place.of ?? -1}
			onKeyDown={onKeyDown}
			onFocusIn={(event) => setAt(slideOf(event.target, slides.current) ?? at)}
		>
			<header>
				<Repeat2 size={16} aria-hidden="true" />
				<span id={id}>
					{t('carouselTitle', { count: items.length })} <By items={items} />
				</span>
				<button
					type="button"
					class="icon-button"
					aria-label={t('carouselBack')}
					disabled={at === 0}
					onClick={() => show(at - 1, false)}
				>
					<ChevronLeft size={20} aria-hidden="true" />
				</button>
				<button
					type="button"
					class="icon-button"
					aria-label={t('carouselOn')}
					disabled={at >= items.length - 1}
					onClick={() => show(at + 1, false)}
				>
					<ChevronRight size={20} aria-hidden="true" />
				</button>
			</header>
			<ol
				ref={slides}
				onScroll={(event) => {
					const { scrollLeft, scrollWidth } = event.currentTarget;
					setAt(Math.round((Math.abs(scrollLeft) / scrollWidth) * items.length));
				}}
			>
				{items.map((stored, i) => (
					<li key={stored.activity ?? stored.post.key}>
						{Math.abs(i - at) <= AROUND && (
							<CardBoundary>
								<PostCard stored={stored} tabIndex={-1} place={{ at: i + 1, of: items.length }} />
							</CardBoundary>
						)}
					</li>
				))}
			</ol>
		</article>
	);
}

/** Who reposted them: some by name. */
function By({ items }: { items: readonly StoredPost[] }) {
	const { list } = useTexts();
	const people = items.flatMap(({ repostedBy }) => repostedBy?.[0] ?? []);
	const names = [...new Set(people.map(({ name, handle }) => name || `@${handle}`))];
	if (names.length === 0) return null;
	const some = names.length > NAMES ? [...names.slice(0, NAMES), '…'] : names;
	return (
		<>
			· <bdi>{list(some)}</bdi>
		</>
	);
}

function slideOf(target: EventTarget | null, slides: Element | null): number | undefined {
	if (!(target instanceof Node) || !slides) return undefined;
	const at = [...slides.children].findIndex((slide) => slide.contains(target));
	return at < 0 ? undefined : at;
}
