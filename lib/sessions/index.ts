// Sessions: signing in and out, and the one way to ask a server as one of my accounts. Makes the Io that adapters get,
// with a budget per server that all tabs and the background share. Secrets do not leave this room and the adapters.
// May import lib/model, lib/text, lib/networks and lib/store.
export { asking, type Me, sessions } from './asking';
export { findServer } from './find';
export { pause } from './io';
export {
	NotSignedIn,
	SessionOver,
	SignInRefused,
} from './problems';
export { budgets, refreshServer, server } from './servers';
export { beginSignIn, finishSignIn } from './sign-in';
export { signOut, signOutEverywhere } from './sign-out';
export { surround } from './surroundings';
export { handOver, type SignInWindow, signIn, type Tab, tabWindow } from './windows';
