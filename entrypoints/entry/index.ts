import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type FromSite, navigationAt } from '../../lib/beside';
import { replaceIn } from '../also/standing';
import { keepEntry } from './entry';

/**
 * In pages of others, where the person wants it: an entry in their navigation, which opens the timeline over their
 * column. It reads nothing of the page, clicks nothing and holds no secret; the page can look into neither the entry
 * nor the frame.
 */
export default defineUnlistedScript(() => {
	const site = navigationAt(location.hostname);
	if (window !== window.top || !site) return;
	replaceIn(globalThis, 'entry', () =>
		keepEntry(site, (said: FromSite) => {
			browser.runtime.sendMessage(said).catch(reportError);
		}),
	);
});
