import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeArchive } from '../../tests/bench/search/store';
import { createVaried } from '../../tests/bench/search/varied';
import { installMemoryLocks } from '../../tests/fixtures/locks';
import type { Account } from '../model';
import { activate, generations } from '../store';
import { closeDatabase, database } from '../store/database';
import { parseQuery } from './query/parse';
import { Engine } from './read/engine';
import { tidy } from './tidy';
import { TOKENIZER } from './tokenizer';
import { isUntidy } from './untidy';

const mira: Account = { key: 'tw:1', handle: 'mira_sample', name: 'Mira Sample' };

beforeEach(async () => {
	installMemoryLocks();
	globalThis.indexedDB = new IDBFactory();
	await generations({ fresh: true });
});
afterEach(closeDatabase);

async function keys(engine: Engine, text: string): Promise<string[]> {
	const query = parseQuery(text, { now: new Date() });
	const found = await engine.search({ query, n: 1000, signal: new AbortController().signal });
	return found.hits.map(({ post }) => post.key);
}

test('an archive that another tokenizer has cut is indexed anew, and the old index goes', async () => {
	await writeArchive({ owner: mira, posts: Array.from({ length: 900 }, createVaried(mira, 1)) });
	const engine = new Engine();
	const wanted = await keys(engine, 'night -tea');
	expect(wanted.length).toBeGreaterThan(20);
	await tidy(() => undefined);
	expect(await isUntidy()).toBe(false);

	const [generation] = await generations({ fresh: true });
	if (!generation) throw new Error('nothing is stored');
	const db = await database();
	for (const key of await db.getAllKeys('postings'))
		await db.put('postings', new Uint8Array(0), key);
	await activate({ ...generation, tokenizer: TOKENIZER - 1 });
	engine.forget();
	expect(await keys(new Engine(), 'night -tea')).toEqual([]);
	expect(await isUntidy()).toBe(true);

	await tidy(() => engine.forget());
	expect(await keys(engine, 'night -tea')).toEqual(wanted);
	const [anew] = await generations({ fresh: true });
	expect(anew).toMatchObject({ tokenizer: TOKENIZER, id: generation.id });
	expect(new Set((await db.getAllKeys('postings')).map(([id]) => id))).toEqual(
		new Set([anew?.index]),
	);
	expect(anew?.lists.posts.indexBytes).toBe(generation.lists.posts.indexBytes);
	expect(await isUntidy()).toBe(false);
});
