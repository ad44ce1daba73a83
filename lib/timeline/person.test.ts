import { beforeEach, describe, expect, it } from 'vitest';
import { openSquare, type Square } from '../../tests/fixtures/square';
import type { Source } from '../model';
import type { Page } from '../networks';
import { fetchNewer, read, storedOf, timelineOf } from '.';

const A = 'https://one.example/me';
const ANN = 'https://far.example/ann';
const OF_ANN: Source = { kind: 'author', account: ANN, show: 'posts' };
let square: Square;

beforeEach(async () => {
	square = await openSquare([A]);
});

/** A server that hands out `empty` pages without a post before those with one. */
function sparse(empty: number): { asked(): number } {
	let asked = 0;
	const real = square.pageAt.bind(square);
	square.pageAt = (by, source, at): Page => {
		if (source.kind !== 'author') return real(by, source, at);
		asked++;
		if (asked > empty) return real(by, source, undefined);
		return { ...square.page(by, []), newer: 'top', older: `page ${asked}` };
	};
	return { asked: () => asked };
}

describe('a list of which the first pages are empty', () => {
	it.each([0, 1, 3])('is read on through %i of them', async (empty) => {
		const key = square.publish([A]);
		square.listOf(A, 'author').push(...square.listOf(A));
		const { asked } = sparse(empty);
		expect(await fetchNewer(A, OF_ANN)).toEqual({ added: 1 });
		expect(await read(timelineOf(OF_ANN, A), undefined, 10)).toHaveLength(1);
		expect(asked()).toBe(empty + 1);
		await fetchNewer(A, { kind: 'home' });
		expect((await storedOf(ANN, 'posts', 10)).map(({ post }) => post.key)).toEqual([key]);
	});

	it('is read on a few times only, and says that there is more', async () => {
		const { asked } = sparse(1000);
		expect(await fetchNewer(A, OF_ANN)).toEqual({ added: 0, more: 'page 6' });
		expect(asked()).toBe(6);
		const on = await fetchNewer(A, OF_ANN, undefined, 'page 6');
		expect(on).toEqual({ added: 0, more: 'page 12' });
	});

	it('says where the server has none', async () => {
		sparse(2);
		expect(await fetchNewer(A, OF_ANN)).toEqual({ added: 0 });
	});
});

describe('what is stored of a person', () => {
	it('is read from wherever it came, newest first, while nobody answers', async () => {
		const first = square.publish([A]);
		const answer = square.publish([A], { parent: first });
		square.publish([A], { author: 'bea' });
		const last = square.publish([A]);
		await fetchNewer(A, { kind: 'home' });
		square.weather.set(A, 'down');
		await expect(fetchNewer(A, OF_ANN)).rejects.toMatchObject({ kind: 'unreachable' });
		const keys = async (show: 'posts' | 'replies' | 'media' | 'pinned', n = 10) =>
			(await storedOf(ANN, show, n)).map(({ post }) => post.key);
		expect(await keys('posts')).toEqual([last, first]);
		expect(await keys('replies')).toEqual([last, answer, first]);
		expect(await keys('replies', 1)).toEqual([last]);
		expect(await keys('media')).toEqual([]);
		expect(await keys('pinned')).toEqual([]);
	});
});
