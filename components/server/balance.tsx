import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { countDaily, recount, standing } from '../../lib/balance';
import type { AccountUri, Balance } from '../../lib/model';
import type { Me } from '../../lib/sessions';
import { useMe } from '../shared/me';
import { LoadProblem } from '../shared/problem';
import { textOf } from '../shared/said';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { BalanceFigures } from './balance-figures';
import { BalanceWaiting } from './balance-waiting';
import { NoCare, UnderCare } from './care';

/** How my accounts at a host stand in their community: what they spread, whom they answer, who waits. */
export function Balances({ host }: { host: string }) {
	const { t } = useTexts();
	const mine = useMe().all?.filter((one) => one.host === host && one.state === 'active') ?? [];
	if (mine.length === 0) return null;
	return (
		<section class="server" aria-labelledby="balance">
			<h2 id="balance">{t('balanceTitle')}</h2>
			{mine.map((me) => (
				<BalanceOf key={me.account} me={me} />
			))}
		</section>
	);
}

function BalanceOf({ me }: { me: Me }) {
	const { t, say } = useTexts();
	const { account, handle } = me;
	const { value, ready, error, retry } = useLoad(`standing ${account}`, () => standing(account), [
		'norms',
		'deliveries',
	]);
	const { counting, problem, again } = useCounting(account);
	const said = problem === undefined ? undefined : textOf(problem);
	const care = value?.care;
	const balance = value?.balance;
	return (
		<article class="balance" aria-label={`@${handle}`}>
			<h3>
				<bdi>@{handle}</bdi>
			</h3>
			{error !== undefined && <LoadProblem error={error} retry={retry} />}
			{care && <UnderCare me={me} care={care} />}
			<p role="status" class={counting ? 'quiet' : 'unseen'}>
				{counting && t('balanceLooking')}
			</p>
			{problem !== undefined && (
				<p class="problem-line" role="alert">
					{said ? say(said) : t('actionFailed')} {t('balanceProblemSafe')}
				</p>
			)}
			{balance && <Counted me={me} balance={balance} />}
			<div class="actions">
				<button type="button" class="button" disabled={counting} onClick={again}>
					{t(balance ? 'balanceAgain' : 'balanceCount')}
				</button>
			</div>
			{ready && !care && <NoCare me={me} />}
		</article>
	);
}

function Counted({ me, balance }: { me: Me; balance: Balance }) {
	return (
		<>
			<BalanceFigures me={me} balance={balance} />
			<BalanceWaiting me={me} balance={balance} />
		</>
	);
}

/** Counts when the page opens, at most once a day, and whenever the person asks for it. */
function useCounting(account: AccountUri) {
	const [state, setState] = useState<{ counting: boolean; problem?: unknown }>({ counting: false });
	const abort = useRef(new AbortController());
	const run = useCallback((work: (signal: AbortSignal) => Promise<unknown>) => {
		abort.current.abort();
		abort.current = new AbortController();
		const { signal } = abort.current;
		setState({ counting: true });
		work(signal).then(
			() => signal.aborted || setState({ counting: false }),
			(problem: unknown) => {
				if (signal.aborted) return;
				if (!textOf(problem)) reportError(problem);
				setState({ counting: false, problem });
			},
		);
	}, []);
	useEffect(() => {
		run((signal) => countDaily(account, signal));
		return () => abort.current.abort();
	}, [account, run]);
	return { ...state, again: () => run((signal) => recount(account, signal)) };
}
