import type { Account, StoredPost } from '../../lib/model';
import type { Generation } from '../../lib/store';
import { hueOf, useArchives } from '../shared/archives';
import { hueOfAccount } from '../shared/hue';
import { useMe } from '../shared/me';

/** Through which of my accounts or archives a post came. */
export type SourceOf = {
	live: boolean;
	/** Of an archive: whose it is. */
	account?: Account | undefined;
	generation?: Generation | undefined;
	/** Number of its colour, 1 to 4. */
	hue: number;
	/** Full handles of my accounts, separated by spaces. */
	via?: string | undefined;
	/** The server's name, for the end of the line. */
	name?: string | undefined;
};

export function useSource({ owner, views }: StoredPost, fallback?: Account): SourceOf {
	const archives = useArchives();
	const me = useMe();
	if (!views) {
		const generation = archives.of(owner);
		const account = generation?.account ?? fallback;
		const via = account && `@${account.handle}`;
		return { live: false, account, generation, hue: hueOf(archives, owner), via };
	}
	const mine = (me.all ?? []).filter(({ account }) => views.some(({ by }) => by === account));
	const place = (me.all ?? []).findIndex(({ account }) => account === mine[0]?.account);
	return {
		live: true,
		hue: hueOfAccount(Math.max(0, place)),
		via: mine.map(({ handle }) => `@${handle}`).join(' '),
		name: mine[0]?.host,
	};
}
