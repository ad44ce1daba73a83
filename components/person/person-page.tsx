import { useEffect, useState } from 'preact/hooks';
import type { Account, AccountUri, Relationship } from '../../lib/model';
import { fetchPerson, storedPerson } from '../../lib/people';
import { fetchNewer, timelineOf } from '../../lib/timeline';
import { Empty } from '../shared/empty';
import { useMe } from '../shared/me';
import { Page } from '../shared/page';
import { LoadProblem } from '../shared/problem';
import { hrefs, type PersonView } from '../shared/route';
import { textOf, writtenDown } from '../shared/said';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { LiveFeed } from '../timeline/live-feed';
import { Profile } from './profile';

const VIEWS = [
	{ show: 'posts', text: 'personPosts' },
	{ show: 'replies', text: 'personReplies' },
	{ show: 'media', text: 'personMedia' },
	{ show: 'pinned', text: 'personPinned' },
] as const satisfies readonly { show: PersonView; text: string }[];

type PersonPageProps = { account: AccountUri; show: PersonView };

/** `#/person/<key>`: one person, as my accounts see them. */
export function PersonPage({ account, show }: PersonPageProps) {
	const { t } = useTexts();
	const { value, ready, error, retry } = useLoad(account, () => storedPerson(account), [
		'people',
		'sessions',
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
			{asked.problem !== undefined && <Problem problem={asked.problem} stored={!!value} />}
			{value ? (
				<Known account={value.account} relationships={value.relationships} show={show} />
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

/** Asks for the person when the page opens; what is stored is shown meanwhile. */
function useFetched(account: AccountUri): { loading: boolean; problem?: unknown } {
	const [state, setState] = useState<{ loading: boolean; problem?: unknown }>({ loading: true });
	useEffect(() => {
		let over = false;
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

type KnownProps = { account: Account; relationships: readonly Relationship[]; show: PersonView };

function Known({ account, relationships, show }: KnownProps) {
	const { t } = useTexts();
	const me = useMe();
	const by =
		relationships.find(({ by }) => me.of(by)?.state === 'active')?.by ??
		me.all?.find(({ network, state }) => network === account.network && state === 'active')
			?.account ??
		relationships[0]?.by;
	return (
		<>
			<Profile account={account} relationships={relationships} by={by} />
			<nav class="tabs" aria-label={t('personViews')}>
				{VIEWS.map((view) => (
					<a
						key={view.show}
						class="chip"
						href={hrefs.person(account.key, view.show)}
						aria-current={view.show === show ? 'page' : undefined}
					>
						{t(view.text)}
					</a>
				))}
			</nav>
			{by !== undefined && <Posts key={`${by} ${show}`} account={account} by={by} show={show} />}
		</>
	);
}

type PostsProps = { account: Account; by: AccountUri; show: PersonView };

function Posts({ account, by, show }: PostsProps) {
	const { t } = useTexts();
	const source = { kind: 'author', account: account.key, show } as const;
	const timeline = timelineOf(source, by);
	const [loading, setLoading] = useState(true);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the timeline names the source
	useEffect(() => {
		const abort = new AbortController();
		fetchNewer(by, source, abort.signal)
			.catch(writtenDown)
			.finally(() => abort.signal.aborted || setLoading(false));
		return () => abort.abort();
	}, [by, timeline]);
	return (
		<LiveFeed
			timeline={timeline}
			name={timeline}
			label={t('personPosts')}
			end={t('timelineEnd')}
			empty={
				loading ? (
					<p class="feed-end quiet">{t('loadingMore')}</p>
				) : (
					<Empty>{t('nothingHere')}</Empty>
				)
			}
		/>
	);
}
