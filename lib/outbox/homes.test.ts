import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, it } from 'vitest';
import { putAccounts } from '../store';
import { closeDatabase } from '../store/database';
import { newDraft } from './drafts';
import { homesIn } from './homes';
import { namesAt } from './parts';

const account = (handle: string) => {
	const [name = '', host = ''] = handle.split('@');
	return { key: `https://${host}/users/${name}`, handle, name, network: 'mastodon' };
};
const chaos = {
	target: 'a',
	network: 'mastodon',
	name: 'ada@chaos.example',
	host: 'chaos.example',
};
const far = { target: 'b', network: 'mastodon', name: 'ada@far.example', host: 'far.example' };
const square = {
	target: 'c',
	network: 'atproto',
	name: 'ada.square.example',
	host: 'square.example',
};
const places = [chaos, far, square];

beforeEach(async () => {
	await closeDatabase();
	globalThis.indexedDB = new IDBFactory();
});

it('a bare name is who is seen at one of the places, there alone', async () => {
	await putAccounts([account('ben@chaos.example'), account('ben@elsewhere.example')]);
	const homes = await homesIn('Thanks, @Ben, @nobody and @ben@far.example', places);
	expect(homes).toEqual({ ben: 'chaos.example' });
	const draft = newDraft({ targets: ['a', 'b', 'c'], homes });
	expect(places.map((one) => namesAt(draft, one, 'Thanks, @Ben').text)).toEqual([
		'Thanks, @Ben',
		'Thanks, Ben',
		'Thanks, @Ben',
	]);
	expect(namesAt(draft, square, '@Ben').mentions).toMatchObject([{ meaning: 'plain' }]);
});

it('calls nobody where two places have somebody of that name', async () => {
	await putAccounts([account('ben@chaos.example'), account('ben@far.example')]);
	expect(await homesIn('Thanks, @ben', places)).toEqual({});
});

it('is not led astray by names of the language', async () => {
	await putAccounts([account('__proto__@chaos.example'), account('constructor@chaos.example')]);
	const homes = await homesIn('@__proto__ @constructor @toString', places);
	const draft = newDraft({ targets: ['a', 'b'], homes });
	expect(namesAt(draft, far, '@constructor @tostring').text).toBe('constructor tostring');
	expect(namesAt(draft, chaos, '@constructor @tostring').text).toBe('@constructor tostring');
});
