import type { Services } from '../../components/shared/services';
import { identityWindow, openTab, pageAddress } from '../../lib/browser';
import { signIn, tabWindow } from '../../lib/sessions';

/** The browser's own window first, a tab where that shows nothing. */
export const signInWith: Services['signIn'] = (server, how, signal) => {
	const tab = tabWindow(pageAddress('/signed-in.html'), openTab);
	const own = identityWindow();
	return signIn(server, how, own ? [own, tab] : [tab], signal);
};
