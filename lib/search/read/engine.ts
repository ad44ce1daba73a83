import type { StoredPost } from '../../model';
import { type Generation, generations } from '../../store';
import type { Clause, Query } from '../query/query';
import { Cache, Replaced } from './cache';
import { evaluate } from './evaluate';
import type { Matches } from './matches';
import { newest } from './newest';
import { phraseTest } from './phrases';
import { settleAll } from './settle';
import { type Place, sourcesOf } from './source';

/** Queries whose results are kept for their next pages. */
const MOST_KEPT = 4;

/** A page of hits. `total` counts what is certain; it is all when `exact`. */
type Found = { hits: StoredPost[]; total: number; exact: boolean; next?: Place };
type Wanted = { query: Query; n: number; before?: Place; signal: AbortSignal };

/** The archives as they were at one time, and what was evaluated on them. */
type View = { all: Promise<Generation[]>; kept: Map<string, Matches[]> };

/** Answers queries from the store. */
export class Engine {
	readonly #cache = new Cache();
	#view: View | undefined;

	/** Opens the database, so that the first query need not. */
	async warm(): Promise<void> {
		await this.#current().all;
	}

	/** The archives have changed: what is asked from now on sees them as they are then. */
	forget(): void {
		this.#view = undefined;
	}

	/** One page of hits, newest first. Rejects with the signal's reason when it is aborted. */
	async search(wanted: Wanted): Promise<Found> {
		try {
			return await this.#answer(wanted, this.#current());
		} catch (error) {
			if (wanted.signal.aborted) throw error;
			// What is in memory may be the reason: the next search begins with what is stored.
			this.forget();
			if (!(error instanceof Replaced)) throw error;
			// An import has replaced what the directory speaks of, and the news of it is still on the way.
			return await this.#answer(wanted, this.#current());
		}
	}

	/**
	 * Looks, slice by slice, at every text that the total of a query still depends on, and gives that total;
	 * undefined when the archives have changed since its page was answered.
	 */
	async count({ query, signal }: Pick<Wanted, 'query' | 'signal'>): Promise<number | undefined> {
		const matches = this.#current().kept.get(keyOf(query.clauses));
		if (!matches) return undefined;
		await settleAll(matches, { cache: this.#cache, test: phraseTest(query.clauses), signal });
		return sum(matches).sure;
	}

	#current(): View {
		this.#view ??= { all: generations({ fresh: true }), kept: new Map() };
		return this.#view;
	}

	async #answer({ query, n, before, signal }: Wanted, view: View): Promise<Found> {
		if (query.clauses.length === 0) return { hits: [], total: 0, exact: true };
		const matches = await this.#evaluated(query.clauses, view, signal);
		const reading = { cache: this.#cache, test: phraseTest(query.clauses), signal };
		const { posts, next } = await newest(matches, before, n, reading);
		const { sure, unsure } = sum(matches);
		return { hits: posts, total: sure, exact: unsure === 0, ...(next ? { next } : {}) };
	}

	async #evaluated(
		clauses: readonly Clause[],
		{ all, kept }: View,
		signal: AbortSignal,
	): Promise<Matches[]> {
		const key = keyOf(clauses);
		const known = kept.get(key);
		if (known) return known;
		const sources = sourcesOf(await all);
		const evaluated = await Promise.all(
			sources.map((source) => evaluate(source, clauses, this.#cache, signal)),
		);
		kept.set(key, evaluated);
		for (const oldest of kept.keys()) {
			if (kept.size > MOST_KEPT) kept.delete(oldest);
		}
		return evaluated;
	}
}

function keyOf(clauses: readonly Clause[]): string {
	return JSON.stringify(clauses);
}

function sum(matches: readonly Matches[]): { sure: number; unsure: number } {
	const counts = matches.map((one) => one.count());
	return {
		sure: counts.reduce((all, { sure }) => all + sure, 0),
		unsure: counts.reduce((all, { unsure }) => all + unsure, 0),
	};
}
