import { X } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { placeElsewhere } from '../../lib/agreement';
import { type ReadTo, readElsewhere } from '../../lib/timeline';
import type { Target } from '../feed/use-target';
import { useNavigation } from '../shared/navigation';
import { useTexts } from '../shared/texts';
import { shownPlace } from './shown-place';

type ReadElsewhereProps = { go(target: Target | undefined): void };

/**
 * Offers, once, to go on where the person stopped in another program. Nothing moves by itself. To be shown when the
 * servers have been asked for what is new: the place may be in it.
 */
export function ReadElsewhere({ go }: ReadElsewhereProps) {
	const { t, date } = useTexts();
	const { memory } = useNavigation();
	const [place, setPlace] = useState<ReadTo>();
	useEffect(() => {
		const abort = new AbortController();
		const look = async () => {
			const places = await Promise.all([readElsewhere(abort.signal), placeElsewhere()]);
			const [found] = places
				.filter((place) => place !== undefined)
				.sort((a, b) => b.sortAt - a.sortAt);
			if (found && !abort.signal.aborted && shownPlace(memory)?.isElsewhere(found.sortAt))
				setPlace(found);
		};
		look().catch(reportError);
		return () => abort.abort();
	}, [memory]);
	if (!place) return null;
	const today = date(Date.now(), 'day') === date(place.sortAt, 'day');
	return (
		<div class="read-elsewhere" role="status">
			<div>
				<button
					type="button"
					onClick={() => {
						setPlace(undefined);
						go({ ...place, reached: () => go(undefined) });
					}}
				>
					{t('readElsewhere', { time: date(place.sortAt, today ? 'time' : 'minute') })}
				</button>
				<button
					type="button"
					class="icon-button"
					aria-label={t('readElsewhereStay')}
					onClick={() => setPlace(undefined)}
				>
					<X size={16} aria-hidden="true" />
				</button>
			</div>
		</div>
	);
}
