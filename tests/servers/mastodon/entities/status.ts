import type { Filter, Media, Person, Post, World } from '../model';
import { mayQuote } from '../notices';
import { isMuted, maySee, pair, personOf } from '../world';
import { account, emojiIn, iso, isoOrNull, shownId } from './account';

export function attachment(world: World, media: Media) {
	const ready = media.readyAt <= world.now();
	const shape = {
		width: media.width,
		height: media.height,
		size: `${media.width}x${media.height}`,
		aspect: media.width / media.height,
	};
	return {
		id: media.id,
		type: media.kind,
		url: ready ? media.url : null,
		preview_url: ready ? media.preview : null,
		remote_url: null,
		preview_remote_url: null,
		text_url: null,
		meta: {
			...(media.focus ? { focus: media.focus } : {}),
			original: media.seconds === undefined ? shape : { ...shape, duration: media.seconds },
			small: shape,
		},
		description: media.description,
		blurhash: media.kind === 'audio' ? null : 'UBL_:rOpGG-oBUNG,qRj2so|=eE1w^n4S5NH',
	};
}

export function poll(world: World, post: Post, viewer: Person | undefined) {
	const asked = post.poll;
	if (!asked) return null;
	const expired = asked.endsAt !== null && asked.endsAt <= world.now();
	const tally = asked.options.map((_, n) => {
		const here = [...asked.votes.values()].filter((choices) => choices.includes(n)).length;
		return here + (asked.others[n] ?? 0);
	});
	const votes = tally.reduce((sum, n) => sum + n, 0);
	const mine = viewer && asked.votes.get(viewer.id);
	return {
		id: asked.id,
		expires_at: isoOrNull(asked.endsAt),
		expired,
		multiple: asked.multiple,
		votes_count: votes,
		voters_count: asked.multiple ? asked.votes.size + Math.max(0, ...asked.others) : votes,
		options: asked.options.map((title, n) => ({
			title,
			votes_count: asked.hideTotals && !expired ? null : (tally[n] ?? 0),
		})),
		emojis: emojiIn(world, asked.options.join(' ')),
		...(viewer
			? { voted: mine !== undefined || viewer.id === post.author, own_votes: mine ?? [] }
			: {}),
	};
}

function card(post: Post) {
	if (!post.card) return null;
	const { url, title, description, image, authorName, providerName } = post.card;
	return {
		url,
		title,
		description,
		language: post.language,
		type: 'link',
		author_name: authorName,
		author_url: '',
		provider_name: providerName,
		provider_url: '',
		html: '',
		width: image ? 640 : 0,
		height: image ? 336 : 0,
		image,
		image_description: '',
		embed_url: '',
		blurhash: null,
		published_at: null,
		authors: [],
	};
}

/** The quote entity of Mastodon 4.5; a quoted post one may not see is told by its state alone. */
function quote(world: World, post: Post, viewer: Person | undefined, deep: boolean) {
	if (!post.quote || world.traits.lacks.includes('quotes')) return null;
	const quoted = post.quote.of === null ? undefined : world.posts.get(post.quote.of);
	const state = quoteStateFor(world, post.quote.state, quoted, viewer);
	const shown = state === 'accepted' ? quoted : undefined;
	if (!deep) return { state, quoted_status_id: shown?.id ?? null };
	return { state, quoted_status: shown ? status(world, shown, viewer, false) : null };
}

function quoteStateFor(
	world: World,
	state: string,
	quoted: Post | undefined,
	viewer: Person | undefined,
): string {
	if (state !== 'accepted' || !quoted) return state;
	if (!maySee(world, viewer, quoted)) return 'unauthorized';
	if (!viewer) return state;
	if (world.blocks.has(pair(viewer.id, quoted.author))) return 'blocked_account';
	return isMuted(world, viewer.id, quoted.author) ? 'muted_account' : state;
}

function filtersFor(world: World, viewer: Person, post: Post) {
	if (viewer.id === post.author || world.traits.lacks.includes('filters v2')) return [];
	const haystack =
		`${post.spoiler}\n${post.text}\n${post.poll?.options.join('\n') ?? ''}\n${post.media
			.map(({ description }) => description ?? '')
			.join('\n')}`.toLowerCase();
	return [...world.filters.values()]
		.filter(
			({ owner, expiresAt }) =>
				owner === viewer.id && (expiresAt === null || expiresAt > world.now()),
		)
		.map((filter) => ({
			filter: filterEntity(filter),
			keyword_matches: filter.keywords
				.filter(({ keyword, wholeWord }) => hasWord(haystack, keyword.toLowerCase(), wholeWord))
				.map(({ keyword }) => keyword),
			status_matches: filter.posts.filter((one) => one.post === post.id).map((one) => one.post),
		}))
		.filter(
			({ keyword_matches, status_matches }) => keyword_matches.length + status_matches.length > 0,
		)
		.map((hit) => ({
			...hit,
			status_matches: hit.status_matches.length > 0 ? hit.status_matches : null,
		}));
}

function hasWord(haystack: string, word: string, whole: boolean): boolean {
	const at = haystack.indexOf(word);
	if (at < 0 || !whole) return at >= 0;
	const isWord = (c: string | undefined): boolean => c !== undefined && /[\p{L}\p{N}_]/u.test(c);
	return !isWord(haystack[at - 1]) && !isWord(haystack[at + word.length]);
}

export const filterEntity = (filter: Filter, whole = false) => ({
	id: filter.id,
	title: filter.title,
	context: filter.context,
	expires_at: isoOrNull(filter.expiresAt),
	filter_action: filter.action,
	...(whole
		? {
				keywords: filter.keywords.map(({ id, keyword, wholeWord }) => ({
					id,
					keyword,
					whole_word: wholeWord,
				})),
				statuses: filter.posts.map(({ id, post }) => ({ id, status_id: post })),
			}
		: {}),
});

/** What the viewer has done with a post; absent for strangers. */
function mine(world: World, post: Post, viewer: Person) {
	const boosted = [...world.posts.values()].some(
		(other) => other.boostOf === post.id && other.author === viewer.id,
	);
	const marked = (marks: World['favourites']): boolean =>
		marks.some((mark) => mark.person === viewer.id && mark.post === post.id);
	return {
		favourited: marked(world.favourites),
		reblogged: boosted,
		muted: world.quiet.has(`${viewer.id} ${post.id}`),
		bookmarked: marked(world.bookmarks),
		...(viewer.id === post.author ? { pinned: post.pinned } : {}),
		filtered: filtersFor(world, viewer, post),
	};
}

function tally(world: World, post: Post) {
	let [replies, boosts, quotes] = [0, post.strangers.boosts, 0];
	for (const other of world.posts.values()) {
		if (other.replyTo === post.id && other.visibility !== 'direct') replies += 1;
		if (other.boostOf === post.id) boosts += 1;
		if (other.quote?.of === post.id && other.quote.state === 'accepted') quotes += 1;
	}
	const favourites = world.favourites.filter((mark) => mark.post === post.id).length;
	return { replies, boosts, quotes, favourites: favourites + post.strangers.favourites };
}

function quoteFields(
	world: World,
	post: Post,
	viewer: Person | undefined,
	quotes: number,
	deep: boolean,
) {
	if (world.traits.lacks.includes('quotes')) return {};
	const open = post.visibility === 'public' || post.visibility === 'unlisted';
	const automatic = open && post.quotePolicy !== 'nobody' ? [post.quotePolicy] : [];
	return {
		quotes_count: quotes,
		quote: quote(world, post, viewer, deep),
		quote_approval: { automatic, manual: [], current_user: mayQuote(world, viewer, post) },
	};
}

export function status(
	world: World,
	post: Post,
	viewer: Person | undefined,
	deep = true,
): Record<string, unknown> {
	const author = personOf(world, post.author);
	const counts = tally(world, post);
	const boosted = post.boostOf === null ? undefined : world.posts.get(post.boostOf);
	const parent = post.replyTo === null ? undefined : world.posts.get(post.replyTo);
	return {
		id: post.id,
		uri: post.uri,
		url: post.url,
		created_at: iso(post.createdAt),
		edited_at: isoOrNull(post.editedAt),
		in_reply_to_id: parent?.id ?? null,
		in_reply_to_account_id: parent ? shownId(world, parent.author) : null,
		sensitive: post.sensitive,
		spoiler_text: post.spoiler,
		visibility: post.visibility,
		language: post.language,
		replies_count: counts.replies,
		reblogs_count: counts.boosts,
		favourites_count: counts.favourites,
		...quoteFields(world, post, viewer, counts.quotes, deep),
		content: boosted ? boosted.html : post.html,
		reblog: boosted ? status(world, boosted, viewer, deep) : null,
		application: post.application,
		account: account(world, author),
		media_attachments: post.media.map((file) => attachment(world, file)),
		mentions: post.mentions.map((id) => mention(world, personOf(world, id))),
		tags: post.tags.map((name) => ({
			name,
			url: `${world.origin}/tags/${encodeURIComponent(name)}`,
		})),
		emojis: emojiIn(world, `${post.text} ${post.spoiler}`),
		card: card(post),
		poll: poll(world, post, viewer),
		...(viewer ? mine(world, boosted ?? post, viewer) : {}),
		...(viewer?.id === post.author && world.traits.instanceStyle === 'gotosocial'
			? { text: post.text }
			: {}),
		...extras(world, post),
	};
}

function mention(world: World, person: Person) {
	const { acct, username, url, id } = account(world, person);
	return { id, username, acct, url };
}

/** Keys of one program only. */
function extras(world: World, post: Post): Record<string, unknown> {
	if (world.traits.instanceStyle === 'pleroma') {
		return {
			pleroma: {
				local: personOf(world, post.author).host === null,
				conversation_id: 1,
				content: { 'text/plain': post.text },
			},
		};
	}
	if (world.traits.instanceStyle === 'gotosocial') {
		const always = { always: ['public', 'me'], with_approval: [] };
		return {
			local_only: false,
			interaction_policy: { can_favourite: always, can_reply: always, can_reblog: always },
		};
	}
	return {};
}
