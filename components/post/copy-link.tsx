import { useEffect, useState } from 'preact/hooks';
import { useTexts } from '../shared/texts';

const SHOWN_MS = 2000;

/** Puts the address of the original into the clipboard and says so. */
export function CopyLink({ url }: { url: string }) {
	const { t } = useTexts();
	const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
	useEffect(() => {
		if (state === 'idle') return;
		const timer = setTimeout(() => setState('idle'), SHOWN_MS);
		return () => clearTimeout(timer);
	}, [state]);
	const copy = () =>
		navigator.clipboard.writeText(url).then(
			() => setState('copied'),
			() => setState('failed'),
		);
	const label = t(
		state === 'copied' ? 'linkCopied' : state === 'failed' ? 'linkNotCopied' : 'copyLink',
	);
	return (
		<>
			<button
				type="button"
				class={`icon-button icon ${state === 'copied' ? 'check' : 'link'}`}
				onClick={copy}
				title={label}
			>
				{label}
			</button>
			{state !== 'idle' && (
				<span class="unseen" role="status">
					{label}
				</span>
			)}
		</>
	);
}
