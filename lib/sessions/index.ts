// Sessions: signing in and out, and the one way to ask a server as one of my accounts. Makes the Io that adapters get,
// with a budget per server that all tabs and the background share. Secrets do not leave this room and the adapters.
// May import lib/model, lib/text, lib/texts, lib/networks and lib/store.
export { looksLikeAppPassword } from './app-password';
export { asking, type Me, networks, sessions } from './asking';
export { type Contact, contacts, forgetContacts, noteContacts } from './contacts';
export { findServer } from './find';
export { pause } from './io';
export { readPapers } from './papers';
export { learnPolicies } from './policies';
export {
	NotSignedIn,
	SessionOver,
	SignInRefused,
} from './problems';
export { learnRefusals, reachOf } from './reach';
export { namesOf } from './refused';
export {
	budgets,
	isServerDue,
	learnRules,
	learnServer,
	refreshServer,
	server,
} from './servers';
export { chooseServices, lookUpService } from './serving';
export { beginSignIn, enter, finishSignIn } from './sign-in';
export { signOut, signOutEverywhere } from './sign-out';
export { setNetworks, surround, surroundings } from './surroundings';
export {
	handOver,
	type SignInWindow,
	signIn,
	type Tab,
	tabWindow,
	type WatchedTab,
	watchedWindow,
} from './windows';
