import {
	AtSign,
	Bell,
	Flag,
	Heart,
	ListChecks,
	PenLine,
	Quote,
	Repeat2,
	Unlink,
	UserPlus,
} from 'lucide-preact';
import type { Account, NoticeKind } from '../../lib/model';
import type { Key } from '../../lib/texts';
import type { ShownNotice } from '../../lib/timeline';
import { PostCard } from '../post/card';
import { Emojified } from '../post/emojified';
import { OutLink } from '../post/text';
import { Avatar } from '../shared/avatar';
import { ForeignWords } from '../shared/foreign-words';
import { hrefs } from '../shared/route';
import { Say, useTexts } from '../shared/texts';
import { When } from '../shared/when';

const KINDS = {
	mention: { icon: AtSign, text: 'noticeMention' },
	post: { icon: Bell, text: 'noticePost' },
	repost: { icon: Repeat2, text: 'noticeRepost' },
	favourite: { icon: Heart, text: 'noticeFavourite' },
	follow: { icon: UserPlus, text: 'noticeFollow' },
	followRequest: { icon: UserPlus, text: 'noticeFollowRequest' },
	poll: { icon: ListChecks, text: 'noticePoll' },
	edit: { icon: PenLine, text: 'noticeEdit' },
	quote: { icon: Quote, text: 'noticeQuote' },
	quotedEdit: { icon: PenLine, text: 'noticeQuotedEdit' },
	moderationWarning: { icon: Flag, text: 'noticeWarning' },
	severed: { icon: Unlink, text: 'noticeSevered' },
	other: { icon: Bell, text: 'noticeOther' },
} as const satisfies Record<NoticeKind, { icon: unknown; text: Key }>;

/** What is nobody's doing. */
const ALONE: Partial<Record<NoticeKind, Key>> = {
	moderationWarning: 'noticeWarning',
	severed: 'noticeSevered',
};

/** One notice: who did what, when, to which of my accounts, with the post that it is about. */
export function NoticeItem({ notice }: { notice: ShownNotice }) {
	const { t } = useTexts();
	const { icon: Icon } = KINDS[notice.kind];
	const [first] = notice.accounts;
	return (
		<li class={`notice-item ${notice.kind}`} data-new={!notice.fresh ? undefined : ''}>
			<p class="notice-head">
				<Icon size={16} strokeWidth={1.75} aria-hidden="true" />
				{first && (
					<span class="notice-faces" aria-hidden="true">
						{notice.accounts.slice(0, 5).map((one) => (
							<Avatar key={one.key} name={one.name || one.handle} remote={one.avatar} />
						))}
					</span>
				)}
				<span>
					<What notice={notice} />
				</span>
				{notice.fresh && <span class="unseen">{t('noticeNew')}</span>}
				<span class="quiet notice-when">
					<When at={notice.at} /> · <bdi>@{notice.me}</bdi>
				</span>
			</p>
			<Details notice={notice} />
			{notice.shownPost && <PostCard stored={notice.shownPost} />}
		</li>
	);
}

/** In words that hold for one as for many. */
function What({ notice: { kind, accounts, count, name: unknown } }: { notice: ShownNotice }) {
	const { t } = useTexts();
	const [first] = accounts;
	const { text } = KINDS[kind];
	if (!first) return <>{t(ALONE[kind] ?? 'noticeSystem')}</>;
	const name = <Name account={first} />;
	const names =
		count > 1 ? (
			<Say text="nameAndMore" parameters={{ count: count - 1 }} elements={{ name }} />
		) : (
			name
		);
	return (
		<>
			<Say text={text} elements={{ name: names }} />
			{unknown && <span class="quiet"> ({unknown})</span>}
		</>
	);
}

function Name({ account }: { account: Account }) {
	return (
		<a href={hrefs.person(account.key)}>
			<bdi>
				<Emojified text={account.name || `@${account.handle}`} emojis={account.emojis} />
			</bdi>
		</a>
	);
}

/** What moderators do, as servers call it; what is not known is said in the server's word. */
const WARNINGS: ReadonlyMap<string, Key> = new Map<string, Key>([
	['none', 'warningNone'],
	['disable', 'warningDisable'],
	['mark_statuses_as_sensitive', 'warningMark'],
	['delete_statuses', 'warningDelete'],
	['sensitive', 'warningSensitive'],
	['silence', 'warningSilence'],
	['suspend', 'warningSuspend'],
]);

/** What a moderation warning and a severed relationship say: never folded away. */
function Details({ notice: { warning, severed } }: { notice: ShownNotice }) {
	const { t } = useTexts();
	const done = WARNINGS.get(warning?.action ?? '');
	return (
		<>
			{warning && (
				<div class="problem-line">
					<p>{done ? t('warningAction', { action: t(done) }) : t('warningActionWord')}</p>
					{!done && <ForeignWords words={warning.action} />}
					{warning.text && (
						<>
							<p>{t('warningWords')}</p>
							<ForeignWords words={warning.text} />
						</>
					)}
					{warning.url && <OutLink href={warning.url}>{t('warningMore')}</OutLink>}
				</div>
			)}
			{severed && (
				<p class="problem-line">
					{t(
						severed.why === 'serverBlocked'
							? 'severedServer'
							: severed.why === 'iBlockedServer'
								? 'severedMine'
								: 'severedOther',
						{ target: severed.target },
					)}{' '}
					{t('severedCount', {
						followers: t('severedFollowers', { count: severed.followers }),
						following: t('severedFollowing', { count: severed.following }),
					})}
				</p>
			)}
		</>
	);
}
