import { beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryLocks } from '../../tests/fixtures/locks';
import { openSquare, type Square } from '../../tests/fixtures/square';
import { surround } from '../sessions';
import { changePost, readPosts } from '../store';
import { fetchNewer, fetchThread, get, react } from '.';

const A = 'https://one.example/me';
const B = 'https://two.example/me';
let square: Square;
let key: string;

beforeEach(async () => {
	square = await openSquare([A, B]);
	key = square.publish([A]);
	await fetchNewer(A, { kind: 'home' });
});

async function state(by: string) {
	const stored = await get(key);
	const view = stored?.views?.find((one) => one.by === by);
	return { on: view?.favourited ?? false, likes: stored?.post.counts?.likes };
}

describe('react', () => {
	it('shows at once, then asks the server by its own id', async () => {
		let seen: unknown;
		square.before = async () => {
			seen = await state(A);
		};
		await react(key, A, { type: 'favourite', on: true });
		expect(seen).toEqual({ on: true, likes: 1 });
		expect(await state(A)).toEqual({ on: true, likes: 1 });
		expect(square.reactions).toEqual([
			{ type: 'favourite', on: true, post: { post: key, localId: square.localId(A, key) } },
		]);
	});

	it('goes back when the server refuses, and says why', async () => {
		square.refusal = 'Not this one';
		await expect(react(key, A, { type: 'favourite', on: true })).rejects.toMatchObject({
			kind: 'refused',
			said: 'Not this one',
		});
		expect(await state(A)).toEqual({ on: false, likes: 0 });
	});

	it('is not undone by a conversation that was being read when the person pressed', async () => {
		surround({ networks: async () => [square.network], locked: memoryLocks() });
		let asked = () => {};
		const reading = new Promise<void>((resolve) => {
			asked = resolve;
		});
		let answer = () => {};
		const answered = new Promise<void>((resolve) => {
			answer = resolve;
		});
		square.before = () => {
			square.before = () => {};
			asked();
			return answered;
		};
		const thread = fetchThread(key, A);
		await reading;
		await react(key, A, { type: 'favourite', on: true });
		answer();
		await thread;
		expect(await state(A)).toEqual({ on: true, likes: 1 });
		// What is read from now on counts again.
		await vi.waitFor(async () => {
			await fetchThread(key, A);
			expect(await state(A)).toEqual({ on: false, likes: 0 });
		});
	});

	it('finds the post on the server of another account of mine', async () => {
		await react(key, B, { type: 'favourite', on: true });
		expect(await state(B)).toEqual({ on: true, likes: 1 });
		expect(await state(A)).toEqual({ on: false, likes: 1 });
	});

	it.each([
		[[true, false], false],
		[[true, false, true], true],
		[[true, false, true, false], false],
	])('of quick wishes %j the last one counts, here and there', async (wishes, last) => {
		await Promise.all(wishes.map((on) => react(key, A, { type: 'favourite', on })));
		expect(await state(A)).toEqual({ on: last, likes: last ? 1 : 0 });
		expect(square.reactions.at(-1)).toMatchObject({ on: last });
		expect(square.reactions.length).toBeLessThanOrEqual(2);
	});

	it('a refused last wish leads back to what the server has', async () => {
		let arrived = () => {};
		const sent = new Promise<void>((resolve) => {
			arrived = resolve;
		});
		square.before = async () => {
			if (square.reactions.length > 0) square.refusal = 'Enough';
			arrived();
			// The first answer comes when the second wish is on the screen already.
			while (square.reactions.length === 0 && (await state(A)).on) await state(A);
		};
		const first = react(key, A, { type: 'favourite', on: true });
		await sent;
		await expect(react(key, A, { type: 'favourite', on: false })).rejects.toMatchObject({
			kind: 'refused',
		});
		await first;
		expect(square.reactions.map((one) => 'on' in one && one.on)).toEqual([true, false]);
		expect(await state(A)).toEqual({ on: true, likes: 1 });
	});

	it('votes, counts and takes the vote back when it is refused', async () => {
		const poll = {
			options: [
				{ title: 'a', votes: 2 },
				{ title: 'b', votes: 0 },
			],
			votes: 2,
			voters: 2,
		};
		await changePost(key, (row) => ({
			...row,
			post: { ...row.post, poll },
			views: row.views.map((view) => ({ ...view, pollId: 'p1' })),
		}));
		await react(key, A, { type: 'vote', answers: [1] });
		const [row] = await readPosts([key]);
		expect(row?.post.poll).toEqual({
			options: [
				{ title: 'a', votes: 2 },
				{ title: 'b', votes: 1 },
			],
			votes: 3,
			voters: 3,
		});
		expect(row?.views[0]?.voted).toEqual([1]);
		expect(square.reactions[0]).toMatchObject({ type: 'vote', pollId: 'p1', answers: [1] });
		await changePost(key, (one) => ({
			...one,
			post: { ...one.post, poll },
			views: one.views.map(({ voted: _voted, ...view }) => view),
		}));
		square.refusal = 'Closed';
		await expect(react(key, A, { type: 'vote', answers: [0] })).rejects.toMatchObject({
			said: 'Closed',
		});
		const [after] = await readPosts([key]);
		expect(after?.post.poll).toEqual(poll);
		expect(after?.views[0]?.voted).toBeUndefined();
	});
});
