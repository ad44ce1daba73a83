import type { AccountUri, Delivery, Draft, PostUri, StoredPost } from '../model';
import { deliveriesIn, deliveriesOf, deliveryOfPost } from '../store';
import { drafts, newDraft, saveDraft } from './drafts';
import { typedOf } from './typed';

/** Where a post of mine stands besides: what its draft made and is still there, its own delivery first. */
export async function madeWith(post: PostUri): Promise<readonly Delivery[]> {
	const maker = await deliveryOfPost(post);
	if (!maker || maker.deletedAt !== undefined) return [];
	if (maker.draft === undefined) return [maker];
	const others = (await deliveriesOf(maker.draft)).filter(
		({ id, kind, state, deletedAt }) =>
			id !== maker.id && kind === 'create' && state === 'sent' && deletedAt === undefined,
	);
	return [maker, ...others];
}

/** Where the person posted it by hand, in windows of other networks: only they can change it there. */
export async function handedOverWith(post: PostUri): Promise<readonly Delivery[]> {
	const maker = await deliveryOfPost(post);
	const all = maker?.draft === undefined ? [] : await deliveriesOf(maker.draft);
	return all.filter(({ kind, state }) => kind === 'hand-over' && state === 'sent');
}

/** What is happening to posts that are there, or waits for the person; in no order. Topic `deliveries`. */
export async function underWay(): Promise<readonly Delivery[]> {
	const rows = await deliveriesIn(['queued', 'sending', 'checking', 'needs-you', 'failed']);
	return rows.filter(({ kind, post }) => kind !== 'create' && post !== undefined);
}

/** A stored draft that changes one post of mine, or the one that was begun for that. */
export async function draftToChange(stored: StoredPost, by: AccountUri): Promise<string> {
	const { key } = stored.post;
	const begun = (await drafts()).find(({ edits }) => edits?.[by]?.includes(key));
	return begun?.id ?? keep({ ...again(stored, by), edits: { [by]: [key] } });
}

/** A stored draft with the words of a post of mine, to be sent anew. */
export function draftAgain(stored: StoredPost, by: AccountUri): Promise<string> {
	const { replyTo, quote } = stored.post;
	return keep({
		...again(stored, by),
		...(replyTo?.post ? { replyTo: replyTo.post } : {}),
		...(quote?.post ? { quote: quote.post } : {}),
	});
}

function again({ post }: StoredPost, by: AccountUri): Partial<Draft> {
	const { warning, language, sensitive } = post;
	return {
		targets: [by],
		text: typedOf(post),
		visibility: audienceOf(post.visibility),
		...(warning ? { warning } : {}),
		...(sensitive ? { sensitive } : {}),
		...(language ? { language: { tag: language, by: 'person' } } : {}),
	};
}

/** Stores a new draft; its id. */
export async function keep(parts: Partial<Draft>): Promise<string> {
	const made = await saveDraft(newDraft(parts));
	if (!('saved' in made)) throw new Error('a new draft was there already');
	return made.saved.id;
}

function audienceOf(visibility: StoredPost['post']['visibility'] = 'public'): Draft['visibility'] {
	return visibility === 'community' ? 'followers' : visibility;
}
