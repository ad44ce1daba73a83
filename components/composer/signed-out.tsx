import type { Draft, TargetKey } from '../../lib/model';
import type { Target } from '../../lib/outbox';
import { type Me, sessions } from '../../lib/sessions';
import type { Key } from '../../lib/texts';
import { LoadProblem } from '../shared/problem';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { useAppHref } from './place';

type SignedOutProps = {
	draft: Draft;
	/** Where something can go now. */
	targets: readonly Target[];
	choose(target: TargetKey, on: boolean): void;
	/** Other places than those of the draft are not offered. */
	fixed: boolean;
};

/** Accounts of mine that have to sign in again: not left out in silence, and what becomes of a draft that names them. */
export function SignedOut({ draft, targets, choose, fixed }: SignedOutProps) {
	const { t } = useTexts();
	const app = useAppHref();
	const { value = [], error, retry } = useLoad('signed out', sessions, ['sessions']);
	if (error !== undefined) return <LoadProblem error={error} retry={retry} />;
	return (
		<>
			{signedOutIn(value, draft, fixed).map(({ account, handle }) => {
				const on = draft.targets.includes(account);
				return (
					<p key={account} class="target-out">
						<label>
							<input
								type="checkbox"
								checked={on}
								disabled={!on || fixed}
								onChange={() => choose(account, false)}
							/>{' '}
							<bdi>@{handle}</bdi>
						</label>{' '}
						<span class="quiet">{t(signedOutWords(account, draft, targets))}</span>{' '}
						<a {...app.servers({ renew: account })}>{t('signInAgain')}</a>
					</p>
				);
			})}
		</>
	);
}

/** Those of my accounts that are to be shown although nothing can go there now. */
export function signedOutIn(
	all: readonly Me[],
	{ targets }: Pick<Draft, 'targets'>,
	fixed: boolean,
): readonly Me[] {
	return all.filter(
		({ account, state }) => state !== 'active' && (!fixed || targets.includes(account)),
	);
}

/** What is so with such an account: a draft waits for it beside a place that can be reached, and goes nowhere alone. */
export function signedOutWords(
	account: TargetKey,
	{ targets: chosen }: Pick<Draft, 'targets'>,
	open: readonly Pick<Target, 'key'>[],
): Key {
	const waits = chosen.includes(account) && open.some(({ key }) => chosen.includes(key));
	return waits ? 'composeSignedOutWaits' : 'composeSignedOut';
}
