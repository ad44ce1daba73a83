import { Heart, ListTree, Repeat2, Reply } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { Account, Post, StoredPost } from '../../lib/model';
import { useArchives } from '../shared/archives';
import { hrefs } from '../shared/route';
import { Say, useTexts } from '../shared/texts';
import { useReposter } from './author';

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
		return (
			<Line icon={<Heart {...ICON} />}>
				{t('likedBy', { name: account.name || `@${account.handle}` })}
			</Line>
		);
	}
	if (reposter) return <Line icon={<Repeat2 {...ICON} />}>{reposter}</Line>;
	if (thread) {
		return (
			<Line icon={<ListTree {...ICON} />}>
				{t('threadPlace', { place: thread.place, count: thread.of })}
			</Line>
		);
	}
	return <Place stored={stored} inConversation={inConversation ?? false} />;
}

/** What a post answers. In a conversation that stands above it; there, only whom else it speaks to is to be said. */
function Place({ stored, inConversation }: { stored: StoredPost; inConversation: boolean }) {
	const { post, replies } = stored;
	const inThread = post.replyTo ? post.replyTo.account === post.author : replies.length > 0;
	if (inThread) return inConversation ? null : <ThreadLine post={post} />;
	if (!post.replyTo || (inConversation && (post.replyMentions ?? []).length < 2)) return null;
	return <ReplyLine post={post} />;
}

const ICON = { size: 14, 'aria-hidden': true } as const;

function Line({ icon, children }: { icon: ComponentChildren; children: ComponentChildren }) {
	return (
		<div class="context">
			{icon}
			<span>{children}</span>
		</div>
	);
}

function ThreadLine({ post }: { post: Post }) {
	const { t } = useTexts();
	return (
		<Line icon={<ListTree {...ICON} />}>
			<a href={hrefs.post(post.key)}>{t('partOfThread')}</a>
		</Line>
	);
}

function ReplyLine({ post }: { post: Post }) {
	const { t } = useTexts();
	const handle = post.replyTo?.handle ?? post.replyMentions?.[0]?.handle;
	const others = (post.replyMentions ?? []).filter((one) => one.handle !== handle).length;
	if (!handle) return <Line icon={<Reply {...ICON} />}>{t('inReplyToUnknown')}</Line>;
	const name = (
		<a href={hrefs.search(`@${handle}`)}>
			<bdi>@{handle}</bdi>
		</a>
	);
	return (
		<Line icon={<Reply {...ICON} />}>
			{others > 0 ? (
				<Say text="inReplyToMore" parameters={{ count: others }} elements={{ name }} />
			) : (
				<Say text="inReplyTo" elements={{ name }} />
			)}
		</Line>
	);
}
