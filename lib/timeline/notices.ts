import type { Account, AccountUri, NoticeKind, StoredPost } from '../model';
import { NetworkProblem, type NoticePage, type Place } from '../networks';
import { asking, sessions } from '../sessions';
import {
	type NoticePlace,
	type NoticeRow,
	type NoticeState,
	newNotices,
	noteNoticeFailure,
	noticeStates,
	noticesBefore,
	putNotices,
	readAccounts,
	readNoticeState,
	readRelationship,
} from '../store';
import { failureOf } from './failure';
import { MOST_NEWER } from './fetch';
import { alone, never } from './locks';
import { followMarker } from './markers';
import { getAll } from './read';

/** A notice with what it is about. */
export type ShownNotice = NoticeRow & {
	/** Those of `people` who are stored, in the same order. */
	accounts: readonly Account[];
	shownPost?: StoredPost;
	/** Handle of my account that it is for. */
	me: string;
	/** Somebody mentions me whom that account is known not to follow. Nobody is a stranger unasked. */
	stranger?: true;
};

type Ask = (
	how: 'newest' | 'newer' | 'older',
	at: Place | undefined,
) => Promise<{ added: number; page: NoticePage }>;

/** Up to `n` notices of all my accounts that stand before a place, newest first. */
export async function notices(before: NoticePlace | undefined, n: number): Promise<ShownNotice[]> {
	const [rows, mine] = await Promise.all([noticesBefore(before, n), sessions()]);
	const [people, posts] = await Promise.all([
		readAccounts(rows.flatMap((row) => row.people)),
		getAll([...new Set(rows.flatMap(({ post }) => post ?? []))]),
	]);
	return Promise.all(
		rows.map(async (row) => {
			const shownPost = posts.find(({ post }) => post.key === row.post);
			return {
				...row,
				accounts: row.people.flatMap((key) => people.get(key) ?? []),
				me: mine.find(({ account }) => account === row.by)?.handle ?? '',
				...(shownPost ? { shownPost } : {}),
				...((await isStranger(row)) ? { stranger: true as const } : {}),
			};
		}),
	);
}

async function isStranger({ kind, by, people: [who] }: NoticeRow): Promise<boolean> {
	if (kind !== 'mention' || who === undefined || who === by) return false;
	const relationship = await readRelationship(by, who);
	return relationship !== undefined && !relationship.following;
}

/** Fetches what is new for one account, upwards from what is known, or from the top where that is far. */
export async function fetchNotices(by: AccountUri, signal: AbortSignal = never()): Promise<void> {
	await fetching(by, signal, async (ask, state) => {
		let cursor = state?.newer;
		for (let pages = 0; cursor !== undefined && pages < MOST_NEWER; pages++) {
			const { page } = await ask('newer', { newer: cursor });
			if (page.notices.length === 0) return;
			if (page.newer === cursor) break;
			cursor = page.newer;
		}
		await ask('newest', undefined);
	});
	await followMarker(by, signal);
}

/** Fetches the next older page of one account's notices. */
export function fetchOlderNotices(
	by: AccountUri,
	signal: AbortSignal = never(),
): Promise<{ added: number; end: boolean }> {
	return fetching(by, signal, async (ask, state) => {
		if (state?.answeredAt !== undefined && state.older === undefined)
			return { added: 0, end: true };
		const { added, page } =
			state?.older === undefined
				? await ask('newest', undefined)
				: await ask('older', { older: state.older });
		return { added, end: page.older === undefined };
	});
}

function fetching<T>(
	by: AccountUri,
	signal: AbortSignal,
	work: (ask: Ask, state: NoticeState | undefined) => Promise<T>,
): Promise<T> {
	return alone(`notices:${by}`, signal, async () => {
		const state = await readNoticeState(by);
		try {
			return await asking(
				by,
				(network, session, io) =>
					work(async (how, at) => {
						const readAt = io.now();
						const page = await network.notices?.(session, at, io);
						if (!page) throw new NetworkProblem('missing', session.host);
						io.signal.throwIfAborted();
						return { page, ...(await putNotices({ by, how, page, readAt })) };
					}, state),
				signal,
			);
		} catch (error) {
			const failure = failureOf(error);
			if (failure) await noteNoticeFailure(by, failure);
			throw error;
		}
	});
}

/**
 * Notices that nobody has looked at yet, but for those of strangers, who wait: what the toolbar shows. `kinds`: of these
 * alone.
 */
export async function newNoticeCount(kinds?: readonly NoticeKind[]): Promise<number> {
	const rows = (await newNotices()).filter(({ kind }) => kinds?.includes(kind) ?? true);
	const strange = await Promise.all(rows.map(isStranger));
	return strange.filter((one) => !one).length;
}

/** How far each account's notices were fetched, and what failed since. */
export function noticeSourceStates(): Promise<NoticeState[]> {
	return noticeStates();
}
