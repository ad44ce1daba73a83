import { BadgeCheck } from 'lucide-preact';
import type { Account, AccountUri, Relationship } from '../../lib/model';
import { Emojified } from '../post/emojified';
import { LabelBadges } from '../post/label-badges';
import { labelsOf } from '../post/labels';
import { OutLink, PostText } from '../post/text';
import { Avatar } from '../shared/avatar';
import { useRemoteMedia } from '../shared/remote-media';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';
import { Relate } from './relate';

type ProfileProps = {
	account: Account;
	relationships: readonly Relationship[];
	/** My account that acts. */
	by: AccountUri | undefined;
};

/** Who somebody says they are, what of it was checked, and what stands between us. */
export function Profile({ account, relationships, by }: ProfileProps) {
	const { t } = useTexts();
	const remote = useRemoteMedia();
	const { name, handle, bio, fields = [], emojis, moved } = account;
	return (
		<section class="profile" aria-label={t('profile')}>
			{account.header && remote && (
				<img class="profile-header" src={account.header} alt="" referrerpolicy="no-referrer" />
			)}
			<div class="profile-head">
				<Avatar name={name || handle} remote={account.avatar} />
				<div class="who">
					<b>
						<bdi>
							<Emojified text={name || handle} emojis={emojis} />
						</bdi>
					</b>
					<span class="handle">
						<bdi>@{handle}</bdi>
					</span>
				</div>
			</div>
			<Kinds account={account} />
			<LabelBadges labels={labelsOf(relationships)} />
			{moved && (
				<p class="notes">
					{t('personMoved')}{' '}
					<a href={hrefs.person(moved.account)}>
						<bdi>@{moved.handle}</bdi>
					</a>
				</p>
			)}
			{bio && <PostText content={bio} emojis={emojis} live whole />}
			<Fields fields={fields} emojis={emojis} />
			<Numbers account={account} />
			<Relate account={account} relationships={relationships} preferred={by} />
		</section>
	);
}

function Kinds({ account }: { account: Account }) {
	const { t } = useTexts();
	return (
		<ul class="badges">
			{account.locked && <li>{t('personLocked')}</li>}
			{account.bot && <li>{t('personBot')}</li>}
			{account.group && <li>{t('personGroup')}</li>}
			{account.limited && <li>{t('personLimited')}</li>}
			{account.suspended && <li>{t('personSuspended')}</li>}
		</ul>
	);
}

type FieldsProps = {
	fields: NonNullable<Account['fields']>;
	emojis: Account['emojis'] | undefined;
};

function Fields({ fields, emojis }: FieldsProps) {
	const { t, date } = useTexts();
	if (fields.length === 0) return null;
	return (
		<dl class="fields">
			{fields.map((field, i) => (
				<div key={i} class={field.verifiedAt === undefined ? undefined : 'verified'}>
					<dt dir="auto">
						<Emojified text={field.name} emojis={emojis} />
					</dt>
					<dd>
						<PostText content={field.value} emojis={emojis} live whole />
						{field.verifiedAt !== undefined && (
							<span class="quiet" title={t('fieldVerifiedWhy')}>
								<BadgeCheck size={14} aria-hidden="true" />
								{t('fieldVerified', { date: date(field.verifiedAt, 'day') })}
							</span>
						)}
					</dd>
				</div>
			))}
		</dl>
	);
}

function Numbers({ account }: { account: Account }) {
	const { t, number, date } = useTexts();
	const { counts = {} } = account;
	return (
		<p class="quiet profile-counts">
			{counts.posts !== undefined && <span>{t('countPosts', { count: counts.posts })}</span>}
			{counts.following !== undefined && (
				<span>{t('countFollowing', { number: number(counts.following) })}</span>
			)}
			{counts.followers !== undefined && (
				<span>{t('countFollowers', { count: counts.followers })}</span>
			)}
			{account.createdAt !== undefined && (
				<span>{t('personSince', { date: date(account.createdAt, 'day') })}</span>
			)}
			{account.url && <OutLink href={account.url}>{t('openOriginal')}</OutLink>}
		</p>
	);
}
