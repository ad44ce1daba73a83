// The outbox, as pages know it: drafts and their files, where they can go and what is known of it, and asking the
// background to send. What sends is behind a door of its own (worker.ts), for the background alone.
// May import lib/model, lib/text, lib/texts, lib/store, lib/sessions, lib/norms, lib/networks and lib/messages.ts.
export {
	answer,
	confirmHandedOver,
	connectOutbox,
	deliveries,
	enqueue,
	handOverAddress,
	remove,
	removeEverywhere,
	reopen,
	repost,
	step,
	takeBack,
	undo,
	undoable,
} from './asking';
export { attention } from './attention';
export { bring, mayBring } from './bringing';
export { deleteDraft, drafts, draftToEdit, newDraft, readDraft, saveDraft } from './drafts';
export { putFile, readFile } from './files';
export { homesIn } from './homes';
export { namesAt, originAt, partsOf } from './parts';
export { draftAgain, draftToChange, handedOverWith, madeWith, underWay } from './rewriting';
export { mayDecide } from './states';
export { namedAt } from './strangers';
export { type Target, targets, venueOf } from './targets';
export { wordsOf } from './words';
