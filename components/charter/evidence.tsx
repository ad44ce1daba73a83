import type { Evidence as Found } from '../../lib/model';
import { OutLink } from '../post/text';
import { useTexts } from '../shared/texts';
import { dayOf } from './names';

type EvidenceListProps = {
	evidence: readonly Found[];
	/** What stands above it already, when that is the very words. */
	said?: string | undefined;
};

/** Where something stands written: the words, the place, the day, and whether they speak of themselves. */
export function EvidenceList({ evidence, said }: EvidenceListProps) {
	const { t, date } = useTexts();
	if (evidence.length === 0) return null;
	return (
		<ul class="evidence">
			{evidence.map(({ url, quote, on, self, of }) => (
				<li key={`${url} ${quote}`}>
					{quote && quote !== said && (
						<q dir="auto" cite={url}>
							{quote}
						</q>
					)}{' '}
					<span>
						<OutLink href={url}>{hostOf(url)}</OutLink>, {date(dayOf(on), 'day')}
						{self && <> · {t('saysOfItself')}</>}
						{of === 'software' && <> · {t('saidOfSoftware')}</>}
					</span>
				</li>
			))}
		</ul>
	);
}

function hostOf(url: string): string {
	return URL.canParse(url) ? new URL(url).host : url;
}
