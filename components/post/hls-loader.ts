import type {
	Loader,
	LoaderCallbacks,
	LoaderConfiguration,
	LoaderContext,
	LoaderStats,
} from 'hls.js';

type Gate = {
	/** Whether the address may be asked; what it does not let through is an error, and nothing is asked. */
	lets(url: string): boolean;
	fetch(url: string, init: RequestInit): Promise<Response>;
};

/**
 * How the player loads playlists, keys and pieces: each address is checked before it is asked, nothing is asked with
 * cookies, and a redirect is an error, for where it leads cannot be seen before it is followed. The player itself
 * tries again what may be tried again.
 */
export function gatedLoader(gate: Gate) {
	const bring = bringer(gate);
	return class implements Loader<LoaderContext> {
		context: LoaderContext | null = null;
		stats: LoaderStats = emptyStats();
		private aborting = new AbortController();
		private callbacks: LoaderCallbacks<LoaderContext> | undefined;

		load(
			context: LoaderContext,
			{ loadPolicy }: LoaderConfiguration,
			callbacks: LoaderCallbacks<LoaderContext>,
		): void {
			this.context = context;
			this.callbacks = callbacks;
			this.stats.loading.start = performance.now();
			const limit = AbortSignal.timeout(loadPolicy.maxLoadTimeMs);
			const signal = AbortSignal.any([limit, this.aborting.signal]);
			bring(context, this.stats, signal).then(
				({ response, data }) => {
					if (this.aborting.signal.aborted) return;
					const { url, status: code } = response;
					callbacks.onSuccess(
						{ url: url || context.url, data, code },
						this.stats,
						context,
						response,
					);
				},
				(error: unknown) => {
					if (this.aborting.signal.aborted) return;
					if (limit.aborted) return callbacks.onTimeout(this.stats, context, null);
					const code = error instanceof Refused ? error.status : 0;
					callbacks.onError({ code, text: 'not loaded' }, context, null, this.stats);
				},
			);
		}

		abort(): void {
			if (this.stats.loading.end || this.aborting.signal.aborted) return;
			this.stats.aborted = true;
			this.aborting.abort();
			if (this.context) this.callbacks?.onAbort?.(this.stats, this.context, null);
		}

		destroy(): void {
			this.aborting.abort();
			this.callbacks = undefined;
		}

		getCacheAge(): null {
			return null;
		}

		getResponseHeader(): null {
			return null;
		}
	};
}

function bringer({ lets, fetch }: Gate) {
	return async (context: LoaderContext, stats: LoaderStats, signal: AbortSignal) => {
		const { url, responseType, rangeStart = 0, rangeEnd, headers } = context;
		if (!lets(url)) throw new Refused(0);
		const range = rangeEnd ? { range: `bytes=${rangeStart}-${rangeEnd - 1}` } : {};
		const response = await fetch(url, {
			credentials: 'omit',
			redirect: 'error',
			referrerPolicy: 'no-referrer',
			signal,
			headers: { ...headers, ...range },
		});
		stats.loading.first = performance.now();
		if (!response.ok) throw new Refused(response.status);
		const binary = responseType === 'arraybuffer';
		const data = binary ? await response.arrayBuffer() : await response.text();
		const size = typeof data === 'string' ? data.length : data.byteLength;
		stats.loading.end = performance.now();
		stats.loaded = size;
		stats.total = size;
		return { response, data };
	};
}

class Refused extends Error {
	readonly status: number;
	constructor(status: number) {
		super('refused');
		this.status = status;
	}
}

function emptyStats(): LoaderStats {
	return {
		aborted: false,
		loaded: 0,
		retry: 0,
		total: 0,
		chunkCount: 0,
		bwEstimate: 0,
		loading: { start: 0, first: 0, end: 0 },
		parsing: { start: 0, end: 0 },
		buffering: { start: 0, first: 0, end: 0 },
	};
}
