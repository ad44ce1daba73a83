import type { Post } from '../../../model';
import type { Prepared } from '../../sender';

/**
 * Whether a post of the account is what a delivery made: `perhaps` when all fits but the words, which a server may
 * have written in its own way.
 */
export function likely(
	post: Post,
	{ work, ids }: Prepared,
	parentId: string | undefined,
): 'yes' | 'perhaps' | 'no' {
	if (work.kind !== 'create') return 'no';
	const { content } = work;
	const fits =
		(post.warning ?? '') === (content.warning ?? '') &&
		(post.media?.length ?? 0) === (content.media?.length ?? 0) &&
		(post.poll?.options.length ?? 0) === (content.poll?.options.length ?? 0) &&
		parentId === ids.replyTo &&
		(post.quote !== undefined || ids.quote === undefined);
	if (!fits) return 'no';
	return bare(post.content.text, post) === bare(content.text, post) ? 'yes' : 'perhaps';
}

/** Without what servers change: white space, the host of a mention, the scheme of a link. */
function bare(text: string, { replyMentions = [] }: Post): string {
	const taken = replyMentions.map(({ handle }) => handle.split('@', 1)[0]?.toLowerCase() ?? '');
	const words = text
		.normalize('NFC')
		.toLowerCase()
		.replaceAll(/https?:\/\/(?:www\.)?/g, '')
		.replaceAll(/@([\w.-]+)@[\w.:-]+/g, '@$1')
		.split(/\s+/)
		.filter(Boolean);
	// Our reading takes the mentions that begin an answer out of its text.
	while (words[0]?.startsWith('@') && taken.includes(words[0].slice(1))) words.shift();
	return words.join('');
}
