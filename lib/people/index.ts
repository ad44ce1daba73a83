// People: who they are, and what stands between them and my accounts: following, muting, blocking, reporting, lists.
// Acts at once in the store and undoes what a server refuses.
// May import lib/model, lib/text, lib/networks, lib/sessions and lib/store.

export type { CsvKind } from './csv';
export { type FoundEverywhere, findEverywhere } from './everywhere';
export { findPeople } from './find';
export { answerRequest, listPeople, requests } from './lists';
export { blockServer, report } from './moderation';
export { fetchPerson, storedPerson } from './person';
export { type Relating, relate } from './relate';
export { exportCsv, type Imported, importCsv } from './transfer';
