import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../model';
import { putAccounts, readSettings } from '../store';
import { closeDatabase } from '../store/database';
import { join, part, provenIn, samePerson, storedPerson, takeBack } from '.';

const one = (name: string, bio = ''): Account => ({
	key: `https://chaos.example/users/${name}`,
	handle: `${name}@chaos.example`,
	name,
	network: 'mastodon',
	url: `https://chaos.example/@${name}`,
	...(bio ? { bio: { text: bio } } : {}),
});
const THERE: Account = {
	key: 'did:plc:mariaaaaaaaaaaaaaaaaaaaa',
	handle: 'maria.square.example',
	name: 'Maria',
	network: 'atproto',
};
const LIAR = one('liar', 'The real @maria.square.example');

async function lists(key: string) {
	const found = await samePerson(key);
	const names = (all: readonly { account: Account }[] = []) =>
		all.map(({ account }) => account.handle);
	return {
		members: names(found?.members),
		perhaps: names(found?.perhaps),
		apart: names(found?.apart),
	};
}

beforeEach(async () => {
	await closeDatabase();
	globalThis.indexedDB = new IDBFactory();
	await putAccounts([LIAR, THERE, one('ben')]);
});

describe('one human, as it is stored', () => {
	it('is told by nobody of whom nothing is known', async () => {
		expect(await samePerson('https://chaos.example/users/nobody')).toBe(undefined);
	});

	it('is joined and parted by hand, which stays and can be taken back', async () => {
		const offered = { members: [THERE.handle], perhaps: [LIAR.handle], apart: [] };
		expect(await lists(THERE.key)).toEqual(offered);
		await join(THERE.key, LIAR.key);
		await closeDatabase();
		expect((await lists(LIAR.key)).members).toEqual([LIAR.handle, THERE.handle]);
		expect(await provenIn('Hi @maria.square.example')).toHaveLength(1);
		await part(LIAR.key, [THERE.key]);
		expect((await readSettings()).persons).toHaveLength(1);
		expect(await lists(THERE.key)).toEqual({ ...offered, perhaps: [], apart: [LIAR.handle] });
		expect(await provenIn('Hi @maria.square.example')).toEqual([]);
		await takeBack(THERE.key, [LIAR.key]);
		expect(await lists(THERE.key)).toEqual(offered);
		expect((await readSettings()).persons).toEqual([]);
	});

	it('shows whom the person joined also when nothing of them is stored any more', async () => {
		await join(THERE.key, 'https://gone.example/users/maria');
		expect((await lists(THERE.key)).members).toEqual([
			THERE.handle,
			'https://gone.example/users/maria',
		]);
	});

	it('has a page for whom archives know by the handle', async () => {
		expect((await storedPerson('tw:@maria'))?.account).toMatchObject({ handle: 'maria' });
		await putAccounts([one('mia', 'Was https://twitter.com/Maria')]);
		expect((await lists('tw:@maria')).perhaps).toEqual(['mia@chaos.example']);
		expect(await storedPerson('tw:123')).toBe(undefined);
	});
});
