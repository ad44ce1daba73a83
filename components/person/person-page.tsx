import { useEffect, useState } from 'preact/hooks';
import type { Account, AccountUri, Relationship } from '../../lib/model';
import { fetchPerson, isArchived, samePerson, storedPerson } from '../../lib/people';
import { Empty } from '../shared/empty';
import { useMe } from '../shared/me';
import { Page } from '../shared/page';
import { LoadProblem } from '../shared/problem';
import type { PersonView } from '../shared/route';
import { textOf } from '../shared/said';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { Profile } from './profile';
import { SamePerson } from './same-person';
import { Writings } from './writings';

type PersonPageProps = { account: AccountUri; show: PersonView; of: AccountUri | undefined };

/** `#/person/<key>`: one person, over all accounts that are known to be theirs, as my accounts see them. */
export function PersonPage({ account, show, of }: PersonPageProps) {
	const { t } = useTexts();
	const { value, ready, error, retry } = useLoad(account, () => storedPerson(account), [
		'people',
		'sessions',
		'generations',
	]);
	const asked = useFetched(account);
	const name = value && (plainName(value.account) || `@${value.account.handle}`);
	if (error !== undefined) {
		return (
			<Page title={t('person')}>
				<LoadProblem error={error} retry={retry} />
			</Page>
		);
	}
	return (
		<Page title={name ?? t('person')}>
			{asked.problem !== undefined && !value && <Problem problem={asked.problem} stored={false} />}
			{value ? (
				<Known
					account={value.account}
					relationships={value.relationships}
					show={show}
					of={of}
					asked={asked}
				/>
			) : (
				ready &&
				!asked.loading &&
				asked.problem === undefined && <Empty>{t('personUnknown')}</Empty>
			)}
		</Page>
	);
}

/** The name as a title can say it: without the words that stand for pictures. */
function plainName({ name, emojis = [] }: Account): string {
	const codes = new Set(emojis.map(({ shortcode }) => `:${shortcode}:`));
	return name.replaceAll(/:[A-Za-z0-9_]+:/g, (code) => (codes.has(code) ? '' : code)).trim();
}

function Problem({ problem, stored }: { problem: unknown; stored: boolean }) {
	const { t, say } = useTexts();
	const text = textOf(problem);
	return (
		<p class="problem-line" role="status">
			{text ? say(text) : t('actionFailed')} {stored && t('personAsStored')}
		</p>
	);
}

type Fetched = { loading: boolean; problem?: unknown };

/** Asks for the person when the page opens; what is stored is shown meanwhile. */
function useFetched(account: AccountUri): Fetched {
	const [state, setState] = useState<Fetched>({ loading: true });
	useEffect(() => {
		let over = false;
		if (isArchived(account)) return setState({ loading: false });
		setState({ loading: true });
		fetchPerson({ account }).then(
			() => over || setState({ loading: false }),
			(problem: unknown) => over || setState({ loading: false, problem }),
		);
		return () => {
			over = true;
		};
	}, [account]);
	return state;
}

type KnownProps = {
	account: Account;
	relationships: readonly Relationship[];
	show: PersonView;
	of: AccountUri | undefined;
	asked: Fetched;
};

function Known({ account, relationships, show, of, asked: { problem, loading } }: KnownProps) {
	const me = useMe();
	const by =
		relationships.find(({ by }) => me.of(by)?.state === 'active')?.by ??
		me.all?.find(({ network, state }) => network === account.network && state === 'active')
			?.account ??
		relationships[0]?.by;
	// Whoever does not give the posts either is named above them, and once is enough.
	const [told, setTold] = useState(false);
	// What the profile says may have changed when it was fetched.
	const same = useLoad(`same ${account.key} ${loading}`, () => samePerson(account.key), [
		'settings',
		'sessions',
		'generations',
	]);
	return (
		<>
			{problem !== undefined && !told && <Problem problem={problem} stored />}
			<Profile account={account} relationships={relationships} by={by} />
			{same.error !== undefined && <LoadProblem error={same.error} retry={same.retry} />}
			{same.value && <SamePerson account={account} same={same.value} />}
			{(same.value || same.ready) && (
				<Writings
					account={account}
					members={same.value?.members.map((one) => one.account) ?? [account]}
					by={by}
					show={show}
					of={of}
					failing={setTold}
				/>
			)}
		</>
	);
}
