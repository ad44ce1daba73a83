import type { ComponentChildren } from 'preact';
import type { Account, Post, StoredPost } from '../../lib/model';
import { useArchives } from '../shared/archives';
import { hrefs } from '../shared/route';
import { Say, useTexts } from '../shared/texts';
import { useReposter } from './author';
import { Emojified } from './emojified';

type ContextLineProps = {
	stored: StoredPost;
	/** The person in whose archive the post is. */
	account: Account | undefined;
	/** Place in a thread, when the page knows it. */
	thread?: { place: number; of: number } | undefined;
	/** The conversation shows by its order what answers what. */
	inConversation?: boolean | undefined;
};

/** Above the author: why a post is here, and what it answers. */
export function ContextLine({ stored, account, thread, inConversation }: ContextLineProps) {
	const { t } = useTexts();
	const archives = useArchives();
	const { post } = stored;
	const reposter = useReposter(post, account);
	if (post.liked) {
		// Of one archive alone, everything that is liked was liked by the same person.
		if (!account || archives.all?.length === 1) return null;
		return <Line icon="heart">{t('likedBy', { name: account.name || `@${account.handle}` })}</Line>;
	}
	if (reposter) return <Line icon="repost">{reposter}</Line>;
	if (stored.repostedBy?.[0]) return <Reposters people={stored.repostedBy} />;
	if (thread) {
		return <Line icon="thread">{t('threadPlace', { place: thread.place, count: thread.of })}</Line>;
	}
	return <Place stored={stored} inConversation={inConversation ?? false} />;
}

/** What a post answers. In a conversation that stands above it; there, only whom else it speaks to is to be said. */
function Place({ stored, inConversation }: { stored: StoredPost; inConversation: boolean }) {
	const { post, replies } = stored;
	const inThread = post.replyTo ? post.replyTo.account === post.author : replies.length > 0;
	if (inThread) return inConversation ? null : <ThreadLine post={post} />;
	if (!post.replyTo || (inConversation && (post.replyMentions ?? []).length < 2)) return null;
	return <ReplyLine stored={stored} />;
}

/** Who brought a live post here; the newest by name. */
function Reposters({ people }: { people: readonly Account[] }) {
	const [newest] = people;
	if (!newest) return null;
	const name = (
		<a href={hrefs.person(newest.key)}>
			<bdi>
				<Emojified text={newest.name || `@${newest.handle}`} emojis={newest.emojis} />
			</bdi>
		</a>
	);
	const others = people.length - 1;
	return (
		<Line icon="repost">
			{others > 0 ? (
				<Say text="repostedByMore" parameters={{ count: others }} elements={{ name }} />
			) : (
				<Say text="repostedBy" elements={{ name }} />
			)}
		</Line>
	);
}

function Line({ icon, children }: { icon: string; children: ComponentChildren }) {
	return (
		<div class={`context icon ${icon}`}>
			<span>{children}</span>
		</div>
	);
}

function ThreadLine({ post }: { post: Post }) {
	const { t } = useTexts();
	return (
		<Line icon="thread">
			<a href={hrefs.post(post.key)}>{t('partOfThread')}</a>
		</Line>
	);
}

function ReplyLine({ stored }: { stored: StoredPost }) {
	const { t } = useTexts();
	const { post } = stored;
	const handle = post.replyTo?.handle ?? post.replyMentions?.[0]?.handle;
	const others = (post.replyMentions ?? []).filter((one) => one.handle !== handle).length;
	const live = stored.views !== undefined;
	if (!handle && live && post.replyTo?.post) {
		return (
			<Line icon="reply">
				<a href={hrefs.post(post.replyTo.post)}>{t('inReplyToOther')}</a>
			</Line>
		);
	}
	if (!handle) return <Line icon="reply">{t(live ? 'inReplyToOther' : 'inReplyToUnknown')}</Line>;
	const account = post.replyTo?.account;
	const name = (
		<a href={live && account ? hrefs.person(account) : hrefs.search(`@${handle}`)}>
			<bdi>@{handle}</bdi>
		</a>
	);
	return (
		<Line icon="reply">
			{others > 0 ? (
				<Say text="inReplyToMore" parameters={{ count: others }} elements={{ name }} />
			) : (
				<Say text="inReplyTo" elements={{ name }} />
			)}
		</Line>
	);
}
