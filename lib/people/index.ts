// People: who they are, which accounts are one human's and why, and what stands between them and my accounts:
// following, muting, blocking, reporting, lists. Acts at once in the store and undoes what a server refuses.
// May import lib/model, lib/text, lib/networks, lib/sessions and lib/store.

export { isArchived } from './archived';
export type { CsvKind } from './csv';
export { type FoundEverywhere, findEverywhere } from './everywhere';
export { type Evidence, strengthOf } from './evidence';
export { findPeople } from './find';
export type { Member, SamePerson } from './gather';
export { answerRequest, listPeople, requests } from './lists';
export { blockServer, report } from './moderation';
export { fetchPerson, storedPerson } from './person';
export { provenIn } from './proven';
export { type Relating, relate } from './relate';
export { join, part, samePerson, takeBack } from './same';
export { csvOf, exportCsv, type Imported, importCsv, listOfMine } from './transfer';
