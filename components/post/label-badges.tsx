import type { Label } from '../../lib/model';
import { useTexts } from '../shared/texts';
import { useLabelers } from './labelers';

/** What labelers say, in their own words; behind each what it means and who says so. */
export function LabelBadges({ labels }: { labels: readonly Label[] }) {
	const { t } = useTexts();
	const said = useLabelers(labels);
	if (labels.length === 0) return null;
	return (
		<ul class="labels" aria-label={t('labels')}>
			{labels.map((label) => (
				<li key={`${label.by} ${label.value} ${label.of}`}>
					<details>
						<summary>
							<bdi>{label.name}</bdi>
						</summary>
						<p>
							{label.description && <bdi>{label.description} </bdi>}
							<span class="quiet">
								{said(label)}
								{label.of === 'author' && ` · ${t('labelOfAuthor')}`}
							</span>
						</p>
					</details>
				</li>
			))}
		</ul>
	);
}
