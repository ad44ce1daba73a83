import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { App } from '../../components/app';
import { ServicesProvider } from '../../components/shared/services';
import { SettingsProvider } from '../../components/shared/settings';
import { TextsProvider } from '../../components/shared/texts';
import { askForPermission } from '../../lib/browser';
import { onChange, readSettings, type Settings } from '../../lib/store';
import { loadTexts, type Texts } from '../../lib/texts';
import { live } from '../../lib/timeline';
import { signInWith } from './sign-in';
import { archiveWorkers, searchOnce } from './workers';

async function loadJson(path: string): Promise<unknown> {
	const response = await fetch(path);
	return response.json();
}

export function loadLanguage(language: Settings['language']): Promise<Texts> {
	return loadTexts(language, loadJson);
}

type Loaded = { settings: Settings; texts: Texts };

/** Wires what only the entrypoint has into the components, and follows the settings. */
export function Root({ initial }: { initial: Loaded }) {
	const [{ settings, texts }, setLoaded] = useState(initial);
	const services = useMemo(
		() => ({
			search: searchOnce(),
			archiveWorkers,
			version: browser.runtime.getManifest().version,
			signIn: signInWith,
			askForPermission,
		}),
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
	useEffect(() => {
		const ending = new AbortController();
		live(ending.signal, { visible: () => document.visibilityState === 'visible' });
		return () => ending.abort();
	}, []);
	useEffect(() => {
		const { documentElement } = document;
		documentElement.lang = texts.language;
		documentElement.dir = 'ltr';
		documentElement.dataset['theme'] = settings.theme;
		documentElement.dataset['density'] = settings.density;
	}, [settings, texts]);
	return (
		<TextsProvider value={texts}>
			<SettingsProvider value={settings}>
				<ServicesProvider value={services}>
					<App />
				</ServicesProvider>
			</SettingsProvider>
		</TextsProvider>
	);
}
