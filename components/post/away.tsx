import { useTexts } from '../shared/texts';
import { CopyLink } from './copy-link';
import { safeHref } from './runs';

/** The ways out to the original. */
export function Away({ url }: { url: string | undefined }) {
	const { t } = useTexts();
	const href = url ? safeHref(url) : undefined;
	if (!href) return null;
	return (
		<span class="foot-actions">
			<CopyLink url={href} />
			<a
				class="icon-button icon away"
				href={href}
				target="_blank"
				rel="noopener noreferrer"
				title={t('openOriginal')}
			>
				{t('openOriginal')}
			</a>
		</span>
	);
}
