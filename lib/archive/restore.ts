import { TOKENIZER } from '../search';
import {
	activate,
	type Generation,
	generations,
	type ImportRecord,
	LISTS,
	type ListName,
	newestImport,
	type Stored,
	sweepGenerations,
	sweepPacks,
} from '../store';
import { Rewrite } from './arrange/rewrite';
import { sweepSpills } from './arrange/spill';
import { copyMedia, mediaFiles } from './media';
import { mediaImportsShape, type PackedArchive, packedArchiveShape, storedShape } from './packing';
import { archiveProblem } from './problems';
import { chore } from './remove';
import { baseName } from './rows/fields';
import type { SourceFile } from './source/file';
import { listZip } from './source/zip/directory';
import { type ChoreTalk, calmly } from './talk';

/** Which bit an import of the backup has here. */
type Bits = ReadonlyMap<number, number>;

/**
 * Merges one archive of a backup with what is stored of the account, as if each of its imports had been made here: one
 * that is here already changes nothing. Posts in one swap, then the media; what is cut short can be done again.
 */
export async function runRestore(file: File, folder: string, talk: ChoreTalk): Promise<void> {
	await chore(talk, async () => {
		await sweepGenerations();
		await Promise.all([sweepPacks(), sweepSpills()]);
		const zip = await listZip({ blob: file, label: file.name });
		const files = zip?.files.filter(({ path }) => path.startsWith(`${folder}/`)) ?? [];
		const head = files.find(({ path }) => path === `${folder}/archive.json`);
		if (!head) throw archiveProblem('damaged-file', { file: `${folder}/archive.json` });
		const packed = packedArchiveShape(JSON.parse(await textOf(head, talk.signal)));
		const all = await generations({ fresh: true });
		const stored = all.find(({ account }) => account.key === packed.account.key);
		const imports = joinedImports(stored?.imports ?? [], packed.imports);
		const bits = bitsOf(packed.imports, imports);
		await mergePosts({ files, folder, packed, stored, imports, bits }, talk);
		await mergeMedia({ files, folder, packed, bits }, talk);
	});
}

/** Both, each once: of those that are in both, the one that is here. Those that are new get bits that are free. */
function joinedImports(
	here: readonly ImportRecord[],
	brought: readonly ImportRecord[],
): readonly ImportRecord[] {
	const joined = [...here];
	for (const one of brought) {
		if (joined.some(({ id }) => id === one.id)) continue;
		const used = new Set(joined.map(({ bit }) => bit));
		const free = [one.bit, ...Array.from({ length: 31 }, (_, bit) => bit)];
		const bit = free.find((candidate) => !used.has(candidate));
		if (bit === undefined) throw archiveProblem('too-many-imports');
		joined.push({ ...one, bit });
	}
	return joined;
}

function bitsOf(brought: readonly ImportRecord[], joined: readonly ImportRecord[]): Bits {
	return new Map(
		brought.map(({ id, bit }) => [bit, joined.find((one) => one.id === id)?.bit ?? bit]),
	);
}

type Merge = {
	files: readonly SourceFile[];
	folder: string;
	packed: PackedArchive;
	stored: Generation | undefined;
	imports: readonly ImportRecord[];
	bits: Bits;
};

async function mergePosts(merge: Merge, talk: ChoreTalk): Promise<void> {
	const { stored, imports } = merge;
	const head = headOf(merge);
	const rewrite = await Rewrite.begin(talk.helpers);
	try {
		if (stored) await rewrite.takeAll(stored, talk.signal);
		for (const list of LISTS) await takeList(merge, list, rewrite, talk.signal);
		const dates = new Map(imports.map((one) => [one.bit, one.archiveDate]));
		const { changed } = rewrite.join(dates, talk.signal);
		const isSame = stored !== undefined && stored.imports.length === imports.length && !changed;
		if (isSame) return;
		const written = await rewrite.write({
			account: head.account,
			signal: talk.signal,
			onProgress: calmly((done, total) => talk.emit({ type: 'progress', done, total })),
		});
		talk.signal.throwIfAborted();
		await activate({ ...head, ...written, tokenizer: TOKENIZER, imports });
	} finally {
		await rewrite.end();
		await sweepGenerations();
	}
}

/** Who it is, as the newest archive of both says. */
function headOf({ packed, stored, imports }: Merge) {
	const newest = newestImport(imports);
	const isHere = stored?.imports.some(({ id }) => id === newest?.id) ?? false;
	const [first, second] = stored && isHere ? [stored, packed] : [packed, stored];
	const avatar = first.avatar ?? second?.avatar;
	const header = first.header ?? second?.header;
	return {
		account: first.account,
		...(avatar ? { avatar } : {}),
		...(header ? { header } : {}),
		relations: { ...packed.relations, ...stored?.relations },
	};
}

async function takeList(
	{ files, folder, bits }: Merge,
	list: ListName,
	rewrite: Rewrite,
	signal: AbortSignal,
): Promise<void> {
	const prefix = list === 'posts' ? 'tw:' : 'twlike:';
	for (const file of files.filter(({ path }) => path.startsWith(`${folder}/${list}-`))) {
		for (const line of (await textOf(file, signal)).split('\n')) {
			const row = line === '' ? undefined : rowOf(line);
			const isOne = row?.v.every(({ p }) => p.key.startsWith(prefix)) ?? false;
			if (row && isOne) rewrite.takeStored(list, withBits(row, bits));
		}
	}
}

/** A row that is none was counted when the backup was looked through. */
function rowOf(line: string): Stored | undefined {
	try {
		return storedShape(JSON.parse(line));
	} catch {
		return undefined;
	}
}

function withBits({ v }: Stored, bits: Bits): Stored {
	const moved = v.map(({ i, p }) => ({ i: moveBits(i, bits), p }));
	return { v: moved.filter(({ i }) => i !== 0) };
}

function moveBits(bitset: number, bits: Bits): number {
	let moved = 0;
	for (const [from, to] of bits) if (bitset & (1 << from)) moved |= 1 << to;
	return moved;
}

async function mergeMedia(
	{ files, folder, packed, bits }: Pick<Merge, 'files' | 'folder' | 'packed' | 'bits'>,
	talk: ChoreTalk,
): Promise<void> {
	const which = files.find(({ path }) => path === `${folder}/media.json`);
	if (!which) return;
	const imports = mediaImportsShape(JSON.parse(await textOf(which, talk.signal)));
	const media = mediaFiles(files.filter(({ path }) => path.startsWith(`${folder}/media/`)));
	for (const [from, bit] of bits) {
		const mine = media.filter(({ path }) => (imports[baseName(path)] ?? 0) & (1 << from));
		const total = mine.reduce((sum, { size }) => sum + size, 0);
		await copyMedia({
			account: packed.account.key,
			bit,
			files: mine,
			media: { copied: 0, failed: 0 },
			signal: talk.signal,
			onProgress: calmly((done) => talk.emit({ type: 'progress', done, total })),
		});
	}
}

function textOf(file: SourceFile, signal: AbortSignal): Promise<string> {
	return new Response(file.stream(signal) as BodyInit).text();
}
