import { browser } from 'wxt/browser';
import type { InBrowser } from '../../components/shared/services';
import {
	forgetInBrowser,
	isWatched,
	nameOfWatched,
	openBesideHere,
	runInOpen,
	watchSite,
} from '../../lib/browser';
import { STANDING } from '../also/standing';

/** Chromium's page for keys; Firefox has a call for its own (commands.openShortcutSettings, since 137). */
const KEYS_PAGE = 'chrome://extensions/shortcuts';

const NOTIFY = { permissions: ['notifications' as const] };

/** Takes our button or entry out of a page. */
async function takeOut(tabId: number, part: 'also' | 'entry' = 'also'): Promise<void> {
	await browser.scripting.executeScript({
		target: { tabId },
		func: (name: string) => {
			const end: unknown = Reflect.get(globalThis, name);
			if (typeof end === 'function') end();
		},
		args: [STANDING + part],
	});
}

/** A page that hangs does not answer, and keeps nothing from being deleted. */
const TAKING_OUT_MS = 2000;

/** Takes ours out of all open pages, as long as the permissions for them are there. */
async function takeOutEverywhere(): Promise<void> {
	if (!browser.scripting) return;
	const registered = await browser.scripting.getRegisteredContentScripts();
	await Promise.all(
		registered.map(async ({ matches = [], js = [] }) => {
			const part = js.includes('entry.js') ? 'entry' : 'also';
			const tabs = await browser.tabs.query({ url: matches });
			await Promise.all(
				tabs.map(({ id }) => id !== undefined && takeOut(id, part).catch(reportError)),
			);
		}),
	);
}

/** Deletes what the browser keeps for the extension, and first what stands in pages of others by it. */
export async function forgetEverywhere(): Promise<void> {
	const late = new Promise<void>((resolve) => setTimeout(resolve, TAKING_OUT_MS));
	await Promise.race([takeOutEverywhere().catch(reportError), late]);
	await forgetInBrowser();
}

type Shortcuts = { openShortcutSettings?(): Promise<void> };

export const inBrowser: InBrowser = {
	openBeside: openBesideHere,
	async keys() {
		const all = await browser.commands.getAll();
		return all.map(({ name = '', shortcut = '' }) => ({ name, shortcut }));
	},
	async changeKeys() {
		const { openShortcutSettings } = browser.commands as Shortcuts;
		if (openShortcutSettings) await openShortcutSettings();
		else await browser.tabs.create({ url: KEYS_PAGE });
	},
	mayNotify: () => browser.permissions.contains(NOTIFY),
	askToNotify: () => browser.permissions.request(NOTIFY),
	async dropNotify() {
		await browser.permissions.remove(NOTIFY);
	},
	async addSite({ host, part }, note) {
		const site = { host, ...(part && { part }) };
		const origins = [`https://${host}/*`];
		if (!(await browser.permissions.request({ origins }))) return false;
		if (!(await isWatched(site))) await watchSite(site);
		await note();
		await runInOpen(site);
		return true;
	},
	async withdrawn(hosts) {
		const allowed = await Promise.all(
			hosts.map((host) => browser.permissions.contains({ origins: [`https://${host}/*`] })),
		);
		return hosts.filter((_host, i) => !allowed[i]);
	},
	async removeSite(site, access) {
		const ids = [nameOfWatched(site)];
		const origins = [`https://${site.host}/*`];
		if (await isWatched(site)) await browser.scripting.unregisterContentScripts({ ids });
		// What stands in a page that is open would be pressed in vain.
		for (const { id } of await browser.tabs.query({ url: origins }))
			if (id !== undefined) await takeOut(id, site.part).catch(reportError);
		if (access) await browser.permissions.remove({ origins });
	},
};
