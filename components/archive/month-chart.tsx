import { Fragment } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Summary } from '../../lib/store';
import { alongLine } from '../shared/keys';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import {
	barHeights,
	highest,
	type MonthCell,
	stepInGrid,
	type YearRow,
	yearRows,
} from './month-grid';

/** Posts per month, a row for each year; each month leads to its place in the timeline. One tab stop, arrow keys. */
export function MonthChart({ months }: { months: Summary['months'] }) {
	const { t, number, monthName, direction } = useTexts();
	const box = useRef<HTMLFieldSetElement>(null);
	const rows = yearRows(months);
	const [active, setActive] = useState(() => rows[0]?.months.findLastIndex(hasPosts) ?? 0);
	const scale = highest(rows);
	const move = (event: KeyboardEvent) => {
		const to = stepInGrid(alongLine(event.key, direction), active, rows.length * 12);
		if (to === undefined) return;
		event.preventDefault();
		setActive(to);
		box.current?.querySelector<SVGAElement>(`[data-cell="${to}"]`)?.focus();
	};
	if (rows.length === 0) return null;
	return (
		<section aria-labelledby="per-month">
			<h2 id="per-month">{t('perMonth')}</h2>
			<p class="quiet">{t('perMonthHint')}</p>
			<div class="month-names" aria-hidden="true">
				{Array.from({ length: 12 }, (_, i) => (
					<span key={i}>{monthName(i + 1, 'narrow')}</span>
				))}
			</div>
			<fieldset ref={box} class="years" aria-labelledby="per-month" onKeyDown={move}>
				{rows.map((row, y) => (
					<Fragment key={row.year}>
						<div class="year">
							<span>{row.year}</span>
							<Bars row={row} first={y * 12} active={active} scale={scale} setActive={setActive} />
							<span class="total">{number(row.total)}</span>
						</div>
						{row.gap && <Gap {...row.gap} />}
					</Fragment>
				))}
			</fieldset>
			<p class="key" aria-hidden="true">
				<i class="swatch posts" /> {t('keyPosts')} <i class="swatch reposts" /> {t('keyReposts')}
			</p>
		</section>
	);
}

function Gap({ first, last }: { first: string; last: string }) {
	const { t } = useTexts();
	return <p class="year quiet year-gap">{t('yearsEmpty', { first, last })}</p>;
}

function hasPosts({ posts, reposts }: MonthCell): boolean {
	return posts + reposts > 0;
}

const HEIGHT = 36;

type BarsProps = {
	row: YearRow;
	/** Number of the first cell of the row. */
	first: number;
	active: number;
	scale: number;
	setActive(cell: number): void;
};

function Bars({ row, first, active, scale, setActive }: BarsProps) {
	return (
		<svg viewBox={`0 0 120 ${HEIGHT}`} preserveAspectRatio="none" role="presentation">
			{row.months.map((cell, i) => (
				<Bar
					key={cell.month}
					cell={cell}
					number={first + i}
					active={first + i === active}
					scale={scale}
					setActive={setActive}
				/>
			))}
		</svg>
	);
}

type BarProps = {
	cell: MonthCell;
	number: number;
	active: boolean;
	scale: number;
	setActive(cell: number): void;
};

function Bar({ cell, number, active, scale, setActive }: BarProps) {
	const { t, monthName } = useTexts();
	const { month, posts, reposts } = cell;
	const name = `${monthName(Number(month.slice(5)), 'long')} ${month.slice(0, 4)}`;
	const label = t('monthLabel', {
		month: name,
		posts: t('postCount', { count: posts }),
		reposts: t('repostCount', { count: reposts }),
	});
	const height = barHeights(cell, scale, HEIGHT - 4);
	const x = (number % 12) * 10;
	const top = HEIGHT - height.posts;
	return (
		<a
			href={hrefs.timeline(month)}
			aria-label={label}
			data-cell={number}
			// In lower case: SVG knows no other, and each month would be a stop of the Tab key.
			tabindex={active ? 0 : -1}
			onFocus={() => setActive(number)}
		>
			<title>{label}</title>
			<rect class="cell" x={x} y="0" width="10" height={HEIGHT} />
			<rect
				class="bar-reposts"
				x={x + 1}
				y={top - height.reposts}
				width="8"
				height={height.reposts}
			/>
			<rect class="bar-posts" x={x + 1} y={top} width="8" height={height.posts} />
		</a>
	);
}
