import { browser } from 'wxt/browser';
import { readFromSite } from '../../lib/beside';
import { isWatched, openComposer, runInOpen, watchSite } from '../../lib/browser';
import { changeList, readSettings } from '../../lib/store';

type Sender = Parameters<typeof readFromSite>[1];

/** What our script says in a page of others; nothing, if it was somebody else. */
export async function hearSite(value: unknown, sender: Sender): Promise<void> {
	const heard = readFromSite(value, sender, browser.runtime.id);
	if (!heard) return;
	const { host, said } = heard;
	const site = { host, ...('part' in said && { part: said.part }) };
	// A script that still runs in a page where the person does not want it any more.
	if (!(await isWatched(site))) return;
	if (said.type === 'alsoTo') return openComposer({ ...said, site: host });
	const { type, ...found } = said;
	await changeList('sites', (all) =>
		all.map((one) =>
			one.host === host && one.part === found.part ? { host, at: Date.now(), ...found } : one,
		),
	);
}

/** An update of the extension ends what was registered, and what stood in open pages hears nobody any more. */
export async function registerSites(): Promise<void> {
	for (const site of (await readSettings()).sites) {
		if (!(await isWatched(site))) await watchSite(site);
		await runInOpen(site);
	}
}
