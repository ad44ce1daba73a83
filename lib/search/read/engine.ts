import type { StoredPost } from '../../model';
import { type Generation, generations } from '../../store';
import { evaluateLive, type LiveMatches } from '../live/evaluate';
import { newestLive, settleLive } from '../live/newest';
import { LiveCache, type LiveSource, openLive } from '../live/source';
import type { Clause, Query } from '../query/query';
import { tidyLive } from '../tidy';
import { Cache, Replaced } from './cache';
import { evaluate } from './evaluate';
import type { Matches } from './matches';
import { type Hits, newest } from './newest';
import { phraseTest } from './phrases';
import { settleAll } from './settle';
import { comparePlaces, type Place, sourcesOf } from './source';

/** Queries whose results are kept for their next pages. */
const MOST_KEPT = 4;

/** A page of hits. `total` counts what is certain; it is all when `exact`. */
type Found = { hits: StoredPost[]; total: number; exact: boolean; next?: Place };
type Wanted = { query: Query; n: number; before?: Place; signal: AbortSignal };

/** The archives as they were at one time, and what was evaluated on them. */
type View = { all: Promise<Generation[]>; kept: Map<string, Matches[]> };
/** The same of live posts, which change much more often. */
type LiveView = { sources: Promise<LiveSource[]>; kept: Map<string, LiveMatches[]> };
type Evaluated = { archived: readonly Matches[]; live: readonly LiveMatches[] };

/** Answers queries from the store. */
export class Engine {
	readonly #cache = new Cache();
	readonly #liveCache = new LiveCache();
	#view: View | undefined;
	#live: LiveView | undefined;
	#liveChanged = false;

	/** Opens the database, so that the first query need not. */
	async warm(): Promise<void> {
		await Promise.all([this.#current().all, this.#currentLive().sources]);
	}

	/** The archives have changed: what is asked from now on sees them as they are then. */
	forget(): void {
		this.#view = undefined;
		this.#live = undefined;
	}

	/** Live posts have changed: the next question sees them as they are then. What is under way goes on. */
	changed(): void {
		this.#liveChanged = true;
	}

	/** One page of hits, newest first. Rejects with the signal's reason when it is aborted. */
	async search(wanted: Wanted): Promise<Found> {
		try {
			return await this.#answer(wanted);
		} catch (error) {
			if (wanted.signal.aborted) throw error;
			// What is in memory may be the reason: the next search begins with what is stored.
			this.forget();
			if (!(error instanceof Replaced)) throw error;
			// An import has replaced what the directory speaks of, and the news of it is still on the way.
			return await this.#answer(wanted);
		}
	}

	/**
	 * Looks, slice by slice, at every text that the total of a query still depends on, and gives that total;
	 * undefined when the archives have changed since its page was answered.
	 */
	async count({ query, signal }: Pick<Wanted, 'query' | 'signal'>): Promise<number | undefined> {
		const key = keyOf(query.clauses);
		const archived = this.#view?.kept.get(key);
		const live = this.#live?.kept.get(key);
		if (!archived || !live) return undefined;
		const test = phraseTest(query.clauses);
		await settleLive(live, { test, signal });
		await settleAll(archived, { cache: this.#cache, test, signal });
		return sum([...archived, ...live]).sure;
	}

	#current(): View {
		this.#view ??= { all: generations({ fresh: true }), kept: new Map() };
		return this.#view;
	}

	#currentLive(): LiveView {
		if (this.#liveChanged) this.#live = undefined;
		this.#liveChanged = false;
		this.#live ??= { sources: this.#openLive(), kept: new Map() };
		return this.#live;
	}

	/** So much may be new that packing it for good comes before the answer. */
	async #openLive(): Promise<LiveSource[]> {
		await tidyLive();
		return openLive(this.#liveCache);
	}

	async #answer({ query, n, before, signal }: Wanted): Promise<Found> {
		if (query.clauses.length === 0) return { hits: [], total: 0, exact: true };
		const { archived, live } = await this.#evaluated(query.clauses, signal);
		const test = phraseTest(query.clauses);
		const [old, fresh] = await Promise.all([
			newest(archived, before, n, { cache: this.#cache, test, signal }),
			newestLive(live, before, n, { test, signal }),
		]);
		const { hits, next } = merged(old, fresh, n);
		const { sure, unsure } = sum([...archived, ...live]);
		const posts = hits.map(({ post }) => post);
		return { hits: posts, total: sure, exact: unsure === 0, ...(next ? { next } : {}) };
	}

	async #evaluated(clauses: readonly Clause[], signal: AbortSignal): Promise<Evaluated> {
		const view = this.#current();
		const liveView = this.#currentLive();
		const key = keyOf(clauses);
		const [archived, live] = await Promise.all([
			kept(view.kept, key, async () =>
				sourcesOf(await view.all).map((one) => evaluate(one, clauses, this.#cache, signal)),
			),
			kept(liveView.kept, key, async () =>
				(await liveView.sources).map((one) => evaluateLive(one, clauses)),
			),
		]);
		return { archived, live };
	}
}

/** What was evaluated for a query, or is now; of those longest ago nothing is kept. */
async function kept<T>(
	known: Map<string, T[]>,
	key: string,
	evaluateAll: () => Promise<Promise<T>[]>,
): Promise<T[]> {
	const before = known.get(key);
	if (before) return before;
	const evaluated = await Promise.all(await evaluateAll());
	known.set(key, evaluated);
	for (const oldest of known.keys()) {
		if (known.size > MOST_KEPT) known.delete(oldest);
	}
	return evaluated;
}

/** The newest `n` of both. */
function merged(a: Hits, b: Hits, n: number): Hits {
	const all = [...a.hits, ...b.hits].sort((x, y) => comparePlaces(x.place, y.place));
	const hits = all.slice(0, n);
	const last = hits.at(-1)?.place;
	// Who found less than was asked for has come to the end.
	const more = all.length > n || a.next !== undefined || b.next !== undefined;
	return last && more ? { hits, next: last } : { hits };
}

function keyOf(clauses: readonly Clause[]): string {
	return JSON.stringify(clauses);
}

function sum(matches: readonly { count(): { sure: number; unsure: number } }[]): {
	sure: number;
	unsure: number;
} {
	const counts = matches.map((one) => one.count());
	return {
		sure: counts.reduce((all, { sure }) => all + sure, 0),
		unsure: counts.reduce((all, { unsure }) => all + unsure, 0),
	};
}
