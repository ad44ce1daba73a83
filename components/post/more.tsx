import { useState } from 'preact/hooks';
import type { StoredPost, Text } from '../../lib/model';
import { useMe } from '../shared/me';
import { Menu, MenuItem } from '../shared/menu';
import { useTexts } from '../shared/texts';
import { onDemand } from '../shell/on-demand';
import type { Reaction } from './use-reaction';

/** Brought before a menu is opened for the first time: it is brought into view as it is then. */
export const AuthorItems = onDemand(async () => (await import('./author-items')).AuthorItems);
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
				<MenuItem
					text={muted ? t('conversationUnmute') : t('conversationMute')}
					act={() => reaction.react({ type: 'muteConversation', on: !muted })}
				/>
				<MenuItem text={t('muffleOpen')} act={() => setMuffling(true)} />
				{author && (
					<AuthorItems by={by} author={author} say={setSaid} report={() => setReporting(true)} />
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
