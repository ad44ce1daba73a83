// The store: one IndexedDB database and the media packs, one owner module per object store.
// Every write is one transaction, then one announcement on the change feed.
// Knows no network and draws nothing; may import lib/model and lib/text.
export {
	accountsAt,
	accountsCalled,
	accountsOfHost,
	everybody,
	hostsOfPeople,
	putAccounts,
	readAccounts,
} from './accounts';
export {
	type Agreement,
	type AgreementChange,
	type AgreementEnded,
	type AgreementProblem,
	changeAgreement,
	readAgreement,
} from './agreement';
export { markAnnouncement, putAnnouncements, readAnnouncements } from './announcements';
export { putBlob, readBlob, sweepBlobs } from './blobs';
export { changeBudget, forgetContacts, readBudgets } from './budgets';
export { onChange, type Topic } from './changes';
export { putCharter, readCharters, readNewestCharter } from './charters';
export { dropCorrection, putCorrections, readCorrections } from './corrections';
export { type Daily, readDaily, writeDaily } from './daily';
export { type ConnectionState, isFull, onConnection, StoreFull } from './database';
export {
	addDeliveries,
	changeDelivery,
	changeSending,
	claimedBy,
	countDeliveries,
	deliveriesIn,
	deliveriesOf,
	deliveriesSince,
	deliveryOfPost,
	readDeliveries,
	readDelivery,
} from './deliveries';
export {
	type DraftSaved,
	dropDraft,
	noteTopics,
	putDraft,
	readDraft,
	readDrafts,
} from './drafts';
export {
	dropEntry,
	dropLocal,
	entriesBefore,
	entriesOf,
} from './entries';
export { eraseEverything } from './erase';
export {
	activate,
	generations,
	newGenerationId,
	noteMedia,
	removeGeneration,
	sweepGenerations,
} from './generations';
export {
	changeLiveIndex,
	KEYS_TOGETHER,
	keyHash,
	liveIndexBytes,
	livePostKeys,
	type PackedBlock,
	readDirty,
	readLiveIndex,
	readLiveKeys,
	readLivePages,
	repostedAmong,
} from './live-index';
export { readLivePosts, storedPost } from './live-posts';
export type * from './live-schema';
export { liveBytes } from './live-size';
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
export { type Place, readPlace, writePlace } from './places';
export { type Plans, readPlans, remindersDue, writePlan } from './plans';
export { putPages, readPages } from './postings';
export {
	changePost,
	postsBy,
	putPosts,
	readPosts,
	repliesTo,
} from './posts';
export {
	closedPictureHosts,
	fitPreviews,
	hasPreview,
	keepPreview,
	notePictureHost,
	pictureHost,
	previewTotals,
	readPreview,
} from './previews';
export { ASKED_FOR, forgetReading, purgeAccount, purgePeople } from './purge';
export { putRefusals, readRefusals } from './reach';
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
export {
	type BroughtPost,
	chosenSettings,
	restoreAccounts,
	restoreEntries,
	restorePosts,
	restoreSettings,
} from './restore';
export {
	countEntries,
	countOldEntries,
	movableTimelines,
	moveOldest,
	nthOldest,
} from './retain';
export { addRows, rowsOf } from './rows';
export { putRules, readRuleVersions } from './rule-versions';
export { SAMPLE, SAMPLE_ID } from './sample';
export * from './schema';
export { putSegments, readSegment, readSegments } from './segments';
export { putDone, putHanded } from './sent';
export { putReadings, putServer, readServer } from './servers';
export {
	putSession,
	readMine,
	readSession,
	readSessions,
	updateSession,
} from './sessions';
export {
	type Choices,
	changeList,
	DEFAULT_SETTINGS,
	isChoice,
	previewRoom,
	readSettings,
	type Settings,
	writeSetting,
} from './settings';
export { type Failure, noteFailure, noteMarked, sourcesOf } from './sources';
export { type How, spansIn, spansOf } from './spans';
export { beginCare, endCare, putBalance, readStanding } from './standings';
