import { onChange, type Topic } from '../../lib/store';

type Outcome = { value: unknown } | { error: unknown };
type Begun = { outcome: Promise<Outcome>; changed: boolean; stop(): void };

const begun = new Map<string, Begun>();

/**
 * Begins to read what the first page will ask for, before there is anything to draw it. Whoever takes it gets it only
 * while nothing of `topics` has changed, and hears of its failure.
 */
export function beginEarly(
	name: string,
	read: () => Promise<unknown>,
	topics: readonly Topic[] = [],
): void {
	const outcome = read().then(
		(value): Outcome => ({ value }),
		(error: unknown): Outcome => ({ error }),
	);
	const one: Begun = {
		outcome,
		changed: false,
		stop: onChange(topics, () => {
			one.changed = true;
		}),
	};
	begun.set(name, one);
}

/** Resolves when all that was begun has come or failed, but never later than after so many milliseconds. */
export async function earlySettled(mostMs: number): Promise<void> {
	const all = Promise.all([...begun.values()].map(({ outcome }) => outcome));
	await Promise.race([all, new Promise((resolve) => setTimeout(resolve, mostMs))]);
}

/** What was begun under a name, once; else begins it now. */
export async function takeEarly<T>(name: string, read: () => Promise<T>): Promise<T> {
	const one = begun.get(name);
	if (!one) return read();
	begun.delete(name);
	one.stop();
	if (one.changed) return read();
	const outcome = await one.outcome;
	if ('error' in outcome) throw outcome.error;
	return outcome.value as T;
}
