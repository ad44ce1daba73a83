import { useState } from 'preact/hooks';
import { SHOWN } from '../../lib/balance';
import type { Balance, PostUri } from '../../lib/model';
import type { Me } from '../../lib/sessions';
import { getAll } from '../../lib/timeline';
import { PostCard } from '../post/card';
import { LoadProblem } from '../shared/problem';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { onDemand } from '../shell/on-demand';

const Compose = onDemand(async () => (await import('../composer/compose')).Compose);

/** Those who have waited longest, opened in place, each with a way to answer there. */
export function BalanceWaiting({ me, balance }: { me: Me; balance: Balance }) {
	const { t } = useTexts();
	// What was answered here stays, with what became of the answer.
	const [opened, setOpened] = useState<readonly PostUri[]>([]);
	const waiting = balance.unanswered.map(({ post }) => post);
	const shown = [...new Set([...opened, ...waiting.slice(0, SHOWN)])];
	const { value, error, retry } = useLoad(shown.join(' '), () => getAll(shown), [
		'posts',
		'people',
	]);
	if (shown.length === 0) return null;
	if (error !== undefined) return <LoadProblem error={error} retry={retry} />;
	return (
		<>
			<h4>{t('balanceWaiting', { count: waiting.length })}</h4>
			<ul class="balance-waiting" aria-label={t('balanceWaitingList')}>
				{value?.map((stored) => {
					const { key } = stored.post;
					const isOpen = opened.includes(key);
					return (
						<li key={key} data-answered={waiting.includes(key) ? undefined : ''}>
							<PostCard stored={stored} />
							{isOpen ? (
								<Compose wish={{ reply: key, by: me.account }} />
							) : (
								<button
									type="button"
									class="button"
									onClick={() => setOpened((before) => [...before, key])}
								>
									{t('balanceAnswer')}
								</button>
							)}
						</li>
					);
				})}
			</ul>
		</>
	);
}
