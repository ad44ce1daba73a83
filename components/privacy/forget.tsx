import { useState } from 'preact/hooks';
import { LoadProblem } from '../shared/problem';
import { useTexts } from '../shared/texts';

type ForgetProps = { empty: boolean; forget(): Promise<void> };

/** Forgets the list, once it was asked whether that is meant. */
export function Forget({ empty, forget }: ForgetProps) {
	const { t } = useTexts();
	const [state, setState] = useState<'idle' | 'asked' | 'done'>('idle');
	const [error, setError] = useState<unknown>();
	const really = () => {
		setError(undefined);
		forget().then(() => setState('done'), setError);
	};
	return (
		<section class="forget" aria-label={t('contactsForget')}>
			{!empty && state !== 'asked' && (
				<button type="button" class="button" onClick={() => setState('asked')}>
					{t('contactsForget')}
				</button>
			)}
			{state === 'asked' && (
				<>
					<p>{t('contactsForgetSure')}</p>
					<div class="actions">
						<button type="button" class="button danger" onClick={really}>
							{t('contactsForgetYes')}
						</button>
						<button type="button" class="button" onClick={() => setState('idle')}>
							{t('cancel')}
						</button>
					</div>
				</>
			)}
			<p role="status">{state === 'done' && t('contactsForgotten')}</p>
			{error !== undefined && <LoadProblem error={error} />}
		</section>
	);
}
