import { useTexts } from '../shared/texts';

/** How to get an archive from X. */
export function HowTo({ open }: { open: boolean }) {
	const { t } = useTexts();
	return (
		<details class="how-to" open={open}>
			<summary>{t('howTo')}</summary>
			<ol>
				<li>{t('howTo1')}</li>
				<li>{t('howTo2')}</li>
				<li>{t('howTo3')}</li>
				<li>{t('howTo4')}</li>
			</ol>
			<p>{t('howToHtml')}</p>
			<p class="quiet">{t('howToPrivate')}</p>
		</details>
	);
}
