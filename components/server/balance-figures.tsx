import type { Balance } from '../../lib/model';
import { type Level, levelOf, shareOf } from '../../lib/norms';
import type { Me } from '../../lib/sessions';
import type { Key } from '../../lib/texts';
import { useTexts } from '../shared/texts';
import { When } from '../shared/when';
import { CopyText } from './copy-text';
import { Fact } from './fact';

const MEANS = {
	'too-little': 'balanceTooLittle',
	fine: 'balanceFine',
	advise: 'balanceAdvise',
	ask: 'balanceAsk',
	'too-much': 'balanceTooMuch',
} as const satisfies Record<Level, Key>;

/** The numbers, what they come to, and whose limits those are. */
export function BalanceFigures({ me, balance }: { me: Me; balance: Balance }) {
	const { t, number, percent } = useTexts();
	const { broadcasts, replies, unanswered, looked, from, readAt } = balance;
	const level = levelOf(balance);
	const share = shareOf(balance);
	const all = broadcasts + replies;
	return (
		<>
			<p class={`balance-means ${level}`}>{t(MEANS[level])}</p>
			<dl class="facts">
				{level !== 'too-little' && (
					<Fact name={t('balanceShare')}>
						<meter aria-label={t('balanceShare')} value={share} low={0.6} high={0.8} optimum={0} />{' '}
						{t('balanceShareText', { percent: percent(share), of: number(all) })}
					</Fact>
				)}
				<Fact name={t('balanceSpread')}>{number(broadcasts)}</Fact>
				<Fact name={t('balanceReplies')}>{number(replies)}</Fact>
				<Fact name={t('balanceUnanswered')}>{number(unanswered.length)}</Fact>
				<Fact name={t('balanceLooked')}>
					{t('balanceLookedText', { count: looked })} <When at={from} />
				</Fact>
				<Fact name={t('balanceRead')}>
					<When at={readAt} />
				</Fact>
			</dl>
			<details>
				<summary>{t('balanceHow')}</summary>
				<p class="quiet">{t('balanceHowText')}</p>
				<ShowModerator me={me} balance={balance} />
			</details>
		</>
	);
}

/** The numbers as a text for somebody who runs the place: nothing of anybody else is in it. */
function ShowModerator({ me, balance }: { me: Me; balance: Balance }) {
	const { t, date, percent } = useTexts();
	const { broadcasts, replies, unanswered, looked, from, readAt } = balance;
	const text = t('balanceForModerator', {
		handle: `@${me.handle}`,
		from: date(from, 'day'),
		to: date(readAt, 'day'),
		looked,
		broadcasts,
		replies,
		waiting: unanswered.length,
		percent: percent(shareOf(balance)),
	});
	return (
		<>
			<p class="quiet">{t('balanceShowModerator')}</p>
			<blockquote class="text">{text}</blockquote>
			<CopyText text={text} />
		</>
	);
}
