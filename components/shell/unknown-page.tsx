import { Empty } from '../shared/empty';
import { Page } from '../shared/page';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';

/** An address that leads nowhere. */
export function UnknownPage() {
	const { t } = useTexts();
	return (
		<Page title={t('unknownPage')}>
			<Empty
				action={
					<a class="button" href={hrefs.timeline()}>
						{t('timeline')}
					</a>
				}
			>
				{t('unknownPageWhy')}
			</Empty>
		</Page>
	);
}
