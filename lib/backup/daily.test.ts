import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { installMemoryOpfs } from '../../tests/fixtures/opfs';
import { never, startWorld } from '../../tests/fixtures/signed-in';
import { eraseEverything, readDaily, writeDaily } from '../store';
import { backUpDaily } from './daily';

const DAY = 24 * 60 * 60_000;
let world: ReturnType<typeof startWorld>;
let saved: string[] = [];

beforeEach(async () => {
	installMemoryOpfs();
	await eraseEverything();
	world = startWorld([]);
	// Noon, wherever this runs: a day later is the next day.
	world.clock.now = new Date(2026, 10, 22, 12).getTime();
	saved = [];
});
afterEach(() => world.stop());

function daily(save = async ({ name }: File) => void saved.push(name)): Promise<boolean> {
	return backUpDaily({ app: '1', readme: '', save, signal: never });
}

it('is made once a day, under the name of the day, and only where somebody wants it', async () => {
	expect(await daily()).toBe(false);
	await writeDaily(() => ({ since: world.clock.now }));
	expect(await daily()).toBe(true);
	expect(await daily()).toBe(false);
	world.clock.now += DAY;
	expect(await daily()).toBe(true);
	expect(saved).toEqual(['townsquare-backup-sunday.zip', 'townsquare-backup-monday.zip']);
	expect(await readDaily()).toMatchObject({ at: world.clock.now });
});

it('notes what went wrong, and is made after all when it goes', async () => {
	await writeDaily(() => ({ since: world.clock.now }));
	const full = () => Promise.reject(new RangeError('the disk is full'));
	await expect(daily(full)).rejects.toThrow('full');
	expect(await readDaily()).toMatchObject({ failed: { at: world.clock.now, why: 'RangeError' } });
	expect(await daily()).toBe(true);
	expect(await readDaily()).not.toHaveProperty('failed');
});
