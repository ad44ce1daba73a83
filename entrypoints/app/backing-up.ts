import { browser } from 'wxt/browser';
import { readDaily } from '../../lib/store';
import { loadTexts } from '../../lib/texts';
import { downloads } from './downloads';

/** Reading comes first. */
const WAIT_MS = 20_000;
const AGAIN_MS = 30 * 60_000;

/** Makes the backup of the day while a page is open, where the person wants one: one page of all. */
export function keepBackedUp(): () => void {
	const ending = new AbortController();
	let timer: ReturnType<typeof setTimeout>;
	const look = async () => {
		timer = setTimeout(run, AGAIN_MS);
		if (!(await readDaily()) || !(await downloads.allowed())) return;
		const [{ backUpDaily }, texts] = await Promise.all([
			import('../../lib/backup'),
			loadTexts('auto', async (path) => (await fetch(path)).json()),
		]);
		await backUpDaily({
			app: browser.runtime.getManifest().version,
			readme: texts.t('backupReadme'),
			save: downloads.save,
			signal: ending.signal,
		});
	};
	const run = () => look().catch((error) => ending.signal.aborted || reportError(error));
	timer = setTimeout(run, WAIT_MS);
	return () => {
		clearTimeout(timer);
		ending.abort();
	};
}
