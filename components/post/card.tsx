import { ExternalLink, Heart } from 'lucide-preact';
import { useId } from 'preact/hooks';
import type { Account, StoredPost } from '../../lib/model';
import { type Generation, newestImport } from '../../lib/store';
import { hueOf, useArchives } from '../shared/archives';
import { Avatar } from '../shared/avatar';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import { When } from '../shared/when';
import { Author, shownAuthor } from './author';
import { Badges } from './badges';
import { ContextLine } from './context';
import { CopyLink } from './copy-link';
import { Counts } from './counts';
import { Edits } from './edits';
import { MediaGrid } from './media';
import { Quote } from './quote';
import { safeHref } from './runs';
import { PostText } from './text';

export type CardProps = {
	stored: StoredPost;
	/** Whose archive it is in, when that is not stored yet. */
	account?: Account | undefined;
	/** Place in its feed, counted from 1, and the size of the feed where it is known. */
	place?: { at: number; of?: number | undefined } | undefined;
	thread?: { place: number; of: number } | undefined;
	inConversation?: boolean | undefined;
	/** How far it stands aside, 0 to 4. */
	depth?: number | undefined;
	/** The post that the page is about. */
	current?: boolean | undefined;
	tabIndex?: number | undefined;
	/** A heading over the card, such as the year of "on this day". */
	note?: string | undefined;
};

/** One post with everything that is known about it. */
export function PostCard(props: CardProps) {
	const { stored, place, thread, inConversation, current, tabIndex, note, depth = 0 } = props;
	const { t } = useTexts();
	const archives = useArchives();
	const id = useId();
	const { post, owner } = stored;
	const generation = archives.of(owner);
	const account = generation?.account ?? props.account;
	const shown = shownAuthor(post, account, t(post.liked ? 'likedAuthor' : 'unknownAuthor'));
	const text = post.content.text === '' ? undefined : `${id}-text`;
	return (
		<article
			class={`post old hue-${hueOf(archives, owner)}${current ? ' current' : ''}`}
			tabIndex={tabIndex}
			aria-labelledby={`${id}-who ${id}-when`}
			aria-describedby={text}
			aria-posinset={place?.at}
			aria-setsize={place ? (place.of ?? -1) : undefined}
			aria-current={current ? 'true' : undefined}
			data-depth={depth || undefined}
			data-post={post.key}
			data-network={post.network}
			data-via={account && `@${account.handle}`}
		>
			<Avatar
				name={shown.name}
				of={shown.handle === account?.handle ? generation : undefined}
				icon={post.liked ? <Heart size={18} strokeWidth={1.75} /> : undefined}
			/>
			<div class="post-body">
				{note && <div class="context">{note}</div>}
				<ContextLine
					stored={stored}
					account={account}
					thread={thread}
					inConversation={inConversation}
				/>
				<div class="post-head">
					<Author shown={shown} id={`${id}-who`} />
					<Time stored={stored} id={`${id}-when`} />
				</div>
				<Content stored={stored} id={`${id}-text`} whole={current} />
				<Foot stored={stored} generation={generation} />
			</div>
		</article>
	);
}

type ContentProps = { stored: StoredPost; id: string; whole: boolean | undefined };

function Content({ stored, id, whole }: ContentProps) {
	const { t } = useTexts();
	const { post, owner } = stored;
	const { content, repostOf, media = [], quote, edits = [] } = post;
	return (
		<>
			<PostText content={content} id={id} language={post.language} whole={whole} />
			{repostOf?.truncated && <p class="quiet">{t('repostTruncated')}</p>}
			{media.length > 0 && <MediaGrid media={media} owner={owner} />}
			{quote && <Quote quote={quote} />}
			{edits.length > 0 && <Edits edits={edits} />}
			<Badges stored={stored} />
		</>
	);
}

function Time({ stored: { post, sortAt }, id }: { stored: StoredPost; id: string }) {
	const { t } = useTexts();
	if (post.createdAt === undefined && post.liked) {
		return (
			<a class="when" id={id} href={hrefs.post(post.key)}>
				{t('dateUnknown')}
			</a>
		);
	}
	return (
		<a class="when" id={id} href={hrefs.post(post.key)}>
			<When at={post.createdAt ?? sortAt} />
		</a>
	);
}

type FootProps = { stored: StoredPost; generation: Generation | undefined };

function Foot({ stored: { post }, generation }: FootProps) {
	const { t } = useTexts();
	const url = post.url ? safeHref(post.url) : undefined;
	const asOf = generation && newestImport(generation.imports)?.archiveDate;
	return (
		<div class="foot">
			<Counts counts={post.counts} asOf={asOf} />
			{url && (
				<span class="foot-actions">
					<CopyLink url={url} />
					<a
						class="icon-button"
						href={url}
						target="_blank"
						rel="noopener noreferrer"
						title={t('openOriginal')}
					>
						<ExternalLink size={16} aria-hidden="true" />
						<span class="unseen">{t('openOriginal')}</span>
					</a>
				</span>
			)}
			<span class="source">
				<i class="dot" aria-hidden="true" />
				{t('sourceArchive')}
			</span>
		</div>
	);
}
