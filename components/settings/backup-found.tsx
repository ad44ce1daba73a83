import type { OpenBackup, Restored } from '../../lib/backup';
import type { Key } from '../../lib/texts';
import { hrefs } from '../shared/route';
import { useTexts } from '../shared/texts';

type Row = readonly [name: Key, count: number | undefined];

/** What is in a chosen backup, before anything is written. */
export function BackupFound({ backup, restore }: { backup: OpenBackup; restore(): void }) {
	const { t, date } = useTexts();
	const { manifest, counts, refused } = backup;
	return (
		<div class="notice">
			<p role="status">
				{t('restoreFound', {
					date: date(Date.parse(manifest.madeAt), 'minute'),
					version: manifest.app,
				})}
			</p>
			<Facts
				rows={[
					['partAccounts', counts.accounts],
					['partPosts', counts.posts],
					['partArchive', counts.archive],
					['partMedia', counts.media],
					['partPeople', counts.people],
					['partPersons', counts.persons],
					['partCorrections', counts.corrections],
					['partDrafts', counts.drafts],
					['partFiles', counts.files],
					['partOutbox', counts.outbox],
					['partViews', counts.views],
					['partMuffles', counts.muffles],
					['partSettings', counts.settings],
				]}
			/>
			{refused > 0 && <p>{t('restoreRefused', { count: refused })}</p>}
			<button type="button" class="button primary" onClick={restore}>
				{t('restoreGo')}
			</button>
		</div>
	);
}

/** What came back, and where to sign in again. */
export function BackupRestored({ restored }: { restored: Restored }) {
	const { t } = useTexts();
	const rows: Row[] = [
		['partPosts', restored.posts],
		['partArchives', restored.archives],
		['partPeople', restored.people],
		['partPersons', restored.persons],
		['partCorrections', restored.corrections],
		['partDrafts', restored.drafts],
		['partWaiting', restored.waiting],
		['partOutbox', restored.outbox],
		['partViews', restored.views],
		['partMuffles', restored.muffles],
		['partSettings', restored.settings],
	];
	const isNothing = rows.every(([, count]) => count === 0);
	return (
		<section class="notice" aria-labelledby="restored">
			<h4 id="restored">{t('restored')}</h4>
			<p class="quiet" role="status">
				{t(isNothing ? 'restoredNothing' : 'restoredNew')}
			</p>
			<Facts rows={rows} />
			{restored.waiting > 0 && <p>{t('restoredLook')}</p>}
			{restored.signIn.length > 0 && (
				<>
					<p id="restored-sign-in">{t('restoredSignIn')}</p>
					<ul aria-labelledby="restored-sign-in">
						{restored.signIn.map(({ account, handle, host }) => (
							<li key={account}>
								<a href={hrefs.servers({ at: host })}>
									{/* Where names hold their server, it is said once. */}
									{handle.endsWith(`@${host}`)
										? `@${handle}`
										: t('restoredSignInAt', { handle, host })}
								</a>
							</li>
						))}
					</ul>
				</>
			)}
		</section>
	);
}

function Facts({ rows }: { rows: readonly Row[] }) {
	const { t, number } = useTexts();
	return (
		<dl class="facts">
			{rows.map(
				([name, count]) =>
					count !== undefined &&
					count > 0 && (
						<>
							<dt key={name}>{t(name)}</dt>
							<dd>{number(count)}</dd>
						</>
					),
			)}
		</dl>
	);
}
