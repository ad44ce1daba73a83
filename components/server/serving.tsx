import { useEffect, useState } from 'preact/hooks';
import { serviceOf } from '../../lib/charters';
import { chooseServices, lookUpService, type Me } from '../../lib/sessions';
import { fetchNewer } from '../../lib/timeline';
import { KINDS } from '../charter/field-value';
import { writtenDown } from '../shared/said';
import { useTexts } from '../shared/texts';
import { ServingForm } from './serving-form';
import { type Candidate, createServing, type ServingState } from './serving-steps';

type ServingProps = {
	me: Me;
	/** The person came for this. */
	open: boolean;
};

/** Who serves the timeline of an account, by name and operator, and the way to another. */
export function Serving({ me, open }: ServingProps) {
	const { t } = useTexts();
	const [state, setState] = useState<ServingState>({ step: 'idle' });
	const [steps] = useState(() =>
		createServing({
			lookUp: (name, signal) => lookUpService(me.account, name, signal),
			async choose(services, signal) {
				// Nothing named is whom the server chose.
				const named = Object.keys(services).length > 0 ? services : undefined;
				await chooseServices(me.account, named, signal);
				fetchNewer(me.account, { kind: 'home' }).catch(writtenDown);
			},
			changed: setState,
		}),
	);
	useEffect(() => () => steps.stop(), [steps]);
	const { services = {} } = me;
	return (
		<details class="serving" open={open}>
			<summary>
				{t('servingTitle')}:{' '}
				<ServiceName name={services.view} host={me.host} found={services.viewHost} />
			</summary>
			<p class="quiet">{t('servingWhat', { host: me.host })}</p>
			<ServingForm
				key={JSON.stringify(services)}
				me={me}
				look={steps.look}
				busy={state.step === 'looking' || state.step === 'storing'}
				changed={steps.stop}
			/>
			<div role="status">
				{state.step === 'looking' && <p>{t('servingLooking')}</p>}
				{state.step === 'done' && <p>{t('servingDone')}</p>}
			</div>
			<ServingAnswer me={me} state={state} use={steps.use} stop={steps.stop} />
		</details>
	);
}

/** By name and operator where the directory knows it, else by its host. */
function ServiceName(props: {
	name: string | undefined;
	host: string;
	found?: string | undefined;
}) {
	const { name, host, found } = props;
	const { t } = useTexts();
	if (name === undefined) return <b>{t('servingServersChoice', { host })}</b>;
	const known = serviceOf(name);
	const operator = known?.operator?.value;
	return (
		<>
			<b>
				<bdi>{known?.title ?? found ?? t('servingAsNamed')}</bdi>
			</b>
			{operator && (
				<>
					{' '}
					(<bdi>{operator.name}</bdi>, {t(KINDS[operator.kind])})
				</>
			)}
		</>
	);
}

type AnswerProps = {
	me: Me;
	state: ServingState;
	use(candidate: Candidate): void;
	stop(): void;
};

/** What was found, and what will happen, before anything is stored. */
function ServingAnswer({ me, state, use, stop }: AnswerProps) {
	const { t, say, list } = useTexts();
	if (state.step === 'problem') {
		return (
			<div class="problem-line" role="alert">
				<p>{say(state.text)}</p>
				<p>{t('servingSafe')}</p>
			</div>
		);
	}
	if (state.step !== 'found' && state.step !== 'storing') return null;
	const { candidate } = state;
	const { view, labelers, services } = candidate;
	return (
		<fieldset class="serving-found" aria-label={t('servingFound')}>
			<p role="status">
				{t('servingFound')}: <ServiceName name={services.view} host={me.host} found={view?.host} />
				{view && serviceOf(view.name) && (
					<>
						{' · '}
						<bdi>{view.host}</bdi>
					</>
				)}
			</p>
			{labelers.length > 0 && (
				<p>{t('servingLabelers', { hosts: list(labelers.map(({ host }) => host)) })}</p>
			)}
			{services.publicRead && <p>{t('servingPublic', { host: services.publicRead })}</p>}
			<p class="quiet">{t('servingHappens')}</p>
			<div class="actions">
				<button
					type="button"
					class="button primary"
					disabled={state.step === 'storing'}
					onClick={() => use(candidate)}
				>
					{t('servingUse')}
				</button>
				<button type="button" class="button" onClick={stop}>
					{t('cancel')}
				</button>
			</div>
		</fieldset>
	);
}
