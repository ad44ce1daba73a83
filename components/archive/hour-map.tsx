import { useTexts } from '../shared/texts';

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const CELL = 10;

type HourMapProps = {
	/** 168 counts, Monday 00:00 first. */
	hours: readonly number[];
	/** IANA zone they were counted in. */
	zone: string;
};

/** When in the week was written: a picture, and the same as a table. */
export function HourMap({ hours, zone }: HourMapProps) {
	const { t, weekday, hour } = useTexts();
	const most = Math.max(...hours, 0);
	if (most === 0) return null;
	const peak = hours.indexOf(most);
	const words = t('perHourPeak', {
		day: weekday(Math.floor(peak / 24) + 1, 'long'),
		hour: hour(peak % 24),
		zone,
	});
	return (
		<section aria-labelledby="per-hour">
			<h2 id="per-hour">{t('perHour')}</h2>
			<p class="quiet">{words}</p>
			<div class="hour-map">
				<div class="hour-days" aria-hidden="true">
					{DAYS.map((day) => (
						<span key={day}>{weekday(day, 'short')}</span>
					))}
				</div>
				<svg
					viewBox={`0 0 ${24 * CELL} ${7 * CELL}`}
					preserveAspectRatio="none"
					role="img"
					aria-label={words}
				>
					{hours.map((count, i) => (
						<Cell key={i} at={i} count={count} most={most} />
					))}
				</svg>
				<div class="hour-names" aria-hidden="true">
					{[0, 6, 12, 18].map((one) => (
						<span key={one}>{hour(one)}</span>
					))}
				</div>
			</div>
			<details>
				<summary>{t('asTable')}</summary>
				<HourTable hours={hours} />
			</details>
		</section>
	);
}

type CellProps = { at: number; count: number; most: number };

function Cell({ at, count, most }: CellProps) {
	const { t, weekday, hour } = useTexts();
	const day = Math.floor(at / 24);
	return (
		<rect
			class="heat"
			x={(at % 24) * CELL + 0.5}
			y={day * CELL + 0.5}
			width={CELL - 1}
			height={CELL - 1}
			// The square root lets quiet hours be told from silent ones.
			fill-opacity={count === 0 ? 0 : 0.15 + 0.85 * Math.sqrt(count / most)}
		>
			<title>{t('hourLabel', { day: weekday(day + 1, 'long'), hour: hour(at % 24), count })}</title>
		</rect>
	);
}

function HourTable({ hours }: { hours: readonly number[] }) {
	const { t, number, weekday, hour } = useTexts();
	return (
		<div class="hour-table">
			<table>
				<thead>
					<tr>
						<th scope="col">{t('hourColumn')}</th>
						{DAYS.map((day) => (
							<th key={day} scope="col">
								{weekday(day, 'short')}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{HOURS.map((one) => (
						<tr key={one}>
							<th scope="row">{hour(one)}</th>
							{DAYS.map((day) => (
								<td key={day}>{number(hours[(day - 1) * 24 + one] ?? 0)}</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}
