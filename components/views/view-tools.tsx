import { Columns2, SlidersHorizontal } from 'lucide-preact';
import { filters } from '../../lib/timeline';
import { useKeys } from '../shared/keys';
import { Menu } from '../shared/menu';
import { useNavigation } from '../shared/navigation';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import type { TimelineView, ViewProps } from '../shared/view-address';
import { onDemand } from '../shell/on-demand';
import { columnsOf, usePostSources } from './sources';

const ViewForm = onDemand(async () => (await import('./view-form')).ViewForm);

/** In the bar of the timeline: what of it is shown, and whether as one list or side by side. */
export function ViewTools({ view, month }: ViewProps) {
	const { t } = useTexts();
	const { turn } = useNavigation();
	const sources = usePostSources();
	const split = view.split ?? usualSplit();
	useKeys({ s: () => split && toggle() });
	const toggle = () => {
		const { filter } = view;
		turn(hrefs.timeline(month, view.split || !split ? { filter } : { filter, split }));
	};
	function usualSplit(): TimelineView['split'] {
		const kinds = ['network', 'account'] as const;
		return kinds.find((kind) => columnsOf(sources, view.filter, kind).length > 1);
	}
	const name = t(view.split ? 'splitJoin' : 'splitColumns');
	return (
		<>
			<Menu
				face={<SlidersHorizontal size={16} aria-hidden="true" />}
				faceClass={filters(view.filter) ? 'chip on' : 'chip'}
				label={t('viewChoose')}
			>
				<ViewForm view={view} month={month} />
			</Menu>
			{split && (
				<button
					type="button"
					class="chip"
					aria-pressed={view.split !== undefined}
					aria-label={name}
					aria-keyshortcuts="s"
					title={`${name} (s)`}
					onClick={toggle}
				>
					<Columns2 size={16} aria-hidden="true" />
				</button>
			)}
		</>
	);
}
