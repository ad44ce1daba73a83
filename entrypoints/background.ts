import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { showBadge } from '../lib/browser';
import { POLLING } from '../lib/networks/adapters';
import { setNetworks } from '../lib/sessions';
import { onChange } from '../lib/store';
import { newNoticeCount, poll } from '../lib/timeline';

const POLL = 'poll';
const POLL_MINUTES = 5;

/** Every listener is added in the first turn, so that a worker that was killed wakes for its event. */
export default defineBackground(() => {
	setNetworks(async () => POLLING);
	browser.action.onClicked.addListener(() => openApp(''));
	browser.runtime.onInstalled.addListener(({ reason }) =>
		reason === 'install' ? openApp('#/import') : undefined,
	);
	browser.alarms.onAlarm.addListener(({ name }) => (name === POLL ? pollAll() : undefined));
	onChange(['notices'], () => countNotices().catch(reportError));
	wakeLater().catch(reportError);
});

async function openApp(route: string): Promise<void> {
	await browser.tabs.create({ url: browser.runtime.getURL('/app.html') + route });
}

/** An alarm that is set again begins anew: a worker that often wakes would never come to it. */
async function wakeLater(): Promise<void> {
	if (await browser.alarms.get(POLL)) return;
	await browser.alarms.create(POLL, { periodInMinutes: POLL_MINUTES });
}

async function pollAll(): Promise<void> {
	try {
		await poll();
	} finally {
		await countNotices();
	}
}

async function countNotices(): Promise<void> {
	await showBadge(await newNoticeCount());
}
