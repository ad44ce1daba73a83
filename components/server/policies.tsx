import { useEffect } from 'preact/hooks';
import type { Correction, Policy, ReportReason } from '../../lib/model';
import { corrected } from '../../lib/norms';
import { readRules } from '../../lib/norms/rules';
import { learnPolicies, type Me } from '../../lib/sessions';
import { readCorrections } from '../../lib/store';
import type { Key } from '../../lib/texts';
import { useMe } from '../shared/me';
import { LoadProblem } from '../shared/problem';
import { hrefs } from '../shared/route';
import { writtenDown } from '../shared/said';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { RulesList } from './rule-item';

/** Of each of my accounts at a server: who labels for it, and what they say that they look at. */
export function Policies({ host }: { host: string }) {
	const me = useMe();
	const { value, error, retry } = useLoad(host, () => readCorrections(host), ['norms']);
	const mine = me.all?.filter((one) => one.host === host) ?? [];
	if (error !== undefined) return <LoadProblem error={error} retry={retry} />;
	return (
		<>
			{mine.map((one) => (
				<Labelers key={one.account} me={one} host={host} corrections={value ?? []} />
			))}
		</>
	);
}

type LabelersProps = { me: Me; host: string; corrections: readonly Correction[] };

function Labelers({ me: { account, handle, policies, state }, host, corrections }: LabelersProps) {
	const { t } = useTexts();
	useEffect(() => {
		if (state === 'active') learnPolicies(account).catch(writtenDown);
	}, [account, state]);
	if (!policies || policies.all.length === 0) return null;
	const id = `policies-${account}`;
	return (
		<section class="server rules" aria-labelledby={id}>
			<h2 id={id}>{t('policiesHeading', { handle: `@${handle}` })}</h2>
			<p class="quiet">{t('policiesSaid')}</p>
			{policies.all.map((one) => (
				<PolicyItem key={one.by} policy={one} host={host} corrections={corrections} />
			))}
		</section>
	);
}

const REASONS = {
	spam: 'reasonSpam',
	broken: 'reasonBroken',
	misleading: 'reasonMisleading',
	sexual: 'reasonSexual',
	rude: 'reasonRude',
	other: 'reasonOther',
} as const satisfies Readonly<Record<ReportReason, Key>>;

type PolicyProps = { policy: Policy; host: string; corrections: readonly Correction[] };

function PolicyItem({ policy: { by, name, rules, reports }, host, corrections }: PolicyProps) {
	const { t } = useTexts();
	const ours = readRules(rules);
	const reasons = reports.map((one) => t(REASONS[one])).join(', ');
	return (
		<>
			<h3>
				<a href={hrefs.person(by)}>
					<bdi>{name}</bdi>
				</a>
			</h3>
			{rules.length === 0 && <p class="quiet">{t('policyNone')}</p>}
			<RulesList
				rules={rules}
				host={host}
				ours={ours}
				readings={corrected(ours, corrections)}
				corrections={corrections}
			/>
			{reasons !== '' && <p>{t('policyReports', { reasons })}</p>}
		</>
	);
}
