import { useEffect } from 'preact/hooks';
import { fetchNewer, homeSources } from '../../lib/timeline';
import { type Archives, useArchives } from '../shared/archives';
import { Empty } from '../shared/empty';
import { type Mine, useMe } from '../shared/me';
import { Page } from '../shared/page';
import { LoadProblem } from '../shared/problem';
import { hrefs } from '../shared/route';
import { writtenDown } from '../shared/said';
import { useTexts } from '../shared/texts';
import { LiveFeed } from './live-feed';
import { MonthChooser } from './month-chooser';
import { monthEnd } from './months';
import { OnThisDay } from './on-this-day';
import { Places } from './places';

/** `#/`: everything that is stored and what my accounts read, newest first, or from a month on. */
export function TimelinePage({ month }: { month: string | undefined }) {
	const { t } = useTexts();
	const archives = useArchives();
	const me = useMe();
	return (
		<Page
			title={t('timeline')}
			bar={
				<div class="bar-tools">
					<Places />
					<MonthChooser month={month} />
				</div>
			}
		>
			<Content archives={archives} me={me} month={month} />
		</Page>
	);
}

type ContentProps = { archives: Archives; me: Mine; month: string | undefined };

function Content({ archives, me, month }: ContentProps) {
	const { t } = useTexts();
	const error = archives.error ?? me.error;
	if (error !== undefined) {
		return (
			<LoadProblem
				error={error}
				retry={() => {
					archives.retry();
					me.retry();
				}}
			/>
		);
	}
	if (!archives.all || !me.all) return null;
	if (archives.all.length + me.all.length === 0) {
		return (
			<Empty
				action={
					<>
						<a class="button primary" href={hrefs.import()}>
							{t('importArchive')}
						</a>
						<a class="button" href={hrefs.servers()}>
							{t('signInSomewhere')}
						</a>
					</>
				}
			>
				{t('timelineEmpty')}
			</Empty>
		);
	}
	return (
		<>
			{!month && <OnThisDay />}
			<TimelineFeed archives={archives} me={me} month={month} />
		</>
	);
}

function TimelineFeed({ archives, me, month }: ContentProps) {
	const { t } = useTexts();
	const accounts = me.all?.map(({ account }) => account).join();
	useNewestOfAll(accounts);
	const version = archives.all?.map(({ id }) => id).join();
	const size = archives.all?.reduce((sum, { lists }) => sum + lists.posts.count, 0);
	return (
		<LiveFeed
			key={month ?? 'now'}
			timeline="home"
			name="timeline"
			label={t('timeline')}
			from={month === undefined ? undefined : { sortAt: monthEnd(month) }}
			version={`${month} ${version} ${accounts}`}
			size={month === undefined && me.all?.length === 0 ? size : undefined}
			end={t('timelineEnd')}
		/>
	);
}

/** Asks every server for what is new when the page opens; whoever fails is named above the feed. */
function useNewestOfAll(accounts: string | undefined): void {
	// biome-ignore lint/correctness/useExhaustiveDependencies: asked again when accounts come or go
	useEffect(() => {
		const abort = new AbortController();
		homeSources().then((sources) => {
			for (const { by, source } of sources) fetchNewer(by, source, abort.signal).catch(writtenDown);
		}, reportError);
		return () => abort.abort();
	}, [accounts]);
}
