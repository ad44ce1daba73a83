import { useEffect, useRef, useState } from 'preact/hooks';
import { useServices } from '../shared/services';
import { useTexts } from '../shared/texts';
import { createSignIn, type SignInState } from './sign-in-steps';

type SignInProps = {
	/** Begins at once with this server: a session that ended is renewed. */
	host?: string | undefined;
	/** Whether an account of that server is signed in already. */
	again(host: string): boolean;
};

/** One field for any server of any network; what speaks there is found out, not asked. */
export function SignIn({ host, again }: SignInProps) {
	const { t, language } = useTexts();
	const services = useServices();
	const [typed, setTyped] = useState(host ?? '');
	const [state, setState] = useState<SignInState>({ step: 'idle' });
	const latest = useRef(again);
	latest.current = again;
	const [steps] = useState(() =>
		createSignIn({
			services,
			language,
			again: (of) => latest.current(of),
			changed: setState,
		}),
	);
	useEffect(() => {
		if (host !== undefined) steps.start(host, true);
		return () => steps.stop();
	}, [host, steps]);
	const busy = state.step === 'finding' || state.step === 'waiting';
	return (
		<section class="sign-in" aria-labelledby="sign-in">
			<h2 id="sign-in">{t('signIn')}</h2>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					steps.start(typed);
				}}
			>
				<label for="server-address">{t('serverAddress')}</label>
				<div class="field-row">
					<input
						id="server-address"
						type="text"
						inputMode="url"
						autocomplete="off"
						autocapitalize="none"
						spellcheck={false}
						required
						placeholder={t('serverAddressExample')}
						aria-describedby="server-address-hint"
						value={typed}
						onInput={(event) => setTyped(event.currentTarget.value)}
					/>
					<button type="submit" class="button primary" disabled={busy}>
						{t('continue')}
					</button>
				</div>
				<p id="server-address-hint" class="quiet">
					{t('serverAddressHint')}
				</p>
			</form>
			<Progress state={state} cancel={steps.stop} retry={() => steps.start(typed)} />
			<Problem state={state} allow={steps.allow} />
		</section>
	);
}

type ProgressProps = { state: SignInState; cancel(): void; retry(): void };

function Progress({ state, cancel }: ProgressProps) {
	const { t } = useTexts();
	const text =
		state.step === 'finding'
			? t('signInFinding', { host: state.host })
			: state.step === 'waiting'
				? t('signInWaiting', { host: state.host })
				: state.step === 'done'
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
		</div>
	);
}

function Problem({ state, allow }: { state: SignInState; allow(): void }) {
	const { t, say } = useTexts();
	if (state.step === 'permission') {
		return (
			<div class="problem-line" role="alert">
				<p>{t('permissionWhy', { host: state.host })}</p>
				<button type="button" class="button primary" onClick={allow}>
					{t('permissionAllow', { host: state.host })}
				</button>
			</div>
		);
	}
	if (state.step !== 'problem') return null;
	const said = say(state.text);
	return (
		<div class="problem-line" role="alert">
			<p>{said}</p>
			{!said.includes(t('signInSafe')) && <p>{t('signInSafe')}</p>}
		</div>
	);
}
