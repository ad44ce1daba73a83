import { useState } from 'preact/hooks';
import type { Account, AccountUri, Relationship, Text } from '../../lib/model';
import { type Relating, relate } from '../../lib/people';
import { useMe } from '../shared/me';
import { textOf } from '../shared/said';
import { useTexts } from '../shared/texts';
import { Reach } from './reach';

type RelateProps = {
	account: Account;
	relationships: readonly Relationship[];
	preferred: AccountUri | undefined;
};

/** Follow, mute and block, through the account of choice. */
export function Relate({ account, relationships, preferred }: RelateProps) {
	const { t, say } = useTexts();
	const me = useMe();
	const [chosen, choose] = useState<AccountUri>();
	const [refusal, setRefusal] = useState<Text>();
	const by = chosen ?? preferred;
	const able = (me.all ?? []).filter(({ network }) => network === account.network);
	if (by === undefined || able.length === 0) return null;
	if (able.some((mine) => mine.account === account.key))
		return <p class="quiet">{t('thisIsYou')}</p>;
	const now = relationships.find((one) => one.by === by);
	const change = (what: Relating) => {
		setRefusal(undefined);
		relate(by, account.key, what).catch((error: unknown) => {
			const text = textOf(error);
			if (!text) reportError(error);
			setRefusal(text ?? { key: 'actionFailed' });
		});
	};
	return (
		<div class="relate">
			<State now={now} />
			<Reach account={account} by={by} />
			<div class="actions">
				{able.length > 1 && (
					<label>
						<span class="unseen">{t('actAs')}</span>
						<select class="chip" value={by} onChange={(event) => choose(event.currentTarget.value)}>
							{able.map((mine) => (
								<option key={mine.account} value={mine.account}>
									@{mine.handle}
								</option>
							))}
						</select>
					</label>
				)}
				<FollowButton now={now} locked={account.locked} change={change} />
				<button
					type="button"
					class="button"
					aria-pressed={now?.muting ?? false}
					onClick={() => change({ type: 'mute', on: !now?.muting })}
				>
					{now?.muting ? t('unmute') : t('mute')}
				</button>
				<button
					type="button"
					class="button danger"
					aria-pressed={now?.blocking ?? false}
					onClick={() => change({ type: 'block', on: !now?.blocking })}
				>
					{now?.blocking ? t('unblock') : t('block')}
				</button>
			</div>
			{refusal && (
				<p class="problem-line" role="alert">
					{say(refusal)}
				</p>
			)}
		</div>
	);
}

type FollowProps = {
	now: Relationship | undefined;
	locked: true | undefined;
	change(what: Relating): void;
};

function FollowButton({ now, locked, change }: FollowProps) {
	const { t } = useTexts();
	const on = (now?.following ?? false) || (now?.requested ?? false);
	const text = now?.requested
		? t('followWithdraw')
		: now?.following
			? t('unfollow')
			: locked
				? t('followAsk')
				: t('follow');
	return (
		<button
			type="button"
			class={on ? 'button' : 'button primary'}
			aria-pressed={on}
			disabled={now?.blockedBy}
			onClick={() => change({ type: 'follow', on: !on })}
		>
			{text}
		</button>
	);
}

function State({ now }: { now: Relationship | undefined }) {
	const { t } = useTexts();
	const facts = [
		now?.followedBy && t('followsYou'),
		now?.requestedBy && t('wantsToFollowYou'),
		now?.requested && t('followAsked'),
		now?.blockedBy && t('blocksYou'),
		now?.serverBlocked && t('serverBlocked'),
	].filter((fact) => typeof fact === 'string');
	return facts.length > 0 ? <p class="quiet">{facts.join(' · ')}</p> : null;
}
