import { render } from 'preact';
import { Compose } from '../../components/composer/compose';
import { PlaceProvider } from '../../components/composer/place';
import { PopupHead } from '../../components/composer/popup-head';
import { countPageLoads } from '../../components/shared/page-loads';
import { SettingsProvider } from '../../components/shared/settings';
import { TextsProvider } from '../../components/shared/texts';
import {
	askBackground,
	closesForFiles,
	openBesideHere,
	pageAddress,
	pageBelow,
} from '../../lib/browser';
import { WINDOWS } from '../../lib/networks/windows';
import { connectOutbox } from '../../lib/outbox';
import { setNetworks } from '../../lib/sessions';
import { DEFAULT_SETTINGS, readSettings } from '../../lib/store';
import { loadTexts } from '../../lib/texts';
import { connectWriting } from '../../lib/writing';

setNetworks(async () => WINDOWS);
connectOutbox(askBackground);

async function start(root: HTMLElement): Promise<void> {
	countPageLoads();
	const settings = await readSettings().catch((error: unknown) => {
		reportError(error);
		return DEFAULT_SETTINGS;
	});
	const texts = await loadTexts(settings.language, async (path) => (await fetch(path)).json());
	const { documentElement } = document;
	documentElement.lang = texts.language;
	documentElement.dir = texts.direction;
	documentElement.dataset['theme'] = settings.theme;
	documentElement.dataset['size'] = settings.size;
	const place = {
		app: pageAddress('/app.html'),
		async wholeNetworks() {
			const { NETWORKS } = await import('../../lib/networks/adapters');
			setNetworks(async () => NETWORKS);
		},
		writing: connectWriting(
			() => new Worker(new URL('../../lib/writing/worker.ts', import.meta.url), { type: 'module' }),
		),
		readPage: pageBelow,
		openBeside() {
			openBesideHere()
				.then(() => window.close())
				.catch(reportError);
		},
		...(closesForFiles() ? { losesFileDialogs: true as const } : {}),
	};
	render(
		<TextsProvider value={texts}>
			<SettingsProvider value={settings}>
				<PlaceProvider value={place}>
					<PopupHead />
					<main>
						<h1 class="unseen">{texts.t('compose')}</h1>
						<Compose wish={{}} />
					</main>
				</PlaceProvider>
			</SettingsProvider>
		</TextsProvider>,
		root,
	);
}

const root = document.getElementById('app');
if (root) start(root).catch(reportError);
