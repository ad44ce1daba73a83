import { useState } from 'preact/hooks';
import type { Account, AccountUri, StoredPost, Text } from '../../lib/model';
import { blockServer, relate } from '../../lib/people';
import { useMe } from '../shared/me';
import { Menu } from '../shared/menu';
import { hrefs } from '../shared/route';
import { textOf } from '../shared/said';
import { useTexts } from '../shared/texts';
import { onDemand } from '../shell/on-demand';
import type { Reaction } from './use-reaction';

const OwnItems = onDemand(async () => (await import('./own-items')).OwnItems);
const DeleteAsk = onDemand(async () => (await import('./delete-ask')).DeleteAsk);
const ReportForm = onDemand(async () => (await import('./report-form')).ReportForm);
const BringItems = onDemand(async () => (await import('./bring-items')).BringItems);
const MuffleDialog = onDemand(async () => (await import('../muffle/muffle-dialog')).MuffleDialog);

type MoreProps = { stored: StoredPost; reaction: Reaction };

/** What one does more rarely, about the post, its author and the author's server. */
export function More({ stored, reaction }: MoreProps) {
	const { t, say } = useTexts();
	const [said, setSaid] = useState<Text>();
	const [reporting, setReporting] = useState(false);
	const [muffling, setMuffling] = useState(false);
	const [deleting, setDeleting] = useState<'delete' | 'again'>();
	const { by } = reaction;
	const mine = useMe().of(stored.post.author);
	const { author, post } = stored;
	if (by === undefined) return null;
	const muted = stored.views?.find((one) => one.by === by)?.muted ?? false;
	return (
		<>
			<Menu faceClass="icon-button icon ellipsis" label={t('more')}>
				<Through stored={stored} reaction={reaction} />
				<BringItems stored={stored} say={setSaid} />
				{mine && <OwnItems stored={stored} by={mine.account} ask={setDeleting} />}
				<Item
					text={muted ? t('conversationUnmute') : t('conversationMute')}
					act={() => reaction.react({ type: 'muteConversation', on: !muted })}
				/>
				<Item text={t('muffleOpen')} act={() => setMuffling(true)} />
				{author && (
					<AboutAuthor by={by} author={author} say={setSaid} report={() => setReporting(true)} />
				)}
			</Menu>
			{deleting && mine && (
				<DeleteAsk
					stored={stored}
					by={mine.account}
					how={deleting}
					close={() => setDeleting(undefined)}
				/>
			)}
			{muffling && (
				<MuffleDialog
					stored={stored}
					close={(word) => {
						setMuffling(false);
						if (word !== undefined) setSaid({ key: 'muffleDone', parameters: { word } });
					}}
				/>
			)}
			{reporting && author && (
				<ReportForm
					by={by}
					author={author}
					post={post.key}
					close={(done) => {
						setReporting(false);
						if (done) setSaid({ key: 'reported', parameters: { handle: `@${author.handle}` } });
					}}
				/>
			)}
			{said && (
				<span class="action-said" role="status">
					{say(said)}
				</span>
			)}
		</>
	);
}

type AboutAuthorProps = {
	by: AccountUri;
	author: Account;
	/** Shows how it went. */
	say(text: Text): void;
	report(): void;
};

function AboutAuthor({ by, author, say, report }: AboutAuthorProps) {
	const { t } = useTexts();
	const home = useMe().of(by)?.host;
	const handle = `@${author.handle}`;
	const host = author.handle.split('@')[1];
	const then = (work: Promise<unknown>, done: Text) => {
		work.then(
			() => say(done),
			(error: unknown) => {
				const text = textOf(error);
				if (!text) reportError(error);
				say(text ?? { key: 'actionFailed' });
			},
		);
	};
	const relation = (type: 'mute' | 'block', key: string) =>
		then(relate(by, author.key, { type, on: true }), { key, parameters: { handle } });
	return (
		<>
			<a class="menu-item" href={hrefs.person(author.key)}>
				{t('openPerson', { handle })}
			</a>
			{author.key !== by && (
				<>
					<Item text={t('muteHandle', { handle })} act={() => relation('mute', 'mutedHandle')} />
					<Item
						text={t('blockHandle', { handle })}
						act={() => relation('block', 'blockedHandle')}
					/>
					{host && host !== home && (
						<Item
							text={t('blockServerOf', { host })}
							act={() =>
								then(blockServer(by, host, true), { key: 'blockedServer', parameters: { host } })
							}
						/>
					)}
					<Item text={t('reportPost')} act={report} />
				</>
			)}
		</>
	);
}

function Item({ text, act }: { text: string; act(): void }) {
	return (
		<button type="button" class="menu-item" onClick={act}>
			{text}
		</button>
	);
}

/** The account that acts, where several of mine could. */
function Through({ stored: { post }, reaction: { by, choose } }: MoreProps) {
	const { t } = useTexts();
	const me = useMe();
	const able = (me.all ?? []).filter(({ network }) => network === post.network);
	if (able.length < 2) return null;
	return (
		<label class="menu-item">
			{t('actAs')}{' '}
			<select class="chip" value={by} onChange={(event) => choose(event.currentTarget.value)}>
				{able.map(({ account, handle }) => (
					<option key={account} value={account}>
						@{handle}
					</option>
				))}
			</select>
		</label>
	);
}
