import type { Account, Carrying, Named, PostUri, View } from '../model';
import { sessions } from '../sessions';
import { readAccounts, readPosts } from '../store';

/** Tags by which people say in their profiles that nothing of theirs is to be carried on by programs. */
const KEPT_HERE =
	/[#＃]no(?:bots?|bridge|bridging|cross-?post(?:ing|s)?|mirror(?:ing)?|repost(?:ing|s)?)\b/i;
const UNINDEXED = /[#＃]no(?:index|search)\b/i;
/** Whatever stands further behind is no word to programs. */
const MOST = 10_000;

/**
 * A post that is brought from elsewhere, as all accounts of mine that see it know it: whoever of them is refused counts.
 * `unknown`: nobody of mine sees it any more.
 */
export async function sourceOf(post: PostUri): Promise<Named> {
	const [row] = await readPosts([post]);
	if (!row) return { post, unknown: true };
	const { author, visibility, unquotable } = row.post;
	const known = author === undefined ? undefined : (await readAccounts([author])).get(author);
	const isMine = (await sessions()).some(({ account }) => account === author);
	const quoting = unquotable ? 'no' : strictest(row.views);
	const carrying = known && carryingOf(known);
	return {
		post,
		...(known ? { author: known.handle } : {}),
		...(isMine ? { own: true } : {}),
		...(visibility ? { visibility } : {}),
		...(quoting ? { quoting } : {}),
		...(carrying ? { carrying } : {}),
	};
}

function strictest(views: readonly View[]): View['quoting'] {
	return (['no', 'ask', 'yes'] as const).find((how) =>
		views.some(({ quoting }) => quoting === how),
	);
}

/** What somebody's profile says of being carried elsewhere; undefined: nothing. */
export function carryingOf({
	signedInOnly,
	indexing,
	bio,
	fields = [],
}: Account): Carrying | undefined {
	if (signedInOnly) return 'signed-in';
	const said = [bio?.text ?? '', ...fields.flatMap(({ name, value }) => [name, value.text])];
	const words = said.join('\n').slice(0, MOST);
	if (KEPT_HERE.test(words)) return 'no-bridge';
	if (indexing === 'no' || UNINDEXED.test(words)) return 'no-index';
	return indexing === 'yes' ? 'open' : undefined;
}
