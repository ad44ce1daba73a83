import { expect, test } from 'vitest';
import { arrivals, cameText } from './arrivals';

test('what comes while posts are on screen is offered', () => {
	expect(arrivals(3, { count: 20, done: false })).toEqual({ offered: 3, begin: false });
	expect(arrivals(3, { count: 20, done: true })).toEqual({ offered: 3, begin: false });
});

test('what comes to a list that was empty appears', () => {
	expect(arrivals(3, { count: 0, done: true })).toEqual({ offered: 0, begin: true });
});

test('what comes while the first page is being read is neither offered nor begins it anew', () => {
	expect(arrivals(3, { count: 0, done: false })).toEqual({ offered: 0, begin: false });
});

test('a list that could not be read is begun again by the person alone', () => {
	const failed = { count: 0, done: true, error: new Error('disk') };
	expect(arrivals(3, failed)).toEqual({ offered: 0, begin: false });
});

test('nothing new is nothing to do', () => {
	expect(arrivals(0, { count: 0, done: true })).toEqual({ offered: 0, begin: false });
	expect(arrivals(0, { count: 5, done: true })).toEqual({ offered: 0, begin: false });
});

test('of more than were counted no number is told as all of them', () => {
	expect(cameText(49, 50)).toEqual({ key: 'newPosts', parameters: { count: 49 } });
	expect(cameText(50, 50)).toEqual({ key: 'newPostsMost', parameters: { count: 50 } });
});
