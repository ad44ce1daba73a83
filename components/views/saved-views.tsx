import { ArrowDown, ArrowUp, Trash2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { SavedView } from '../../lib/model';
import { changeList } from '../../lib/store';
import { LoadProblem } from '../shared/problem';
import { hrefs } from '../shared/route';
import { useSettings } from '../shared/settings';
import { useTexts } from '../shared/texts';
import { moved } from './order';

type Change = (change: (views: readonly SavedView[]) => readonly SavedView[]) => void;

/** The saved views in the settings: renamed, put in order, deleted. */
export function SavedViews() {
	const { t } = useTexts();
	const { views } = useSettings();
	const [error, setError] = useState<unknown>();
	const change: Change = (next) => {
		setError(undefined);
		changeList('views', next).catch(setError);
	};
	return (
		<section aria-labelledby="views">
			<h2 id="views">{t('views')}</h2>
			{views.length === 0 ? (
				<p class="quiet">{t('viewsNone')}</p>
			) : (
				<ol class="rows" aria-labelledby="views">
					{views.map((view, i) => (
						<Row key={view.id} view={view} at={i} of={views.length} change={change} />
					))}
				</ol>
			)}
			{error !== undefined && <LoadProblem error={error} />}
		</section>
	);
}

type RowProps = { view: SavedView; at: number; of: number; change: Change };

function Row({ view: { id, name, ...view }, at, of, change }: RowProps) {
	const { t } = useTexts();
	const rename = (typed: string) => {
		const called = typed.trim();
		if (called === '' || called === name) return;
		change((views) => views.map((one) => (one.id === id ? { ...one, name: called } : one)));
	};
	const move = (step: -1 | 1) => change((views) => moved(views, id, step));
	return (
		<li>
			<input
				type="text"
				maxLength={60}
				autocomplete="off"
				aria-label={t('viewNameOf', { name })}
				value={name}
				onChange={(event) => {
					rename(event.currentTarget.value);
					if (event.currentTarget.value.trim() === '') event.currentTarget.value = name;
				}}
			/>
			<a class="button" href={hrefs.timeline(undefined, view)}>
				{t('viewOpen')}
				<span class="unseen"> {name}</span>
			</a>
			<button
				type="button"
				class="icon-button"
				aria-label={t('viewUp', { name })}
				disabled={at === 0}
				onClick={() => move(-1)}
			>
				<ArrowUp size={18} aria-hidden="true" />
			</button>
			<button
				type="button"
				class="icon-button"
				aria-label={t('viewDown', { name })}
				disabled={at === of - 1}
				onClick={() => move(1)}
			>
				<ArrowDown size={18} aria-hidden="true" />
			</button>
			<button
				type="button"
				class="icon-button"
				aria-label={t('viewDelete', { name })}
				onClick={() => change((views) => views.filter((one) => one.id !== id))}
			>
				<Trash2 size={18} aria-hidden="true" />
			</button>
		</li>
	);
}
