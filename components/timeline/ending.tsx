import type { Me } from '../../lib/sessions';
import { endsSoon, LAST_MS } from '../server/ends-soon';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';

/** A quiet line for each of my sign-ins that its server will end within two days, or should have ended. */
export function Ending({ all }: { all: readonly Me[] }) {
	const { t, date } = useTexts();
	const now = Date.now();
	const ending = all.flatMap((me) => {
		const at = endsSoon(me, now, LAST_MS);
		return at === undefined ? [] : [{ me, at }];
	});
	if (ending.length === 0) return null;
	return (
		<ul class="ending" aria-label={t('signInsEnding')}>
			{ending.map(({ me, at }) => (
				<li key={me.account}>
					<span role="status">
						{t(at > now ? 'signInEnds' : 'signInEndPast', {
							handle: `@${me.handle}`,
							date: date(at, 'day'),
						})}
					</span>{' '}
					<a href={hrefs.servers({ renew: me.account })}>{t('signInAgain')}</a>
				</li>
			))}
		</ul>
	);
}
