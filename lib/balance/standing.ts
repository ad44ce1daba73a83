import type { AccountUri, Balance, Standing } from '../model';
import { sessions } from '../sessions';
import { deliveriesSince, readPosts, readStanding } from '../store';
import { WINDOW_MS } from './count';
import { balanceSince } from './since';

/**
 * How an account of mine stands in its community, with what was sent since it was counted last: nothing is asked.
 * Undefined when nothing is known. Topics `norms` and `deliveries`.
 */
export async function standing(account: AccountUri): Promise<Standing | undefined> {
	const stored = await readStanding(account);
	if (!stored?.balance) return stored;
	return { ...stored, balance: await now(account, stored.balance) };
}

/** What was scheduled long ago may have gone only now. */
async function now(account: AccountUri, counted: Balance): Promise<Balance> {
	const rows = await deliveriesSince(account, counted.readAt - WINDOW_MS);
	const answered = [...new Set(rows.flatMap(({ replyTo }) => replyTo ?? []))];
	const [posts, mine] = await Promise.all([readPosts(answered), sessions()]);
	return balanceSince(counted, rows, {
		authors: new Map(answered.map((key, i) => [key, posts[i]?.post.author])),
		mine: new Set(mine.map((one) => one.account)),
	});
}
