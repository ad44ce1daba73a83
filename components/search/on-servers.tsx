import { CloudOff } from 'lucide-preact';
import type { Account, PostUri, StoredPost } from '../../lib/model';
import type { FoundEverywhere } from '../../lib/people';
import { get } from '../../lib/timeline';
import { CardBoundary } from '../feed/card-boundary';
import { Author, shownAccount } from '../post/author';
import { PostCard } from '../post/card';
import { Avatar } from '../shared/avatar';
import { useMe } from '../shared/me';
import { LoadProblem } from '../shared/problem';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { useServers } from './use-servers';

/** What the servers of my accounts find. Nobody is asked for what is merely typed. */
export function OnServers({ query }: { query: string }) {
	const { t } = useTexts();
	const me = useMe();
	const active = me.all?.some(({ state }) => state === 'active') ?? false;
	const { found, error, ask } = useServers(query, active);
	if (!active) return null;
	return (
		<section class="column" aria-labelledby="on-servers">
			<h2 id="on-servers">{t('onServers')}</h2>
			{error !== undefined && <LoadProblem error={error} retry={ask} />}
			{!found && error === undefined && (
				<p class="feed-end">
					<button type="button" class="button" onClick={ask}>
						{t('onServersAsk')}
					</button>{' '}
					<span class="quiet">{t('onServersHint')}</span>
				</p>
			)}
			<p role="status" class="quiet">
				{found && <Standing found={found} />}
			</p>
			{found && <Failures found={found} retry={ask} />}
			{found && <Found found={found} />}
		</section>
	);
}

function Standing({ found }: { found: FoundEverywhere }) {
	const { t } = useTexts();
	const { waiting, posts, accounts, tags, failed } = found;
	if (waiting.length > 0)
		return <span>{t('onServersWaiting', { hosts: waiting.join(', ') })}</span>;
	const nothing = posts.length + accounts.length + tags.length + failed.length === 0;
	return nothing ? <span>{t('onServersNothing')}</span> : null;
}

function Failures({ found: { failed }, retry }: { found: FoundEverywhere; retry(): void }) {
	const { t, say } = useTexts();
	if (failed.length === 0) return null;
	return (
		<ul class="failures" aria-label={t('failuresList')}>
			{failed.map(({ host, text }) => (
				<li key={host} role="status">
					<CloudOff size={16} aria-hidden="true" />
					<span>
						<b>{host}</b>: {say(text)}
					</span>
					<button type="button" class="button" onClick={retry}>
						{t('tryAgain')}
					</button>
				</li>
			))}
		</ul>
	);
}

function Found({ found: { accounts, tags, posts } }: { found: FoundEverywhere }) {
	const { t } = useTexts();
	return (
		<>
			{accounts.length > 0 && <People accounts={accounts} />}
			{tags.length > 0 && (
				<ul class="people" aria-label={t('onServersTags')}>
					{tags.map(({ tag, by }) => (
						<li key={tag}>
							<a href={hrefs.source(by, { kind: 'tag', tag })}>
								<bdi>#{tag}</bdi>
							</a>
						</li>
					))}
				</ul>
			)}
			{posts.length > 0 && <Posts keys={posts} />}
		</>
	);
}

function People({ accounts }: { accounts: readonly Account[] }) {
	const { t } = useTexts();
	return (
		<ul class="people" aria-label={t('onServersPeople')}>
			{accounts.map((account) => (
				<li key={account.key}>
					<Avatar name={account.name || account.handle} remote={account.avatar} />
					<Author shown={shownAccount(account)} />
				</li>
			))}
		</ul>
	);
}

function Posts({ keys }: { keys: readonly PostUri[] }) {
	const { t } = useTexts();
	const { value = [] } = useLoad(keys.join(' '), () => storedPosts(keys));
	return (
		<section aria-label={t('onServersPosts')}>
			{value.map((stored) => (
				<CardBoundary key={stored.post.key}>
					<PostCard stored={stored} />
				</CardBoundary>
			))}
		</section>
	);
}

async function storedPosts(keys: readonly PostUri[]): Promise<StoredPost[]> {
	return (await Promise.all(keys.map(get))).filter((one) => one !== undefined);
}
