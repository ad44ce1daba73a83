import { handOver } from '../../lib/sessions';
import { readSettings } from '../../lib/store';
import { loadTexts } from '../../lib/texts';

/** Where a server leads back to when a person signs in through a tab: leaves its answer in the store, no more. */
async function start(shown: HTMLElement): Promise<void> {
	const callback = location.href;
	// The code is in nobody's history, nor in the address of this page for longer than this.
	history.replaceState(null, '', location.pathname);
	const taken = await handOver(callback);
	const { language } = await readSettings();
	const texts = await loadTexts(language, async (path) => (await fetch(path)).json());
	document.documentElement.lang = texts.language;
	document.documentElement.dir = texts.direction;
	shown.textContent = texts.t(taken ? 'signedInReturn' : 'signInExpired');
}

const shown = document.getElementById('state');
// A page that others may frame one of ours in (wxt.config.ts) leads nobody back.
if (shown && window === window.top) start(shown).catch(reportError);
