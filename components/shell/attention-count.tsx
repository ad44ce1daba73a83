import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';

/** How many posts wait for the person. Absent when none. */
export function AttentionCount() {
	const { t, number } = useTexts();
	const { value = 0 } = useLoad('attention', attention, ['deliveries']);
	if (value === 0) return null;
	return (
		<small class="count-badge">
			<span aria-hidden="true">{number(value)}</span>
			<span class="unseen">{t('outboxNeeding', { count: value })}</span>
		</small>
	);
}

/** The code comes after the first posts. */
async function attention(): Promise<number> {
	return (await import('../shared/outbox-later')).attention();
}
