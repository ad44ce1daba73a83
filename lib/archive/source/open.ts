import type { PickedFile } from '../events';
import { ArchiveProblem, archiveProblem } from '../problems';
import type { Container, ListedFile } from './file';
import { listFolder } from './folder';
import { findRoots, type Mark } from './roots';
import { documentOf, otherNetwork, strangerProblem } from './strangers';
import type { ZipBlob } from './zip/bytes';
import { beginsAsZip, cutProblem } from './zip/cut';
import { listZip } from './zip/directory';
import { writeTemporary } from './zip/temporary';

/** A root in a container: an archive, or a piece of one. */
export type Part = { container: Container; prefix: string; mark: Mark; label: string };

/** What must be undone when the source is closed. */
export type Undo = (() => Promise<void>)[];

/** Files that the person chose one by one are looked into; of a folder only names are. */
const MOST_SINGLE = 16;
const MOST_INNER = 16;

/**
 * Finds every archive and piece of one in what was picked: folders, zips, zips in a folder, a zip in a zip.
 * @throws ArchiveProblem that says best what was picked instead, when no tweets are in it
 */
export async function collectParts(
	picked: readonly PickedFile[],
	undo: Undo,
	signal: AbortSignal,
): Promise<Part[]> {
	if (picked.length === 0) throw archiveProblem('no-files');
	const folder = listFolder(folderLabel(picked), picked);
	const parts = partsOf(folder);
	const containers = [folder];
	let failure: unknown;
	for (const pick of await zipsAmong(picked, parts)) {
		try {
			const zip = { blob: pick.file, label: pick.path.replace(/^\/+/, '') };
			const found = await openZip(zip, undo, signal, MOST_INNER);
			containers.push(found.container);
			parts.push(...found.parts);
		} catch (error) {
			// A zip that only happens to lie in the chosen folder may be anything; one that was chosen must be sound.
			if (isSingle(pick) || !(error instanceof ArchiveProblem)) throw error;
			failure ??= error;
		}
	}
	if (parts.some(({ mark }) => mark === 'posts')) return parts;
	throw failure ?? (await noTweets(picked, containers));
}

function folderLabel(picked: readonly PickedFile[]): string {
	const path = picked[0]?.path.replace(/^\/+/, '') ?? '';
	return path.split('/')[0] ?? path;
}

function isSingle({ file, path }: PickedFile): boolean {
	return path.replace(/^\/+/, '') === file.name;
}

function partsOf(container: Container): Part[] {
	const roots = findRoots(container);
	return roots.map(({ prefix, mark }) => ({
		container,
		prefix,
		mark,
		label: prefix === '' || roots.length === 1 ? container.label : `${container.label}/${prefix}`,
	}));
}

/** Zips by name that are not part of a folder's archive; without any, what was chosen singly and begins as one. */
async function zipsAmong(picked: readonly PickedFile[], parts: readonly Part[]) {
	const prefixes = parts.map(({ prefix }) => prefix);
	const outside = picked.filter(
		(pick) => isSingle(pick) || !prefixes.some((p) => pick.path.startsWith(p)),
	);
	const named = outside.filter(({ file }) => isZip(file.name));
	if (named.length > 0 || parts.length > 0 || picked.length > MOST_SINGLE) return named;
	const zips: PickedFile[] = [];
	for (const pick of picked.filter(isSingle)) {
		if (await beginsAsZip({ blob: pick.file, label: pick.file.name })) zips.push(pick);
	}
	return zips;
}

type Opened = { container: Container; parts: Part[] };

/**
 * Lists a zip; where no tweets are in it but zips are, lists those.
 * @param inner how many zips inside of it may be opened: none inside of an inner one, so that nothing recurs
 */
async function openZip(
	zip: ZipBlob,
	undo: Undo,
	signal: AbortSignal,
	inner: number,
): Promise<Opened> {
	signal.throwIfAborted();
	const container = await listZip(zip);
	if (!container) throw await notZip(zip, signal);
	if (container.files.length === 0) throw archiveProblem('empty-zip', { file: zip.label });
	const opened = { container, parts: partsOf(container) };
	const zips = opened.parts.length > 0 ? [] : container.files.filter(({ path }) => isZip(path));
	if (zips.length > inner) throw archiveProblem('inner-zip', { file: zip.label });
	let failure: unknown;
	for (const file of zips) {
		try {
			const blob = await blobOf(file, undo, signal);
			const found = await openZip({ blob, label: `${zip.label}/${file.path}` }, undo, signal, 0);
			container.files = container.files.concat(found.container.files);
			opened.parts.push(...found.parts);
		} catch (error) {
			if (!(error instanceof ArchiveProblem)) throw error;
			failure ??= error;
		}
	}
	if (failure && opened.parts.length === 0) throw failure;
	return opened;
}

function isZip(path: string): boolean {
	return path.toLowerCase().endsWith('.zip');
}

/** A file of a container as a blob that can be sliced: on disk where it lies, or inflated to a temporary file. */
export async function blobOf(file: ListedFile, undo: Undo, signal: AbortSignal): Promise<Blob> {
	if (file.blob) return await file.blob();
	const temporary = await writeTemporary(file.stream(signal), file.path);
	undo.push(temporary.remove);
	return temporary.file;
}

/** What a file is instead that has no end record of a zip. */
export async function notZip(zip: ZipBlob, signal: AbortSignal): Promise<ArchiveProblem> {
	if (await beginsAsZip(zip)) return await cutProblem(zip, signal);
	return await strangerProblem(zip.blob, zip.label);
}

/** The viewer that X adds to an archive. */
const PAGE = /(?:^|\/)your archive[^/]*\.html$/i;

/** The best words for a choice without tweets. */
async function noTweets(picked: readonly PickedFile[], containers: readonly Container[]) {
	const file = folderLabel(picked);
	const network = otherNetwork(containers);
	if (network) return archiveProblem('other-network', { file, network });
	if (containers.some(({ files }) => files.some(({ path }) => PAGE.test(path)))) {
		return archiveProblem('archive-page', { file });
	}
	const format = documentOf(containers);
	if (format) return archiveProblem('document', { file, format });
	const [only] = picked;
	if (only && picked.length === 1 && isSingle(only) && !isZip(only.file.name)) {
		return await strangerProblem(only.file, only.file.name);
	}
	return archiveProblem('no-tweets', { file });
}
