import type { PickedFile } from '../events';
import { archiveProblem } from '../problems';
import type { SourceFile } from './file';
import { type Files, groupParts, joinMediaZips, joinParts, type SourceNote } from './join';
import { collectParts, type Part, type Undo } from './open';
import { holdsPosts } from './roots';
import { lockedZip } from './zip/entry';

export type { SourceFile } from './file';
export type { SourceNote } from './join';
export { sweepTemporary } from './zip/temporary';

/** An archive, listed and not read, whatever it came in. Paths are relative to its root. */
export type Source = {
	/** The prefix that was stripped, of the first part. */
	root: string;
	/** Zips and folders that were joined. */
	parts: number;
	/** Case-insensitive. `data/x` and `x` stand for one another where only one of them exists. */
	find(path: string): SourceFile | undefined;
	/** Files under a folder and its folders, case-insensitive; `data/` as in `find`. */
	list(folder: string): readonly SourceFile[];
	files: Iterable<SourceFile>;
	/** Entries passed over for `../`, absolute, drive, control-character or overlong names. */
	unsafeNames: number;
	/** Names of the archives that were found, when there was more than one to choose from. */
	roots: readonly string[];
	/** What the import goes on without. */
	notes: readonly SourceNote[];
	/** Removes temporary files; nothing can be read afterwards. */
	close(): Promise<void>;
};

export type SourceOptions = {
	signal: AbortSignal;
	/** Asked when more than one archive was found; answers with one of the names. */
	chooseRoot(roots: readonly string[]): Promise<string>;
};

/** Archives offered for choice at most. */
const MOST_ROOTS = 50;

/**
 * Opens what a person picked: zips, a folder, zips in a folder, parts of one archive together. Only directories
 * and names are looked at, and manifests where several parts must be told apart.
 * @throws ArchiveProblem with words for the person; the signal's reason when aborted
 */
export async function openSource(
	picked: readonly PickedFile[],
	options: SourceOptions,
): Promise<Source> {
	const undo: Undo = [];
	try {
		return await open(picked, options, undo);
	} catch (error) {
		await undoAll(undo);
		throw error;
	}
}

async function open(
	picked: readonly PickedFile[],
	{ signal, chooseRoot }: SourceOptions,
	undo: Undo,
) {
	const groups = await groupParts(await collectParts(picked, undo, signal), signal);
	const roots = groups.length > 1 ? groups.slice(0, MOST_ROOTS).map(({ label }) => label) : [];
	const choice = roots.length > 0 ? await chooseRoot(roots) : groups[0]?.label;
	signal.throwIfAborted();
	const group = groups.find(({ label }) => label === choice);
	if (!group) throw new RangeError('No such archive was found.');
	const notes: SourceNote[] = [];
	const files = joinParts(group.parts, notes);
	refuseLocked(files);
	const unsafeInside = await joinMediaZips(files, notes, undo, signal);
	return {
		root: group.parts[0]?.prefix ?? '',
		parts: group.parts.length,
		unsafeNames: unsafeInside + unsafeIn(group.parts),
		roots,
		notes,
		...lookUp(files),
		close: () => undoAll(undo),
	};
}

function refuseLocked(files: Files): void {
	for (const file of files.values()) {
		const zip = holdsPosts(file.path) ? lockedZip(file) : undefined;
		if (zip !== undefined) throw archiveProblem('password', { file: zip });
	}
}

function unsafeIn(parts: readonly Part[]): number {
	const containers = new Set(parts.map(({ container }) => container));
	let sum = 0;
	for (const { unsafeNames } of containers) sum += unsafeNames;
	return sum;
}

function lookUp(files: Files): Pick<Source, 'find' | 'list' | 'files'> {
	const under = (folder: string) =>
		[...files].filter(([key]) => key.startsWith(folder)).map(([, file]) => file);
	return {
		find: (path) => files.get(path.toLowerCase()) ?? files.get(twinPath(path.toLowerCase())),
		list(folder) {
			const prefix = `${folder.toLowerCase().replace(/\/+$/, '')}/`;
			const found = under(prefix);
			return found.length > 0 ? found : under(twinPath(prefix));
		},
		files: { [Symbol.iterator]: () => files.values() },
	};
}

/** Someone may pick the folder `data` itself, and archives of 2018 have none. */
function twinPath(path: string): string {
	return path.startsWith('data/') ? path.slice('data/'.length) : `data/${path}`;
}

async function undoAll(undo: Undo): Promise<void> {
	for (const step of undo.splice(0)) await step();
}
