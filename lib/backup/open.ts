import {
	ArchiveProblem,
	listZip,
	mediaImportsShape,
	packedArchiveShape,
	type SourceFile,
	storedShape,
} from '../archive';
import { BadShape, type Check } from '../checks';
import type { Text } from '../model';
import { bytesOf } from './bytes';
import {
	type ListedFile,
	type Manifest,
	MOST_MANIFEST_BYTES,
	MOST_TEXT_BYTES,
	NewerBackup,
	type PartName,
	readManifest,
	UnknownPart,
} from './format';
import * as rows from './rows';
import { sha256Of } from './zip';

/** A file that is no backup, or a damaged one: `text` is a sentence. Nothing was written. */
export class BadBackup extends Error {
	override name = 'BadBackup';
	readonly text: Text;

	constructor(key: string, parameters?: Text['parameters']) {
		super(key);
		this.text = parameters ? { key, parameters } : { key };
	}
}

/** A backup that was looked through: every file is what the list says, every row was looked at. */
export type OpenBackup = {
	file: File;
	manifest: Manifest;
	files: ReadonlyMap<string, SourceFile>;
	/** Rows of each part that are as they should be. */
	counts: Readonly<Partial<Record<PartName, number>>>;
	/** Rows that are not, and are left out. */
	refused: number;
	/** `archive/<n>` of each archive, with whose it is. */
	archives: readonly { folder: string; handle: string }[];
};

/** A single file that is larger is not one of ours: a medium has 512 MB at most. */
const MOST_FILE_BYTES = 1 << 30;
/** All of it unpacked, against its size packed: text gets smaller by ten times or so. */
const MOST_RATIO = 100;
const FREE_BYTES = 1 << 30;

/** What a row of each part with rows may be. */
const ROWS: Readonly<Partial<Record<PartName, Check<unknown>>>> = {
	accounts: rows.myAccount,
	settings: rows.setting,
	muffles: rows.muffle,
	views: rows.savedView,
	plans: rows.plans,
	corrections: rows.correction,
	drafts: rows.draft,
	outbox: rows.past,
	people: rows.known,
	lists: rows.namedList,
	persons: rows.said,
	authors: rows.author,
	posts: rows.livePost,
	entries: rows.entry,
};

/**
 * Reads a whole backup without writing anything: that it is one, that nothing is damaged, and that every row is what it
 * says. Throws `BadBackup`, and the signal's reason.
 */
export async function openBackup(
	file: File,
	signal: AbortSignal,
	onProgress: (share: number) => void,
): Promise<OpenBackup> {
	try {
		return await opened(file, signal, onProgress);
	} catch (error) {
		signal.throwIfAborted();
		throw inWords(error);
	}
}

function inWords(error: unknown): unknown {
	if (error instanceof UnknownPart)
		return new BadBackup('backupUnknownPart', { part: error.message });
	if (error instanceof NewerBackup) return new BadBackup('backupNewer');
	if (error instanceof BadShape || error instanceof SyntaxError)
		return new BadBackup('backupNotOne');
	if (!(error instanceof ArchiveProblem)) return error;
	const { code, happened } = error.problem;
	const isBomb = code === 'bomb' || code === 'overlap' || code === 'too-many-files';
	if (isBomb) return new BadBackup('backupBomb');
	const name = happened.parameters?.['file'];
	return new BadBackup('backupDamaged', { file: typeof name === 'string' ? name : '' });
}

async function opened(
	file: File,
	signal: AbortSignal,
	onProgress: (share: number) => void,
): Promise<OpenBackup> {
	const zip = await listZip({ blob: file, label: file.name });
	if (!zip) throw new BadBackup('backupNotOne');
	const files = new Map(zip.files.map((one) => [one.path, one]));
	const list = files.get('manifest.json');
	if (!list || list.size > MOST_MANIFEST_BYTES) throw new BadBackup('backupNotOne');
	const manifest = readManifest(JSON.parse(new TextDecoder().decode(await bytesOf(list, signal))));
	files.delete('manifest.json');
	const strange = zip.files.length - 1 !== files.size || zip.unsafeNames > 0;
	if (strange || files.size !== manifest.files.length) throw new BadBackup('backupStrangers');
	const total = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
	if (total > Math.max(FREE_BYTES, file.size * MOST_RATIO)) throw new BadBackup('backupBomb');
	const look = new Look();
	let done = 0;
	for (const one of manifest.files) {
		const source = files.get(one.path);
		if (!source || source.size !== one.bytes)
			throw new BadBackup('backupDamaged', { file: one.path });
		await look.at(one, source, signal);
		done += one.bytes;
		onProgress(total > 0 ? done / total : 1);
	}
	const { counts, refused, archives } = look;
	return { file, manifest, files, counts, refused, archives };
}

/** What is found while a backup is looked through. */
class Look {
	readonly counts: Partial<Record<PartName, number>> = {};
	refused = 0;
	readonly archives: { folder: string; handle: string }[] = [];

	async at(listed: ListedFile, source: SourceFile, signal: AbortSignal): Promise<void> {
		const { path, part } = listed;
		const isBytes = part === 'media' || part === 'files';
		if (source.size > (isBytes ? MOST_FILE_BYTES : MOST_TEXT_BYTES))
			throw new BadBackup('backupBomb');
		const bytes = await bytesOf(source, signal);
		const found = await sha256Of(bytes);
		const named = part === 'files' ? path.slice(path.lastIndexOf('/') + 1) : found;
		if (found !== listed.sha256 || found !== named) {
			throw new BadBackup('backupDamaged', { file: path });
		}
		if (isBytes) this.count(part, 1);
		else if (part === 'archive') this.archive(path, bytes);
		else this.rows(part, ROWS[part], bytes);
	}

	private archive(path: string, bytes: Uint8Array): void {
		if (path.endsWith('.ndjson')) {
			this.rows('archive', storedShape, bytes);
			return;
		}
		const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
		if (path.endsWith('/media.json')) {
			mediaImportsShape(value);
			return;
		}
		const { account } = packedArchiveShape(value);
		this.archives.push({ folder: path.slice(0, path.lastIndexOf('/')), handle: account.handle });
	}

	private rows(part: PartName, check: Check<unknown> | undefined, bytes: Uint8Array): void {
		if (!check) return;
		for (const row of rowsIn(bytes)) {
			if (checked(check, row) === undefined) this.refused++;
			else this.count(part, 1);
		}
	}

	private count(part: PartName, more: number): void {
		this.counts[part] = (this.counts[part] ?? 0) + more;
	}
}

function rowsIn(bytes: Uint8Array): string[] {
	return new TextDecoder()
		.decode(bytes)
		.split('\n')
		.filter((line) => line !== '');
}

function checked<T>(check: Check<T>, line: string): T | undefined {
	try {
		return check(JSON.parse(line));
	} catch (error) {
		if (error instanceof BadShape || error instanceof SyntaxError) return undefined;
		throw error;
	}
}

/** The rows of a part that are as they should be, file by file. */
export async function* rowsOfPart<T>(
	{ manifest, files }: OpenBackup,
	part: PartName,
	check: Check<T>,
	signal: AbortSignal,
): AsyncGenerator<T[]> {
	for (const { path } of manifest.files.filter((one) => one.part === part)) {
		const source = files.get(path);
		if (!source) continue;
		const bytes = await bytesOf(source, signal);
		yield rowsIn(bytes).flatMap((line) => {
			const row = checked(check, line);
			return row === undefined ? [] : [row];
		});
	}
}

/** All of them at once, of a part that is small. */
export async function allRows<T>(
	backup: OpenBackup,
	part: PartName,
	check: Check<T>,
	signal: AbortSignal,
): Promise<T[]> {
	const all: T[] = [];
	for await (const rows of rowsOfPart(backup, part, check, signal)) all.push(...rows);
	return all;
}
