import type { Services } from '../../components/shared/services';
import { identityWindows, loopbackWindow, openTab, pageAddress } from '../../lib/browser';
import { signIn, tabWindow } from '../../lib/sessions';

/** The browser's own window first, a tab where that shows nothing or the server cannot lead back there. */
export const signInWith: Services['signIn'] = (server, how, signal) => {
	const tab = tabWindow(pageAddress('/signed-in.html'), openTab);
	return signIn(server, how, [...identityWindows(), tab, loopbackWindow()], signal);
};
