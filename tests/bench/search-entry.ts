import { connectSearch, type SearchClient } from '../../lib/search';
import type { BuildOrder, Built, Scanned, ScanOrder } from './search-build-worker';

export type Measured = { ms: number; total: number; keys: string[] };

/** What the bench calls in the page. */
export type SearchBench = {
	build(order: BuildOrder): Promise<Built>;
	scan(order: ScanOrder): Promise<Scanned[]>;
	search(text: string, n: number): Promise<Measured>;
};

function ask<T>(order: BuildOrder | ScanOrder): Promise<T> {
	const worker = new Worker(new URL('./search-build-worker.ts', import.meta.url), {
		type: 'module',
	});
	return new Promise<T>((resolve, reject) => {
		worker.onmessage = ({ data }) => resolve(data);
		worker.onerror = ({ message }) => reject(new Error(message));
		worker.postMessage(order);
	}).finally(() => worker.terminate());
}

let connected: SearchClient | undefined;

function client(): SearchClient {
	connected ??= connectSearch(
		() => new Worker(new URL('../../lib/search/worker.ts', import.meta.url), { type: 'module' }),
	);
	return connected;
}

const bench: SearchBench = {
	build: (order) => ask(order),
	scan: (order) => ask(order),
	async search(text, n) {
		const exact = new Promise<number>((resolve) => {
			const stop = client().onTotal(({ query, total }) => {
				if (query.text !== text) return;
				stop();
				resolve(total);
			});
		});
		const page = await client().search(text, { n });
		return {
			ms: page.ms,
			total: page.exact ? page.total : await exact,
			keys: page.hits.map(({ post }) => post.key),
		};
	},
};

Object.assign(globalThis, { bench });
