import type { Version } from '../../lib/model';
import { useTexts } from '../shared/texts';
import { When } from '../shared/when';
import { PostText } from './text';

/** Earlier wordings of an edited post, oldest first. */
export function Edits({ edits }: { edits: readonly Version[] }) {
	const { t } = useTexts();
	return (
		<details class="edits">
			<summary>{t('editedTimes', { count: edits.length })}</summary>
			<ol>
				{edits.map((version) => (
					<li key={version.key}>
						{version.createdAt !== undefined && <When at={version.createdAt} />}
						{version.content ? (
							<PostText content={version.content} />
						) : (
							<p class="quiet">{t('versionMissing')}</p>
						)}
					</li>
				))}
			</ol>
		</details>
	);
}
