// Sessions: signing in and out, and the one way to ask a server as one of my accounts. Makes the Io that adapters get,
// with a budget per server that all tabs and the background share. Secrets do not leave this room and the adapters.
// May import lib/model, lib/text, lib/networks and lib/store.
export { looksLikeAppPassword } from './app-password';
export { asking, type Me, sessions } from './asking';
export { findServer } from './find';
export { pause } from './io';
export { readPapers } from './papers';
export {
	NotSignedIn,
	SessionOver,
	SignInRefused,
} from './problems';
export { budgets, refreshServer, server } from './servers';
export { chooseServices, lookUpService } from './serving';
export { beginSignIn, enter, finishSignIn } from './sign-in';
export { signOut, signOutEverywhere } from './sign-out';
export { setNetworks, surround } from './surroundings';
export {
	handOver,
	type SignInWindow,
	signIn,
	type Tab,
	tabWindow,
	type WatchedTab,
	watchedWindow,
} from './windows';
