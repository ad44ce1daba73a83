import {
	addressOf,
	isPostedAt,
	narrowerOf,
	readBrought,
	textOf,
	warningOf,
} from '../../lib/beside';
import type { Draft } from '../../lib/model';
import {
	deliveries,
	drafts,
	draftToEdit,
	newDraft,
	readDraft,
	saveDraft,
	targets,
} from '../../lib/outbox';
import { readPosts, readSettings } from '../../lib/store';
import type { ComposeWish } from '../shared/route';
import { answering } from './answering';
import type { BroughtPicture } from './brought-picture';
import { storeNoted } from './last-words';
import type { Place } from './place';
import { isEmpty } from './writer';

type Opened = {
	draft?: Draft;
	/** What of its text is title and address of the page below. */
	page?: string;
	sent?: string;
	picture?: BroughtPicture;
};

/** What a wish leads to: a draft, or what became of one that was sent; neither when it is gone. */
export async function opened(wish: ComposeWish, place: Place): Promise<Opened> {
	const below = pageText(place);
	await storeNoted();
	if (wish.brought !== undefined) return begunWith(await place.takeBrought?.(wish.brought));
	const draft = await openDraft(wish);
	const page = draft && isNew(wish, draft) ? await below : undefined;
	if (draft && page) return { draft: { ...draft, text: page }, page };
	if (draft && draft.enqueuedAt === undefined) return { draft };
	const id = wish.draft;
	const went = id !== undefined && (await deliveries(id)).length > 0;
	return went ? { sent: id } : {};
}

/** Of the page below, as a post begins with it; undefined where there is none that others could open. */
export async function pageText({ readPage }: Place): Promise<string | undefined> {
	const page = readBrought(await readPage?.().catch(reportError));
	return page && addressOf(page.url) ? textOf(page) : undefined;
}

/** Begun from nothing, and not to write yet another one. */
function isNew({ fresh }: ComposeWish, { rev, text }: Draft): boolean {
	return !fresh && rev === 0 && text === '';
}

/** A draft with what was brought from somewhere: stored at once, because it was taken from where it waited. */
async function begunWith(given: unknown): Promise<Opened> {
	const brought = readBrought(given);
	if (!brought) return {};
	const warning = warningOf(brought);
	// What the person wrote for few is for few here too, until they say otherwise.
	const visibility = narrowerOf(brought);
	const begun = newDraft({
		targets: await remembered(brought.site),
		text: textOf(brought),
		...(warning === undefined ? {} : { warning }),
		...(visibility === undefined ? {} : { visibility }),
		...(await undoing()),
	});
	const kept = await saveDraft(begun);
	const draft = 'saved' in kept ? kept.saved : begun;
	const address = addressOf(brought.picture);
	const source = addressOf(brought.url);
	return { draft, ...(address && source ? { picture: { address, source } } : {}) };
}

/** New ones are not stored before something is typed. */
async function openDraft(wish: ComposeWish): Promise<Draft | undefined> {
	if (wish.draft !== undefined) return readDraft(wish.draft);
	if (wish.edit !== undefined) return draftToEdit(wish.edit);
	if (wish.reply !== undefined || wish.quote !== undefined) return about(wish);
	const last = wish.fresh ? undefined : (await drafts()).find((one) => !isEmpty(one));
	return last ?? newDraft({ targets: await remembered(), ...(await undoing()) });
}

/** Somebody who began to answer a post goes on with that. */
async function about({ reply, quote, by }: ComposeWish): Promise<Draft> {
	const begun = (await drafts()).find(
		(one) => one.replyTo === reply && one.quote === quote && (!by || one.targets.includes(by)),
	);
	if (begun) return begun;
	const on = by ?? (await seenBy(reply ?? quote));
	const draft = newDraft({
		...(await undoing()),
		targets: on === undefined ? [] : [on],
		...(reply === undefined ? {} : { replyTo: reply }),
		...(quote === undefined ? {} : { quote }),
	});
	return reply === undefined || on === undefined ? draft : answering(draft, on);
}

/** The time to undo that the person chose: here, for the last post, or in the settings. */
async function undoing(): Promise<Pick<Draft, 'undoSeconds'>> {
	return { undoSeconds: Number((await readSettings()).undo) };
}

/** The account of mine that the post came to. */
async function seenBy(post: string | undefined): Promise<string | undefined> {
	if (post === undefined) return undefined;
	const [[row], mine] = await Promise.all([readPosts([post]), targets()]);
	const seen = row?.views.map((view) => view.by) ?? [];
	return mine.find(({ key }) => seen.includes(key))?.key;
}

/**
 * Where the last new post went, as far as it still can; for the first one the first account. Not where the words were
 * brought from: the person is about to post them there, and they would stand there twice.
 */
async function remembered(from?: string): Promise<readonly string[]> {
	const [sent, all] = await Promise.all([deliveries(), targets()]);
	const places = all.filter((one) => from === undefined || !isPostedAt(from, one));
	const known = new Set(places.map(({ key }) => key));
	const last = sent.find(
		({ kind, replyTo, quote, draft }) =>
			(kind === 'create' || kind === 'hand-over') && !replyTo && !quote && draft,
	);
	const before = sent.filter(({ draft }) => draft !== undefined && draft === last?.draft);
	const again = [...new Set(before.map(({ target }) => target))].filter((key) => known.has(key));
	if (again.length > 0) return again;
	const first = places.find(({ window }) => !window);
	return first ? [first.key] : [];
}
