import { useState } from 'preact/hooks';
import { useTexts } from '../shared/texts';

/** Puts a text into the clipboard and says so. */
export function CopyText({ text }: { text: string }) {
	const { t } = useTexts();
	const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
	const copy = () =>
		navigator.clipboard.writeText(text).then(
			() => setState('copied'),
			() => setState('failed'),
		);
	return (
		<p class="actions">
			<button type="button" class="button" onClick={copy}>
				{t('copyText')}
			</button>{' '}
			<span role="status">
				{state !== 'idle' && t(state === 'copied' ? 'textCopied' : 'textNotCopied')}
			</span>
		</p>
	);
}
