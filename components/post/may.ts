import type { AccountUri, PostUri, StoredPost, View } from '../../lib/model';
import { hrefs } from '../shared/route';

type Asked = Pick<StoredPost, 'post' | 'views'>;

/** Whether an account of mine may answer a post, as far as its author says. */
export function mayAnswer({ post, views = [] }: Asked, by: AccountUri): boolean {
	if (post.author === by) return true;
	return post.answering?.length !== 0 && viewOf(views, by)?.mayAnswer !== false;
}

/** Whether it may be quoted; whether the server can is another question. */
export function mayQuote({ post, views = [] }: Asked, by: AccountUri): boolean {
	if (post.visibility === 'direct') return false;
	if (post.author === by) return true;
	return !isClosed(post.visibility) && !post.unquotable && viewOf(views, by)?.quoting !== 'no';
}

/** Whether it may be passed on: what only some may see is not, but my own to my followers. */
export function mayRepost({ post }: Asked, by: AccountUri): boolean {
	if (post.visibility === 'direct') return false;
	return post.author === by || !isClosed(post.visibility);
}

/** Whether it may be brought to other networks, as far as one sees here: what only some may see is brought by its author. */
export function mayCarry({ post }: Pick<Asked, 'post'>, isMine: boolean): boolean {
	return isMine || !isClosed(post.visibility);
}

/** The composer, with an answer to it. */
export function answerHref(post: PostUri, by: AccountUri): string {
	return hrefs.compose({ reply: post, by });
}

function isClosed(visibility: StoredPost['post']['visibility']): boolean {
	return visibility === 'followers' || visibility === 'direct' || visibility === 'community';
}

function viewOf(views: readonly View[], by: AccountUri): View | undefined {
	return views.find((view) => view.by === by);
}
