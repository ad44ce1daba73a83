import { browser } from 'wxt/browser';
import type { Downloads } from '../../components/shared/services';

const WANTED = { permissions: ['downloads' as const] };
/** Of a download that never ends nothing is heard. */
const PATIENCE_MS = 10 * 60_000;

/** The downloads folder. The API is there when the permission was given, in Firefox too (since 140). */
export const downloads: Downloads = {
	ask: () => browser.permissions.request(WANTED),
	allowed: () => browser.permissions.contains(WANTED),
	async save(file) {
		const url = URL.createObjectURL(file);
		try {
			const filename = file.name;
			const id = await browser.downloads.download({
				url,
				filename,
				conflictAction: 'overwrite',
				saveAs: false,
			});
			await ended(id);
		} finally {
			URL.revokeObjectURL(url);
		}
	},
};

async function ended(id: number): Promise<void> {
	const until = Date.now() + PATIENCE_MS;
	const stateOf = async () => (await browser.downloads.search({ id }))[0];
	for (let item = await stateOf(); item; item = await stateOf()) {
		if (item.state === 'complete') return;
		if (item.state === 'interrupted') throw new Error(`download ${item.error ?? 'interrupted'}`);
		if (Date.now() > until) break;
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
	throw new Error('download unknown');
}
