import { useMemo } from 'preact/hooks';
import { useArchives } from '../shared/archives';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import type { ViewProps } from '../shared/view-address';
import { type MonthCount, monthsOf } from './months';

/** Leads to any month that has posts, and back to now. */
export function MonthChooser({ month, view }: ViewProps) {
	const { t, number, monthName } = useTexts();
	const { all } = useArchives();
	const years = useMemo(() => byYear(monthsOf(all ?? [])), [all]);
	if (years.length === 0) return null;
	return (
		<>
			{month && (
				<a class="chip" href={hrefs.timeline(undefined, view)}>
					{t('backToNow')}
				</a>
			)}
			<select
				class="chip"
				aria-label={t('chooseMonth')}
				value={month ?? ''}
				onChange={(event) => {
					location.hash = hrefs.timeline(event.currentTarget.value || undefined, view);
				}}
			>
				<option value="">{t('newestPosts')}</option>
				{years.map(([year, months]) => (
					<optgroup key={year} label={year}>
						{months.map((one) => (
							<option key={one.month} value={one.month}>
								{`${monthName(Number(one.month.slice(5)), 'long')} ${year} (${number(one.posts + one.reposts)})`}
							</option>
						))}
					</optgroup>
				))}
			</select>
		</>
	);
}

function byYear(months: readonly MonthCount[]): [string, MonthCount[]][] {
	const years = new Map<string, MonthCount[]>();
	for (const month of months) {
		const year = month.month.slice(0, 4);
		years.set(year, [...(years.get(year) ?? []), month]);
	}
	return [...years];
}
