import type { AccountUri, Draft, Post, Visibility } from '../../lib/model';
import { venueOf } from '../../lib/outbox';
import { readAccounts, readPosts } from '../../lib/store';

const WIDER: readonly Draft['visibility'][] = ['direct', 'followers', 'unlisted', 'public'];

/**
 * An answer as it begins: seen by no more people than the post, behind the same warning, and naming those who would
 * not hear of it otherwise.
 */
export async function answering(draft: Draft, by: AccountUri): Promise<Draft> {
	const [row] = draft.replyTo === undefined ? [] : await readPosts([draft.replyTo]);
	if (!row) return draft;
	const { post } = row;
	const venue = await venueOf(draft, by);
	const named = venue?.features.includes('mentionsNotify') ? await mentions(post, by) : [];
	return {
		...draft,
		visibility: narrowest(draft.visibility, post.visibility),
		...(post.warning ? { warning: post.warning } : {}),
		...(named.length > 0 ? { text: `${named.map((one) => `@${one}`).join(' ')} ` } : {}),
	};
}

/** Of two audiences the one of fewer people. */
export function narrowest(
	one: Draft['visibility'],
	other: Visibility = 'public',
): Draft['visibility'] {
	const there = other === 'community' ? 'followers' : other;
	return WIDER.indexOf(one) <= WIDER.indexOf(there) ? one : there;
}

/** What differs by place, where all of it is meant for fewer people now: no place shows it to more of them. */
export function within(own: Draft['own'], visibility: Draft['visibility']): Draft['own'] {
	const all = Object.entries(own).map(([target, one]) => {
		if (one.visibility === undefined) return [target, one] as const;
		return [target, { ...one, visibility: narrowest(one.visibility, visibility) }] as const;
	});
	return Object.fromEntries(all);
}

/** Its author and whoever it addressed, without myself. */
async function mentions({ author, mentions = [] }: Post, by: AccountUri): Promise<string[]> {
	const known = author === undefined ? undefined : (await readAccounts([author])).get(author);
	const others = mentions.flatMap(({ account, handle }) => (account === by ? [] : [handle]));
	const all = known && author !== by ? [known.handle, ...others] : others;
	return [...new Set(all)];
}
