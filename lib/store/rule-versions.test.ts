import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onChange, type Topic } from './changes';
import { dropCorrection, putCorrections, readCorrections } from './corrections';
import { closeDatabase } from './database';
import { eraseEverything } from './erase';
import { putRules, readRuleVersions } from './rule-versions';

const HOST = 'a.example';
const topics: Topic[] = [];
let stop = () => {};

beforeEach(() => {
	globalThis.indexedDB = new IDBFactory();
	topics.length = 0;
	stop = onChange(['norms'], (topic) => topics.push(topic));
});
afterEach(async () => {
	stop();
	vi.unstubAllGlobals();
	await closeDatabase();
});

const rules = (...texts: string[]) => texts.map((text, at) => ({ id: String(at), text }));

describe('the rules of a server', () => {
	it('stand in one row while they are the same, and in another when they change', async () => {
		await putRules(HOST, rules('Be kind.'), 10);
		await putRules(HOST, rules('Be kind.'), 20);
		await putRules(HOST, rules('Be kind.', 'No bots.'), 30);
		await putRules('b.example', rules('Other.'), 30);
		const rows = await readRuleVersions(HOST);
		expect(rows.map(({ since, readAt }) => [since, readAt])).toEqual([
			[10, 20],
			[30, 30],
		]);
		expect(topics).toHaveLength(4);
	});

	it('are no others for another number or a translation', async () => {
		await putRules(HOST, rules('Be kind.'), 10);
		await putRules(
			HOST,
			[{ id: '9', text: 'Be kind.', translations: [{ text: 'Seid nett.' }] }],
			20,
		);
		expect(await readRuleVersions(HOST)).toHaveLength(1);
		await putRules(HOST, [{ id: '9', text: 'Be kind.', hint: 'Really.' }], 30);
		expect(await readRuleVersions(HOST)).toHaveLength(2);
	});

	it('are kept as they were first, and as they were last, of a server that says others each time', async () => {
		for (let at = 1; at <= 70; at += 1) await putRules(HOST, rules(`Rule ${at}`), at);
		const rows = await readRuleVersions(HOST);
		expect(rows).toHaveLength(60);
		expect([rows[0]?.since, rows[1]?.since, rows.at(-1)?.since]).toEqual([1, 12, 70]);
	});

	it('of before are not overwritten when the clock was put back', async () => {
		await putRules(HOST, rules('Be kind.'), 10);
		await putRules(HOST, rules('No bots.'), 5);
		expect((await readRuleVersions(HOST)).map(({ since }) => since)).toEqual([10, 11]);
	});
});

describe('corrections', () => {
	const one = {
		host: HOST,
		rule: '1',
		sentence: 'Be kind.',
		class: 'none',
		readings: [],
		at: 1,
	} as const;

	it('are kept by server and sentence, and taken back', async () => {
		await putCorrections([one, { ...one, host: 'b.example' }]);
		await putCorrections([{ ...one, class: 'volume', at: 2 }]);
		expect(await readCorrections(HOST)).toEqual([{ ...one, class: 'volume', at: 2 }]);
		await dropCorrection(HOST, 'Be kind.');
		expect(await readCorrections(HOST)).toEqual([]);
		expect(await readCorrections('b.example')).toHaveLength(1);
		expect(topics).toHaveLength(3);
	});

	it('none at all is no change', async () => {
		await putCorrections([]);
		expect(topics).toEqual([]);
	});
});

it('all of it goes with everything', async () => {
	await putRules(HOST, rules('Be kind.'), 10);
	await putCorrections([
		{ host: HOST, rule: '1', sentence: 'Be kind.', class: 'none', readings: [], at: 1 },
	]);
	const empty = { getDirectory: async () => ({ keys: async function* () {} }) };
	vi.stubGlobal('navigator', { storage: empty });
	await eraseEverything();
	expect(await readRuleVersions(HOST)).toEqual([]);
	expect(await readCorrections(HOST)).toEqual([]);
});
