import { CloudOff, Hourglass } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import type { AccountUri } from '../../lib/model';
import type { Me } from '../../lib/sessions';
import type { SourceRow } from '../../lib/store';
import { fetchNewer, onSilence, SILENCE_MS, silentSources, sourceStates } from '../../lib/timeline';
import { useMe } from '../shared/me';
import { hrefs } from '../shared/route';
import { named, writtenDown } from '../shared/said';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { silentView } from './silent-view';

/** Each source of a timeline that does not answer, by name, in words, with what one can do. */
export function Failures({ timeline }: { timeline: string }) {
	const { t } = useTexts();
	const { value = [] } = useLoad(timeline, () => sourceStates(timeline), ['timeline', 'sessions']);
	const failing = value.filter(({ failure }) => failure !== undefined);
	const silent = useSilent(timeline).filter((by) => !failing.some((row) => row.by === by));
	if (failing.length + silent.length === 0) return null;
	return (
		<ul class="failures" aria-label={t('failuresList')}>
			{failing.map((row) => (
				<Failure key={row.by} row={row} />
			))}
			{silent.map((by) => (
				<Silence key={by} by={by} />
			))}
		</ul>
	);
}

function useSilent(timeline: string): readonly AccountUri[] {
	const [silent, setSilent] = useState(() => silentSources(timeline));
	useEffect(() => {
		const look = () => setSilent(silentSources(timeline));
		look();
		return onSilence(look);
	}, [timeline]);
	return silent;
}

/** A server that has not answered yet and has not been given up. */
function Silence({ by }: { by: AccountUri }) {
	const { t } = useTexts();
	const me = useMe().of(by);
	if (!me) return null;
	return (
		<li role="status">
			<Hourglass size={16} aria-hidden="true" />
			<span>{t('silentFor', { host: me.host, seconds: SILENCE_MS / 1000 })}</span>
		</li>
	);
}

function Failure({ row }: { row: SourceRow }) {
	const { t, say, date } = useTexts();
	const me = useMe().of(row.by);
	const ended = me?.state !== 'active';
	const view = me && row.failure && !ended ? silentView(me, row.failure.text) : undefined;
	const service = useViewName(me, view?.host);
	if (!me || !row.failure) return null;
	return (
		<li>
			<CloudOff size={16} aria-hidden="true" />
			<span role="status">
				{view?.host === undefined
					? named(me.host, say(row.failure.text))
					: t('viewSilent', { service, host: me.host })}{' '}
				{row.answeredAt !== undefined &&
					t('nothingNewerThan', { time: date(row.answeredAt, 'time') })}
			</span>
			{view !== undefined && (
				<a class="button" href={hrefs.servers({ serving: me.account })}>
					{t('servingUseAnother')}
				</a>
			)}
			{ended ? (
				<a class="button" href={hrefs.servers({ renew: me.account })}>
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

/** As the directory calls it, with its host; the directory comes only when it is asked. */
function useViewName(me: Me | undefined, host: string | undefined): string {
	const view = me?.services?.view;
	const asked = host === undefined ? undefined : view;
	const { value } = useLoad(`view ${asked}`, async () =>
		asked === undefined ? undefined : (await import('../../lib/charters')).serviceOf(asked)?.title,
	);
	return value ? `${value} (${host})` : (host ?? '');
}
