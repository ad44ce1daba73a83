import type { Account, AccountUri, Content, Draft, Stranger, TargetKey, Venue } from '../model';
import { accountsCalled, postsBy, readRelationship } from '../store';
import { mentionsIn } from '../text';
import { originAt, partsOf } from './parts';

/** Whom a content names, where it matters whether they know me: in letters, and in what a program sends. */
export function namedIn(
	{ text, visibility }: Pick<Content, 'text' | 'visibility'>,
	origin: Venue['origin'],
): readonly string[] {
	if (visibility !== 'direct' && origin !== 'automatic') return [];
	return [...new Set(mentionsIn(text).map(({ handle }) => handle))];
}

/** The same of a draft at one of its targets. */
export function namedAt(draft: Draft, target: TargetKey): readonly string[] {
	const origin = originAt(draft, target);
	// As typed: without a network names are not written anew.
	const parts = partsOf(draft, { target, host: '' });
	return [...new Set(parts.flatMap((content) => namedIn(content, origin)))];
}

type Me = { by: AccountUri; host: string };

/** Of these people, by their handles, those of whom nothing that is stored says that they know me. */
export async function strangersAmong(
	handles: readonly string[],
	{ by, host }: Me,
): Promise<readonly Stranger[]> {
	const found = await Promise.all(
		handles.map(async (handle): Promise<Stranger[]> => {
			const account = await called(handle, host);
			if (account?.key === by || (account && (await knows(by, account.key)))) return [];
			const isTold = account && (await readRelationship(by, account.key)) !== undefined;
			return [isTold ? { handle } : { handle, unsure: true }];
		}),
	);
	return found.flat();
}

const SAME_NAME = 5;

/** Servers let their own people leave the host out. */
async function called(handle: string, host: string): Promise<Account | undefined> {
	for (const full of [handle, `${handle}@${host}`]) {
		const wanted = full.toLowerCase();
		for (const start of new Set([full, wanted])) {
			const found = await accountsCalled(start, SAME_NAME);
			const one = found.find((account) => account.handle.toLowerCase() === wanted);
			if (one) return one;
		}
	}
	return undefined;
}

/** One of us follows the other, or has written to the other. */
async function knows(by: AccountUri, other: AccountUri): Promise<boolean> {
	const { following, followedBy, requestedBy } = (await readRelationship(by, other)) ?? {};
	if (following || followedBy || requestedBy) return true;
	return (await wroteTo(other, by)) || (await wroteTo(by, other));
}

async function wroteTo(author: AccountUri, to: AccountUri): Promise<boolean> {
	const rows = await postsBy(author);
	return rows.some(
		({ post: { mentions = [], replyTo } }) =>
			mentions.some(({ account }) => account === to) || replyTo?.account === to,
	);
}
