// The store: one IndexedDB database and the media packs, one owner module per object store.
// Every write is one transaction, then one announcement on the change feed.
// Knows no network and draws nothing; may import lib/model and lib/text.
export { accountsOfHost, putAccounts, readAccounts } from './accounts';
export { markAnnouncement, putAnnouncements, readAnnouncements } from './announcements';
export { changeBudget, readBudgets } from './budgets';
export { onChange, type Topic } from './changes';
export { putCharter, readCharters, readNewestCharter } from './charters';
export { type ConnectionState, isFull, onConnection, StoreFull } from './database';
export { dropEntry, dropLocal, type EntryBound, entriesBefore, entriesOf } from './entries';
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
export { putNamed, readNamed } from './named';
export { noteNoticeFailure, noticeStates, readNoticeState } from './notice-states';
export {
	lookAtNotices,
	type NoticePlace,
	newNotices,
	noticesBefore,
	putNotices,
} from './notices';
export { openPack, type Pack } from './packs';
export { putPage } from './page';
export { answerPending, putPending, readPending, takePending } from './pending';
export { putPages, readPages } from './postings';
export { changePost, putPosts, readPosts, repliesTo } from './posts';
export { forgetReading, purgeAccount, purgePeople } from './purge';
export {
	decodeRecord,
	decodeStored,
	keyNumber,
	newestImport,
	recordBytes,
	type Stored,
	type StoredVersion,
} from './records';
export { dropRegistrations, putRegistration, readRegistration } from './registrations';
export {
	putRelationships,
	readRelationship,
	relationshipsOf,
	relationshipsWith,
	replaceRelationship,
} from './relationships';
export * from './schema';
export { putSegments, readSegment, readSegments } from './segments';
export { putServer, readServer } from './servers';
export { putSession, readSession, readSessions, takeSession, updateSession } from './sessions';
export { DEFAULT_SETTINGS, readSettings, type Settings, writeSetting } from './settings';
export { type Failure, noteFailure, sourcesOf } from './sources';
export { type How, spansIn, spansOf } from './spans';
