import { useEffect, useRef } from 'preact/hooks';
import type { ImportCounts, ImportReport } from '../../lib/store';
import type { Key } from '../../lib/texts';
import { useCalled } from '../shared/called';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import { ReportDetails } from './report-details';

type ReportProps = {
	report: ImportReport;
	unchanged: boolean;
	/** Media are still being copied. */
	copying: boolean;
	/** Milliseconds until the text was searchable. */
	elapsed?: number | undefined;
};

/** What the import read, what it did, what is missing, and what to do now. */
export function Report({ report, unchanged, copying, elapsed }: ReportProps) {
	const { t, duration } = useTexts();
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => heading.current?.focus({ preventScroll: true }), []);
	const called = useCalled();
	const { account, first, last } = report;
	return (
		<section class="report" aria-labelledby="report">
			<h2 id="report" ref={heading} tabIndex={-1}>
				{t('importReport')}
			</h2>
			<p class="lead">
				{account.handle
					? t('reportLead', { name: account.name || account.handle, handle: `@${account.handle}` })
					: t('reportLeadNamed', { name: called(account) })}
			</p>
			{first !== undefined && last !== undefined && <Span first={first} last={last} />}
			<p>{useChange(report, unchanged)}</p>
			{elapsed !== undefined && !unchanged && (
				<p class="quiet">{t('reportElapsed', { time: duration(elapsed) })}</p>
			)}
			<Counts counts={report.counts} />
			<nav class="actions" aria-label={t('reportNext')}>
				<a class="button primary" href={hrefs.timeline()}>
					{t('readTimeline')}
				</a>
				<a class="button" href={hrefs.search()}>
					{t('search')}
				</a>
				<a class="button" href={hrefs.archive('overview', account.key)}>
					{t('seePictures')}
				</a>
			</nav>
			<ReportDetails report={report} copying={copying} />
		</section>
	);
}

function Span({ first, last }: { first: number; last: number }) {
	const { t, date } = useTexts();
	return (
		<p>
			<time dateTime={new Date(first).toISOString()}>{date(first, 'day')}</time>
			{` ${t('spanTo')} `}
			<time dateTime={new Date(last).toISOString()}>{date(last, 'day')}</time>
		</p>
	);
}

/** What importing did to what was stored before. */
function useChange({ added, updated, gone, counts }: ImportReport, unchanged: boolean): string {
	const { t, list } = useTexts();
	if (unchanged || added + updated + gone === 0) return t('nothingChanged');
	if (updated + gone === 0 && added === counts.posts) return t('allNew', { count: added });
	return t('reportChange', {
		what: list([
			t('postsAdded', { count: added }),
			...(updated > 0 ? [t('postsUpdated', { count: updated })] : []),
			...(gone > 0 ? [t('postsGone', { count: gone })] : []),
		]),
	});
}

/** Named as in design/screens.md: people and checks look for exactly these. */
const COUNTS: readonly { name: Key; count: Exclude<keyof ImportCounts, 'rows'> }[] = [
	{ name: 'countPosts', count: 'posts' },
	{ name: 'countReposts', count: 'reposts' },
	{ name: 'countReplies', count: 'replies' },
	{ name: 'countQuotes', count: 'quotes' },
	{ name: 'countLongPosts', count: 'longPosts' },
	{ name: 'countEdited', count: 'edited' },
	{ name: 'countMediaPresent', count: 'mediaPresent' },
	{ name: 'countMediaMissing', count: 'mediaMissing' },
	{ name: 'countLikes', count: 'likes' },
	{ name: 'countSkipped', count: 'skipped' },
];

function Counts({ counts }: { counts: ImportCounts }) {
	const { t, number } = useTexts();
	return (
		<dl class="counts">
			{COUNTS.map(({ name, count }) => (
				<div key={count}>
					<dt>{t(name)}</dt>
					<dd>{number(counts[count])}</dd>
				</div>
			))}
		</dl>
	);
}
