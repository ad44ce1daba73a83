import { CloudOff } from 'lucide-preact';
import type { SourceRow } from '../../lib/store';
import { fetchNewer, sourceStates } from '../../lib/timeline';
import { useMe } from '../shared/me';
import { hrefs } from '../shared/route';
import { named, writtenDown } from '../shared/said';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';

/** Each source of a timeline that does not answer, by name, in words, with what one can do. */
export function Failures({ timeline }: { timeline: string }) {
	const { t } = useTexts();
	const { value = [] } = useLoad(timeline, () => sourceStates(timeline), ['timeline', 'sessions']);
	const failing = value.filter(({ failure }) => failure !== undefined);
	if (failing.length === 0) return null;
	return (
		<ul class="failures" aria-label={t('failuresList')}>
			{failing.map((row) => (
				<Failure key={row.by} row={row} />
			))}
		</ul>
	);
}

function Failure({ row }: { row: SourceRow }) {
	const { t, say, date } = useTexts();
	const me = useMe().of(row.by);
	if (!me || !row.failure) return null;
	const ended = me.state !== 'active';
	return (
		<li role="status">
			<CloudOff size={16} aria-hidden="true" />
			<span>
				{named(me.host, say(row.failure.text))}{' '}
				{row.answeredAt !== undefined &&
					t('nothingNewerThan', { time: date(row.answeredAt, 'time') })}
			</span>
			{ended ? (
				<a class="button" href={hrefs.servers()}>
					{t('signInAgain')}
				</a>
			) : (
				<button
					type="button"
					class="button"
					onClick={() => {
						fetchNewer(row.by, row.source).catch(writtenDown);
					}}
				>
					{t('tryAgain')}
				</button>
			)}
		</li>
	);
}
