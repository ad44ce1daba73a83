import type { AccountUri } from '../model';
import type { StreamEvent } from '../networks';
import { dropLocal, putPosts, readPosts } from '../store';
import { fetchAnnouncements } from './announcements';
import { fetchNewer, putSourcePage } from './fetch';
import { fetchNotices } from './notices';
import { tolerate } from './poll';

/** A server that did not answer is asked again when its stream tells of a post, but not for each of them. */
const AGAIN_MS = 5000;

/** A stream may bring faster than the store writes: more than this does not wait in memory. */
const MOST_WAITING = 500;
/** Deletions are small, and no reading of what is new tells of them. */
const MOST_DELETIONS = 10_000;

/**
 * Stores what a stream of one account tells, one thing after another. What comes after the line was opened and the
 * time before was fetched lies directly above what is known. When fetching failed it is tried again with the next post
 * that comes; until then posts are stored without a claim that nothing is missing below them. Where too much waits, the
 * rest is left to the ordinary reading, which begins when what waited is stored. `failed`: something that is not the
 * server's fault.
 */
export function happenings(
	by: AccountUri,
	signal: AbortSignal,
	failed: (error: unknown) => void,
): { happened(event: StreamEvent): void; settled(): Promise<void> } {
	let joined = false;
	let triedAt = Number.POSITIVE_INFINITY;
	let queue = Promise.resolve();
	let length = 0;
	let isBehind = false;
	const waiting = new Set<StreamEvent['type'] | string>();

	const catchUp = async () => {
		joined = false;
		triedAt = Date.now();
		await attempt(async () => {
			await fetchNewer(by, { kind: 'home' }, signal);
			joined = true;
		}, signal);
	};
	const caughtUp = async () => {
		await catchUp();
		await attempt(() => fetchNotices(by, signal), signal);
	};
	const take = async (event: StreamEvent): Promise<void> => {
		switch (event.type) {
			case 'open':
				return caughtUp();
			case 'page': {
				const isHome = event.source.kind === 'home';
				if (isHome && !joined && Date.now() - triedAt > AGAIN_MS) await catchUp();
				const how = { type: 'stream', joined: joined && isHome } as const;
				await putSourcePage(by, event.source, { how, page: event.page, readAt: Date.now() });
				return;
			}
			case 'changed':
				return putChanged(event);
			case 'deleted':
				return dropLocal(by, event.localId);
			case 'look':
				waiting.delete(event.at);
				return look(by, event.at, signal);
		}
	};
	const put = (work: () => Promise<void>) => {
		length++;
		queue = queue
			.then(() => (signal.aborted ? undefined : work()))
			.catch(failed)
			.finally(() => length--);
	};
	/** What comes from now on is not stored before the rest was fetched, so that it lies directly above. */
	const fallBehind = () => {
		if (isBehind) return;
		isBehind = true;
		put(() => {
			isBehind = false;
			return catchUp();
		});
	};
	return {
		happened(event) {
			if (isBehind && event.type === 'page') return;
			if (isTooMuch(event, length)) return fallBehind();
			if (event.type === 'look') {
				// Ten notices in a second are one reason to ask.
				if (waiting.has(event.at)) return;
				waiting.add(event.at);
			}
			put(() => take(event));
		},
		settled: () => queue,
	};
}

/** That the line was opened is said once, and what is to be looked at waits once each. */
function isTooMuch({ type }: StreamEvent, length: number): boolean {
	if (type === 'open' || type === 'look') return false;
	return length >= (type === 'deleted' ? MOST_DELETIONS : MOST_WAITING);
}

async function look(
	by: AccountUri,
	at: Extract<StreamEvent, { type: 'look' }>['at'],
	signal: AbortSignal,
): Promise<void> {
	if (at === 'notices') await attempt(() => fetchNotices(by, signal), signal);
	if (at === 'announcements') await attempt(() => fetchAnnouncements(by, signal), signal);
}

/** A problem with the server is written down where it belongs, and the stream goes on. */
async function attempt(work: () => Promise<unknown>, signal: AbortSignal): Promise<void> {
	try {
		await work();
	} catch (error) {
		tolerate(error, signal);
	}
}

/** An edit of what is stored; of what is not, nothing is stored for it. */
async function putChanged({
	posts,
	accounts,
}: Extract<StreamEvent, { type: 'changed' }>): Promise<void> {
	const stored = await readPosts(posts.map(({ post }) => post.key));
	const known = posts.filter((_post, i) => stored[i] !== undefined);
	if (known.length > 0) await putPosts({ posts: known, accounts }, Date.now());
}
