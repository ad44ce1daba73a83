import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../model';
import { putAccounts } from '../store';
import { closeDatabase } from '../store/database';
import { provenIn } from './proven';

const MARIA: Account = {
	key: 'https://chaos.example/users/maria',
	handle: 'maria@chaos.example',
	name: 'Maria',
	network: 'mastodon',
	url: 'https://chaos.example/@maria',
	bio: { text: 'Also @maria.square.example' },
};
const THERE: Account = {
	key: 'at://did:plc:maria',
	handle: 'maria.square.example',
	name: 'Maria',
	network: 'atproto',
	url: 'https://square.example/profile/maria.square.example',
	bio: { text: 'I am https://chaos.example/@maria too' },
};

describe('somebody on several networks', () => {
	beforeEach(async () => {
		await closeDatabase();
		globalThis.indexedDB = new IDBFactory();
	});

	it('is proven by two profiles that name each other', async () => {
		await putAccounts([MARIA, THERE]);
		const both = [
			{ network: 'mastodon', handle: 'maria@chaos.example' },
			{ network: 'atproto', handle: 'maria.square.example' },
		];
		expect(await provenIn('Hi @maria@chaos.example')).toEqual([both]);
		expect(await provenIn('Hi @maria.square.example')).toEqual([[...both].reverse()]);
	});

	it('is not proven by what one of them says alone', async () => {
		await putAccounts([MARIA, { ...THERE, bio: { text: 'Nothing to see' } }]);
		expect(await provenIn('Hi @maria@chaos.example')).toEqual([]);
		expect(await provenIn('Hi @maria.square.example')).toEqual([]);
	});
});
