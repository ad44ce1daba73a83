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

const NOTHING = { media: 0, live: 0, liveIndex: 0, previews: { bytes: 0 } };
const ARCHIVE = { lists: { posts: list(100, 10), likes: list(20, 2) } };

test('nothing is said of the room that is taken before all of it is known', () => {
	expect(roomOf(undefined, NOTHING)).toBeUndefined();
	expect(roomOf([ARCHIVE], undefined)).toBeUndefined();
	expect(roomOf([], undefined)).toBeUndefined();
});

test('no archive takes no room', () => {
	expect(roomOf([], NOTHING)).toEqual({
		posts: 0,
		live: 0,
		index: 0,
		media: 0,
		previews: 0,
		total: 0,
	});
});

test('the parts of all archives are added up', () => {
	const counted = { media: 1000, live: 7, liveIndex: 3, previews: { bytes: 50 } };
	expect(roomOf([ARCHIVE, ARCHIVE], counted)).toEqual({
		posts: 240,
		live: 7,
		index: 27,
		media: 1000,
		previews: 50,
		total: 1324,
	});
});
