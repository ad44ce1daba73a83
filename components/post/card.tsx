import { ExternalLink, Heart } from 'lucide-preact';
import { useId } from 'preact/hooks';
import type { Account, Card, StoredPost } from '../../lib/model';
import { newestImport } from '../../lib/store';
import { Avatar } from '../shared/avatar';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import { When } from '../shared/when';
import { Actions } from './actions';
import { Answering } from './answering';
import { Audience } from './audience';
import { Author, shownAuthor } from './author';
import { Badges } from './badges';
import { ContextLine } from './context';
import { CopyLink } from './copy-link';
import { Counts } from './counts';
import { Cover } from './cover';
import { Edits, LiveEdits } from './edits';
import { LabelBadges } from './label-badges';
import { coversAuthor, labelsOf } from './labels';
import { LinkCard } from './link-card';
import { MediaGrid } from './media';
import { More } from './more';
import { Poll } from './poll';
import { Quote } from './quote';
import { safeHref } from './runs';
import { type SourceOf, useSource } from './source';
import { PostText } from './text';
import { useFresh } from './use-fresh';
import { type Reaction, useReaction } from './use-reaction';

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

/** One post with everything that is known about it: of an archive, or of a network that is read. */
export function PostCard(props: CardProps) {
	const { place, thread, inConversation, current, tabIndex, note, depth = 0 } = props;
	const stored = useFresh(props.stored);
	const { t } = useTexts();
	const source = useSource(stored, props.account);
	const id = useId();
	const { post } = stored;
	const { account, generation, hue } = source;
	const shown = shownAuthor(stored, account, t(post.liked ? 'likedAuthor' : 'unknownAuthor'));
	const text = post.content.text === '' ? undefined : `${id}-text`;
	return (
		<article
			class={`post${source.live ? '' : ' old'} hue-${hue}${current ? ' current' : ''}`}
			tabIndex={tabIndex}
			aria-labelledby={`${id}-who ${id}-when`}
			aria-describedby={text}
			aria-posinset={place?.at}
			aria-setsize={place ? (place.of ?? -1) : undefined}
			aria-current={current ? 'true' : undefined}
			data-depth={depth || undefined}
			data-post={post.key}
			data-network={post.network}
			data-via={source.via}
		>
			<Avatar
				name={shown.name}
				of={!source.live && shown.handle === account?.handle ? generation : undefined}
				remote={coversAuthor(labelsOf(stored.views ?? [])) ? undefined : shown.avatar}
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
					<Audience visibility={post.visibility} />
					<Time stored={stored} id={`${id}-when`} />
				</div>
				{source.live ? (
					<LivePost stored={stored} source={source} id={`${id}-text`} whole={current} />
				) : (
					<>
						<Content stored={stored} id={`${id}-text`} whole={current} />
						<ArchivedFoot stored={stored} source={source} />
					</>
				)}
			</div>
		</article>
	);
}

type PartProps = { stored: StoredPost; source: SourceOf };

/** The body of a post that can be acted upon: one account of mine does. */
function LivePost({ stored, source, id, whole }: PartProps & Omit<ContentProps, 'stored'>) {
	const { say } = useTexts();
	const reaction = useReaction(stored);
	return (
		<>
			<Cover stored={stored} wanted={whole}>
				<Content stored={stored} id={id} whole={whole} reaction={reaction} />
			</Cover>
			<Answering stored={stored} />
			<LiveFoot stored={stored} source={source} reaction={reaction} />
			{reaction.refusal && (
				<p class="problem-line" role="alert">
					{say(reaction.refusal)}
				</p>
			)}
		</>
	);
}

type ContentProps = {
	stored: StoredPost;
	id: string;
	whole: boolean | undefined;
	reaction?: Reaction;
};

function Content({ stored, id, whole, reaction }: ContentProps) {
	const { t, list } = useTexts();
	const { post, owner } = stored;
	const { content, repostOf, media = [], quote, edits = [] } = post;
	const labels = labelsOf(stored.views ?? []);
	const covering = labels.filter(({ effect }) => effect === 'blurMedia');
	const cover =
		covering.length > 0
			? t('labelCovers', { names: list(covering.map(({ name }) => name)) })
			: post.sensitive && !post.warning
				? t('mediaSensitive', { count: media.length })
				: undefined;
	return (
		<>
			<PostText
				content={content}
				id={id}
				language={post.language}
				emojis={post.emojis}
				live={stored.views !== undefined}
				whole={whole}
			/>
			{repostOf?.truncated && <p class="quiet">{t('repostTruncated')}</p>}
			{post.poll && reaction && (
				<Poll stored={stored} poll={post.poll} by={reaction.by} react={reaction.react} />
			)}
			{media.length > 0 && <MediaGrid media={media} owner={owner} cover={cover} />}
			{quote && <Quote quote={quote} />}
			{post.card && media.length === 0 && !quote && (
				<LinkCard card={covering.length > 0 ? withoutPicture(post.card) : post.card} />
			)}
			{stored.views && <LiveEdits stored={stored} />}
			{!stored.views && edits.length > 0 && <Edits edits={edits} />}
			<Badges stored={stored} />
			<LabelBadges labels={labels} />
		</>
	);
}

/** The picture of a card is one of the media that labels cover. */
function withoutPicture({ image: _image, blurhash: _blurhash, ...card }: Card): Card {
	return card;
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

function ArchivedFoot({ stored: { post }, source: { generation } }: PartProps) {
	const { t } = useTexts();
	const asOf = generation && newestImport(generation.imports)?.archiveDate;
	return (
		<div class="foot">
			<Counts counts={post.counts} asOf={asOf} />
			<Away url={post.url} />
			<span class="source">
				<i class="dot" aria-hidden="true" />
				{t('sourceArchive')}
			</span>
		</div>
	);
}

type LiveFootProps = PartProps & { reaction: Reaction };

function LiveFoot({ stored, source, reaction }: LiveFootProps) {
	const { replies, reposts } = stored.post.counts ?? {};
	return (
		<div class="foot">
			<Counts counts={{ ...(replies ? { replies } : {}), ...(reposts ? { reposts } : {}) }} />
			<Actions stored={stored} reaction={reaction} />
			<More stored={stored} reaction={reaction} />
			<Away url={stored.post.url} />
			<span class="source" title={source.via}>
				<i class="dot" aria-hidden="true" />
				{source.name}
			</span>
		</div>
	);
}

/** The ways out to the original. */
function Away({ url }: { url: string | undefined }) {
	const { t } = useTexts();
	const href = url ? safeHref(url) : undefined;
	if (!href) return null;
	return (
		<span class="foot-actions">
			<CopyLink url={href} />
			<a
				class="icon-button"
				href={href}
				target="_blank"
				rel="noopener noreferrer"
				title={t('openOriginal')}
			>
				<ExternalLink size={16} aria-hidden="true" />
				<span class="unseen">{t('openOriginal')}</span>
			</a>
		</span>
	);
}
