import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryLocks } from '../../tests/fixtures/locks';
import { changeList, readAgreement, readSettings, writeSetting } from '../store';
import { closeDatabase } from '../store/database';
import { agree, beginAgreement, type Carrier, endAgreement, isOn, notePlace } from '.';

const NOW = 1_700_000_000_000;

/** The browser's sync, with what is found there, how often it was written to, and what it refuses with. */
function memory() {
	const items: Record<string, unknown> = {};
	const self = {
		items,
		writes: 0,
		refuses: undefined as string | undefined,
		meanwhile: async () => {},
	};
	const carrier: Carrier = {
		async read() {
			const found = structuredClone(items);
			await self.meanwhile();
			return found;
		},
		async write(pieces) {
			if (self.refuses) throw new Error(self.refuses);
			self.writes += 1;
			Object.assign(items, structuredClone(pieces));
		},
		async remove(names) {
			if (self.refuses) throw new Error(self.refuses);
			for (const name of names) delete items[name];
		},
	};
	return Object.assign(self, { carrier });
}

const problem = async () => {
	const now = await readAgreement();
	return isOn(now) ? now.problem : undefined;
};
const muffles = async () => (await readSettings()).muffles.map(({ text }) => text);
const muffle = (text: string) => changeList('muffles', (all) => [...all, { text }]);

beforeEach(async () => {
	await closeDatabase();
	vi.stubGlobal('indexedDB', new IDBFactory());
	const locked = memoryLocks();
	const request = <T>(name: string, work: () => Promise<T>) =>
		locked(name, new AbortController().signal, work);
	vi.stubGlobal('navigator', { locks: { request } });
});

describe('the browser’s sync', () => {
	it('is not touched before it is switched on, nor after it is switched off', async () => {
		const sync = memory();
		await muffle('one');
		await agree(sync.carrier, NOW);
		expect(sync.writes).toBe(0);
		await beginAgreement(sync.carrier, NOW);
		expect(sync.writes).toBe(1);
		await endAgreement(sync.carrier, true);
		expect(sync.items).toEqual({});
		await muffle('two');
		await agree(sync.carrier, NOW + 1);
		expect(sync.items).toEqual({});
		expect(await muffles()).toEqual(['one', 'two']);
	});

	it('gets the place once a minute, and everything else at once', async () => {
		const sync = memory();
		await beginAgreement(sync.carrier, NOW);
		await notePlace(NOW - 500, NOW);
		await agree(sync.carrier, NOW + 1);
		expect(sync.writes).toBe(1);
		await notePlace(NOW - 400, NOW + 20_000);
		await agree(sync.carrier, NOW + 20_000);
		expect(sync.writes).toBe(1);
		await writeSetting('theme', 'dark');
		await agree(sync.carrier, NOW + 21_000);
		expect(sync.writes).toBe(2);
		await notePlace(NOW - 300, NOW + 22_000);
		await agree(sync.carrier, NOW + 23_000);
		await agree(sync.carrier, NOW + 60_000);
		expect(sync.writes).toBe(2);
		await agree(sync.carrier, NOW + 81_001);
		expect(sync.writes).toBe(3);
	});

	it('that takes nothing is named, and what was to go there goes later', async () => {
		const sync = memory();
		await beginAgreement(sync.carrier, NOW);
		for (const [words, kind] of [
			['QUOTA_BYTES quota exceeded', 'full'],
			['QuotaExceededError: storage.sync API call exceeded its quota limitations.', 'full'],
			['This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.', 'busy'],
			['An unexpected error occurred', 'failed'],
		] as const) {
			sync.refuses = words;
			await muffle(kind + words.length);
			await agree(sync.carrier, NOW + 1000);
			expect(await problem()).toMatchObject({ kind });
		}
		expect(await muffles()).toHaveLength(4);
		await expect(endAgreement(sync.carrier, true)).rejects.toThrow('unexpected');
		expect(isOn(await readAgreement())).toBe(true);
		sync.refuses = undefined;
		await agree(sync.carrier, NOW + 2000);
		expect(await problem()).toBeUndefined();
		expect(JSON.stringify(sync.items)).toContain('full26');
	});

	it('that has no room for all muffled words takes the rest, and says so', async () => {
		const sync = memory();
		const size = () =>
			Object.entries(sync.items).reduce(
				(sum, [k, v]) => sum + k.length + JSON.stringify(v).length,
				0,
			);
		const { write } = sync.carrier;
		sync.carrier.write = async (pieces) => {
			await write(pieces);
			if (size() > 102_400) throw new Error('QUOTA_BYTES quota exceeded');
		};
		await muffle('early');
		await beginAgreement(sync.carrier, NOW);
		const many = Array.from({ length: 3000 }, (_, i) => ({ text: `word number ${i}` }));
		await changeList('muffles', (all) => [...all, ...many]);
		await writeSetting('theme', 'dark');
		await agree(sync.carrier, NOW + 1);
		expect(JSON.stringify(sync.items)).toContain('s:theme');
		expect(JSON.stringify(sync.items)).toContain('m:early');
		expect(JSON.stringify(sync.items)).not.toContain('word number');
		expect(await readAgreement()).toMatchObject({
			agreedAt: NOW + 1,
			problem: { kind: 'muffles' },
		});
		expect(await muffles()).toHaveLength(3001);
		// What lies there can still be taken back, and the others come when there is room.
		await changeList('muffles', (all) => all.filter(({ text }) => text !== 'early'));
		await agree(sync.carrier, NOW + 2);
		expect(JSON.stringify(sync.items)).not.toContain('"text\\":\\"early');
		await changeList('muffles', () => many.slice(0, 20));
		await agree(sync.carrier, NOW + 3);
		expect(JSON.stringify(sync.items)).toContain('m:word number 19');
		expect(await problem()).toBeUndefined();
	});

	it('may be read while another page changes something: it is not lost', async () => {
		const sync = memory();
		await beginAgreement(sync.carrier, NOW);
		sync.meanwhile = () => muffle('meanwhile');
		await agree(sync.carrier, NOW + 1);
		expect(await muffles()).toEqual(['meanwhile']);
		expect(JSON.stringify(sync.items)).toContain('meanwhile');
	});

	it('is not written to where a newer version has written otherwise', async () => {
		const sync = memory();
		await beginAgreement(sync.carrier, NOW);
		sync.items['agreed.9'] = { v: 2 };
		await muffle('one');
		await agree(sync.carrier, NOW + 1);
		expect(await problem()).toEqual({ kind: 'newer' });
		expect(sync.items).toEqual({ 'agreed.9': { v: 2 } });
	});

	it('that was emptied from elsewhere is not filled again', async () => {
		const sync = memory();
		await muffle('one');
		await beginAgreement(sync.carrier, NOW);
		for (const name of Object.keys(sync.items)) delete sync.items[name];
		await agree(sync.carrier, NOW + 1);
		expect(await readAgreement()).toEqual({ endedAt: NOW + 1 });
		expect(sync.items).toEqual({});
		expect(await muffles()).toEqual(['one']);
	});
});
