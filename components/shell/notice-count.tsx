import { newNoticeCount } from '../../lib/timeline';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';

/** How many notices the person has not looked at. Absent when none. */
export function NoticeCount() {
	const { t, number } = useTexts();
	const { value = 0 } = useLoad('count', newNoticeCount, ['notices', 'people']);
	if (value === 0) return null;
	return (
		<small class="count-badge">
			<span aria-hidden="true">{number(value)}</span>
			<span class="unseen">{t('noticesNew', { count: value })}</span>
		</small>
	);
}
