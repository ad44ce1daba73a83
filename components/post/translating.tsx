import { useEffect, useRef, useState } from 'preact/hooks';
import type { AccountUri, StoredPost, Text, Translation } from '../../lib/model';
import { translate } from '../../lib/timeline';
import { languageName } from '../composer/languages';
import { useMe } from '../shared/me';
import { textOf } from '../shared/said';
import { useTexts } from '../shared/texts';

type TranslatingProps = {
	stored: StoredPost;
	/** My account whose server is asked. */
	by: AccountUri;
	/** What stands in place of the post's words now. */
	shown: Translation | undefined;
	show(translation: Translation | undefined): void;
};

/** Below the words of a post: has them translated, says by whom they were, and leads back to its own. */
export function Translating({ stored: { post }, by, shown, show }: TranslatingProps) {
	const { t, say, language } = useTexts();
	const host = useMe().of(by)?.host ?? '';
	const [state, setState] = useState<'quiet' | 'asking' | Text>('quiet');
	const made = useRef<Translation>(undefined);
	const abort = useRef<AbortController>(undefined);
	useEffect(() => () => abort.current?.abort(), []);
	const ask = async () => {
		if (state === 'asking') return;
		if (made.current) return show(made.current);
		abort.current = new AbortController();
		const { signal } = abort.current;
		setState('asking');
		try {
			made.current = await translate(post.key, by, language, signal);
			show(made.current);
			setState('quiet');
		} catch (error) {
			if (signal.aborted) return;
			const text = textOf(error);
			if (!text) reportError(error);
			setState(text ?? { key: 'translationFailed' });
		}
	};
	const name = (tag: string | undefined) => languageName(tag ?? '', language);
	const asking = state === 'asking';
	return (
		<div class="translating">
			{shown?.warning && (
				<p dir="auto" lang={shown.to}>
					{shown.warning}
				</p>
			)}
			{shown && (
				<span class="quiet">
					{t('translatedBy', {
						language: name(shown.from ?? post.language),
						provider: shown.provider ?? host,
					})}
				</span>
			)}
			<button
				type="button"
				class="link-button"
				aria-disabled={asking}
				onClick={() => (shown ? show(undefined) : void ask())}
			>
				{shown
					? t('translationOriginal')
					: asking
						? t('translating')
						: t('translate', { language: name(post.language) })}
			</button>
			<span class="unseen" role="status">
				{asking && t('translating')}
				{shown && t('translationShown')}
			</span>
			{typeof state === 'object' && (
				<p class="problem-line" role="alert">
					{say(state)}
				</p>
			)}
		</div>
	);
}
