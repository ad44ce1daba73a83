import { CalendarDays } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { AccountUri } from '../../lib/model';
import { onThisDay } from '../../lib/timeline';
import { PostCard } from '../post/card';
import { useNavigation } from '../shared/navigation';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { useToday } from '../shared/use-today';

/** What was posted on this day in other years, by one account or all. Absent when there is nothing. */
export function OnThisDay({ account }: { account?: AccountUri }) {
	const { t, date } = useTexts();
	const { memory } = useNavigation();
	const today = useToday();
	const left = memory.get('on this day') as Awaited<ReturnType<typeof onThisDay>> | undefined;
	const { value: found = left } = useLoad(today.toDateString(), () => onThisDay(today), [
		'generations',
	]);
	const [all, setAll] = useState(memory.get('on this day all') === true);
	if (found) memory.set('on this day', found);
	const value = found?.filter(({ owner }) => account === undefined || owner === account);
	if (!value || value.length === 0) return null;
	const shown = all ? value : value.slice(0, 1);
	return (
		<section class="module" aria-labelledby="on-this-day">
			<header>
				<CalendarDays size={18} strokeWidth={1.75} aria-hidden="true" />
				<h2 id="on-this-day">{t('onThisDay')}</h2>
				<span class="quiet">{date(today.getTime(), 'short')}</span>
				{value.length > 1 && (
					<button
						type="button"
						class="link-button"
						aria-expanded={all}
						onClick={() => {
							memory.set('on this day all', !all);
							setAll(!all);
						}}
					>
						{all ? t('showLess') : t('onThisDayMore', { count: value.length - 1 })}
					</button>
				)}
			</header>
			{shown.map((stored) => (
				<PostCard
					key={stored.post.key}
					stored={stored}
					note={t('yearsAgo', { count: age(stored.sortAt, today) })}
				/>
			))}
		</section>
	);
}

function age(sortAt: number, today: Date): number {
	return today.getFullYear() - new Date(sortAt).getFullYear();
}
