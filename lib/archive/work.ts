import type { AccountUri } from '../model';
import type { ChoreEvent, ImportEvent, Order, PickedFile } from './events';
import { dropExport, holdExport } from './export-file';

/** An import in progress. Its last event is `done`, `cancelled` or `failed`; then the worker is ended. */
export type ImportRun = {
	/**
	 * Answers a question: the name of a root; `import` or anything else for another account's archive;
	 * `same:<account>`, `own:<name>` or anything else for one whose account is not known.
	 */
	answer(choice: string): void;
	/** Whether pictures and videos are to be copied; can be changed until they are. */
	copyMedia(copy: boolean): void;
	/** Stops; answered by `cancelled` within a second, whatever the worker is doing. */
	cancel(): void;
};

/** How the page makes the workers of this room (worker.ts and helper-worker.ts). */
export type Spawn = { worker(): Worker; helper(): Worker };

/** More helpers would only wait for the one that inflates. */
const MOST_HELPERS = 3;

/** A removal, an erasure or an export in progress. */
export type Chore = { cancel(): void };

/** Orders that write a generation. */
const NEEDS_HELPERS: ReadonlySet<Order['type']> = new Set(['import', 'remove', 'restore']);

/** Files in the worker's hands can be waited for no longer than this after a cancel. */
const PATIENCE = 800;

/**
 * Starts an import in workers made for it and ended with it, and passes on what it says. Every
 * event but progress leaves a mark `archive:<type>` on the page's timeline, for the bench and for bug reports.
 */
export function startImport(
	spawn: Spawn,
	files: readonly PickedFile[],
	listener: (event: ImportEvent) => void,
): ImportRun {
	let readable = false;
	const ended = (event: ImportEvent) => {
		if (event.type === 'readable') readable = true;
		return event.type === 'done' || event.type === 'cancelled' || event.type === 'failed';
	};
	const work = run<ImportEvent>(spawn, { type: 'import', files }, listener, ended, () => ({
		type: 'cancelled',
		readable,
	}));
	return {
		answer: (choice) => work.send({ type: 'answer', choice }),
		copyMedia: (copy) => work.send({ type: 'media', copy }),
		cancel: work.cancel,
	};
}

/** Removes one import of an account, wholly. */
export function removeImport(
	spawn: Spawn,
	account: AccountUri,
	importId: string,
	listener: (event: ChoreEvent) => void,
): Chore {
	return startChore(spawn, { type: 'remove', account, importId }, listener);
}

/** Deletes everything that is stored. */
export function eraseAll(spawn: Spawn, listener: (event: ChoreEvent) => void): Chore {
	return startChore(spawn, { type: 'erase' }, listener);
}

/** Packs old live posts, as far as the person's limit wants it. */
export function retainPosts(spawn: Spawn, listener: (event: ChoreEvent) => void): Chore {
	return startChore(spawn, { type: 'retain' }, listener);
}

/** Merges an archive out of a backup that was looked through, from the folder `archive/<n>` of the zip. */
export function restoreArchive(
	spawn: Spawn,
	file: File,
	folder: string,
	listener: (event: ChoreEvent) => void,
): Chore {
	return startChore(spawn, { type: 'restore', file, folder }, listener);
}

/** Writes everything stored to one JSON file, handed over with `done`; it stays until `forgetExport`. */
export function exportJson(spawn: Spawn, listener: (event: ChoreEvent) => void): Chore {
	const letGo = holdExport();
	return startChore(spawn, { type: 'export' }, (event) => {
		if (event.type === 'done') offered.push(letGo);
		else if (event.type !== 'progress') letGo();
		listener(event);
	});
}

const offered: (() => void)[] = [];

/** Deletes the file of the last export: it was saved, or nobody wants it any more. */
export async function forgetExport(): Promise<void> {
	await dropExport();
	for (const letGo of offered.splice(0)) letGo();
}

function startChore(spawn: Spawn, order: Order, listener: (event: ChoreEvent) => void): Chore {
	const ended = ({ type }: ChoreEvent) => type !== 'progress';
	return run<ChoreEvent>(spawn, order, listener, ended, () => ({ type: 'cancelled' }));
}

type Run = { send(order: Order): void; cancel(): void };

function run<E extends ImportEvent | ChoreEvent>(
	spawn: Spawn,
	order: Order,
	listener: (event: E) => void,
	ended: (event: E) => boolean,
	cancelled: () => E,
): Run {
	const worker = spawn.worker();
	const helpers = NEEDS_HELPERS.has(order.type) ? callHelpers(spawn) : [];
	let over = false;
	const tell = (event: E) => {
		if (over) return;
		over = ended(event);
		if (over) for (const one of [worker, ...helpers]) one.terminate();
		if (event.type !== 'progress') performance.mark(`archive:${event.type}`);
		listener(event);
	};
	worker.onmessage = ({ data }: MessageEvent<E>) => tell(data);
	for (const one of [worker, ...helpers]) {
		one.onerror = (event) => {
			event.preventDefault();
			tell(crashed() as E);
		};
	}
	introduce(worker, helpers);
	worker.postMessage(order);
	return {
		send: (next) => worker.postMessage(next),
		cancel() {
			worker.postMessage({ type: 'cancel' } satisfies Order);
			// What the worker leaves behind when it is ended hard is swept before the next import.
			setTimeout(() => tell(cancelled()), PATIENCE);
		},
	};
}

/** One for every core but the one that inflates; at least one, which does the indexing. */
function callHelpers(spawn: Spawn): Worker[] {
	const spare = Math.max(1, Math.min(MOST_HELPERS, navigator.hardwareConcurrency - 1));
	return Array.from({ length: spare }, () => spawn.helper());
}

/** Gives the worker a port to each helper. */
function introduce(worker: Worker, helpers: readonly Worker[]): void {
	const ports = helpers.map((helper) => {
		const { port1, port2 } = new MessageChannel();
		helper.postMessage(null, [port1]);
		return port2;
	});
	worker.postMessage({ type: 'helpers', ports } satisfies Order, ports);
}

/** A worker failed to load or threw outside of its work: its message may hold names and stays out. */
function crashed(): ImportEvent & ChoreEvent {
	const parameters = { detail: 'worker' };
	const problem = {
		code: 'unexpected',
		happened: { key: 'problemUnexpected', parameters },
		safe: { key: 'problemSafe' },
		todo: { key: 'problemTodoUnexpected' },
	};
	return { type: 'failed', problem, readable: false };
}
