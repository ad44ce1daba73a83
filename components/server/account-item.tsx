import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Text } from '../../lib/model';
import { type Me, server, signOut } from '../../lib/sessions';
import { hrefs } from '../shared/route';
import { textOf } from '../shared/said';
import { useTexts } from '../shared/texts';
import { useLoad } from '../shared/use-load';
import { endsSoon } from './ends-soon';
import { ListsCsv } from './lists-csv';
import { Serving } from './serving';

type AccountItemProps = {
	me: Me;
	signInAgain(): void;
	/** The server could not be told that the person left; this item is about to vanish. */
	notTold(host: string): void;
	/** The person came for this account: its first thing to do takes the focus. */
	focus?: RefObject<HTMLElement | null> | undefined;
	/** They came to choose who serves its timeline. */
	serving?: boolean | undefined;
};

/** One account of mine: how it stands, and the way out. */
export function AccountItem(props: AccountItemProps) {
	const { me, signInAgain, notTold, focus, serving } = props;
	const { t } = useTexts();
	const { value: home } = useLoad(me.host, () => server(me.host), ['servers']);
	const [leaving, setLeaving] = useState(false);
	const item = useWanted(focus);
	return (
		<li class="account" data-state={me.state} tabIndex={focus ? -1 : undefined} ref={item}>
			<div>
				<b>
					<bdi>@{me.handle}</bdi>
				</b>{' '}
				<span class="quiet">
					<a href={hrefs.server(me.host)}>
						<bdi>{home?.title || me.host}</bdi>
					</a>
					{' · '}
					{t('networkOf', {
						network: home?.software.shown ?? home?.software.name ?? me.network,
					})}
				</span>
				<Standing me={me} />
			</div>
			<div class="actions">
				{(me.state === 'ended' || endsSoon(me, Date.now()) !== undefined) && (
					<button
						type="button"
						class={me.state === 'ended' ? 'button primary' : 'button'}
						data-renew
						onClick={signInAgain}
					>
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
			{me.state === 'active' && me.features.includes('services') && (
				<Serving me={me} open={serving ?? false} />
			)}
			{me.state === 'active' && me.features.includes('blocks') && <ListsCsv me={me} />}
			{leaving && <Leaving me={me} notTold={notTold} stay={() => setLeaving(false)} />}
		</li>
	);
}

/** The item, which hands the focus to its first thing to do when the person came for it. */
function useWanted(
	focus: RefObject<HTMLElement | null> | undefined,
): RefObject<HTMLLIElement | null> {
	const item = useRef<HTMLLIElement>(null);
	useEffect(() => {
		const first = item.current?.querySelector<HTMLElement>('[data-renew], .serving summary');
		const target = first ?? item.current;
		if (!focus || !target) return;
		focus.current = target;
		target.focus({ preventScroll: true });
		item.current?.scrollIntoView({ block: 'center' });
	}, [focus]);
	return item;
}

/** What is wrong with a sign-in, or soon will be. */
function Standing({ me }: { me: Me }) {
	const { t, date } = useTexts();
	const endsAt = endsSoon(me, Date.now());
	if (me.state === 'active' && endsAt === undefined) return null;
	return (
		<p class="problem-line" role="status">
			{endsAt === undefined
				? t(me.state === 'ended' ? 'accountEnded' : 'accountStranger', { host: me.host })
				: t(endsAt > Date.now() ? 'accountEndsOn' : 'accountEndPast', {
						date: date(endsAt, 'day'),
					})}
		</p>
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
		setProblem(undefined);
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
			{working && <p role="status">{t('signingOut')}</p>}
			{problem && <p role="alert">{say(problem)}</p>}
		</fieldset>
	);
}
