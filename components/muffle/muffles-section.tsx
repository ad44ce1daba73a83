import { Trash2 } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Muffle } from '../../lib/model';
import { changeList } from '../../lib/store';
import { LoadProblem } from '../shared/problem';
import { useSettings } from '../shared/settings';
import { useTexts } from '../shared/texts';
import { MuffleForm } from './muffle-form';

/** All that is folded away, in the settings. */
export function MufflesSection() {
	const { t } = useTexts();
	const { muffles } = useSettings();
	const [error, setError] = useState<unknown>();
	return (
		<section aria-labelledby="muffles">
			<h2 id="muffles">{t('muffles')}</h2>
			<p class="quiet">{t('muffleWhy')}</p>
			{muffles.length > 0 && (
				<ul class="rows" aria-labelledby="muffles">
					{muffles.map((muffle) => (
						<li key={muffle.text}>
							<span>
								<bdi>{muffle.text}</bdi> <Details muffle={muffle} />
							</span>
							<button
								type="button"
								class="icon-button"
								aria-label={t('muffleRemove', { word: muffle.text })}
								onClick={() => {
									changeList('muffles', (all) =>
										all.filter(({ text }) => text !== muffle.text),
									).catch(setError);
								}}
							>
								<Trash2 size={18} aria-hidden="true" />
							</button>
						</li>
					))}
				</ul>
			)}
			{error !== undefined && <LoadProblem error={error} />}
			<MuffleForm />
			<p class="quiet">{t('muffleServers')}</p>
		</section>
	);
}

function Details({ muffle: { part, until } }: { muffle: Muffle }) {
	const { t, date } = useTexts();
	const over = until !== undefined && until <= Date.now();
	const said = [
		part && t('mufflePartShort'),
		until !== undefined &&
			t(over ? 'muffleOver' : 'muffleUntilDate', { date: date(until, 'minute') }),
	].filter((one) => typeof one === 'string');
	return <span class="quiet">{said.join(' · ')}</span>;
}
