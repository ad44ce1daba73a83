import type { Key } from '../../lib/texts';
import { useServices } from '../shared/services';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';

/** As the manifest names them. */
const NAMES: Readonly<Record<string, Key>> = {
	open: 'commandOpen',
	write: 'commandWrite',
	beside: 'commandBeside',
};

/** The keys that work in every tab, as the browser has them now, with its own page to change them. */
export function BrowserKeys() {
	const { t } = useTexts();
	const { inBrowser } = useServices();
	const { value = [] } = useLoad('keys', () => inBrowser.keys());
	return (
		<>
			<h3 id="browser-keys">{t('browserKeys')}</h3>
			<dl class="browser-keys" aria-labelledby="browser-keys">
				{Object.entries(NAMES).map(([name, words]) => {
					const key = value.find((one) => one.name === name)?.shortcut;
					return (
						<div key={name}>
							<dt>{t(words)}</dt>
							<dd>{key ? <kbd>{key}</kbd> : t('browserKeyNone')}</dd>
						</div>
					);
				})}
			</dl>
			<p class="quiet">{t('browserKeysWhy')}</p>
			<button
				type="button"
				class="button"
				onClick={() => inBrowser.changeKeys().catch(reportError)}
			>
				{t('browserKeysChange')}
			</button>
		</>
	);
}
