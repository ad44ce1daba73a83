import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type FromSite, siteAt } from '../../lib/beside';
import { keepButtons } from './buttons';
import { replaceIn } from './standing';

/**
 * In pages of others, where the person wants it: a button in their composers. It reads at the click alone, clicks
 * nothing, holds no secret, and leaves nothing in the page but the button, which the page cannot look into.
 */
export default defineUnlistedScript(() => {
	if (window !== window.top) return;
	const words = {
		label: browser.i18n.getMessage('alsoTo'),
		tooLong: browser.i18n.getMessage('alsoToTooLong'),
	};
	replaceIn(globalThis, 'also', () =>
		keepButtons(siteAt(location.hostname), words, (said: FromSite) => {
			browser.runtime.sendMessage(said).catch(reportError);
		}),
	);
});
