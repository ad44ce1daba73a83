import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';

/** Every listener is added in the first turn, so that a worker that was killed wakes for its event. */
export default defineBackground(() => {
	browser.action.onClicked.addListener(() => openApp(''));
	browser.runtime.onInstalled.addListener(({ reason }) =>
		reason === 'install' ? openApp('#/import') : undefined,
	);
});

async function openApp(route: string): Promise<void> {
	await browser.tabs.create({ url: browser.runtime.getURL('/app.html') + route });
}
