import { expect, test } from 'vitest';
import type { StoredPost } from '../../lib/model';
import { stretchOf, withoutStretches, withStretches } from './stretch';

/** `p` a post, `r` a repost, `g` what a group passes on. */
function listed(kinds: string): StoredPost[] {
	return [...kinds].map((kind, i) => {
		const by = {
			key: kind,
			handle: kind,
			name: kind,
			...(kind === 'g' ? { group: true as const } : {}),
		};
		return {
			post: { key: `${kind}${i}`, network: 'one', content: { text: '' } },
			sortAt: 100 - i,
			replies: [],
			...(kind === 'p' ? {} : { repostedBy: [by] }),
		};
	});
}

const shape = (kinds: string) =>
	withStretches(listed(kinds))
		.map((row) => stretchOf(row)?.length ?? 1)
		.join(' ');

test.each([
	['', ''],
	['rrrr', '1 1 1 1'],
	['rrrrr', '5'],
	['prrrrrrp', '1 6 1'],
	['rrprrr', '1 1 1 1 1 1'],
	['rrrrrprrrrr', '5 1 5'],
	['rrgrrr', '1 1 1 1 1 1'],
	['ggggg', '1 1 1 1 1'],
])('%s is drawn as %s', (kinds, expected) => {
	expect(shape(kinds)).toBe(expected);
});

test('nothing is lost, and nothing changes its order', () => {
	const items = listed('prrrrrrpprrrrrp');
	const rows = withStretches(items);
	expect(withoutStretches(rows).map(({ post }) => post.key)).toEqual(
		items.map(({ post }) => post.key),
	);
	expect(rows[1]?.post.key).toBe(items[1]?.post.key);
	expect(rows.map(({ sortAt }) => sortAt)).toEqual([100, 99, 93, 92, 91, 86]);
});

test('an archive’s own reposts are reposts', () => {
	const items = listed('pppppp').map((one) => ({
		...one,
		post: { ...one.post, repostOf: { handle: 'x' } },
	}));
	expect(withStretches(items)).toHaveLength(1);
});
