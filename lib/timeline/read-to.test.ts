import { beforeEach, describe, expect, it } from 'vitest';
import { openSquare, type Square } from '../../tests/fixtures/square';
import { fetchNewer, keepReadTo, read, readElsewhere } from '.';
import { cursorAbove } from './position';

const A = 'https://one.example/me';
const B = 'https://two.example/me';
const HOME = { kind: 'home' } as const;
let square: Square;

beforeEach(async () => {
	square = await openSquare([A, B]);
	square.pageSize = 40;
	await square.offers(A, 'markers');
	for (let i = 0; i < 10; i++) square.publish(i % 2 ? [A] : [A, B]);
	for (const by of [A, B]) await fetchNewer(by, HOME);
});

/** Reads down to the nth post of what is stored, the newest being 0. */
async function readDownTo(n: number): Promise<void> {
	const [post] = (await read('home', undefined, 20)).slice(n);
	if (!post) throw new Error(`no post ${n}`);
	await keepReadTo(cursorAbove(post));
}

const idAt = (n: number) => String(square.listOf(A)[n]?.id);

describe('how far the timeline was read', () => {
	it('is told to servers that keep it, by their own ids, and never backwards', async () => {
		await readDownTo(4);
		expect([...square.homeMarkers]).toEqual([[A, idAt(4)]]);
		await readDownTo(7);
		expect(square.homeMarkers.get(A)).toBe(idAt(4));
		await readDownTo(1);
		expect(square.homeMarkers.get(A)).toBe(idAt(1));
	});

	it('is not told where another program has told more, nor twice', async () => {
		square.homeMarkers.set(A, idAt(2));
		await readDownTo(5);
		expect(square.homeMarkers.get(A)).toBe(idAt(2));
		await readDownTo(1);
		const { calls } = square;
		await readDownTo(1);
		expect(square.calls).toBe(calls);
	});

	it('is not taken back where another program has told more since it was last told from here', async () => {
		await readDownTo(8);
		square.homeMarkers.set(A, idAt(2));
		await readDownTo(5);
		expect(square.homeMarkers.get(A)).toBe(idAt(2));
		// That place is still to be heard of.
		expect(await readElsewhere()).toMatchObject({ key: square.listOf(A)[2]?.activity });
	});

	it('in another program is heard once, as a place that is stored here', async () => {
		await readDownTo(6);
		expect(await readElsewhere()).toBeUndefined();
		square.homeMarkers.set(A, idAt(2));
		expect(await readElsewhere()).toMatchObject({ key: square.listOf(A)[2]?.activity });
		expect(await readElsewhere()).toBeUndefined();
	});

	it('is at the next older post where the one that was named is not here', async () => {
		square.homeMarkers.set(A, `${idAt(0)}0`);
		expect(await readElsewhere()).toMatchObject({ key: square.listOf(A)[0]?.activity });
	});

	it('holds up nothing when the server does not answer, and is told the next time', async () => {
		square.weather.set(A, 'down');
		await readDownTo(3);
		expect(await readElsewhere()).toBeUndefined();
		expect(square.homeMarkers.size).toBe(0);
		square.weather.delete(A);
		await readDownTo(3);
		expect(square.homeMarkers.get(A)).toBe(idAt(3));
	});
});
