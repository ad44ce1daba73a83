import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { changeList, DEFAULT_SETTINGS, readSettings, writeSetting } from './index';

beforeEach(() => {
	globalThis.indexedDB = new IDBFactory();
});

test('settings are at their defaults until they are chosen', async () => {
	expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
	await writeSetting('carousel', 'off');
	expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, carousel: 'off' });
});

test('lists that two pages change at once lose nothing', async () => {
	const words = ['a', 'b', 'c', 'd'];
	await Promise.all(words.map((text) => changeList('muffles', (all) => [...all, { text }])));
	const { muffles, views } = await readSettings();
	expect(muffles.map(({ text }) => text).sort()).toEqual(words);
	expect(views).toEqual([]);
});
