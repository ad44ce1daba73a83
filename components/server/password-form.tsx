import { useEffect, useRef, useState } from 'preact/hooks';
import { looksLikeAppPassword } from '../../lib/sessions';
import { useTexts } from '../shared/texts';
import type { PasswordState } from './sign-in-steps';
import { alertOf, entryProblem, type Missing } from './typed';

type PasswordFormProps = {
	state: PasswordState;
	enter(handle: string, password: string): void;
	useWindow(): void;
	cancel(): void;
};

/** Signing in with a password made for this app alone; one that looks like another is warned of once. */
export function PasswordForm({ state, enter, useWindow, cancel }: PasswordFormProps) {
	const { t, say } = useTexts();
	const { host, working, instead, text } = state;
	const [handle, setHandle] = useState(state.handle);
	const [password, setPassword] = useState('');
	const [missing, setMissing] = useState<Missing>();
	/** The password that was warned of. */
	const [doubted, setDoubted] = useState<string>();
	const [over, setOver] = useState<PasswordState['text']>();
	const fields = {
		handle: useRef<HTMLInputElement>(null),
		password: useRef<HTMLInputElement>(null),
	};
	const first = state.handle === '' ? fields.handle : fields.password;
	// biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form appears
	useEffect(() => first.current?.focus(), []);
	const submit = (event: Event) => {
		event.preventDefault();
		if (working) return;
		const sure = doubted === password;
		const problem = entryProblem({ handle, password, sure, looksRight: looksLikeAppPassword });
		setMissing(undefined);
		if (!problem) enter(handle.trim(), password.trim());
		else if ('doubt' in problem) {
			setDoubted(password);
			setOver(text);
		} else {
			setMissing(problem);
			(problem.field === 'handle' ? fields.handle : fields.password).current?.focus();
		}
	};
	const alert = working ? undefined : alertOf({ doubted, password, refusal: text, over });
	return (
		<form class="password-form" noValidate onSubmit={submit}>
			<h3>{t('appPasswordTitle', { host })}</h3>
			{state.why && <p class="problem-line">{say(state.why)}</p>}
			<p class="quiet">{t('appPasswordHint', { host })}</p>
			<Field
				input={fields.handle}
				id="handle"
				label={t('handle')}
				value={handle}
				set={setHandle}
				problem={missing?.field === 'handle' ? t(missing.text) : ''}
			/>
			<Field
				input={fields.password}
				id="app-password"
				label={t('appPassword')}
				value={password}
				set={setPassword}
				problem={missing?.field === 'password' ? t(missing.text) : ''}
			/>
			<div role="alert">
				{alert === 'doubt' && <p class="problem-line">{t('appPasswordDoubt', { host })}</p>}
				{alert === 'refusal' && text && <p class="problem-line">{say(text)}</p>}
			</div>
			<div class="actions">
				<button type="submit" class="button primary" aria-disabled={working}>
					{t('signIn')}
				</button>
				{instead && (
					<button type="button" class="button" disabled={working} onClick={useWindow}>
						{t('useServerPage', { host })}
					</button>
				)}
				<button type="button" class="button" onClick={cancel}>
					{t('cancel')}
				</button>
				<span role="status">{working && t('signInEntering', { host })}</span>
			</div>
		</form>
	);
}

type FieldProps = {
	input: { current: HTMLInputElement | null };
	id: 'handle' | 'app-password';
	label: string;
	value: string;
	set(value: string): void;
	problem: string;
};

function Field({ input, id, label, value, set, problem }: FieldProps) {
	const field = {
		ref: input,
		id,
		autocapitalize: 'none',
		spellcheck: false,
		required: true,
		'aria-invalid': problem !== '',
		'aria-describedby': `${id}-problem`,
		value,
		onInput: (event: InputEvent & { currentTarget: HTMLInputElement }) =>
			set(event.currentTarget.value),
	} as const;
	return (
		<div class="field">
			<label for={id}>{label}</label>
			{id === 'handle' ? (
				<input {...field} type="text" autocomplete="username" />
			) : (
				// Browsers offer the password that is kept for the site: never the right one here.
				<input {...field} type="password" autocomplete="off" />
			)}
			<p id={`${id}-problem`} class="field-problem">
				{problem}
			</p>
		</div>
	);
}
