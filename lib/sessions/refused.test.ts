import { createHash } from 'node:crypto';
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { putAccounts } from '../store';
import { closeDatabase } from '../store/database';
import { namesOf } from '.';

beforeEach(() => {
	globalThis.indexedDB = new IDBFactory();
});
afterEach(() => closeDatabase());

const digest = (domain: string) => createHash('sha256').update(domain).digest('hex');
const masked = (domain: string) => ({
	domain: domain.replace(/[a-z]{4}/, '****'),
	digest: digest(domain),
	state: 'blocked' as const,
});

it('names what it hides where somebody of there, or below it, is known; the rest is counted', async () => {
	await putAccounts(
		['ann@calm.example', 'bob@deep.wild.example', 'cem'].map((handle) => ({
			...{ key: handle, handle, name: handle, network: 'town' },
		})),
	);
	const open = { domain: 'a.example', state: 'limited' as const, comment: 'Spam' };
	const { named, hidden } = await namesOf([
		masked('nobody.example'),
		open,
		masked('wild.example'),
		masked('calm.example'),
		{ domain: '****.example', state: 'blocked' },
		{ domain: '*.b.example', state: 'blocked' },
	]);
	expect(named.map(({ domain, known }) => [domain, known])).toEqual([
		['calm.example', true],
		['wild.example', true],
		['*.b.example', undefined],
		['a.example', undefined],
	]);
	expect(named).toContainEqual(open);
	expect(hidden).toBe(2);
});
