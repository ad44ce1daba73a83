import { expect, test } from 'vitest';
import type { Generation } from '../../lib/store';
import { roomOf } from './room';

function list(bytes: number, indexBytes: number): Generation['lists']['posts'] {
	return {
		count: 1,
		minSort: new Float64Array(),
		maxSort: new Float64Array(),
		minId: new BigUint64Array(),
		maxId: new BigUint64Array(),
		blocks: [],
		bytes,
		indexBytes,
	};
}

const ARCHIVE = { lists: { posts: list(100, 10), likes: list(20, 2) } };

test('nothing is said of the room that is taken before all of it is known', () => {
	expect(roomOf(undefined, 5)).toBeUndefined();
	expect(roomOf([ARCHIVE], undefined)).toBeUndefined();
	expect(roomOf([], undefined)).toBeUndefined();
});

test('no archive takes no room', () => {
	expect(roomOf([], 0)).toEqual({ posts: 0, index: 0, media: 0, total: 0 });
});

test('the parts of all archives are added up', () => {
	expect(roomOf([ARCHIVE, ARCHIVE], 1000)).toEqual({
		posts: 240,
		index: 24,
		media: 1000,
		total: 1264,
	});
});
