import type { Account, AccountUri } from '../../lib/model';
import { isArchived } from '../../lib/people';
import { writingsOf } from '../../lib/timeline';
import { Feed } from '../feed/feed';
import { useResults } from '../search/use-results';
import { useArchives } from '../shared/archives';
import { Empty } from '../shared/empty';
import { useMe } from '../shared/me';
import { hrefs, type PersonView } from '../shared/route';
import { useTexts } from '../shared/texts';
import { LiveFeed } from '../timeline/live-feed';
import { PersonPosts, useAsked } from './person-posts';

const VIEWS = [
	{ show: 'posts', text: 'personPosts' },
	{ show: 'replies', text: 'personReplies' },
	{ show: 'media', text: 'personMedia' },
	{ show: 'pinned', text: 'personPinned' },
] as const satisfies readonly { show: PersonView; text: string }[];

type WritingsProps = {
	/** Whose page it is. */
	account: Account;
	/** All accounts of that human, this one first. */
	members: readonly Account[];
	/** My account that asks for this one. */
	by: AccountUri | undefined;
	show: PersonView;
	/** Whose posts alone are to be shown. */
	of: AccountUri | undefined;
	failing(failed: boolean): void;
};

/** What one human wrote: of all accounts in one list, or of one of them as its server gives it. */
export function Writings({ account, members, by, show, of, failing }: WritingsProps) {
	const { t } = useTexts();
	const archives = useArchives();
	const one = members.length === 1 ? account : members.find(({ key }) => key === of);
	const hasViews = one === undefined || !isArchived(one.key) || archives.of(one.key);
	// Only a server says what is pinned, and that of one account.
	const views = VIEWS.filter((view) => view.show !== 'pinned' || (one && !isArchived(one.key)));
	return (
		<>
			{members.length > 1 && <Whose {...{ account, members, show, of: one?.key }} />}
			{hasViews && (
				<nav class="tabs" aria-label={t('personViews')}>
					{views.map((view) => (
						<a
							key={view.show}
							class="chip"
							href={hrefs.person(account.key, view.show, of)}
							aria-current={view.show === show ? 'page' : undefined}
						>
							{t(view.text)}
						</a>
					))}
				</nav>
			)}
			{one ? (
				<OfOne
					key={`${one.key} ${show}`}
					{...{ account: one, show, failing }}
					by={one === account ? by : undefined}
				/>
			) : (
				<OfAll key={show} {...{ account, members, by, show, failing }} />
			)}
		</>
	);
}

type WhoseProps = Pick<WritingsProps, 'account' | 'members' | 'show' | 'of'>;

function Whose({ account, members, show, of }: WhoseProps) {
	const { t } = useTexts();
	return (
		<nav class="tabs" aria-label={t('samePersonPosts')}>
			<a
				class="chip"
				href={hrefs.person(account.key, show === 'pinned' ? 'posts' : show)}
				aria-current={of === undefined ? 'page' : undefined}
			>
				{t('samePersonAll')}
			</a>
			{members.map(({ key, handle }) => (
				<a
					key={key}
					class="chip"
					href={hrefs.person(account.key, show, key)}
					aria-current={of === key ? 'page' : undefined}
				>
					<bdi>@{handle}</bdi>
				</a>
			))}
		</nav>
	);
}

function OfAll({ account, members, by, show, failing }: Omit<WritingsProps, 'of'>) {
	const { t } = useTexts();
	useAsked({ account, by, show, failing });
	const timeline = writingsOf(
		members.map(({ key }) => key),
		show,
	);
	return (
		<LiveFeed
			key={timeline}
			timeline={timeline}
			name={timeline}
			label={t('samePersonAllPosts')}
			end={t('samePersonStored')}
			empty={<Empty>{t('samePersonNoneStored')}</Empty>}
		/>
	);
}

type OfOneProps = Pick<WritingsProps, 'account' | 'by' | 'show' | 'failing'>;

function OfOne({ account, by, show, failing }: OfOneProps) {
	const { t } = useTexts();
	const me = useMe();
	const archives = useArchives();
	const { key, network } = account;
	if (isArchived(key) && !archives.of(key)) return <InArchive account={account} />;
	const asker =
		by ?? me.all?.find((one) => one.network === network && one.state === 'active')?.account;
	if (asker !== undefined && !isArchived(key)) {
		return <PersonPosts key={asker} account={account} by={asker} show={show} failing={failing} />;
	}
	const timeline = writingsOf([key], show);
	return (
		<>
			{!isArchived(key) && <p class="hint">{t('samePersonNoSession')}</p>}
			<LiveFeed
				timeline={timeline}
				name={timeline}
				label={t('personPosts')}
				end={t('timelineEnd')}
				empty={<Empty>{t('personNothingStored')}</Empty>}
			/>
		</>
	);
}

/** What archives have of somebody whom they know by the handle: what they wrote, and what mentions them. */
function InArchive({ account: { handle } }: { account: Account }) {
	const { t } = useTexts();
	const { list } = useResults(`@${handle} on:archive`, false);
	if (list.done && list.count === 0) {
		return <Empty>{t('samePersonNotArchived', { handle: `@${handle}` })}</Empty>;
	}
	return (
		<>
			<p class="hint">{t('samePersonInArchive', { handle: `@${handle}` })}</p>
			<Feed label={t('results')} name="results" list={list} end={t('resultsEnd')} />
		</>
	);
}
