import { createHash } from 'node:crypto';
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { signIn, startWorld } from '../../tests/fixtures/signed-in';
import type { RefusedServer } from '../model';
import { putRefusals, readRefusals } from '../store';
import { closeDatabase } from '../store/database';
import { reachOf, signOut } from '.';

const HERE = 'chaos.example';
const THERE = 'calm.example';
const THIRD = 'third.example';
const AT = 7;

beforeEach(() => {
	globalThis.indexedDB = new IDBFactory();
	world = startWorld([HERE, THERE, THIRD]);
});
afterEach(async () => {
	world.stop();
	await closeDatabase();
});
let world: ReturnType<typeof startWorld>;

const list = (domain: string, ...refused: RefusedServer[]) =>
	putRefusals({ domain, readAt: AT, refused });
const digest = (domain: string) => createHash('sha256').update(domain).digest('hex');
const masked = (domain: string): RefusedServer => ({
	domain: domain.replace(/[a-z]{4}/, '****'),
	digest: digest(domain),
	state: 'blocked',
});

it('what no list says is not known, and nobody was asked', async () => {
	const { account } = await signIn(HERE, 'alice');
	const asked = world.town(HERE).log.length;
	expect(await reachOf(account, [THERE])).toEqual([{ from: HERE, to: THERE, state: 'unknown' }]);
	await list(HERE);
	// One of the two says that it refuses nobody: the other may all the same.
	expect((await reachOf(account, [THERE]))[0]?.state).toBe('unknown');
	await putRefusals({ domain: THERE, readAt: AT });
	expect((await reachOf(account, [THERE]))[0]?.state).toBe('unknown');
	expect(world.town(HERE).log.length).toBe(asked);
	expect(await reachOf(account, [HERE])).toEqual([]);
});

it('is open where both say so', async () => {
	const { account } = await signIn(HERE, 'alice');
	await list(HERE, { domain: 'other.example', state: 'blocked' });
	await list(THERE);
	expect((await reachOf(account, [THERE]))[0]?.state).toBe('open');
});

it('is found in either direction, by a domain above, a digest, or in full', async () => {
	const { account } = await signIn(HERE, 'alice');
	const found = async () => (await reachOf(account, [`Sub.${THERE}`]))[0];
	for (const line of [
		{ domain: THERE, state: 'blocked' } as const,
		{ domain: `*.${THERE}`, state: 'blocked' } as const,
		masked(THERE),
	]) {
		await list(HERE, line);
		expect(await found()).toMatchObject({ state: 'blocked', by: 'from', readAt: AT });
	}
	await list(HERE, { domain: 'alm.example', state: 'blocked' }, masked('calf.example'));
	expect((await found())?.state).toBe('unknown');
	await list(`sub.${THERE}`, { domain: HERE, state: 'limited', comment: 'Too loud' });
	expect(await found()).toMatchObject({ state: 'limited', by: 'to', comment: 'Too loud' });
	await list(HERE, { domain: THERE, state: 'blocked' });
	expect(await found()).toMatchObject({ state: 'blocked', by: 'from' });
});

it('a masked line without a digest that may mean a host leaves open what it means', async () => {
	const { account } = await signIn(HERE, 'alice');
	await list(THERE);
	await list(HERE, { domain: 'c***.example', state: 'blocked' });
	expect((await reachOf(account, [THERE]))[0]?.state).toBe('unknown');
	await list(HERE, { domain: 'd***.example', state: 'blocked' });
	expect((await reachOf(account, [THERE]))[0]?.state).toBe('open');
});

it('names those of my accounts that are read there, and only where both servers say so', async () => {
	const { account } = await signIn(HERE, 'alice');
	await signIn(THIRD, 'bob');
	await list(HERE, masked(THERE));
	expect((await reachOf(account, [THERE]))[0]?.instead).toBeUndefined();
	await list(THIRD);
	expect((await reachOf(account, [THERE]))[0]?.instead).toBeUndefined();
	await list(THERE);
	expect((await reachOf(account, [THERE]))[0]?.instead).toEqual([`bob@${THIRD}`]);
	await signIn(THERE, 'carol');
	const both = [`bob@${THIRD}`, `carol@${THERE}`];
	expect((await reachOf(account, [THERE]))[0]?.instead?.toSorted()).toEqual(both);
});

it('what a server showed to its own goes with the last account there', async () => {
	const { account } = await signIn(HERE, 'alice');
	const { account: other } = await signIn(HERE, 'bob');
	await list(HERE);
	await signOut(account, 'posts');
	expect([...(await readRefusals()).keys()]).toEqual([HERE]);
	await signOut(other, 'posts');
	expect([...(await readRefusals()).keys()]).toEqual([]);
});
