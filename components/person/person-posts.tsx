import { useEffect, useState } from 'preact/hooks';
import type { Account, AccountUri } from '../../lib/model';
import { fetchNewer, storedOf, timelineOf } from '../../lib/timeline';
import { CardBoundary } from '../feed/card-boundary';
import { PostCard } from '../post/card';
import { Empty } from '../shared/empty';
import type { PersonView } from '../shared/route';
import { writtenDown } from '../shared/said';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { LiveFeed } from '../timeline/live-feed';

type PersonPostsProps = {
	account: Account;
	by: AccountUri;
	show: PersonView;
	/** Whether the server did not give them. */
	failing(failed: boolean): void;
};
/** `more`: empty pages alone so far, and where to go on. */
type Asked = 'loading' | 'failed' | 'done' | { more: string };

/** One person's posts as a server of mine gives them; where it gives none, what is stored of them. */
export function PersonPosts({ account, by, show, failing }: PersonPostsProps) {
	const { t } = useTexts();
	const { asked, goOn } = useAsked({ account, by, show, failing });
	const timeline = timelineOf({ kind: 'author', account: account.key, show }, by);
	return (
		<LiveFeed
			timeline={timeline}
			name={timeline}
			label={t('personPosts')}
			end={t('timelineEnd')}
			empty={
				asked === 'loading' ? (
					<p class="feed-end quiet">{t('loadingMore')}</p>
				) : (
					<Stored account={account} show={show} asked={asked} goOn={goOn} />
				)
			}
		/>
	);
}

type Asking = Omit<PersonPostsProps, 'by'> & { by: AccountUri | undefined };

/** Has the posts of an account fetched through mine, when the page opens; without one of mine nobody is asked. */
export function useAsked({ account, by, show, failing }: Asking) {
	const source = { kind: 'author', account: account.key, show } as const;
	const timeline = by === undefined ? undefined : timelineOf(source, by);
	const [asked, setAsked] = useState<Asked>('loading');
	const [from, setFrom] = useState<string>();
	// biome-ignore lint/correctness/useExhaustiveDependencies: the timeline names the source
	useEffect(() => {
		if (by === undefined) return setAsked('done');
		const abort = new AbortController();
		const { signal } = abort;
		setAsked('loading');
		fetchNewer(by, source, signal, from).then(
			({ more }) => {
				if (signal.aborted) return;
				setAsked(more === undefined ? 'done' : { more });
				failing(false);
			},
			(error: unknown) => {
				writtenDown(error);
				if (signal.aborted) return;
				setAsked('failed');
				failing(true);
			},
		);
		return () => abort.abort();
	}, [by, timeline, from]);
	return { asked, goOn: setFrom };
}

const MOST = 50;

type StoredProps = Pick<PersonPostsProps, 'account' | 'show'> & {
	asked: Exclude<Asked, 'loading'>;
	/** Asks the server for more. */
	goOn(from: string): void;
};

/** What is stored of a person from timelines and conversations, where their own list is empty. */
function Stored({ account, show, asked, goOn }: StoredProps) {
	const { t } = useTexts();
	const { value } = useLoad(`${account.key} ${show}`, () => storedOf(account.key, show, MOST), [
		'posts',
	]);
	if (!value) return null;
	const given = (account.counts?.posts ?? 0) > 0 && show !== 'pinned';
	const none = given ? 'personNoneGiven' : 'nothingHere';
	const why =
		asked === 'failed' ? t('personNothingStored') : t(asked === 'done' ? none : 'personEmptySoFar');
	const more = typeof asked === 'object' && (
		<button type="button" class="button" onClick={() => goOn(asked.more)}>
			{t('continue')}
		</button>
	);
	if (value.length === 0) return <Empty action={more || undefined}>{why}</Empty>;
	return (
		<section aria-label={t('personPosts')}>
			<p class="hint">
				{asked !== 'failed' && `${why} `}
				{t('personStored')} {more}
			</p>
			{value.map((stored) => (
				<CardBoundary key={stored.post.key}>
					<PostCard stored={stored} />
				</CardBoundary>
			))}
		</section>
	);
}
