import { onlyLookedOver, squareOf } from '../../lib/charters';
import type { Charter } from '../../lib/model';
import { useTexts } from '../shared/texts';
import { EvidenceList } from './evidence';
import { FieldValue } from './field-value';
import { ago, dayOf } from './names';
import { charterRows } from './rows';

/** Who runs a place, line by line, each with where it stands written; unknown is said as unknown. */
export function CharterSection({ charter }: { charter: Charter }) {
	const { t, date, language } = useTexts();
	const square = squareOf(charter.host);
	// What the list lacks may well be said by the server, which was not asked.
	const missing = onlyLookedOver(charter) ? 'charterUnlisted' : 'charterUnknown';
	return (
		<section class="server charter" aria-labelledby="charter">
			<h2 id="charter">{t('charterTitle')}</h2>
			<dl class="facts">
				{charterRows(charter).map(({ name, value, evidence }) => (
					<div key={name}>
						<dt>{t(name)}</dt>
						<dd dir="auto">
							<FieldValue value={value} missing={missing} />
							<EvidenceList
								evidence={evidence}
								said={value?.type === 'words' ? value.text : undefined}
							/>
						</dd>
					</div>
				))}
			</dl>
			{square && (
				<p class="quiet">
					{t('squareReviewed', {
						date: date(dayOf(square.reviewedOn), 'day'),
						ago: ago(square.reviewedOn, Date.now(), language),
					})}
				</p>
			)}
		</section>
	);
}
