import { X } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Key } from '../../lib/texts';
import { useTexts } from '../shared/texts';

const KEYS: readonly { keys: readonly string[]; does: Key }[] = [
	{ keys: ['j'], does: 'keyNext' },
	{ keys: ['k'], does: 'keyPrevious' },
	{ keys: ['o', 'Enter'], does: 'keyOpen' },
	{ keys: ['.'], does: 'keyNewest' },
	{ keys: ['/'], does: 'keySearch' },
	{ keys: ['Esc'], does: 'keyBack' },
	{ keys: ['g h'], does: 'keyTimeline' },
	{ keys: ['g s'], does: 'keySearchPage' },
	{ keys: ['g a'], does: 'keyArchive' },
	{ keys: ['g i'], does: 'keyImport' },
	{ keys: ['g n'], does: 'keyNotifications' },
	{ keys: ['g v'], does: 'keyServers' },
	{ keys: ['g e'], does: 'keySettings' },
	{ keys: ['l'], does: 'keyFavourite' },
	{ keys: ['d'], does: 'keyBookmark' },
	{ keys: ['x'], does: 'keyOpenWarning' },
	{ keys: ['?'], does: 'keyLegend' },
];

/** All keys at a glance. */
export function Legend({ close }: { close(): void }) {
	const { t } = useTexts();
	const dialog = useRef<HTMLDialogElement>(null);
	useEffect(() => dialog.current?.showModal(), []);
	return (
		<dialog ref={dialog} class="legend" aria-labelledby="legend-title" onClose={close}>
			<header>
				<h2 id="legend-title">{t('keyboard')}</h2>
				<button type="button" class="icon-button" aria-label={t('close')} onClick={close}>
					<X size={20} aria-hidden="true" />
				</button>
			</header>
			<dl>
				{KEYS.map(({ keys, does }) => (
					<div key={does}>
						<dt>
							{keys.map((key) => (
								<kbd key={key}>{key}</kbd>
							))}
						</dt>
						<dd>{t(does)}</dd>
					</div>
				))}
			</dl>
			<p class="quiet">{t('keyboardNote')}</p>
		</dialog>
	);
}
