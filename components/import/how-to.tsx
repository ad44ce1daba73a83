import { useTexts } from '../shared/texts';
import { ARCHIVE_AT_X, ReminderOffer, ReminderSet } from '../welcome/reminder';

/** How to get an archive from X; and the reminder that was set for it, which is seen though the rest is folded. */
export function HowTo({ open }: { open: boolean }) {
	const { t } = useTexts();
	return (
		<>
			<details class="how-to" open={open}>
				<summary>{t('howTo')}</summary>
				<ol>
					<li>{t('howTo1')}</li>
					<li>{t('howTo2')}</li>
					<li>{t('howTo3')}</li>
					<li>{t('howTo4')}</li>
				</ol>
				<p>
					<a href={ARCHIVE_AT_X} target="_blank" rel="noopener noreferrer">
						{t('howToOpen')}
					</a>
				</p>
				<ReminderOffer />
				<p>{t('howToHtml')}</p>
				<p class="quiet">{t('howToPrivate')}</p>
			</details>
			<ReminderSet />
		</>
	);
}
