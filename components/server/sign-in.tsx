import { useEffect, useRef, useState } from 'preact/hooks';
import { enter } from '../../lib/sessions';
import { useServices } from '../shared/services';
import { useTexts } from '../shared/texts';
import { PasswordForm } from './password-form';
import { SignInProblem, SignInProgress } from './sign-in-progress';
import { createSignIn, type Renewal, type SignInState } from './sign-in-steps';
import { addressProblem, type Missing } from './typed';

type SignInProps = {
	/** Stands in the field; the person has still to press. */
	address?: string | undefined;
	/** Begins at once: a session that ended, or soon will, is renewed. */
	renewal?: Renewal | undefined;
	/** Whether an account of that server is signed in already. */
	again(host: string): boolean;
};

/** One field for any server of any network; what speaks there is found out, not asked. */
export function SignIn({ address, renewal, again }: SignInProps) {
	const { t, language } = useTexts();
	const services = useServices();
	const [state, setState] = useState<SignInState>({ step: 'idle' });
	const latest = useRef(again);
	latest.current = again;
	const typed = useRef(renewal?.host ?? address ?? '');
	const [steps] = useState(() =>
		createSignIn({
			services,
			enter,
			language,
			again: (of) => latest.current(of),
			changed: setState,
		}),
	);
	useEffect(() => {
		if (renewal) steps.start(renewal.host, renewal);
		return () => steps.stop();
	}, [renewal, steps]);
	return (
		<section class="sign-in" aria-labelledby="sign-in">
			<h2 id="sign-in">{t('signIn')}</h2>
			<AddressForm
				start={typed.current}
				focus={address !== undefined}
				busy={state.step === 'finding' || state.step === 'waiting'}
				window={state.step !== 'password'}
				send={(address) => {
					typed.current = address;
					steps.start(address);
				}}
			/>
			{state.step === 'password' && (
				<PasswordForm
					key={state.host}
					state={state}
					enter={steps.enter}
					useWindow={steps.useWindow}
					cancel={steps.stop}
				/>
			)}
			<SignInProgress state={state} cancel={steps.stop} usePassword={steps.usePassword} />
			<SignInProblem
				state={state}
				allow={steps.allow}
				usePassword={steps.usePassword}
				again={() => renewal && steps.start(renewal.host, renewal)}
			/>
		</section>
	);
}

type AddressFormProps = {
	start: string;
	/** Takes the focus, because somebody else filled it in. */
	focus: boolean;
	busy: boolean;
	/** The server may have a page for signing in. */
	window: boolean;
	send(typed: string): void;
};

function AddressForm({ start, focus, busy, window, send }: AddressFormProps) {
	const { t } = useTexts();
	const [typed, setTyped] = useState(start);
	const [missing, setMissing] = useState<Missing>();
	const field = useRef<HTMLInputElement>(null);
	useEffect(() => {
		if (focus) field.current?.focus();
	}, [focus]);
	return (
		<form
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				const problem = addressProblem(typed);
				setMissing(problem);
				if (problem) field.current?.focus();
				else send(typed);
			}}
		>
			<label for="server-address">{t('serverAddress')}</label>
			<div class="field-row">
				<input
					ref={field}
					id="server-address"
					type="text"
					inputMode="url"
					autocomplete="off"
					autocapitalize="none"
					spellcheck={false}
					required
					aria-invalid={missing !== undefined}
					placeholder={t('serverAddressExample')}
					aria-describedby="server-address-problem server-address-hint"
					value={typed}
					onInput={(event) => {
						setTyped(event.currentTarget.value);
						setMissing(undefined);
					}}
				/>
				<button type="submit" class="button primary" disabled={busy}>
					{t('continue')}
				</button>
			</div>
			<p id="server-address-problem" class="field-problem" role="alert">
				{missing && t(missing.text)}
			</p>
			<p id="server-address-hint" class="quiet">
				{t('serverAddressHint')} {window && t('serverAddressWindow')}
			</p>
		</form>
	);
}
