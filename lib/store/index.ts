// The store: one IndexedDB database and the media packs, one owner module per object store.
// Every write is one transaction, then one announcement on the change feed.
// Knows no network and draws nothing; may import lib/model and lib/text.
export { onChange, type Topic } from './changes';
export { type ConnectionState, isFull, onConnection, StoreFull } from './database';
export { eraseEverything } from './erase';
export {
	activate,
	generations,
	newGenerationId,
	noteMedia,
	removeGeneration,
	sweepGenerations,
} from './generations';
export type * from './live-schema';
export {
	copyLiveMedia,
	dropMediaImport,
	keepMedia,
	mediaRows,
	readMedium,
	sweepPacks,
} from './media';
export { openPack, type Pack } from './packs';
export { putPages, readPages } from './postings';
export {
	decodeRecord,
	decodeStored,
	keyNumber,
	newestImport,
	recordBytes,
	type Stored,
	type StoredVersion,
} from './records';
export * from './schema';
export { putSegments, readSegment, readSegments } from './segments';
export { DEFAULT_SETTINGS, readSettings, type Settings, writeSetting } from './settings';
