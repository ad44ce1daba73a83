import type { Content, Delivery, PostUri } from '../model';
import type { PostRef } from '../networks';
import type { Work } from '../networks/send';
import { readDelivery, readPosts } from '../store';

/** What the adapter is to do; undefined when the post that it is about is not there (yet). */
export async function workOf(delivery: Delivery): Promise<Work | undefined> {
	const { kind, content, after } = delivery;
	const before = after === undefined ? undefined : (await readDelivery(after))?.uri;
	if (after !== undefined && before === undefined) return undefined;
	if (kind === 'create') return content && newPost(delivery, content, before);
	const post = await refOf(delivery.post ?? before, delivery.target);
	if (!post || kind === 'hand-over') return undefined;
	if (kind === 'edit') return content && { kind, content, post };
	return { kind, post };
}

async function newPost(
	{ replyTo, quote, target }: Delivery,
	content: Content,
	before: PostUri | undefined,
): Promise<Work> {
	const answered = await refOf(before ?? replyTo, target);
	const quoted = await refOf(quote, target);
	return {
		kind: 'create',
		content,
		...(answered ? { replyTo: answered } : {}),
		...(quoted ? { quote: quoted } : {}),
	};
}

async function refOf(post: PostUri | undefined, by: string): Promise<PostRef | undefined> {
	if (post === undefined) return undefined;
	const [row] = await readPosts([post]);
	const localId = row?.views.find((view) => view.by === by)?.localId;
	return { post, ...(localId === undefined ? {} : { localId }) };
}
