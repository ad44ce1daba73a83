import { useRef, useState } from 'preact/hooks';
import type { Split } from '../../lib/model';
import { ScrollerProvider } from '../feed/scroller';
import { alongLine, useKeys } from '../shared/keys';
import { useNavigation } from '../shared/navigation';
import { useTexts } from '../shared/texts';
import type { TimelineView } from '../shared/view-address';
import { PartFeed } from '../timeline/part-feed';
import { columnsOf, type Part, usePostSources } from './sources';

type ColumnsProps = {
	month: string | undefined;
	version: string;
	view: TimelineView;
	split: Split;
};

const ACTIVE = 'column';

/**
 * The timeline side by side: each column scrolls by itself and keeps its own place; on a narrow screen one at a time,
 * with tabs. Keys of feeds go to the column that was used last.
 */
export function Columns({ month, version, view, split }: ColumnsProps) {
	const { t, direction } = useTexts();
	const { memory } = useNavigation();
	const columns = columnsOf(usePostSources(), view.filter, split);
	const box = useRef<HTMLDivElement>(null);
	const [key, setKey] = useState(() => memory.get(ACTIVE) as string | undefined);
	const at = Math.max(
		0,
		columns.findIndex((one) => one.key === key),
	);
	const use = (to: number): boolean => {
		const next = columns[to];
		if (!next) return false;
		memory.set(ACTIVE, next.key);
		setKey(next.key);
		return true;
	};
	const move = (to: number) => use(to) && focusIn(box.current?.children[to]);
	useKeys({
		'[': () => move(at - 1),
		']': () => move(at + 1),
		[alongLine('ArrowLeft', direction)]: () => (inCarousel() ? false : move(at - 1)),
		[alongLine('ArrowRight', direction)]: () => (inCarousel() ? false : move(at + 1)),
		...Object.fromEntries(columns.slice(0, 9).map((_, i) => [String(i + 1), () => move(i)])),
	});
	return (
		<>
			<fieldset class="lane-tabs" aria-label={t('columnTabs')}>
				{columns.map((column, i) => (
					<button
						key={column.key}
						type="button"
						class="chip"
						aria-pressed={i === at}
						onClick={() => use(i)}
					>
						<bdi>{column.title}</bdi>
					</button>
				))}
			</fieldset>
			<div class="lanes" ref={box}>
				{columns.map((column, i) => (
					<Column
						key={column.key}
						column={column}
						active={i === at}
						use={() => use(i)}
						feed={{ month, version, name: `timeline ${split} ${column.key}` }}
					/>
				))}
			</div>
		</>
	);
}

type ColumnProps = {
	column: Part;
	active: boolean;
	use(): void;
	feed: { month: string | undefined; version: string; name: string };
};

function Column({ column, active, use, feed }: ColumnProps) {
	const element = useRef<HTMLElement>(null);
	return (
		<section
			ref={element}
			class={active ? 'lane active' : 'lane'}
			aria-label={column.title}
			onFocusIn={use}
			onPointerDown={use}
		>
			<h2>
				<bdi>{column.title}</bdi>
			</h2>
			<ScrollerProvider value={{ element, active }}>
				<PartFeed {...feed} title={column.title} filter={column.filter} />
			</ScrollerProvider>
		</section>
	);
}

/** The post of the column that had the focus, else its first one in sight. */
function focusIn(column: Element | undefined): void {
	if (!column) return;
	column.scrollIntoView({ block: 'nearest', inline: 'nearest' });
	const top = column.getBoundingClientRect().top;
	const posts = [...column.querySelectorAll<HTMLElement>('[data-index] > article')];
	const inSight = posts.find((post) => post.getBoundingClientRect().bottom > top + 60);
	const last = column.querySelector<HTMLElement>('[data-index] > article[tabindex="0"]');
	(last && isIn(last, column) ? last : inSight)?.focus({ preventScroll: true });
}

function isIn(post: Element, column: Element): boolean {
	const { top, bottom } = post.getBoundingClientRect();
	const box = column.getBoundingClientRect();
	return bottom > box.top && top < box.bottom;
}

/** There the arrows lead from post to post. */
function inCarousel(): boolean {
	return document.activeElement?.closest('.carousel') != null;
}
