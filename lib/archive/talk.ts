import { isFull, StoreFull } from '../store';
import type { Helper } from './crew';
import type { ChoreEvent, ImportEvent, Problem, Question } from './events';
import { ArchiveProblem, archiveProblem } from './problems';

/** How a piece of work in the worker speaks with the page. */
export type Talk = {
	emit(event: ImportEvent): void;
	/** Waits for the person's choice. */
	ask(question: Question): Promise<string>;
	/** Whether media are to be copied, as chosen when it is asked. */
	wantsMedia(): boolean;
} & Surroundings;

export type ChoreTalk = { emit(event: ChoreEvent): void } & Surroundings;

type Surroundings = {
	/** Calls helpers; whoever calls ends them. */
	helpers(): readonly Helper[];
	signal: AbortSignal;
};

const LOCK = 'import';
/** The lock of a worker that was ended a moment ago may still be on its way back. */
const PATIENCE = 2000;

/**
 * Runs `work` alone: an import, a removal and an erasure would undo each other's temporary files.
 * @throws ArchiveProblem `busy` when another tab is at it
 */
export async function alone<T>(work: () => Promise<T>): Promise<T> {
	const waiting = new AbortController();
	const timer = setTimeout(() => waiting.abort(archiveProblem('busy')), PATIENCE);
	return navigator.locks.request(LOCK, { signal: waiting.signal }, async () => {
		clearTimeout(timer);
		return work();
	});
}

/** What went wrong, in words. What nobody expected keeps its name, never its message: that may hold a file's. */
export function problemOf(error: unknown): Problem {
	if (error instanceof ArchiveProblem) return error.problem;
	if (error instanceof StoreFull || isFull(error)) return archiveProblem('no-space').problem;
	const detail = error instanceof Error ? error.name : typeof error;
	return archiveProblem('unexpected', { detail }).problem;
}

/** Lets an event through at most every 200 ms: drawing it costs the import time. */
export function calmly<A extends readonly unknown[]>(
	emit: (...event: A) => void,
): (...event: A) => void {
	let last = Number.NEGATIVE_INFINITY;
	return (...event) => {
		const now = performance.now();
		if (now - last < 200) return;
		last = now;
		emit(...event);
	};
}
