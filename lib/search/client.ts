import { onChange } from '../store';
import type { SearchAnswer, SearchCursor, SearchOrder, SearchPage, SearchTotal } from './messages';
import type { Query } from './query/query';

/** The search did not work: the database or the worker failed. */
class SearchFailed extends Error {
	override name = 'SearchFailed';
}

type SearchOptions = {
	/** The person is still typing: the last word counts as the beginning of one. */
	typing?: boolean;
	/** Hits of a page. */
	n: number;
	before?: SearchCursor;
	signal?: AbortSignal;
};

export type SearchClient = {
	/** One page of hits. Rejects with the signal's reason when aborted, or with `SearchFailed`. */
	search(text: string, options: SearchOptions): Promise<SearchPage>;
	/** Calls back with the exact total of the last query, when its page came without. Returns how to stop. */
	onTotal(listener: TotalListener): () => void;
	/** Ends the worker. Searches under way are rejected. */
	close(): void;
};

/** How queries are read comes with the first search, not with the first post. */
const parsing = () => import('./query/parse');

type TotalListener = (total: SearchTotal) => void;
type Waiting = { query: Query; resolve(page: SearchPage): void; reject(error: unknown): void };

/**
 * Connects a page with its search worker, which is started at once, because that and opening the database take
 * longer than a search. `spawn` makes the worker; it is called again after one has failed.
 */
export function connectSearch(spawn: () => Worker): SearchClient {
	const listeners = new Set<TotalListener>();
	let latest: Query | undefined;
	let lastId = 0;
	const line = openLine(spawn, (total) => {
		if (!latest || clausesOf(latest) !== clausesOf(total.query)) return;
		for (const listener of [...listeners]) listener(total);
	});
	const stop = followChanges(line.send);
	return {
		async search(text, { typing = false, n, before, signal }) {
			const { parseQuery } = await parsing();
			return new Promise((resolve, reject) => {
				signal?.throwIfAborted();
				const id = ++lastId;
				const query = parseQuery(text, { typing, now: new Date() });
				latest = query;
				line.send({ type: 'search', id, query, n, ...(before ? { before } : {}) });
				line.wait(id, { query, resolve, reject });
				signal?.addEventListener('abort', () => line.cancel(id, signal.reason), { once: true });
			});
		},
		onTotal(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
		close() {
			stop();
			line.close();
		},
	};
}

/** Posts come many at a time: the index follows when it is quiet, or after this long. */
const TIDY_MS = 4000;

/** Tells the worker what changed. Returns how to stop. */
function followChanges(send: (order: SearchOrder) => void): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const stop = onChange(
		['generations', 'posts', 'timeline', 'people', 'sessions', 'search'],
		(topic) => {
			send({ type: topic === 'generations' ? 'forget' : 'changed' });
			if (topic === 'search') return;
			timer ??= setTimeout(() => {
				timer = undefined;
				send({ type: 'tidy' });
			}, TIDY_MS);
		},
	);
	send({ type: 'tidy' });
	return () => {
		clearTimeout(timer);
		stop();
	};
}

function clausesOf(query: Query): string {
	return JSON.stringify(query.clauses);
}

/** The worker and what is expected of it. */
function openLine(spawn: () => Worker, onTotal: TotalListener) {
	const waiting = new Map<number, Waiting>();
	let worker: Worker | undefined;
	let closed = false;

	function take(message: SearchAnswer): void {
		if (message.type === 'total') {
			onTotal(message);
			return;
		}
		const search = waiting.get(message.id);
		waiting.delete(message.id);
		if (message.type === 'failed') search?.reject(new SearchFailed(message.why));
		else search?.resolve({ ...message.page, query: search.query });
	}

	function started(): Worker {
		if (closed) throw new SearchFailed('closed');
		if (!worker) {
			worker = spawn();
			worker.addEventListener('message', (event: MessageEvent<SearchAnswer>) => take(event.data));
			worker.addEventListener('error', (event) => end(event.message));
		}
		return worker;
	}

	function end(why: string): void {
		worker?.terminate();
		worker = undefined;
		for (const { reject } of waiting.values()) reject(new SearchFailed(why));
		waiting.clear();
	}

	const send = (order: SearchOrder) => started().postMessage(order);
	started();
	return {
		send,
		wait: (id: number, search: Waiting) => waiting.set(id, search),
		cancel(id: number, reason: unknown) {
			if (!waiting.has(id)) return;
			waiting.get(id)?.reject(reason);
			waiting.delete(id);
			send({ type: 'cancel', id });
		},
		close() {
			closed = true;
			end('closed');
		},
	};
}
