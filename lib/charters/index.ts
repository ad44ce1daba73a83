// Charters: who runs a server, under which law, who pays, and how one leaves again; each finding with its evidence.
// From what the server publishes of itself (kept with history) and from a directory that people look over.
// May import lib/model, lib/text, lib/networks (types), lib/sessions and lib/store. Not for background.js.
export {
	type CharterChange,
	charter,
	charterChanges,
	isCharterDue,
	onlyLookedOver,
	readCharter,
} from './charter';
export { directory, serviceOf, squareOf } from './directory';
export { foundationTest } from './foundation-test';
