import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { writeArchive } from '../../../tests/bench/search/store';
import { installMemoryLocks } from '../../../tests/fixtures/locks';
import type { Account, Post } from '../../model';
import { generations, sweepGenerations } from '../../store';
import { closeDatabase } from '../../store/database';
import type { SearchAnswer } from '../messages';
import { parseQuery } from '../query/parse';
import { Cache } from './cache';
import { Engine } from './engine';
import { evaluate } from './evaluate';
import { newest } from './newest';
import { phraseTest } from './phrases';
import { serve } from './serve';
import { settleAll } from './settle';
import { type Place, sourcesOf } from './source';

const owner: Account = { key: 'tw:1', handle: 'mira', name: 'Mira Sample' };
const now = new Date(2024, 0, 1);

beforeEach(async () => {
	installMemoryLocks();
	await closeDatabase();
	globalThis.indexedDB = new IDBFactory();
	await generations({ fresh: true });
});

function posts(count: number, textOf: (i: number) => string, momentOf = (i: number) => i): Post[] {
	return Array.from({ length: count }, (_, i) => ({
		key: `tw:${i}`,
		network: 'x',
		createdAt: momentOf(i),
		content: { text: textOf(i) },
	}));
}

function ask(engine: Engine, text: string, n: number, before?: Place) {
	const { signal } = new AbortController();
	const query = parseQuery(text, { now });
	return engine.search({ query, n, signal, ...(before ? { before } : {}) });
}

test('an engine that was not told of a new generation finds out', async () => {
	const engine = new Engine();
	await writeArchive({ owner, posts: posts(5000, () => 'old tea') });
	expect(await ask(engine, 'tea', 5)).toMatchObject({ total: 5000 });
	await writeArchive({ owner, posts: posts(300, () => 'new tea') });
	await sweepGenerations();
	const first = await ask(engine, 'tea', 1000);
	expect(first).toMatchObject({ total: 300, exact: true });
	expect(first.hits.every(({ post }) => post.content.text === 'new tea')).toBe(true);
});

test('what was evaluated before a change is not used after it', async () => {
	const engine = new Engine();
	await writeArchive({ owner, posts: posts(100, () => 'tea') });
	const old = ask(engine, 'tea', 5);
	engine.forget();
	expect(await old).toMatchObject({ total: 100 });
	await writeArchive({ owner, posts: posts(40, () => 'tea') });
	expect(await ask(engine, 'tea', 5)).toMatchObject({ total: 40 });
});

test('there is no next page when all is shown', async () => {
	const engine = new Engine();
	await writeArchive({ owner, posts: posts(6, () => 'tea') });
	expect(await ask(engine, 'tea', 6)).not.toHaveProperty('next');
	expect(await ask(engine, 'tea', 5)).toHaveProperty('next');
});

test('before: is exclusive and after: inclusive, at local midnight', async () => {
	const engine = new Engine();
	const midnight = new Date(2014, 2, 21).getTime();
	await writeArchive({
		owner,
		posts: posts(
			300,
			() => 'tea',
			(i) => midnight + (i - 150),
		),
	});
	expect(await ask(engine, 'before:2014-03-21', 5)).toMatchObject({ total: 150 });
	expect(await ask(engine, 'after:2014-03-21', 5)).toMatchObject({ total: 150 });
	expect(await ask(engine, '-before:2014-03-21', 5)).toMatchObject({ total: 150 });
});

test('counting beside paging hides nothing and shows nothing wrong', async () => {
	const engine = new Engine();
	const textOf = (i: number) => (i % 40 === 0 ? 'night train' : 'train night');
	await writeArchive({ owner, posts: posts(8000, textOf) });
	const query = parseQuery('"night train"', { now });
	const { signal } = new AbortController();
	let page = await ask(engine, '"night train"', 3);
	const counted = engine.count({ query, signal });
	const texts = page.hits.map(({ post }) => post.content.text);
	while (page.next) {
		page = await ask(engine, '"night train"', 3, page.next);
		texts.push(...page.hits.map(({ post }) => post.content.text));
	}
	expect(texts).toEqual(Array.from({ length: 200 }, () => 'night train'));
	expect(await counted).toBe(200);
});

test('a text that the counting has looked at meanwhile is not shown against its verdict', async () => {
	const textOf = (i: number) => (i % 3 === 0 ? 'night train' : 'train night');
	await writeArchive({ owner, posts: posts(90, textOf) });
	const { clauses } = parseQuery('"night train"', { now });
	const cache = new Cache();
	const reading = { cache, test: phraseTest(clauses), signal: new AbortController().signal };
	const [source] = sourcesOf(await generations());
	if (!source) throw new Error('nothing is stored');
	const matches = await evaluate(source, clauses, cache, reading.signal);
	const counting = Object.assign(new Cache(), {
		async segments(wanted: Parameters<Cache['segments']>[0]) {
			await settleAll([matches], reading);
			return cache.segments(wanted);
		},
	});
	const hits = await newest([matches], undefined, 50, { ...reading, cache: counting });
	expect(hits.hits).toHaveLength(30);
});

test('another query stops the counting of the one before', async () => {
	await writeArchive({ owner, posts: posts(8000, (i) => (i % 2 ? 'a b c' : 'b a c')) });
	const answers: SearchAnswer[] = [];
	await new Promise<void>((resolve) => {
		const take = serve((answer) => {
			answers.push(answer);
			// In a turn of its own: the counting has begun by then.
			if (answer.type === 'page' && answer.id === 1) queueMicrotask(() => search(2, '"b c"'));
			if (answer.type === 'total') resolve();
		});
		const search = (id: number, text: string) =>
			take({ type: 'search', id, query: parseQuery(text, { now }), n: 5 });
		search(1, '"a b"');
	});
	expect(answers.map((answer) => answer.type)).toEqual(['page', 'page', 'total']);
	expect(answers.at(-1)).toMatchObject({ total: 4000, query: { text: '"b c"' } });
});
