import { CloudOff, Hourglass } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import type { AccountUri, Filter } from '../../lib/model';
import type { Me } from '../../lib/sessions';
import type { SourceRow } from '../../lib/store';
import { fetchNewer, onSilence, SILENCE_MS, silentSources, sourceStates } from '../../lib/timeline';
import { useMe } from '../shared/me';
import { hrefs } from '../shared/route';
import { named, writtenDown } from '../shared/said';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { concerns } from '../views/sources';
import { silentView } from './silent-view';
import { useStill } from './still';

type FailuresProps = {
	timeline: string;
	/** What is shown of it: who cannot be in it is not named. */
	only?: Filter | undefined;
};

/** Each source of a timeline that does not answer, by name, in words, with what one can do. */
export function Failures({ timeline, only = {} }: FailuresProps) {
	const { t } = useTexts();
	const { value = [] } = useLoad(timeline, () => sourceStates(timeline), ['timeline', 'sessions']);
	const me = useMe();
	const isIn = (by: AccountUri) => concerns(only, me.of(by));
	const failing = value.filter(({ failure, by }) => failure !== undefined && isIn(by));
	const silent = useSilent(timeline).filter(
		(by) => isIn(by) && !failing.some((row) => row.by === by),
	);
	const { lines, point } = useStill<Line>([
		...failing.map((row) => ({ by: row.by, row })),
		...silent.map((by) => ({ by })),
	]);
	if (lines.length === 0) return null;
	return (
		<ul class="failures" aria-label={t('failuresList')} onPointerLeave={() => point(undefined)}>
			{lines.map(({ line: { by, row }, gone }) => (
				<li key={by} class={gone && 'gone'} onPointerEnter={() => point(by)}>
					{row ? <Failure row={row} /> : <Silence by={by} />}
				</li>
			))}
		</ul>
	);
}

/** One source: how it failed, or only that it is silent. */
type Line = { by: AccountUri; row?: SourceRow };

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
		<>
			<Hourglass size={16} aria-hidden="true" />
			<span role="status">{t('silentFor', { host: me.host, seconds: SILENCE_MS / 1000 })}</span>
		</>
	);
}

function Failure({ row }: { row: SourceRow }) {
	const { t, say, date } = useTexts();
	const me = useMe().of(row.by);
	const ended = me?.state !== 'active';
	const view = me && row.failure && !ended ? silentView(me, row.failure.text) : undefined;
	const service = useViewName(me, view?.host);
	// With its name at once: one that came later would push what stands below.
	if (!me || !row.failure || service === undefined) return null;
	return (
		<>
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
		</>
	);
}

/** As the directory calls it, with its host; the directory comes only when it is asked. Undefined until then. */
function useViewName(me: Me | undefined, host: string | undefined): string | undefined {
	const view = me?.services?.view;
	const asked = host === undefined ? undefined : view;
	const { value, error } = useLoad(`view ${asked}`, async () =>
		asked === undefined
			? undefined
			: ((await import('../../lib/charters')).serviceOf(asked)?.title ?? host),
	);
	if (host === undefined || asked === undefined) return host ?? '';
	if (value === undefined) return error === undefined ? undefined : host;
	return value === host ? host : `${value} (${host})`;
}
