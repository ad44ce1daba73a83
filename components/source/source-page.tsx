import { useEffect, useState } from 'preact/hooks';
import type { AccountUri } from '../../lib/model';
import { fetchNewer, namedSources, timelineOf } from '../../lib/timeline';
import { Empty } from '../shared/empty';
import { useMe } from '../shared/me';
import { Page } from '../shared/page';
import type { PlaceSource } from '../shared/route';
import { writtenDown } from '../shared/said';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { LiveFeed } from '../timeline/live-feed';

type SourceProps = { by: AccountUri; source: PlaceSource };

/** `#/source/…`: one list, hashtag, public timeline, or what was bookmarked or favourited. */
export function SourcePage({ by, source }: SourceProps) {
	const { t } = useTexts();
	const me = useMe();
	const title = useSourceName({ by, source });
	const mine = me.of(by);
	return (
		<Page title={title} bar={mine && <span class="quiet">@{mine.handle}</span>}>
			{me.all && !mine ? (
				<Empty>{t('accountGone')}</Empty>
			) : (
				mine && <SourceFeed by={by} source={source} label={title} />
			)}
		</Page>
	);
}

function SourceFeed({ by, source, label }: SourceProps & { label: string }) {
	const { t } = useTexts();
	const timeline = timelineOf(source, by);
	const loading = useNewest(by, source);
	return (
		<LiveFeed
			timeline={timeline}
			name={timeline}
			label={label}
			end={t('timelineEnd')}
			empty={
				loading ? (
					<p class="feed-end quiet">{t('loadingMore')}</p>
				) : (
					<Empty>{t('nothingHere')}</Empty>
				)
			}
		/>
	);
}

/** Asks the server for what is new when the page opens; its failure stands above the feed. */
function useNewest(by: AccountUri, source: PlaceSource): boolean {
	const [loading, setLoading] = useState(true);
	const key = timelineOf(source, by);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the key names the source
	useEffect(() => {
		const abort = new AbortController();
		setLoading(true);
		fetchNewer(by, source, abort.signal)
			.catch(writtenDown)
			.finally(() => abort.signal.aborted || setLoading(false));
		return () => abort.abort();
	}, [by, key]);
	return loading;
}

const NAMES = {
	local: 'sourceLocal',
	public: 'sourcePublic',
	bookmarks: 'sourceBookmarks',
	favourites: 'sourceFavourites',
} as const;

/** How a source is called: lists by the name that they were given. */
function useSourceName({ by, source }: SourceProps): string {
	const { t } = useTexts();
	const { value = [] } = useLoad('named', namedSources, ['sessions', 'timeline']);
	if (source.kind === 'tag') return `#${source.tag}`;
	if (source.kind !== 'list') return t(NAMES[source.kind]);
	const named = value.find(
		(one) => one.by === by && one.source.kind === 'list' && one.source.id === source.id,
	);
	return named?.name ?? t('sourceList');
}
