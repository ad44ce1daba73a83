import { type Chromium, launchChromium } from '../browsers/chromium';
import { servePage } from '../browsers/page-server';
import { CLASSES, createQueries, type Wanted } from './search/queries';
import type { BuildOrder, Built, Scanned, ScanOrder } from './search-build-worker';
import type { Measured, SearchBench } from './search-entry';

export const small = { n: '20000', live: '2000', queries: '8', cold: '2' };

const HITS = 50;
const MINUTES = 60_000;

type Times = { p50Ms: number; p95Ms: number };

/**
 * `--n` posts of an archive and `--live` live ones stored and searched in Chromium, each answer held against a look at every stored post. `--queries`
 * per class, `--cold` starts of the browser, `--hits` a page.
 */
export async function run(options: Readonly<Record<string, string>>): Promise<object> {
	const n = Number(options['n'] ?? 100_000);
	const live = Number(options['live'] ?? 50_000);
	const perClass = Number(options['queries'] ?? 20);
	const hits = Number(options['hits'] ?? HITS);
	const queries = createQueries(perClass);
	const server = await servePage('tests/bench/search-entry.ts');
	let chromium = await start(server.url);
	try {
		console.log(`storing ${n} posts and ${live} live ones …`);
		const built = await build(chromium, { type: 'build', n, live });
		console.log('looking at every post …');
		const truth = await scan(chromium, { type: 'scan', queries, n: hits });
		await chromium.page.reload();
		const times = new Map<Wanted, number>();
		for (const [i, wanted] of queries.entries()) {
			const measured = await search(chromium, wanted.text, hits);
			check(wanted, measured, truth[i]);
			times.set(wanted, measured.ms);
		}
		const cold: number[] = [];
		for (let i = 0; i < Number(options['cold'] ?? 5); i++) {
			await chromium.stop();
			chromium = await start(server.url, chromium.profile);
			const { ms } = await search(chromium, queries[i]?.text ?? '', hits);
			cold.push(ms);
		}
		return result({ n, live, hits, times, cold, built });
	} finally {
		await chromium.close();
		await server.close();
	}
}

async function start(url: string, profile?: string): Promise<Chromium> {
	const chromium = await launchChromium({ bare: true, ...(profile ? { profile } : {}) });
	chromium.page.setDefaultTimeout(20 * MINUTES);
	await chromium.page.goto(url);
	return chromium;
}

type InPage = { bench: SearchBench };

function build({ page }: Chromium, order: BuildOrder): Promise<Built> {
	return page.evaluate((what) => (globalThis as unknown as InPage).bench.build(what), order);
}

function scan({ page }: Chromium, order: ScanOrder): Promise<Scanned[]> {
	return page.evaluate((what) => (globalThis as unknown as InPage).bench.scan(what), order);
}

function search({ page }: Chromium, text: string, hits: number): Promise<Measured> {
	return page.evaluate(
		([words, count]) => (globalThis as unknown as InPage).bench.search(words, count),
		[text, hits] as const,
	);
}

function check(wanted: Wanted, found: Measured, truth: Scanned | undefined) {
	const right = truth && found.total === truth.total && found.keys.join() === truth.keys.join();
	if (right) return;
	throw new Error(
		`${wanted.class}, ${wanted.text}: ${found.total} found, ${truth?.total} are there; ` +
			`newest ${found.keys.slice(0, 3)} instead of ${truth?.keys.slice(0, 3)}`,
	);
}

type Results = {
	n: number;
	live: number;
	hits: number;
	times: ReadonlyMap<Wanted, number>;
	cold: readonly number[];
	built: Built;
};

function result({ n, live, hits, times, cold, built }: Results): object {
	const classes: Record<string, Times> = {};
	for (const name of CLASSES) {
		const own = [...times].filter(([wanted]) => wanted.class === name).map(([, ms]) => ms);
		classes[name] = { p50Ms: quantile(own, 0.5), p95Ms: quantile(own, 0.95) };
	}
	return {
		n,
		live,
		hits,
		classes,
		worstClassP50Ms: Math.max(...Object.values(classes).map(({ p50Ms }) => p50Ms)),
		p50Ms: quantile([...times.values()], 0.5),
		coldMs: quantile(cold, 0.5),
		worstColdMs: Math.max(...cold),
		bytesPerPost: round(built.indexBytes / n),
		buildSeconds: round(built.seconds),
		indexMicrosPerPost: round((built.indexMs * 1000) / n),
		...(live > 0 && {
			liveBytesPerPost: round(built.liveIndexBytes / live),
			liveMicrosPerPost: round((built.liveIndexMs * 1000) / live),
		}),
	};
}

function quantile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return round(sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? 0);
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
