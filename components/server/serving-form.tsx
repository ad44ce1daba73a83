import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { directory } from '../../lib/charters';
import type { Services } from '../../lib/model';
import type { Me } from '../../lib/sessions';
import { KINDS } from '../charter/field-value';
import { useTexts } from '../shared/texts';
import { parseServices, type TypedServices, typedServices } from './services-typed';

type ServingFormProps = {
	me: Me;
	look(services: Services): void;
	busy: boolean;
	/** What was found before is not what stands in the fields any more. */
	changed(): void;
};

/** Chooses by name; whoever wants to names anybody else under "Advanced". */
export function ServingForm({ me, look, busy, changed }: ServingFormProps) {
	const { t } = useTexts();
	const [typed, setTyped] = useState(() => typedServices(me.services ?? {}));
	const [wrong, setWrong] = useState<keyof TypedServices>();
	const put = (part: Partial<TypedServices>) => {
		setTyped({ ...typed, ...part });
		setWrong(undefined);
		changed();
	};
	const known = directory().services;
	const other = typed.view !== '' && !known.some(({ name }) => name === typed.view);
	const parsed = parseServices(typed);
	return (
		<form
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				if ('problem' in parsed) setWrong(parsed.field);
				else look(parsed.services);
			}}
		>
			<fieldset class="choices">
				<legend>{t('servingUseAnother')}</legend>
				<Choice me={me} chosen={typed.view === ''} choose={() => put({ view: '' })}>
					{t('servingServersChoice', { host: me.host })}
				</Choice>
				{known.map(({ name, title, host, operator }) => (
					<Choice
						key={name}
						me={me}
						chosen={typed.view === name}
						choose={() => put({ view: name })}
					>
						<bdi>{title}</bdi>{' '}
						<span class="quiet">
							<bdi>{host}</bdi>
							{operator && (
								<>
									{' · '}
									<bdi>{operator.value.name}</bdi>, {t(KINDS[operator.value.kind])}
								</>
							)}
						</span>
					</Choice>
				))}
				{other && (
					<Choice me={me} chosen choose={() => undefined}>
						{typed.view === me.services?.view && me.services.viewHost ? (
							<bdi>{me.services.viewHost}</bdi>
						) : (
							t('servingAsNamed')
						)}
					</Choice>
				)}
			</fieldset>
			<Advanced
				typed={typed}
				put={put}
				wrong={wrong}
				problem={wrong && 'problem' in parsed ? t(parsed.problem) : ''}
			/>
			<button type="submit" class="button" disabled={busy}>
				{t('servingLookUp')}
			</button>
		</form>
	);
}

type ChoiceProps = {
	me: Me;
	chosen: boolean;
	choose(): void;
	children: ComponentChildren;
};

function Choice({ me, chosen, choose, children }: ChoiceProps) {
	return (
		<label class="choice-line">
			<input type="radio" name={`serving ${me.account}`} checked={chosen} onChange={choose} />
			<span>{children}</span>
		</label>
	);
}

type AdvancedProps = {
	typed: TypedServices;
	put(part: Partial<TypedServices>): void;
	wrong: keyof TypedServices | undefined;
	problem: string;
};

function Advanced({ typed, put, wrong, problem }: AdvancedProps) {
	const { t } = useTexts();
	return (
		<details class="advanced">
			<summary>{t('advanced')}</summary>
			<RawField
				name="view"
				label={t('servingRawView')}
				hint={t('servingRawViewHint')}
				{...{ typed, put, wrong, problem }}
			/>
			<RawField
				name="labelers"
				label={t('servingRawLabelers')}
				hint={t('servingRawLabelersHint')}
				{...{ typed, put, wrong, problem }}
			/>
			<RawField
				name="publicRead"
				label={t('servingRawPublic')}
				hint={t('servingRawPublicHint')}
				{...{ typed, put, wrong, problem }}
			/>
		</details>
	);
}

type RawFieldProps = AdvancedProps & { name: keyof TypedServices; label: string; hint: string };

function RawField({ name, label, hint, typed, put, wrong, problem }: RawFieldProps) {
	const id = useId();
	const field = {
		id,
		value: typed[name],
		spellcheck: false,
		autocomplete: 'off',
		'aria-invalid': wrong === name,
		'aria-describedby': `${id}-problem ${id}-hint`,
	} as const;
	return (
		<div class="field">
			<label for={id}>{label}</label>
			{name === 'labelers' ? (
				<textarea
					{...field}
					rows={2}
					onInput={(event) => put({ [name]: event.currentTarget.value })}
				/>
			) : (
				<input
					{...field}
					type="text"
					autocapitalize="none"
					onInput={(event) => put({ [name]: event.currentTarget.value })}
				/>
			)}
			<p id={`${id}-problem`} class="field-problem" role="alert">
				{wrong === name && problem}
			</p>
			<p id={`${id}-hint`} class="quiet">
				{hint}
			</p>
		</div>
	);
}
