import { render } from 'preact';
import { DEFAULT_SETTINGS, onConnection, readSettings, type Settings } from '../../lib/store';
import { loadLanguage, Root } from './root';

/** The settings; their defaults where the database cannot be read, because the pages can say what is wrong then. */
function settingsToStartWith(): Promise<Settings> {
	const held = new Promise<Settings>((resolve) => {
		onConnection(() => resolve(DEFAULT_SETTINGS));
	});
	return Promise.race([readSettings().catch(() => DEFAULT_SETTINGS), held]);
}

async function start(root: HTMLElement): Promise<void> {
	const settings = await settingsToStartWith();
	const texts = await loadLanguage(settings.language);
	render(<Root initial={{ settings, texts }} />, root);
}

const root = document.getElementById('app');
if (root) start(root).catch(reportError);
