import type { Instant, PostUri } from '../../model';
import {
	keyHash,
	type PackedBlock,
	type PostRow,
	readAccounts,
	readMine,
	readPosts,
	repostedAmong,
} from '../../store';
import { createBlockBuilder } from '../block/builder';
import { TOKENIZER } from '../tokenizer';
import { type Around, standingOf } from './standing';

/** Where a live post stands in time; one without a moment of its own, where it was read. */
function momentOf({ post, readAt }: PostRow): Instant {
	return post.createdAt ?? readAt;
}

/** The order of a block, from old to new. */
export function oldestFirst(
	a: { sortAt: Instant; key: PostUri },
	b: { sortAt: Instant; key: PostUri },
): number {
	return a.sortAt - b.sortAt || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

/** Reads live posts and packs them into a block, without those that are not stored any more. */
export async function packPosts(keys: readonly PostUri[]): Promise<PackedBlock> {
	const rows = (await readPosts(keys)).filter((row) => row !== undefined);
	const around = await readAround(rows);
	const posts = rows.map((row) => ({ row, key: row.key, sortAt: momentOf(row) })).sort(oldestFirst);
	const builder = createBlockBuilder(0);
	for (const { row } of posts) builder.addLive(row.post, standingOf(row, around));
	const { info, pages } = builder.finish();
	return { ...placesOf(posts), firstTerms: info.firstTerms, pages, tokenizer: TOKENIZER };
}

/** What a block knows of its posts besides their terms. */
export function placesOf(
	posts: readonly { key: PostUri; sortAt: Instant }[],
): Pick<PackedBlock, 'keys' | 'sortAt' | 'hashes'> {
	return {
		keys: posts.map(({ key }) => key),
		sortAt: Float64Array.from(posts, ({ sortAt }) => sortAt),
		hashes: Uint32Array.from(posts, ({ key }) => keyHash(key)),
	};
}

async function readAround(rows: readonly PostRow[]): Promise<Around> {
	const people = rows.flatMap(({ post }) =>
		[post.author ?? [], post.replyTo?.account ?? []].flat(),
	);
	const [accounts, mine, reposted] = await Promise.all([
		readAccounts(people),
		readMine(),
		repostedAmong(rows.map(({ key }) => key)),
	]);
	return { accounts, mine: new Map(mine.map(({ account, host }) => [account, host])), reposted };
}
