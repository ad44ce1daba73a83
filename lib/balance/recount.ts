import type { AccountUri, Balance, Delivery, Instant, PostUri, Session, Source } from '../model';
import { type Io, type NetworkPart, NetworkProblem, type NoticePage, type Page } from '../networks';
import { asking, sessions, surroundings } from '../sessions';
import { deliveriesSince, generations, putBalance, putPosts, readStanding } from '../store';
import { countBalance, type Mention, MOST_POSTS, type Seen, WINDOW_MS } from './count';

const DAY_MS = 24 * 60 * 60_000;
/** Servers give 20 to 100 a page; what stands below so many pages is not looked at. */
const MOST_PAGES = 10;
/** So many of those who wait are shown in place. */
export const SHOWN = 3;

/** Whether an account was not counted for a day. */
async function isCountDue(account: AccountUri): Promise<boolean> {
	const readAt = (await readStanding(account))?.balance?.readAt;
	const age = surroundings().now() - (readAt ?? 0);
	return readAt === undefined || age < 0 || age >= DAY_MS;
}

/** Counts an account anew where that was not done for a day; says whether it did. Throws as `recount`. */
export function countDaily(account: AccountUri, signal: AbortSignal): Promise<boolean> {
	return alone(account, signal, async () => {
		if (!(await isCountDue(account))) return false;
		await count(account, signal);
		return true;
	});
}

/**
 * Counts one account anew from what its server says, and stores it: some six to twenty requests, by one page at a time.
 * Throws `NetworkProblem` and what `asking` throws; what was counted before stays then.
 */
export function recount(account: AccountUri, signal: AbortSignal): Promise<void> {
	return alone(account, signal, () => count(account, signal));
}

function alone<T>(account: AccountUri, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
	return surroundings().locked(`balance:${account}`, signal, work);
}

async function count(account: AccountUri, signal: AbortSignal): Promise<void> {
	const readAt = surroundings().now();
	const read = await asking(
		account,
		async (network, session, io) => {
			const posts = await ownPosts(network, session, io, readAt);
			return { ...(await mentions(network, session, io, readAt)), posts };
		},
		signal,
	);
	const { origins, ahead } = await sentFrom(account, readAt);
	const balance = countBalance({
		...read,
		// What our outbox finished meanwhile is added to what was counted, and must not be in it.
		posts: read.posts.filter(({ post }) => !ahead.has(post.key)),
		origins,
		account,
		mine: new Set((await sessions()).map((one) => one.account)),
		names: await namesOfMine(),
		now: readAt,
	});
	await keepShown(read, balance, readAt);
	await putBalance(account, balance);
}

/** What the account wrote, back to the border of the window. */
async function ownPosts(
	network: NetworkPart,
	session: Session,
	io: Io,
	now: Instant,
): Promise<readonly Seen[]> {
	const source: Source = { kind: 'author', account: session.account, show: 'replies' };
	const found: Seen[] = [];
	let older: string | undefined;
	for (let pages = 0; pages < MOST_PAGES; pages++) {
		const at = older === undefined ? undefined : { older };
		const page: Page | undefined = await network.page?.(session, source, at, io);
		if (!page) throw new NetworkProblem('missing', session.host);
		const own = new Set(page.entries.flatMap(({ post, by }) => (by === undefined ? [post] : [])));
		found.push(...page.posts.filter(({ post }) => own.has(post.key)));
		const isPast = page.entries.some(({ sortAt }) => sortAt < now - WINDOW_MS);
		if (page.older === undefined || page.older === older) break;
		if (isPast || found.length >= MOST_POSTS) break;
		older = page.older;
	}
	return found;
}

type Named = { mentions: readonly Mention[]; accounts: NoticePage['accounts'] };

/** Who named or answered the account, back to the border of the window. People whom it muted or blocked do not wait. */
async function mentions(
	network: NetworkPart,
	session: Session,
	io: Io,
	now: Instant,
): Promise<Named> {
	const found: Mention[] = [];
	const accounts: NoticePage['accounts'][number][] = [];
	let older: string | undefined;
	for (let pages = 0; pages < MOST_PAGES; pages++) {
		const at = older === undefined ? undefined : { older };
		const page: NoticePage | undefined = await network.notices?.(session, at, io);
		if (!page) break;
		found.push(...mentionsIn(page));
		accounts.push(...page.accounts);
		const isPast = page.notices.some((one) => one.at < now - WINDOW_MS);
		if (page.older === undefined || page.older === older || isPast) break;
		older = page.older;
	}
	return { mentions: found, accounts };
}

function mentionsIn({ notices, posts, accounts, relationships = [] }: NoticePage): Mention[] {
	const apart = new Set(
		relationships.flatMap(({ account, muting, blocking }) => (muting || blocking ? [account] : [])),
	);
	const bots = new Set(accounts.flatMap(({ key, bot }) => (bot ? [key] : [])));
	const byKey = new Map(posts.map((one) => [one.post.key, one]));
	return notices.flatMap(({ kind, post, people: [who], at }) => {
		const seen = kind === 'mention' && post !== undefined ? byKey.get(post) : undefined;
		if (!seen || who === undefined || apart.has(who)) return [];
		return [{ ...seen, at, bot: bots.has(who) }];
	});
}

/** How posts of our outbox came to be, and those of which it knows only since `readAt` that they are there. */
async function sentFrom(account: AccountUri, readAt: Instant) {
	const rows = await deliveriesSince(account, readAt - 2 * WINDOW_MS);
	const made = rows.flatMap(({ uri, kind, origin, sentAt = 0 }) =>
		uri !== undefined && kind === 'create' ? [{ uri, origin, sentAt }] : [],
	);
	const origins: ReadonlyMap<PostUri, Delivery['origin']> = new Map(
		made.map(({ uri, origin }) => [uri, origin]),
	);
	const ahead = new Set(made.flatMap(({ uri, sentAt }) => (sentAt > readAt ? [uri] : [])));
	return { origins, ahead };
}

/** By the names of my accounts, with and without their host, and of my archives. */
async function namesOfMine(): Promise<ReadonlySet<string>> {
	const [mine, archives] = await Promise.all([sessions(), generations()]);
	return new Set(
		[
			...mine.flatMap(({ handle, account }) => [handle, handle.split('@', 1)[0] ?? '', account]),
			...archives.map(({ account }) => account.handle),
		].map((name) => name.toLowerCase()),
	);
}

/** The posts that are opened in place, with who wrote them. */
async function keepShown({ mentions: all, accounts }: Named, balance: Balance, readAt: Instant) {
	const shown = new Set(balance.unanswered.slice(0, SHOWN).map(({ post }) => post));
	const posts = all.filter(({ post }) => shown.has(post.key));
	const authors = new Set(posts.map(({ post }) => post.author));
	await putPosts(
		{
			posts: posts.map(({ post, view }) => ({ post, view })),
			accounts: accounts.filter(({ key }) => authors.has(key)),
		},
		readAt,
	);
}
