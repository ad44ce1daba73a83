import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { installMemoryOpfs } from '../../tests/fixtures/opfs';
import { signIn, startWorld } from '../../tests/fixtures/signed-in';
import { changeBudget } from '../store';
import { closeDatabase } from '../store/database';
import { budgets, contacts, forgetContacts, noteContacts, refreshServer, signOut } from './index';

const HOST = 'chaos.example';
let world: ReturnType<typeof startWorld>;

beforeEach(() => {
	globalThis.indexedDB = new IDBFactory();
	installMemoryOpfs();
	world = startWorld([HOST]);
});
afterEach(async () => {
	world.stop();
	await closeDatabase();
});

it('writes down why a host was contacted, and for whom', async () => {
	const me = await signIn(HOST, 'alice');
	await refreshServer(HOST);
	await noteContacts('pictures.example', { because: { reason: 'pictures' }, times: 3, bytes: 70 });
	const all = new Map((await contacts()).map((one) => [one.host, one]));
	expect(all.get(HOST)?.why).toEqual(expect.arrayContaining(['asked', 'sign-in']));
	expect(all.get(HOST)?.times).toBe(world.town(HOST).log.length);
	expect(all.get('pictures.example')).toMatchObject({ times: 3, bytes: 70, why: ['pictures'] });
	expect(me.host).toBe(HOST);
});

it('names an account no more once it has signed out, and goes on counting', async () => {
	const { account } = await signIn(HOST, 'alice');
	await noteContacts(HOST, { because: { account }, times: 1 });
	expect((await contacts())[0]?.accounts).toEqual([account]);
	await signOut(account, 'posts');
	const [row] = await contacts();
	expect(row?.accounts).toEqual([]);
	expect(row?.why).toContain('account');
	expect(JSON.stringify(await budgets())).not.toContain(account);
});

it('forgets the list, but not that a server asked to be left alone', async () => {
	for (const host of ['calm.example', 'busy.example'])
		await noteContacts(host, { because: { reason: 'asked' }, times: 2 });
	const later = Date.now() + 10_000_000;
	await changeBudget('busy.example', (row) => {
		if (!row) throw new Error('It was just counted.');
		return { row: { ...row, retryAt: later, told: true }, result: undefined };
	});
	await forgetContacts();
	expect(await contacts()).toEqual([]);
	expect(await budgets()).toMatchObject([{ host: 'busy.example', retryAt: later, contacts: 0 }]);
	await noteContacts('busy.example', { because: { reason: 'asked' }, times: 1 });
	expect(await contacts()).toMatchObject([{ host: 'busy.example', times: 1, why: ['asked'] }]);
});
