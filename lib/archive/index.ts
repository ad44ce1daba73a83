// The archive: reads a person's Twitter export (zip or folder, every layout since 2012) into the store, removes
// it again, exports everything. Pages use the functions below; the work is done in worker.ts, a dedicated worker.
// May import lib/model, lib/text, lib/checks, lib/store and lib/search; never the network.
export type {
	ChoreEvent,
	Found,
	ImportEvent,
	PickedFile,
	Problem,
	Progress,
	Question,
} from './events';
export { sweepExport } from './export-file';
export {
	mediaImportsShape,
	packedArchive,
	packedArchiveShape,
	packedPosts,
	storedShape,
} from './packing';
export { ArchiveProblem } from './problems';
export { isOverLimit } from './retention';
export type { SourceFile } from './source/file';
export { crc32 } from './source/zip/crc';
export { listZip } from './source/zip/directory';
export {
	eraseAll,
	exportJson,
	forgetExport,
	removeImport,
	restoreArchive,
	retainPosts,
	type Spawn,
	startImport,
} from './work';
