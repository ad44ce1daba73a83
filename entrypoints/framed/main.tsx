import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Framed, NothingFramed } from '../../components/framed';
import { countPageLoads } from '../../components/shared/page-loads';
import { readOnly } from '../../components/shared/read-only';
import { SettingsProvider } from '../../components/shared/settings';
import { TextsProvider } from '../../components/shared/texts';
import { openBesideHere, pageAddress } from '../../lib/browser';
import { POLLING } from '../../lib/networks/polling';
import { setNetworks } from '../../lib/sessions';
import { DEFAULT_SETTINGS, readSettings, type Settings } from '../../lib/store';
import { loadTexts } from '../../lib/texts';
import { askToClose, takeMark } from '../entry/asked';

// A page of others lies around this one, and can cover it: what reads is all that there is of the networks, and the
// outbox is not connected.
setNetworks(async () => POLLING);

readOnly((href) => {
	const url = pageAddress('/app.html') + href;
	// Firefox gives frames in pages of others no tabs (as of 153).
	if ('tabs' in browser && browser.tabs) browser.tabs.create({ url }).catch(reportError);
	else window.open(url, '_blank', 'noopener');
});

/** Chromium alone lets a frame open its panel. */
const beside =
	'sidePanel' in browser && browser.sidePanel
		? () => {
				openBesideHere().catch(reportError);
			}
		: undefined;

/**
 * The settings, where this frame has the store that the person's pages have; undefined where the browser refuses it
 * (Chromium, where cookies of third parties are blocked), or gives it another of its own: an entry was switched on in
 * ours, or there would be no frame.
 */
async function ownSettings(): Promise<Settings | undefined> {
	const settings = await readSettings().catch((error: unknown) => {
		// How a browser says that it opens no store here; anything else is a fault of ours.
		if (error instanceof DOMException) return undefined;
		throw error;
	});
	return settings?.sites.some(({ part }) => part === 'entry') ? settings : undefined;
}

/** Escape leads back to the page around, unless something that lies over ours is closed by it. */
function closeByKey(mark: string): void {
	window.addEventListener('keydown', (event) => {
		if (
			event.key === 'Escape' &&
			!event.defaultPrevented &&
			!document.querySelector('dialog[open]')
		)
			askToClose(mark).catch(reportError);
	});
}

async function start(root: HTMLElement): Promise<void> {
	const mark = location.hash.slice(1);
	history.replaceState(null, '', '#/');
	const asked = window.parent === window.top && window !== window.top && (await takeMark(mark));
	if (asked) closeByKey(mark);
	const settings = asked ? await ownSettings() : undefined;
	const { language, theme, density, size } = settings ?? DEFAULT_SETTINGS;
	const texts = await loadTexts(language, async (path) => (await fetch(path)).json());
	const { documentElement } = document;
	documentElement.lang = texts.language;
	Object.assign(documentElement.dataset, { theme, density, size });
	if (settings) countPageLoads();
	render(
		<TextsProvider value={texts}>
			<SettingsProvider value={settings ?? DEFAULT_SETTINGS}>
				{settings ? (
					<Framed beside={beside} />
				) : (
					<NothingFramed why={asked ? 'store' : 'asked'} beside={beside} />
				)}
			</SettingsProvider>
		</TextsProvider>,
		root,
	);
}

const root = document.getElementById('app');
if (root) start(root).catch(reportError);
