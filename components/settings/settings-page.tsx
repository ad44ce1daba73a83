import { Page } from '../shared/page';
import { useServices } from '../shared/services';
import { useTexts } from '../shared/texts';
import { Appearance } from './appearance';
import { EraseAll } from './erase-all';
import { ExportJson } from './export-json';
import { Storage } from './storage';

/** `#/settings` */
export function SettingsPage() {
	const { t } = useTexts();
	const { version } = useServices();
	return (
		<Page title={t('settings')}>
			<div class="column settings">
				<Appearance />
				<Storage />
				<ExportJson />
				<EraseAll />
				<section aria-labelledby="about">
					<h2 id="about">{t('about')}</h2>
					<p>{t('aboutVersion', { version })}</p>
					<p class="quiet">{t('aboutOffline')}</p>
				</section>
			</div>
		</Page>
	);
}
