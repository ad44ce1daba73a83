import { X } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Key } from '../../lib/texts';
import { useTexts } from '../shared/texts';

type Group = { title: Key; keys: readonly { keys: readonly string[]; does: Key }[] };

const GROUPS: readonly Group[] = [
	{
		title: 'keysReading',
		keys: [
			{ keys: ['j'], does: 'keyNext' },
			{ keys: ['k'], does: 'keyPrevious' },
			{ keys: ['.'], does: 'keyNewest' },
			{ keys: ['J'], does: 'keySkipNext' },
			{ keys: ['K'], does: 'keySkipPrevious' },
			{ keys: ['←', '→'], does: 'keyInRow' },
		],
	},
	{
		title: 'keysPost',
		keys: [
			{ keys: ['o', 'Enter'], does: 'keyOpen' },
			{ keys: ['x'], does: 'keyOpenWarning' },
			{ keys: ['r'], does: 'keyReply' },
			{ keys: ['B'], does: 'keyRepost' },
			{ keys: ['q'], does: 'keyQuote' },
			{ keys: ['l'], does: 'keyFavourite' },
			{ keys: ['d'], does: 'keyBookmark' },
		],
	},
	{
		title: 'keysWriting',
		keys: [
			{ keys: ['n'], does: 'keyWrite' },
			{ keys: ['Ctrl+Enter'], does: 'keySend' },
			{ keys: ['g d'], does: 'keyDrafts' },
			{ keys: ['g o'], does: 'keyOutbox' },
		],
	},
	{
		title: 'keysView',
		keys: [
			{ keys: ['s'], does: 'keySplit' },
			{ keys: ['[', ']', '←', '→'], does: 'keyColumns' },
			{ keys: ['1', '…', '9'], does: 'keyColumnNumber' },
		],
	},
	{
		title: 'keysPages',
		keys: [
			{ keys: ['/'], does: 'keySearch' },
			{ keys: ['g h'], does: 'keyTimeline' },
			{ keys: ['g n'], does: 'keyNotifications' },
			{ keys: ['g s'], does: 'keySearchPage' },
			{ keys: ['g a'], does: 'keyArchive' },
			{ keys: ['g i'], does: 'keyImport' },
			{ keys: ['g v'], does: 'keyServers' },
			{ keys: ['g e'], does: 'keySettings' },
			{ keys: ['Esc'], does: 'keyBack' },
			{ keys: ['?'], does: 'keyLegend' },
		],
	},
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
			<div class="legend-groups">
				{GROUPS.map(({ title, keys }) => (
					<section key={title} aria-labelledby={title}>
						<h3 id={title}>{t(title)}</h3>
						<dl>
							{keys.map((one) => (
								<div key={one.does}>
									<dt>{one.keys.map((key) => (key === '…' ? key : <kbd key={key}>{key}</kbd>))}</dt>
									<dd>{t(one.does)}</dd>
								</div>
							))}
						</dl>
					</section>
				))}
			</div>
			<p class="quiet">{t('keyboardNote')}</p>
		</dialog>
	);
}
