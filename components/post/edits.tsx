import { useState } from 'preact/hooks';
import type { Post, StoredPost, Text, Version } from '../../lib/model';
import { fetchHistory } from '../../lib/timeline';
import { textOf } from '../shared/said';
import { useTexts } from '../shared/texts';
import { When } from '../shared/when';
import { PostText } from './text';

/** Earlier wordings of an edited post, oldest first. */
export function Edits({ edits }: { edits: readonly Version[] }) {
	const { t } = useTexts();
	return (
		<details class="edits">
			<summary>{t('editedTimes', { count: edits.length })}</summary>
			<Wordings edits={edits} />
		</details>
	);
}

type WordingsProps = { edits: readonly Version[]; emojis?: Post['emojis']; live?: boolean };

function Wordings({ edits, emojis, live = false }: WordingsProps) {
	const { t } = useTexts();
	return (
		<ol>
			{edits.map((version, i) => (
				<li key={`${version.key} ${version.createdAt ?? i}`}>
					{version.createdAt !== undefined && <When at={version.createdAt} />}
					{version.content ? (
						<PostText content={version.content} emojis={emojis} live={live} />
					) : (
						<p class="quiet">{t('versionMissing')}</p>
					)}
				</li>
			))}
		</ol>
	);
}

/** That a live post was edited, and when it is opened its earlier wordings: asked for then, each time anew. */
export function LiveEdits({ stored: { post } }: { stored: StoredPost }) {
	const { t, say } = useTexts();
	const [state, setState] = useState<'closed' | 'asking' | 'asked' | Text>('closed');
	if (post.editedAt === undefined) return null;
	const toggled = (open: boolean) => {
		if (!open || state === 'asking') return;
		setState('asking');
		fetchHistory(post.key).then(
			() => setState('asked'),
			(error: unknown) => {
				const text = textOf(error);
				if (!text) reportError(error);
				setState(text ?? { key: 'actionFailed' });
			},
		);
	};
	const { edits = [], emojis } = post;
	return (
		<details class="edits" onToggle={(event) => toggled(event.currentTarget.open)}>
			<summary>
				{t('edited')} <When at={post.editedAt} />
			</summary>
			{state === 'asking' && <p role="status">{t('editsAsking')}</p>}
			{typeof state === 'object' && <p role="alert">{say(state)}</p>}
			{edits.length > 0 && <Wordings edits={edits} emojis={emojis} live />}
			{state === 'asked' && edits.length === 0 && <p class="quiet">{t('editsNone')}</p>}
		</details>
	);
}
