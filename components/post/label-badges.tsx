import type { Label } from '../../lib/model';
import { useTexts } from '../shared/texts';
import { useLabelers } from './labelers';
import { byName } from './labels';

/** What labelers say, in their own words; behind each what it means and who says so. */
export function LabelBadges({ labels }: { labels: readonly Label[] }) {
	const { t } = useTexts();
	const said = useLabelers(labels);
	if (labels.length === 0) return null;
	return (
		<ul class="labels" aria-label={t('labels')}>
			{byName(labels, t).map(({ name, labels: alike }) => (
				<li key={name}>
					<details>
						<summary>
							<bdi>{name}</bdi>
						</summary>
						{alike.map((label) => (
							<p key={`${label.by} ${label.of}`}>
								{label.description && <bdi>{label.description} </bdi>}
								<span class="quiet">
									{said(label)}
									{label.of === 'author' && ` · ${t('labelOfAuthor')}`}
								</span>
							</p>
						))}
					</details>
				</li>
			))}
		</ul>
	);
}
