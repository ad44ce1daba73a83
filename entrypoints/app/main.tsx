import { render } from 'preact';
import { sweepExport } from '../../lib/archive';
import { showBadge } from '../../lib/browser';
import { setNetworks } from '../../lib/sessions';
import {
	DEFAULT_SETTINGS,
	onChange,
	onConnection,
	readSettings,
	type Settings,
} from '../../lib/store';
import { newNoticeCount } from '../../lib/timeline';
import { loadLanguage, Root } from './root';

/** The settings; their defaults where the database cannot be read, because the pages can say what is wrong then. */
function settingsToStartWith(): Promise<Settings> {
	const held = new Promise<Settings>((resolve) => {
		onConnection(() => resolve(DEFAULT_SETTINGS));
	});
	return Promise.race([readSettings().catch(() => DEFAULT_SETTINGS), held]);
}

/** The background may sleep while a page looks at notices. */
async function countNotices(): Promise<void> {
	await showBadge(await newNoticeCount());
}

// The first posts are read from the store: who speaks with servers comes after them.
setNetworks(async () => (await import('../../lib/networks/adapters')).NETWORKS);

async function start(root: HTMLElement): Promise<void> {
	const settings = await settingsToStartWith();
	const texts = await loadLanguage(settings.language);
	render(<Root initial={{ settings, texts }} />, root);
}

onChange(['notices'], () => countNotices().catch(reportError));
sweepExport().catch(reportError);
const root = document.getElementById('app');
if (root) start(root).catch(reportError);
