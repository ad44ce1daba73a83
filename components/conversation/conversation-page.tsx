import { useEffect, useMemo, useState } from 'preact/hooks';
import { type Conversation, conversation, fetchThread } from '../../lib/timeline';
import { Feed } from '../feed/feed';
import type { FeedList } from '../feed/use-pages';
import { answerHref, mayAnswer } from '../post/may';
import { OutLink } from '../post/text';
import { originalUrl } from '../shared/addresses';
import { Empty } from '../shared/empty';
import { useMe } from '../shared/me';
import { Page } from '../shared/page';
import { LoadProblem } from '../shared/problem';
import { hrefs } from '../shared/route';
import { textOf } from '../shared/said';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { type Row, toRows } from './rows';

/** `#/post/<key>`: what a post answers, the post, and what answers it. */
export function ConversationPage({ postKey }: { postKey: string }) {
	const { t } = useTexts();
	const { value, ready, error, retry } = useLoad(postKey, () => conversation(postKey), [
		'generations',
		'posts',
	]);
	const asked = useThread(postKey);
	return (
		<Page title={t('conversation')} bar={value && <Answer found={value} />}>
			{error === undefined ? (
				<>
					{asked.problem !== undefined && <ThreadProblem problem={asked.problem} />}
					<Content key={postKey} found={value} ready={ready && !asked.loading} />
				</>
			) : (
				<LoadProblem error={error} retry={retry} />
			)}
		</Page>
	);
}

/** Asks the post's server for the whole conversation when the page opens; what is stored is shown meanwhile. */
function useThread(key: string): { loading: boolean; problem?: unknown } {
	const [state, setState] = useState<{ loading: boolean; problem?: unknown }>({ loading: true });
	useEffect(() => {
		const abort = new AbortController();
		setState({ loading: true });
		fetchThread(key, undefined, abort.signal).then(
			() => abort.signal.aborted || setState({ loading: false }),
			(problem: unknown) => abort.signal.aborted || setState({ loading: false, problem }),
		);
		return () => abort.abort();
	}, [key]);
	return state;
}

function ThreadProblem({ problem }: { problem: unknown }) {
	const { t, say } = useTexts();
	const text = textOf(problem);
	return (
		<p class="problem-line" role="status">
			{text ? say(text) : t('actionFailed')} {t('threadAsStored')}
		</p>
	);
}

function Content({ found, ready }: { found: Conversation | undefined; ready: boolean }) {
	const { t } = useTexts();
	if (found) return <Posts found={found} />;
	if (!ready) return null;
	return (
		<Empty
			action={
				<a class="button" href={hrefs.timeline()}>
					{t('timeline')}
				</a>
			}
		>
			{t('postNotStored')}
		</Empty>
	);
}

function Posts({ found }: { found: Conversation }) {
	const { t } = useTexts();
	const rows = useMemo(() => toRows(found), [found]);
	const list = useMemo(() => fixedList(rows), [rows]);
	const current = rows.findIndex((row) => row.current);
	return (
		<>
			{found.missingParent && <MissingParent parent={found.missingParent} />}
			<Feed
				label={t('conversation')}
				name="conversation"
				list={list}
				start={current}
				extras={(_stored, index) => {
					const row = rows[index];
					return {
						inConversation: true,
						current: row?.current,
						thread: row?.thread,
						depth: row?.depth,
					};
				}}
			/>
		</>
	);
}

/** A way to answer the post that the page is about, wherever one has read to. */
function Answer({ found: { post } }: { found: Conversation }) {
	const { t } = useTexts();
	const me = useMe();
	const { views = [] } = post;
	const able = (me.all ?? []).filter(
		({ account }) => views.some(({ by }) => by === account) && mayAnswer(post, account),
	);
	const by = (able.find(({ state }) => state === 'active') ?? able[0])?.account;
	if (by === undefined) return null;
	return (
		<span class="bar-tools">
			<a class="button primary" href={answerHref(post.post.key, by)}>
				{t('reply')}
			</a>
		</span>
	);
}

function fixedList(rows: readonly Row[]): FeedList {
	return {
		count: rows.length,
		size: rows.length,
		item: (index) => rows[index]?.stored,
		key: (index) => rows[index]?.stored.post.key,
		want: () => undefined,
		done: true,
		retry: () => undefined,
	};
}

function MissingParent({ parent }: { parent: NonNullable<Conversation['missingParent']> }) {
	const { t } = useTexts();
	const url = parent.post && originalUrl(parent.post);
	return (
		<p class="missing-parent">
			<span>
				{parent.handle ? t('parentAway', { handle: `@${parent.handle}` }) : t('parentAwayUnknown')}
			</span>
			{url && <OutLink href={url}>{t('openOriginal')}</OutLink>}
		</p>
	);
}
