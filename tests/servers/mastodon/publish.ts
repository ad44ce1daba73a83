import { render } from './html';
import { makeId, makeSerial } from './ids';
import type { Media, Person, Poll, Post, QuotePolicy, Visibility, World } from './model';
import { mayQuote, notify, touchConversation } from './notices';
import { findPerson, isLocal, newPostId, personOf, postAddresses, postOf } from './world';

export type Draft = {
	text?: string | undefined;
	spoiler?: string | undefined;
	sensitive?: boolean | undefined;
	visibility?: Visibility | undefined;
	language?: string | null | undefined;
	replyTo?: string | undefined;
	quoteOf?: string | undefined;
	quotePolicy?: QuotePolicy | undefined;
	media?: Media[] | undefined;
	poll?:
		| {
				options: string[];
				seconds: number;
				multiple?: boolean | undefined;
				hideTotals?: boolean | undefined;
		  }
		| undefined;
	application?: Post['application'] | undefined;
	/** Epoch ms; now if left out. */
	at?: number | undefined;
	card?: Post['card'] | undefined;
	/** For seeds: no notice, nothing streamed or delivered. */
	quiet?: boolean | undefined;
};

const FILLERS = { image: '🖼', video: '📹', gifv: '📹', audio: '🎵', unknown: '.' } as const;

/** Stores a post of somebody who lives here, tells everybody concerned, and streams and delivers it. */
export function publish(world: World, author: Person, draft: Draft): Post {
	const at = draft.at ?? world.now();
	const id = newPostId(world, at);
	const media = draft.media ?? [];
	const quoted = draft.quoteOf === undefined ? undefined : postOf(world, draft.quoteOf);
	const visibility = narrowed(world, author, draft.visibility ?? 'public', quoted);
	const post: Post = {
		...postAddresses(world, author, id, at),
		id,
		author: author.id,
		createdAt: at,
		editedAt: null,
		...textOf(world, draft, quoted),
		spoiler: draft.spoiler ?? '',
		sensitive: (draft.sensitive ?? false) || Boolean(draft.spoiler),
		visibility,
		language: draft.language ?? author.language ?? world.languages[0] ?? null,
		replyTo: draft.replyTo === undefined ? null : postOf(world, draft.replyTo).id,
		boostOf: null,
		quote: quoted ? { of: quoted.id, state: quoteState(world, author, quoted) } : null,
		quotePolicy: policyFor(visibility, draft.quotePolicy),
		media,
		poll: draft.poll ? makePoll(world, at, draft.poll) : null,
		card: draft.card ?? null,
		application: draft.application ?? null,
		history: [],
		pinned: false,
		strangers: { favourites: 0, boosts: 0 },
	};
	for (const file of media) file.attachedTo = id;
	world.posts.set(id, post);
	if (!draft.quiet) announce(world, post);
	return post;
}

/** What was typed and what it becomes; a warning over media alone gets a sign for them as its text. */
function textOf(
	world: World,
	{ text: typed = '', spoiler, media = [] }: Draft,
	quoted: Post | undefined,
) {
	const text = typed.trim() === '' && spoiler ? FILLERS[media[0]?.kind ?? 'unknown'] : typed;
	const found = renderHere(world, text);
	return {
		text,
		html: quoted ? quoteLine(quoted) + found.html : found.html,
		tags: [...new Set(found.tags.map((tag) => tag.toLowerCase()))],
		mentions: [...new Set(found.mentions.map(({ id }) => id))],
	};
}

export function renderHere(world: World, text: string) {
	return render(text, world.traits.html, world.origin, (name, host) =>
		findPerson(world, name, host),
	);
}

/** Tells about a new post (of here or brought in): streams, notices, other servers. */
export function announce(world: World, post: Post): void {
	happen(world, { kind: 'update', post });
	const author = personOf(world, post.author);
	for (const id of post.mentions) notify(world, { to: id, type: 'mention', from: author.id, post });
	if (post.quote?.of) {
		const quoted = world.posts.get(post.quote.of);
		if (quoted) notify(world, { to: quoted.author, type: 'quote', from: author.id, post });
	}
	for (const [key, follow] of world.follows) {
		const [from, to] = key.split('>');
		if (to !== author.id || !follow.notify || from === undefined || post.mentions.includes(from))
			continue;
		if (post.visibility !== 'direct')
			notify(world, { to: from, type: 'status', from: author.id, post });
	}
	if (post.visibility === 'direct') touchConversation(world, post);
	if (isLocal(author)) world.send({ type: 'Create', post });
}

export function happen(
	world: World,
	happening: Parameters<Parameters<World['listeners']['add']>[0]>[0],
) {
	for (const listener of world.listeners) listener(happening);
}

/** A limited person's public post is made unlisted; quoting a followers-only post forces followers-only. */
function narrowed(
	world: World,
	author: Person,
	asked: Visibility,
	quoted: Post | undefined,
): Visibility {
	if (quoted?.visibility === 'private' && world.traits.instanceStyle === 'mastodon') {
		return asked === 'direct' ? 'direct' : 'private';
	}
	return author.limited && asked === 'public' ? 'unlisted' : asked;
}

function policyFor(visibility: Visibility, asked: QuotePolicy | undefined): QuotePolicy {
	return visibility === 'private' || visibility === 'direct' ? 'nobody' : (asked ?? 'public');
}

function quoteState(world: World, author: Person, quoted: Post) {
	if (!isLocal(personOf(world, quoted.author))) return 'pending' as const;
	return mayQuote(world, author, quoted) === 'automatic'
		? ('accepted' as const)
		: ('pending' as const);
}

function quoteLine(quoted: Post): string {
	return `<p class="quote-inline">RE: <a href="${quoted.url}">${quoted.url}</a></p>`;
}

/** With the same answers as before it keeps its votes. */
function makePoll(
	world: World,
	at: number,
	{ options, multiple = false, hideTotals = false, seconds }: NonNullable<Draft['poll']>,
	before: Poll | null = null,
): Poll {
	const isSame = before?.multiple === multiple && before.options.join() === options.join();
	const none = { id: makeSerial(world, at), votes: new Map(), others: options.map(() => 0) };
	const kept = isSame ? before : none;
	return { ...kept, options, multiple, hideTotals, endsAt: at + seconds * 1000 };
}

export type Edit = Pick<
	Draft,
	'text' | 'spoiler' | 'sensitive' | 'language' | 'media' | 'quotePolicy'
> & {
	/** Null: there is none any more. */
	poll?: Draft['poll'] | null;
	at?: number;
};

/** Changes a post; what it was is kept in its history. A quote stays. */
export function edit(world: World, post: Post, changed: Edit, quiet = false): Post {
	const at = changed.at ?? world.now();
	post.history.push(versionOf(post));
	if (changed.text !== undefined) {
		const quoted = post.quote?.of ? world.posts.get(post.quote.of) : undefined;
		Object.assign(post, textOf(world, { text: changed.text }, quoted));
	}
	if (changed.spoiler !== undefined) post.spoiler = changed.spoiler;
	if (changed.sensitive !== undefined) post.sensitive = changed.sensitive;
	if (post.spoiler !== '') post.sensitive = true;
	if (changed.language) post.language = changed.language;
	if (changed.media) post.media = changed.media;
	if (changed.poll !== undefined)
		post.poll = changed.poll && makePoll(world, at, changed.poll, post.poll);
	if (changed.quotePolicy) post.quotePolicy = policyFor(post.visibility, changed.quotePolicy);
	post.editedAt = at;
	if (!quiet) announceEdit(world, post);
	return post;
}

export function announceEdit(world: World, post: Post): void {
	happen(world, { kind: 'status.update', post });
	for (const other of world.posts.values()) {
		if (other.boostOf === post.id && other.author !== post.author) {
			notify(world, { to: other.author, type: 'update', from: post.author, post });
		}
		if (other.quote?.of === post.id && other.author !== post.author) {
			notify(world, { to: other.author, type: 'quoted_update', from: post.author, post: other });
		}
	}
	if (isLocal(personOf(world, post.author))) world.send({ type: 'Update', post });
}

export function versionOf(post: Post): Post['history'][number] {
	return {
		at: post.editedAt ?? post.createdAt,
		html: post.html,
		text: post.text,
		spoiler: post.spoiler,
		sensitive: post.sensitive,
		media: post.media.map((file) => ({ ...file })),
	};
}

/** Takes a post away, with what passes it on. */
export function remove(world: World, post: Post): void {
	for (const other of [...world.posts.values()]) {
		if (other.boostOf === post.id) remove(world, other);
		if (other.quote?.of === post.id) other.quote = { of: null, state: 'deleted' };
		if (other.replyTo === post.id) other.replyTo = null;
	}
	world.notices = world.notices.filter((notice) => notice.post !== post.id);
	world.favourites = world.favourites.filter((mark) => mark.post !== post.id);
	world.bookmarks = world.bookmarks.filter((mark) => mark.post !== post.id);
	happen(world, { kind: 'delete', post });
	world.posts.delete(post.id);
	if (isLocal(personOf(world, post.author))) world.send({ type: 'Delete', post });
}

/** Passes a post on; the same person twice gives the first one again. */
export function boost(world: World, by: Person, post: Post, quiet = false, at = world.now()): Post {
	for (const other of world.posts.values()) {
		if (other.boostOf === post.id && other.author === by.id) return other;
	}
	const id = newPostId(world, at);
	const { uri } = postAddresses(world, by, id, at);
	const passed: Post = {
		...post,
		id,
		uri: isLocal(by) ? `${uri}/activity` : `${by.uri}/boosts/${id}`,
		url: `${uri}/activity`,
		author: by.id,
		createdAt: at,
		editedAt: null,
		boostOf: post.id,
		replyTo: null,
		quote: null,
		pinned: false,
		mentions: [],
		application: null,
		history: [],
	};
	world.posts.set(id, passed);
	if (quiet) return passed;
	happen(world, { kind: 'update', post: passed });
	notify(world, { to: post.author, type: 'reblog', from: by.id, post });
	if (isLocal(by)) world.send({ type: 'Announce', post: passed, of: post });
	return passed;
}

export function favourite(world: World, by: Person, post: Post, quiet = false): void {
	if (world.favourites.some((mark) => mark.person === by.id && mark.post === post.id)) return;
	world.favourites.push({ id: makeSerial(world, world.now()), person: by.id, post: post.id });
	if (quiet) return;
	notify(world, { to: post.author, type: 'favourite', from: by.id, post });
	if (isLocal(by)) world.send({ type: 'Like', by, post });
}

export function vote(world: World, by: Person, post: Post, choices: number[]): void {
	post.poll?.votes.set(by.id, choices);
	if (isLocal(by)) world.send({ type: 'Vote', by, post, choices });
}

/** A media row for bytes that are already there. */
export function addMedia(
	world: World,
	owner: Person,
	file: Partial<Media> & Pick<Media, 'kind' | 'type' | 'url'>,
): Media {
	const media: Media = {
		id: makeId(world, world.now()),
		owner: owner.id,
		preview: file.kind === 'audio' || file.kind === 'unknown' ? null : file.url,
		width: 640,
		height: 480,
		seconds: undefined,
		description: null,
		focus: undefined,
		readyAt: 0,
		failed: false,
		attachedTo: undefined,
		...file,
	};
	world.media.set(media.id, media);
	return media;
}
