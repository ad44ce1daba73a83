import { useState } from 'preact/hooks';
import { filters } from '../../lib/timeline';
import type { Target } from '../feed/use-target';
import { type Archives, useArchives } from '../shared/archives';
import { type Mine, useMe } from '../shared/me';
import { Page } from '../shared/page';
import { LoadProblem } from '../shared/problem';
import { useTexts } from '../shared/texts';
import type { ViewProps } from '../shared/view-address';
import { onDemand } from '../shell/on-demand';
import { ViewTools } from '../views/view-tools';
import { Ending } from './ending';
import { Kept } from './kept';
import { useKeptPlace } from './kept-place';
import { MonthChooser } from './month-chooser';
import { OnThisDay } from './on-this-day';
import { PartFeed } from './part-feed';
import { Places } from './places';
import { TIMELINE } from './shown-place';
import { useNewestOfAll } from './use-newest';

const ViewLine = onDemand(async () => (await import('../views/view-line')).ViewLine);
const ReadElsewhere = onDemand(async () => (await import('./read-elsewhere')).ReadElsewhere);
const Welcome = onDemand(async () => (await import('../welcome/welcome')).Welcome);
const SampleLine = onDemand(async () => (await import('../welcome/sample-line')).SampleLine);
const Columns = onDemand(async () => (await import('../views/columns')).Columns);

/** `#/`: everything that is stored and what my accounts read, newest first, or from a month on. */
export function TimelinePage({ month, view }: ViewProps) {
	const { t } = useTexts();
	const archives = useArchives();
	const me = useMe();
	return (
		<Page
			title={t('timeline')}
			bar={
				<div class="bar-tools">
					<Places />
					<ViewTools view={view} month={month} />
					<MonthChooser month={month} view={view} />
				</div>
			}
		>
			<Content archives={archives} me={me} month={month} view={view} />
		</Page>
	);
}

type ContentProps = ViewProps & { archives: Archives; me: Mine };

function Content({ archives, me, month, view }: ContentProps) {
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
	const read = (
		<>
			<SampleLine />
			<Ending all={me.all} />
			{filters(view.filter) && (
				<div class="view-line">
					<ViewLine view={view} month={month} />
				</div>
			)}
			{!month && !filters(view.filter) && !view.split && <OnThisDay />}
			<TimelineFeed archives={archives} me={me} month={month} view={view} />
		</>
	);
	if (archives.all.length + me.all.length > 0) return read;
	return <Kept nothing={<Welcome />}>{read}</Kept>;
}

function TimelineFeed({ archives, me, month, view }: ContentProps) {
	const accounts = me.all?.map(({ account }) => account).join();
	const asked = useNewestOfAll(accounts);
	const [target, setTarget] = useState<Target>();
	const isKept = month === undefined && !view.split && !filters(view.filter);
	useKeptPlace(isKept);
	const version = archives.all?.map(({ id }) => id).join();
	const size = archives.all?.reduce((sum, { lists }) => sum + lists.posts.count, 0);
	const whole = month === undefined && me.all?.length === 0 && !filters(view.filter);
	const feed = { month, version: `${month} ${version} ${accounts}` };
	return view.split ? (
		<Columns {...feed} view={view} split={view.split} />
	) : (
		<>
			{isKept && asked && <ReadElsewhere go={setTarget} />}
			<PartFeed
				{...feed}
				name={TIMELINE}
				filter={view.filter}
				size={(whole && size) || undefined}
				target={target}
				loading={!asked}
			/>
		</>
	);
}
