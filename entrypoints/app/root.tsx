import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { PlaceProvider } from '../../components/composer/place';
import { beginEarly, takeEarly } from '../../components/shared/early';
import { countPageLoads } from '../../components/shared/page-loads';
import { ServicesProvider } from '../../components/shared/services';
import { SettingsProvider } from '../../components/shared/settings';
import { TextsProvider } from '../../components/shared/texts';
import { askForPermission, takeBrought } from '../../lib/browser';
import { onChange, readSettings, type Settings } from '../../lib/store';
import { loadTexts, type Texts } from '../../lib/texts';
import { live } from '../../lib/timeline';
import { agreeing, keepAgreed } from './agreeing';
import { keepBackedUp } from './backing-up';
import { keepCounted } from './counting';
import { downloads } from './downloads';
import { forgetEverywhere, inBrowser } from './in-browser';
import { keepIndexed } from './indexing';
import { readPicture } from './picture';
import { keepRetained } from './retaining';
import { signInWith } from './sign-in';
import { archiveWorkers, searchOnce, writingWorker } from './workers';

async function loadJson(path: string): Promise<unknown> {
	const response = await fetch(path);
	return response.json();
}

/** Begins to load the words that are most probably wanted, while the settings are still being read. */
export function beginLanguage(): void {
	beginEarly('texts', () => loadTexts('auto', loadJson));
}

export function loadLanguage(language: Settings['language']): Promise<Texts> {
	const load = () => loadTexts(language, loadJson);
	return language === 'auto' ? takeEarly('texts', load) : load();
}

type Loaded = { settings: Settings; texts: Texts };
type RootProps = { initial: Loaded; children: ComponentChildren };

/** Wires what only the entrypoint has into the components, and follows the settings. */
export function Root({ initial, children }: RootProps) {
	const [{ settings, texts }, setLoaded] = useState(initial);
	const services = useMemo(
		() => ({
			search: searchOnce(),
			archiveWorkers,
			version: browser.runtime.getManifest().version,
			signIn: signInWith,
			askForPermission,
			inBrowser,
			downloads,
			agreeing,
			forgetInBrowser: forgetEverywhere,
		}),
		[],
	);
	const place = useMemo(
		() => ({ app: '', writing: writingWorker(), takeBrought, readPicture }),
		[],
	);
	useEffect(
		() =>
			onChange(['settings'], () => {
				readSettings()
					.then(async (next) =>
						setLoaded({ settings: next, texts: await loadLanguage(next.language) }),
					)
					.catch(reportError);
			}),
		[],
	);
	useEffect(() => keepIndexed(services.search), [services]);
	useEffect(() => keepRetained(archiveWorkers), []);
	useEffect(keepCounted, []);
	useEffect(keepBackedUp, []);
	useEffect(keepAgreed, []);
	useEffect(countPageLoads, []);
	useEffect(() => {
		const ending = new AbortController();
		live(ending.signal, { visible: () => document.visibilityState === 'visible' });
		return () => ending.abort();
	}, []);
	useEffect(() => {
		const { documentElement } = document;
		documentElement.lang = texts.language;
		documentElement.dir = texts.direction;
		documentElement.dataset['theme'] = settings.theme;
		documentElement.dataset['density'] = settings.density;
		documentElement.dataset['size'] = settings.size;
	}, [settings, texts]);
	return (
		<TextsProvider value={texts}>
			<SettingsProvider value={settings}>
				<ServicesProvider value={services}>
					<PlaceProvider value={place}>{children}</PlaceProvider>
				</ServicesProvider>
			</SettingsProvider>
		</TextsProvider>
	);
}
