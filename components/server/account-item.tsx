import { useState } from 'preact/hooks';
import type { Text } from '../../lib/model';
import { type Me, server, signOut } from '../../lib/sessions';
import { hrefs } from '../shared/route';
import { textOf } from '../shared/said';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { ListsCsv } from './lists-csv';

type AccountItemProps = {
	me: Me;
	signInAgain(): void;
	/** The server could not be told that the person left; this item is about to vanish. */
	notTold(host: string): void;
};

/** One account of mine: how it stands, and the way out. */
export function AccountItem({ me, signInAgain, notTold }: AccountItemProps) {
	const { t } = useTexts();
	const { value: home } = useLoad(me.host, () => server(me.host), ['servers']);
	const [leaving, setLeaving] = useState(false);
	return (
		<li class="account" data-state={me.state}>
			<div>
				<b>
					<bdi>@{me.handle}</bdi>
				</b>{' '}
				<span class="quiet">
					<a href={hrefs.server(me.host)}>
						<bdi>{home?.title || me.host}</bdi>
					</a>
					{' · '}
					{t('networkOf', { network: home?.software.name ?? me.network })}
				</span>
				{me.state !== 'active' && (
					<p class="problem-line" role="status">
						{t(me.state === 'ended' ? 'accountEnded' : 'accountStranger', { host: me.host })}
					</p>
				)}
			</div>
			<div class="actions">
				{me.state === 'ended' && (
					<button type="button" class="button primary" onClick={signInAgain}>
						{t('signInAgain')}
					</button>
				)}
				<button
					type="button"
					class="button"
					aria-expanded={leaving}
					onClick={() => setLeaving(!leaving)}
				>
					{t('signOut')}
				</button>
			</div>
			{me.state === 'active' && me.features.includes('blocks') && <ListsCsv me={me} />}
			{leaving && <Leaving me={me} notTold={notTold} stay={() => setLeaving(false)} />}
		</li>
	);
}

type LeavingProps = Pick<AccountItemProps, 'me' | 'notTold'> & { stay(): void };

/** Asks what is to happen to what was read. */
function Leaving({ me, notTold, stay }: LeavingProps) {
	const { t, say } = useTexts();
	const [working, setWorking] = useState(false);
	const [problem, setProblem] = useState<Text>();
	const leave = (keep: 'posts' | 'nothing') => {
		setWorking(true);
		signOut(me.account, keep).then(
			({ revoked }) => {
				if (!revoked) notTold(me.host);
			},
			(error: unknown) => {
				setWorking(false);
				setProblem(textOf(error) ?? { key: 'actionFailed' });
			},
		);
	};
	return (
		<fieldset class="leaving" aria-label={t('signOutOf', { handle: `@${me.handle}` })}>
			<p>{t('signOutWhat')}</p>
			<div class="actions">
				<button type="button" class="button" disabled={working} onClick={() => leave('posts')}>
					{t('signOutKeep')}
				</button>
				<button
					type="button"
					class="button danger"
					disabled={working}
					onClick={() => leave('nothing')}
				>
					{t('signOutDelete')}
				</button>
				<button type="button" class="button" disabled={working} onClick={stay}>
					{t('cancel')}
				</button>
			</div>
			{problem && <p role="alert">{say(problem)}</p>}
		</fieldset>
	);
}
