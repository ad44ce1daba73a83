import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Charter } from '../model';
import { onChange, type Topic } from './changes';
import { putCharter, readCharters, readNewestCharter } from './charters';
import { closeDatabase } from './database';
import { eraseEverything } from './erase';
import { purgeAccount } from './purge';

const DAY = 86_400_000;
const topics: Topic[] = [];
let stop = () => {};

beforeEach(() => {
	globalThis.indexedDB = new IDBFactory();
	topics.length = 0;
	stop = onChange(['charters'], (topic) => topics.push(topic));
});
afterEach(async () => {
	stop();
	vi.unstubAllGlobals();
	await closeDatabase();
});

const charter = (readAt: number, funding: string, on = '2026-11-22'): Charter => ({
	host: 'linde.example',
	readAt,
	operator: {
		value: { name: 'Linden', kind: 'foundation' },
		evidence: [{ url: 'https://linde.example/about', quote: 'Linden', on, self: true }],
	},
	funding: {
		value: funding,
		evidence: [{ url: 'https://linde.example/about', quote: funding, on, self: true }],
	},
});

describe('charters', () => {
	it('are one row while they say the same, which learns when it was read last', async () => {
		await putCharter(charter(DAY, 'Donations.', '2026-11-22'));
		await putCharter(charter(2 * DAY, 'Donations.', '2026-11-23'));
		const rows = await readCharters('linde.example');
		expect(rows).toEqual([{ ...charter(2 * DAY, 'Donations.', '2026-11-23'), since: DAY }]);
		expect(topics).toEqual(['charters', 'charters']);
	});

	it('are alike however their fields were put together', async () => {
		const { host, readAt, operator, funding } = charter(DAY, 'Donations.');
		await putCharter(charter(DAY, 'Donations.'));
		if (!operator || !funding) throw new Error('a charter without findings');
		const { evidence } = operator;
		const other = { kind: 'foundation', name: 'Linden' } as const;
		await putCharter({ funding, operator: { evidence, value: other }, readAt, host });
		expect(await readCharters('linde.example')).toHaveLength(1);
	});

	it('are a new row when something was found out otherwise, or not any more', async () => {
		await putCharter(charter(DAY, 'Donations.'));
		await putCharter(charter(2 * DAY, 'Advertising.'));
		const { funding: _, ...without } = charter(3 * DAY, '');
		await putCharter(without);
		const rows = await readCharters('linde.example');
		expect(rows.map(({ since }) => since)).toEqual([DAY, 2 * DAY, 3 * DAY]);
		expect(rows.map(({ funding }) => funding?.value)).toEqual([
			'Donations.',
			'Advertising.',
			undefined,
		]);
		expect(await readNewestCharter('linde.example')).toEqual(rows[2]);
	});

	it('of one host are nobody else’s, and none is none', async () => {
		await putCharter(charter(DAY, 'Donations.'));
		await putCharter({ ...charter(DAY, 'Fees.'), host: 'linde.example.org' });
		expect(await readCharters('linde.example')).toHaveLength(1);
		expect((await readNewestCharter('linde.example'))?.funding?.value).toBe('Donations.');
		expect(await readNewestCharter('linde')).toBeUndefined();
		expect(await readCharters('linde')).toEqual([]);
	});

	it('overwrite nothing when the clock was put back', async () => {
		await putCharter(charter(2 * DAY, 'Donations.'));
		await putCharter(charter(DAY, 'Fees.'));
		const rows = await readCharters('linde.example');
		expect(rows.map(({ funding }) => funding?.value)).toEqual(['Donations.', 'Fees.']);
	});

	it('stay when somebody signs out, and go with everything', async () => {
		await putCharter(charter(DAY, 'Donations.'));
		await purgeAccount('https://linde.example/users/ada', { posts: false });
		expect(await readCharters('linde.example')).toHaveLength(1);
		const root = { keys: async function* () {} };
		vi.stubGlobal('navigator', { storage: { getDirectory: async () => root } });
		topics.length = 0;
		await eraseEverything();
		expect(await readCharters('linde.example')).toEqual([]);
		expect(topics).toContain('charters');
	});
});
