import type { AccountUri, Balance, Instant, Notice, Standing } from '../model';
import { announce } from './changes';
import { atOnce, database } from './database';

/** A warning that was older than this when it was first seen here is nothing of now. */
const FRESH_MS = 30 * 24 * 60 * 60_000;

/** The store `standings` inside a transaction of anybody's. */
type Standings = {
	get(account: AccountUri): Promise<Standing | undefined>;
	put(standing: Standing): Promise<unknown>;
};

export async function readStanding(account: AccountUri): Promise<Standing | undefined> {
	return (await database()).get('standings', account);
}

/** Writes what was counted. Nothing is stored once the account has signed out. */
export async function putBalance(account: AccountUri, balance: Balance): Promise<void> {
	await changeStanding(account, (before) => ({ ...before, balance }));
}

/** The person says that the community has warned them, or of which rule that was. */
export async function beginCare(
	account: AccountUri,
	since: Instant,
	sentence?: string,
): Promise<void> {
	await changeStanding(account, ({ calmSince: _, ...before }) => ({
		...before,
		care: { since, by: 'person', ...(sentence ? { sentence } : {}) },
	}));
}

/** The person says that it is over. */
export async function endCare(account: AccountUri, now: Instant): Promise<void> {
	await changeStanding(account, ({ care: _, ...before }) => ({ ...before, calmSince: now }));
}

/**
 * Puts the account under care for what its staff has told it, in the transaction that stores the notices. Says whether
 * anything was written.
 */
export async function careFor(
	store: Standings,
	notices: readonly Notice[],
	{ by, readAt }: { by: AccountUri; readAt: Instant },
): Promise<boolean> {
	const newest = notices
		.filter(({ kind }) => kind === 'moderationWarning')
		.reduce<Notice | undefined>((a, b) => (a && a.at >= b.at ? a : b), undefined);
	if (!newest || readAt - newest.at > FRESH_MS) return false;
	const before = (await store.get(by)) ?? { account: by };
	const known = before.care?.by === 'server' ? before.care.since : undefined;
	if (newest.at <= Math.max(before.calmSince ?? 0, known ?? 0)) return false;
	const sentence = newest.warning?.text || undefined;
	await store.put({
		...before,
		care: { since: newest.at, by: 'server', ...(sentence ? { sentence } : {}) },
	});
	return true;
}

/** People whom I muted or blocked do not wait for an answer. In the transaction that takes them out. */
export async function dropWaiting(
	store: Standings,
	by: AccountUri,
	people: ReadonlySet<AccountUri>,
): Promise<void> {
	const before = await store.get(by);
	if (!before?.balance) return;
	const isTheirs = (who: AccountUri | undefined) => who !== undefined && people.has(who);
	const unanswered = before.balance.unanswered.filter((one) => !isTheirs(one.by));
	if (unanswered.length === before.balance.unanswered.length) return;
	await store.put({ ...before, balance: { ...before.balance, unanswered } });
}

async function changeStanding(
	account: AccountUri,
	change: (before: Standing) => Standing,
): Promise<void> {
	const written = await atOnce(['standings', 'sessions'], async (tx) => {
		if (!(await tx.objectStore('sessions').getKey(account))) return false;
		const store = tx.objectStore('standings');
		await store.put(change((await store.get(account)) ?? { account }));
		return true;
	});
	if (written) announce('norms');
}
