import { useTexts } from '../shared/texts';
import type { SignInState } from './sign-in-steps';

type ProgressProps = { state: SignInState; cancel(): void; usePassword(): void };

/** What is happening, and how to stop it or take another way. */
export function SignInProgress({ state, cancel, usePassword }: ProgressProps) {
	const { t } = useTexts();
	const text =
		state.step === 'finding'
			? t('signInFinding', { host: state.host })
			: state.step === 'waiting'
				? t('signInWaiting', { host: state.host })
				: state.step === 'done' && state.wanted === undefined
					? t('signInDone', { handle: `@${state.handle}` })
					: undefined;
	return (
		<div class="sign-in-state">
			<span role="status">{text}</span>
			{(state.step === 'finding' || state.step === 'waiting') && (
				<button type="button" class="button" onClick={cancel}>
					{t('cancel')}
				</button>
			)}
			{state.step === 'waiting' && state.instead && (
				<button type="button" class="button" onClick={usePassword}>
					{t('useAppPassword')}
				</button>
			)}
		</div>
	);
}

type ProblemProps = {
	state: SignInState;
	allow(): void;
	usePassword(): void;
	/** Tries the renewal once more. */
	again(): void;
};

/** What went wrong, what is safe, what to do. */
export function SignInProblem({ state, allow, usePassword, again }: ProblemProps) {
	const { t, say } = useTexts();
	switch (state.step) {
		case 'permission':
			return (
				<div class="problem-line" role="alert">
					<p>{t('permissionWhy', { host: state.host })}</p>
					<button type="button" class="button primary" onClick={allow}>
						{t('permissionAllow', { host: state.host })}
					</button>
				</div>
			);
		case 'problem': {
			const said = say(state.text);
			return (
				<div class="problem-line" role="alert">
					<p>{said}</p>
					{!said.includes(t('signInSafe')) && <p>{t('signInSafe')}</p>}
					{state.instead && (
						<button type="button" class="button" onClick={usePassword}>
							{t('useAppPassword')}
						</button>
					)}
				</div>
			);
		}
		case 'done':
			return state.wanted === undefined ? null : (
				<div class="problem-line" role="alert">
					<p>{t('signInOther', { handle: `@${state.handle}`, wanted: `@${state.wanted}` })}</p>
					<button type="button" class="button" onClick={again}>
						{t('signInAsWanted', { wanted: `@${state.wanted}` })}
					</button>
				</div>
			);
		default:
			return null;
	}
}
