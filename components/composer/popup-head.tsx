import { useTexts } from '../shared/texts';
import { useAppHref, usePlace } from './place';

/** The way from the popup to the reading tab, and to what was begun and sent. */
export function PopupHead() {
	const { t } = useTexts();
	const app = useAppHref();
	const { openBeside } = usePlace();
	return (
		<header class="popup-head">
			<nav aria-label={t('navigation')}>
				<a {...app.timeline()}>{t('timeline')}</a>
				<a {...app.drafts()}>{t('drafts')}</a>
				<a {...app.outbox()}>{t('outbox')}</a>
				{openBeside && (
					<button type="button" class="link-button" onClick={openBeside}>
						{t('besideThis')}
					</button>
				)}
			</nav>
		</header>
	);
}
