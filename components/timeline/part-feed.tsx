import type { Filter } from '../../lib/model';
import { filters } from '../../lib/timeline';
import type { Target } from '../feed/use-target';
import { Empty } from '../shared/empty';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import { LiveFeed } from './live-feed';
import { monthEnd } from './months';

export type PartFeedProps = {
	/** Where it begins; now without one. */
	month: string | undefined;
	/** What the pages stand on: read anew when it changes. */
	version: string;
	name: string;
	/** Of a column. */
	title?: string;
	filter: Filter;
	size?: number | undefined;
	/** Where the person wants to go now. */
	target?: Target | undefined;
	/** The servers are still being asked for what is new. */
	loading?: boolean;
};

/** The merged timeline, or the part of it that a filter leaves. */
export function PartFeed(props: PartFeedProps) {
	const { month, version, name, title, filter, size, target, loading } = props;
	const { t } = useTexts();
	const fitsNothing = (
		<Empty
			action={
				<a class="button" href={hrefs.timeline(month)}>
					{t('viewEverything')}
				</a>
			}
		>
			{t('filterNothing')}
		</Empty>
	);
	const nothing = loading ? (
		<p class="feed-end quiet" role="status">
			{t('loadingMore')}
		</p>
	) : (
		<Empty>{t('timelineNothing')}</Empty>
	);
	return (
		<LiveFeed
			key={month ?? 'now'}
			timeline="home"
			name={name}
			label={title === undefined ? t('timeline') : t('columnFeed', { title })}
			from={month === undefined ? undefined : { sortAt: monthEnd(month) }}
			version={version}
			only={filter}
			carousel
			size={size}
			target={target}
			end={t('timelineEnd')}
			empty={filters(filter) ? fitsNothing : nothing}
		/>
	);
}
