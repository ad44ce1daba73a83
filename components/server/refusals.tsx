import { useEffect } from 'preact/hooks';
import type { RefusedServer } from '../../lib/model';
import { learnRefusals, namesOf } from '../../lib/sessions';
import { readRefusals } from '../../lib/store';
import { useMe } from '../shared/me';
import { LoadProblem } from '../shared/problem';
import { writtenDown } from '../shared/said';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { When } from '../shared/when';

/** Which other servers a server of mine refuses, as far as it tells one of my accounts. Asked when the page opens. */
export function Refusals({ host }: { host: string }) {
	const { t } = useTexts();
	const me = useMe();
	const mine = me.all?.find((one) => one.host === host && one.state === 'active');
	const domain = mine?.handle.split('@')[1]?.toLowerCase();
	const by = domain === undefined ? undefined : mine?.account;
	const { value, error, retry } = useLoad(`refusals ${host}`, readRefusals, ['norms']);
	useEffect(() => {
		if (by !== undefined) learnRefusals(by, { anew: true }).catch(writtenDown);
	}, [by]);
	if (error !== undefined) return <LoadProblem error={error} retry={retry} />;
	const list = domain === undefined ? undefined : value?.get(domain);
	if (!list) return null;
	const { refused, readAt } = list;
	const count = (wanted: RefusedServer['state']) =>
		(refused ?? []).filter(({ state }) => state === wanted).length;
	const [blocked, limited] = [count('blocked'), count('limited')];
	return (
		<section class="server" aria-labelledby="refusals">
			<h2 id="refusals">{t('reachHeading')}</h2>
			<p>
				{refused === undefined
					? t('reachListUnsaid', { host })
					: blocked === 0
						? t('reachListNone', { host })
						: t('reachList', { host, count: blocked })}{' '}
				{limited > 0 && t('reachListLimited', { count: limited })}{' '}
				<span class="quiet">
					<When at={readAt} />
				</span>
			</p>
			{refused && refused.length > 0 && <Names host={host} refused={refused} readAt={readAt} />}
		</section>
	);
}

/** More than anybody looks through. */
const MOST = 300;

type NamesProps = { host: string; refused: readonly RefusedServer[]; readAt: number };

/** Which they are, as far as they are named or known here; the rest is counted. */
function Names({ host, refused, readAt }: NamesProps) {
	const { t } = useTexts();
	const { value, error, retry } = useLoad(`refused ${host} ${readAt}`, () => namesOf(refused), [
		'people',
	]);
	if (error !== undefined) return <LoadProblem error={error} retry={retry} />;
	if (!value) return null;
	const { named, hidden } = value;
	const more = named.length - MOST;
	return (
		<>
			{named.length > 0 && (
				<details open={named.some(({ known }) => known)}>
					<summary>{t('reachNamed', { count: named.length })}</summary>
					<ul aria-label={t('reachNamed', { count: named.length })}>
						{named.slice(0, MOST).map(({ domain, state, comment, known }) => (
							<li key={`${domain} ${state}`}>
								<bdi>{domain}</bdi>
								{known && <span class="quiet"> · {t('reachKnown')}</span>}
								{comment && (
									<span class="quiet" dir="auto">
										{' '}
										“{comment}”
									</span>
								)}
							</li>
						))}
					</ul>
					{more > 0 && <p class="quiet">{t('reachMore', { count: more })}</p>}
				</details>
			)}
			{hidden > 0 && <p class="quiet">{t('reachHidden', { count: hidden })}</p>}
		</>
	);
}
