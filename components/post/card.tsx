import { useId } from 'preact/hooks';
import type { Account, Card, Delivery, StoredPost } from '../../lib/model';
import { newestImport } from '../../lib/store';
import { MuffledLine, MuffledNote } from '../muffle/muffled-line';
import { type Muffled, useMuffled } from '../muffle/muffling';
import { Avatar } from '../shared/avatar';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import { When } from '../shared/when';
import { onDemand } from '../shell/on-demand';
import { Actions } from './actions';
import { Answering } from './answering';
import { Audience } from './audience';
import { Author, type Shown, shownAuthor } from './author';
import { Away } from './away';
import { Badges } from './badges';
import { BringMenu } from './bring-menu';
import { ContextLine } from './context';
import { Counts } from './counts';
import { Cover } from './cover';
import { Edits, LiveEdits } from './edits';
import { LabelBadges } from './label-badges';
import { byName, coversAuthor, labelsOf, whyFinal } from './labels';
import { LinkCard } from './link-card';
import { MediaGrid } from './media';
import { More } from './more';
import { Poll } from './poll';
import { Quote } from './quote';
import { type SourceOf, useSource } from './source';
import { OutLink } from './text';
import { useFresh } from './use-fresh';
import { type Reaction, useReaction } from './use-reaction';
import { Words } from './words';

const UnderWay = onDemand(async () => (await import('./under-way')).UnderWay);

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
	const { place, current, tabIndex, depth = 0 } = props;
	const stored = useFresh(props.stored);
	const { t } = useTexts();
	const source = useSource(stored, props.account);
	const id = useId();
	const { post } = stored;
	const { account, hue } = source;
	const shown = shownAuthor(stored, account, t(post.liked ? 'likedAuthor' : 'unknownAuthor'));
	const muffled = useMuffled(stored, current);
	const folded = muffled !== undefined && !muffled.open;
	const kinds = { old: !source.live, current, muffled: folded };
	return (
		<article
			class={`post hue-${hue} ${namesOf(kinds)}`.trimEnd()}
			tabIndex={tabIndex}
			aria-labelledby={`${id}-who ${id}-${folded ? 'why' : 'when'}`}
			aria-describedby={post.content.text === '' || folded ? undefined : `${id}-text`}
			aria-posinset={place?.at}
			aria-setsize={place ? (place.of ?? -1) : undefined}
			aria-current={current ? 'true' : undefined}
			data-depth={depth || undefined}
			data-post={post.key}
			data-network={post.network}
			data-via={source.via}
		>
			{folded ? (
				<MuffledLine muffled={muffled} name={nameOf(shown)} ids={[`${id}-who`, `${id}-why`]} />
			) : (
				<Opened {...props} stored={stored} {...{ source, shown, id, muffled }} />
			)}
		</article>
	);
}

function namesOf(kinds: Readonly<Record<string, boolean | undefined>>): string {
	return Object.keys(kinds)
		.filter((name) => kinds[name])
		.join(' ');
}

function nameOf({ handle, name }: Shown): string {
	return handle ? `@${handle}` : name;
}

type OpenedProps = CardProps & {
	source: SourceOf;
	shown: Shown;
	id: string;
	muffled: Muffled | undefined;
};

/** All of a post but its frame. */
function Opened({ stored, source, shown, id, muffled, ...props }: OpenedProps) {
	const { thread, inConversation, current, note } = props;
	const { account, generation, live } = source;
	const { post, views = [] } = stored;
	return (
		<>
			<Avatar
				name={shown.name}
				of={!live && shown.handle === account?.handle ? generation : undefined}
				remote={coversAuthor(labelsOf(views)) ? undefined : shown.avatar}
				icon={post.liked ? 'heart' : undefined}
			/>
			<div class="post-body">
				{muffled && <MuffledNote muffled={muffled} />}
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
				{live ? (
					<LivePost stored={stored} source={source} id={`${id}-text`} whole={current} />
				) : (
					<>
						<Content stored={stored} id={`${id}-text`} whole={current} />
						<ArchivedFoot stored={stored} source={source} />
					</>
				)}
			</div>
		</>
	);
}

type PartProps = { stored: StoredPost; source: SourceOf };

/** The body of a post that can be acted upon: one account of mine does. */
function LivePost({ stored, source, id, whole }: PartProps & Omit<ContentProps, 'stored'>) {
	const { say } = useTexts();
	const reaction = useReaction(stored);
	const spoken = reaction.underWay.filter(isSpoken);
	return (
		<>
			<Cover stored={stored} wanted={whole}>
				<Content stored={stored} id={id} whole={whole} reaction={reaction} />
			</Cover>
			<Answering stored={stored} />
			<LiveFoot stored={stored} source={source} reaction={reaction} />
			{spoken.length > 0 && <UnderWay rows={spoken} />}
			{reaction.refusal && (
				<p class="problem-line" role="alert">
					{say(reaction.refusal)}
				</p>
			)}
		</>
	);
}

/** What the card shows at once is said only when it does not come to its end. */
function isSpoken({ kind, state, failures }: Delivery): boolean {
	const isShown = kind === 'repost' || kind === 'unrepost';
	return !isShown || state === 'failed' || state === 'needs-you' || failures > 0;
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
	const { repostOf, media = [], quote, edits = [] } = post;
	const labels = labelsOf(stored.views ?? []);
	const covering = labels.filter(({ effect }) => effect === 'blurMedia');
	const cover =
		covering.length > 0
			? t('labelCovers', { names: list(byName(covering, t).map(({ name }) => name)) })
			: post.sensitive && !post.warning
				? t('mediaSensitive', { count: media.length })
				: undefined;
	const why = whyFinal(covering);
	const final = why && t(why);
	return (
		<>
			<Words stored={stored} id={id} whole={whole} />
			{repostOf?.truncated && <p class="quiet">{t('repostTruncated')}</p>}
			{post.poll && reaction && (
				<Poll stored={stored} poll={post.poll} by={reaction.by} react={reaction.react} />
			)}
			{media.length > 0 && (
				<MediaGrid of={post.key} media={media} owner={owner} cover={cover} final={final} />
			)}
			{quote && <Quote quote={quote} />}
			{post.card && media.length === 0 && !quote && (
				<LinkCard card={covering.length > 0 ? withoutPicture(post.card) : post.card} />
			)}
			{stored.views && <LiveEdits stored={stored} />}
			{!stored.views && edits.length > 0 && <Edits edits={edits} />}
			{post.unshown && <Unshown url={post.url} />}
			<Badges stored={stored} covered={covering.length > 0} />
			<LabelBadges labels={labels} />
		</>
	);
}

/** In the place of what is of a kind that is not known here. */
function Unshown({ url }: { url: string | undefined }) {
	const { t } = useTexts();
	return (
		<p class="missing">
			<span>{t('embedUnknown')}</span>
			{url && <OutLink href={url}>{t('openOriginal')}</OutLink>}
		</p>
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

function ArchivedFoot({ stored, source: { generation } }: PartProps) {
	const { t } = useTexts();
	const { post } = stored;
	const asOf = generation && newestImport(generation.imports)?.archiveDate;
	return (
		<div class="foot">
			<Counts counts={post.counts} asOf={asOf} />
			<BringMenu stored={stored} />
			<Away url={post.url} />
			<span class="source">{t('sourceArchive')}</span>
		</div>
	);
}

type LiveFootProps = PartProps & { reaction: Reaction };

function LiveFoot({ stored, source, reaction }: LiveFootProps) {
	const { replies, reposts } = stored.post.counts ?? {};
	return (
		<div class="foot">
			{reaction.by === undefined && (
				<Counts counts={{ ...(replies ? { replies } : {}), ...(reposts ? { reposts } : {}) }} />
			)}
			<Actions stored={stored} reaction={reaction} />
			<More stored={stored} reaction={reaction} />
			<Away url={stored.post.url} />
			<span class="source" title={source.via}>
				{source.name}
			</span>
		</div>
	);
}
