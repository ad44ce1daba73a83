import type { Key } from '../../lib/texts';
import { MufflesSection } from '../muffle/muffles-section';
import { useMe } from '../shared/me';
import { Page } from '../shared/page';
import { hrefs } from '../shared/route';
import { useServices } from '../shared/services';
import { useTexts } from '../shared/texts';
import { SavedViews } from '../views/saved-views';
import { Appearance, Keys, Reading, Writing } from './appearance';
import { Backup } from './backup';
import { EraseAll } from './erase-all';
import { ExportJson } from './export-json';
import { InBrowserSection } from './in-browser';
import { LiveStorage } from './live-storage';
import { MyAccounts } from './my-accounts';
import { Notify } from './notify';
import { OtherBrowsers } from './other-browsers';
import { Storage } from './storage';

/** The parts of the page, by the id of their headings. */
const PARTS = [
	['my-accounts', 'accounts'],
	['appearance', 'appearance'],
	['reading', 'settingsReading'],
	['muffles', 'muffles'],
	['views', 'views'],
	['writing', 'settingsWriting'],
	['notify', 'notify'],
	['in-browser', 'inBrowser'],
	['keys', 'settingsKeys'],
	['agreement', 'agreement'],
	['storage', 'storage'],
	['backup', 'backup'],
	['export', 'export'],
	['erase', 'erase'],
	['about', 'about'],
] as const satisfies readonly (readonly [string, Key])[];

/** `#/settings` */
export function SettingsPage() {
	const { t } = useTexts();
	const { version } = useServices();
	const { all } = useMe();
	return (
		<Page title={t('settings')}>
			<div class="column settings">
				<PartsOfPage />
				<MyAccounts />
				<Appearance />
				<Reading />
				<MufflesSection />
				<SavedViews />
				<Writing />
				<Notify />
				<InBrowserSection />
				<Keys />
				<OtherBrowsers />
				<Storage />
				<LiveStorage />
				<Backup />
				<ExportJson />
				<EraseAll />
				<section aria-labelledby="about">
					<h2 id="about">{t('about')}</h2>
					<p>{t('aboutVersion', { version })}</p>
					{all && <p class="quiet">{t(all.length > 0 ? 'aboutOnline' : 'aboutOffline')}</p>}
					<p>
						<a href={hrefs.privacy()}>{t('privacySee')}</a>
					</p>
				</section>
			</div>
		</Page>
	);
}

/** The way to each part. */
function PartsOfPage() {
	const { t } = useTexts();
	return (
		<nav class="parts" aria-label={t('settingsParts')}>
			{PARTS.map(([id, title]) => (
				<a
					key={id}
					class="chip"
					href={hrefs.settings()}
					onClick={(event) => {
						event.preventDefault();
						goTo(id);
					}}
				>
					{t(title)}
				</a>
			))}
		</nav>
	);
}

function goTo(id: string): void {
	const heading = document.getElementById(id);
	if (!heading) return;
	heading.tabIndex = -1;
	heading.focus({ preventScroll: true });
	heading.scrollIntoView({ block: 'start' });
}
