import { useEffect } from 'preact/hooks';
import type { Account, AccountUri, Reach as Reached, Text } from '../../lib/model';
import { learnRefusals, reachOf } from '../../lib/sessions';
import { useMe } from '../shared/me';
import { LoadProblem } from '../shared/problem';
import { writtenDown } from '../shared/said';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';

/** Before one follows or answers somebody: whether anything passes between the two servers, and from where it does. */
export function Reach({ account: { handle }, by }: { account: Account; by: AccountUri }) {
	const { t, say, list, date } = useTexts();
	const host = handle.split('@')[1];
	const { value, error, retry } = useLoad(
		`reach ${by} ${host}`,
		() => (host === undefined ? Promise.resolve([]) : reachOf(by, [host])),
		['norms', 'sessions'],
	);
	const me = useMe().of(by);
	const apart = me !== undefined && host !== undefined && !me.handle.endsWith(`@${host}`);
	useEffect(() => {
		if (apart) learnRefusals(by).catch(writtenDown);
	}, [apart, by]);
	if (error !== undefined) return <LoadProblem error={error} retry={retry} />;
	const [found] = value ?? [];
	const text = found && me && saying(found, `@${me.handle}`);
	if (!text) return null;
	const { comment, readAt, instead = [] } = found;
	const as = list(instead.map((one) => `@${one}`));
	return (
		<div class="problem-line reach" role="note">
			<p>
				{say(text)}
				{instead.length > 0 && ` ${t('reachElse', { as })}`}
			</p>
			{comment && <p>{t('reachSaid', { comment })}</p>}
			{readAt !== undefined && <p class="quiet">{t('reachWhen', { date: date(readAt, 'day') })}</p>}
		</div>
	);
}

/** What is open needs no words, and of what nobody knows nothing is claimed. */
function saying({ state, by, from, to }: Reached, me: string): Text | undefined {
	const parameters = { from, to, me };
	if (state === 'blocked') {
		return by === 'from' ? { key: 'reachOurs', parameters } : { key: 'reachTheirs', parameters };
	}
	if (state !== 'limited') return undefined;
	return by === 'from'
		? { key: 'reachLimitedOurs', parameters }
		: { key: 'reachLimitedTheirs', parameters };
}
