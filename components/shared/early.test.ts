import { expect, test } from 'vitest';
import { announce } from '../../lib/store/changes';
import { beginEarly, takeEarly } from './early';

test('what was begun is given once', async () => {
	let reads = 0;
	const read = async () => ++reads;
	beginEarly('a', read);
	expect(await takeEarly('a', read)).toBe(1);
	expect(await takeEarly('a', read)).toBe(2);
	expect(await takeEarly('never begun', read)).toBe(3);
});

test('what changed meanwhile is read anew', async () => {
	let reads = 0;
	const read = async () => ++reads;
	beginEarly('a', read, ['sessions']);
	announce('posts');
	expect(await takeEarly('a', read)).toBe(1);
	beginEarly('a', read, ['sessions']);
	announce('sessions');
	expect(await takeEarly('a', read)).toBe(3);
});

test('a failure is told to whoever takes it, and to nobody else', async () => {
	const fail = () => Promise.reject(new Error('planted'));
	beginEarly('a', fail);
	await expect(takeEarly('a', fail)).rejects.toThrow('planted');
	beginEarly('b', fail);
	await new Promise((resolve) => setTimeout(resolve));
});
