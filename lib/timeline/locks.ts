/** Runs `work` while no other tab, worker or background of ours holds the lock. An abort ends the wait for it. */
export function alone<T>(name: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
	return navigator.locks.request(name, { signal }, work);
}

/** A signal that never aborts. */
export function never(): AbortSignal {
	return new AbortController().signal;
}
