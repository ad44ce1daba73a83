import { useState } from 'preact/hooks';
import { LoadProblem } from '../shared/problem';
import { useServices } from '../shared/services';
import { useTexts } from '../shared/texts';
import { BrowserKeys } from './browser-keys';
import { Sites } from './sites';

/** What there is beside our own tab: the timeline beside pages, a button in composers of others, keys. */
export function InBrowserSection() {
	const { t } = useTexts();
	const { inBrowser } = useServices();
	const [error, setError] = useState<unknown>();
	return (
		<section aria-labelledby="in-browser">
			<h2 id="in-browser">{t('inBrowser')}</h2>
			<h3>{t('inBrowserBeside')}</h3>
			<p class="quiet">{t('inBrowserBesideWhy')}</p>
			<button
				type="button"
				class="button"
				onClick={() => {
					setError(undefined);
					inBrowser.openBeside().catch(setError);
				}}
			>
				{t('inBrowserBesideOpen')}
			</button>
			{error !== undefined && <LoadProblem error={error} />}
			<Sites />
			<BrowserKeys />
		</section>
	);
}
