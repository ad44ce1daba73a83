import type { SearchAnswer, SearchOrder } from '../messages';
import type { Query } from '../query/query';
import { tidy } from '../tidy';
import { Replaced } from './cache';
import { Engine } from './engine';

type Search = SearchOrder & { type: 'search' };

/** Answers the orders of one page. Returns the function that takes them. */
export function serve(answer: (message: SearchAnswer) => void): (order: SearchOrder) => void {
	const engine = new Engine();
	const running = new Map<number, AbortController>();
	/** Counting goes on after a page was answered, until another query is asked. */
	let latest = '';
	let counting: { key: string; controller: AbortController } | undefined;

	async function search(order: Search): Promise<void> {
		const { id, query, n, before } = order;
		const begun = performance.now();
		const controller = new AbortController();
		running.set(id, controller);
		const key = JSON.stringify(query.clauses);
		latest = key;
		if (counting?.key !== key) stopCounting();
		try {
			const { signal } = controller;
			const page = await engine.search({ query, n, signal, ...(before ? { before } : {}) });
			answer({ type: 'page', id, page: { ...page, ms: performance.now() - begun } });
			if (!page.exact && key === latest && !counting) void count(query, key);
		} catch (error) {
			answer({ type: 'failed', id, why: String(error) });
		} finally {
			running.delete(id);
		}
	}

	async function count(query: Query, key: string): Promise<void> {
		const controller = new AbortController();
		const { signal } = controller;
		counting = { key, controller };
		try {
			const total = await engine.count({ query, signal });
			if (total !== undefined) answer({ type: 'total', query, total, exact: true });
		} catch (error) {
			// After another query or another import nobody waits for this total. Anything else is the page's to hear:
			// thrown outside of the promise, it arrives there as the worker's error.
			const expected = signal.aborted || error instanceof Replaced;
			if (!expected)
				queueMicrotask(() => {
					throw error;
				});
		} finally {
			if (counting?.controller === controller) counting = undefined;
		}
	}

	function stopCounting(): void {
		counting?.controller.abort();
		counting = undefined;
	}

	const keepTidy = tidier(() => engine.changed());
	// What fails here fails again in the first search, and is said there.
	void Promise.allSettled([engine.warm()]);
	return (order) => {
		if (order.type === 'search') void search(order);
		else if (order.type === 'cancel') running.get(order.id)?.abort();
		else if (order.type === 'changed') engine.changed();
		else if (order.type === 'tidy') keepTidy();
		else {
			engine.forget();
			stopCounting();
		}
	};
}

/** Tidies unless it is at it. Nobody waits for it: what goes wrong is the page's to hear, as the worker's error. */
function tidier(done: () => void): () => void {
	let tidying = false;
	return () => {
		if (tidying) return;
		tidying = true;
		tidy(done)
			.catch((error: unknown) => reportError(error))
			.finally(() => {
				tidying = false;
			});
	};
}
