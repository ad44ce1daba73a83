import type { Instant, StoredPost } from '../../lib/model';
import { type Cursor, read, type TimelineName } from '../../lib/timeline';
import { Feed } from '../feed/feed';
import type { Loaded } from '../feed/pages';
import { usePages } from '../feed/use-pages';
import { type Archives, useArchives } from '../shared/archives';
import { Empty } from '../shared/empty';
import { Page } from '../shared/page';
import { LoadProblem } from '../shared/problem';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import { MonthChooser } from './month-chooser';
import { monthEnd } from './months';
import { OnThisDay } from './on-this-day';

const PAGE = 50;

/** `#/`: everything that is stored, newest first, or from a month on. */
export function TimelinePage({ month }: { month: string | undefined }) {
	const { t } = useTexts();
	const archives = useArchives();
	return (
		<Page title={t('timeline')} bar={<MonthChooser month={month} />}>
			<Content archives={archives} month={month} />
		</Page>
	);
}

function Content({ archives, month }: { archives: Archives; month: string | undefined }) {
	const { t } = useTexts();
	if (archives.error !== undefined)
		return <LoadProblem error={archives.error} retry={archives.retry} />;
	if (!archives.all) return null;
	if (archives.all.length === 0) {
		return (
			<Empty
				action={
					<a class="button primary" href={hrefs.import()}>
						{t('importArchive')}
					</a>
				}
			>
				{t('timelineEmpty')}
			</Empty>
		);
	}
	return (
		<>
			{!month && <OnThisDay />}
			<TimelineFeed month={month} />
		</>
	);
}

function TimelineFeed({ month }: { month: string | undefined }) {
	const { t } = useTexts();
	const archives = useArchives();
	const from = month === undefined ? undefined : { sortAt: monthEnd(month) };
	const version = archives.all?.map(({ id }) => id).join();
	const list = usePages<Cursor>(
		`${month} ${version}`,
		(cursor) => readPage('home', cursor ?? from),
		'timeline',
	);
	const size = archives.all?.reduce((sum, { lists }) => sum + lists.posts.count, 0);
	return (
		<Feed
			key={month ?? 'now'}
			label={t('timeline')}
			name="timeline"
			list={month ? list : { ...list, size }}
			end={t('timelineEnd')}
		/>
	);
}

/** One page of a timeline and where the next one begins. */
export async function readPage(
	timeline: TimelineName,
	from: Cursor | { sortAt: Instant } | undefined,
): Promise<Loaded<Cursor>> {
	const items = await read(timeline, from, PAGE);
	const last = items.at(-1);
	return { items, ...(last && items.length === PAGE ? { next: cursorOf(last) } : {}) };
}

function cursorOf({ sortAt, post }: StoredPost): Cursor {
	return { sortAt, key: post.key };
}
