import { useState } from 'preact/hooks';
import { removeImport } from '../../lib/archive';
import type { Account } from '../../lib/model';
import type { ImportRecord } from '../../lib/store';
import { useArchives } from '../shared/archives';
import { ChoreView } from '../shared/chore-view';
import { useChores } from '../shared/chores';
import { useTexts } from '../shared/texts';
import { useImport } from './import-provider';

/** Everything that was imported, and the way to take each of it back. */
export function StoredImports() {
	const { t } = useTexts();
	const { all } = useArchives();
	const { chore } = useChores();
	const imports = (all ?? []).flatMap(({ account, imports: records }) =>
		records.map((record) => ({ account, record })),
	);
	const about = chore.name === 'remove' && chore.state !== 'idle';
	if (imports.length === 0 && !about) return null;
	return (
		<section aria-labelledby="stored-imports">
			<h2 id="stored-imports">{t('storedImports')}</h2>
			<ChoreView name="remove" label={t('removing')} />
			{about && chore.state === 'done' && (
				<p class="notice" role="status">
					{t('importRemoved')}
				</p>
			)}
			<ul class="imports">
				{imports.map(({ account, record }) => (
					<StoredImport key={record.id} account={account} record={record} />
				))}
			</ul>
		</section>
	);
}

type StoredImportProps = { account: Account; record: ImportRecord };

function StoredImport({ account, record }: StoredImportProps) {
	const { t, date } = useTexts();
	const [asking, setAsking] = useState(false);
	const { chore, run } = useChores();
	const { forgetReport } = useImport();
	const { counts } = record.report;
	const remove = () => {
		setAsking(false);
		forgetReport();
		run('remove', (spawn, listener) => removeImport(spawn, account.key, record.id, listener));
	};
	return (
		<li>
			<div>
				<b>
					<bdi>{account.name || account.handle}</bdi>
				</b>{' '}
				{account.handle && (
					<span class="quiet">
						<bdi>@{account.handle}</bdi>
					</span>
				)}
				<p class="quiet">
					{[
						t('archiveOf', { date: date(record.archiveDate, 'day') }),
						t('importedOn', { date: date(record.importedAt, 'minute') }),
						t('postCount', { count: counts.posts }),
					].join(' · ')}
				</p>
			</div>
			{asking ? (
				<Confirm
					date={date(record.archiveDate, 'day')}
					remove={remove}
					keep={() => setAsking(false)}
				/>
			) : (
				<button
					type="button"
					class="button"
					disabled={chore.state === 'running'}
					onClick={() => setAsking(true)}
				>
					{t('removeImport')}
				</button>
			)}
		</li>
	);
}

type ConfirmProps = { date: string; remove(): void; keep(): void };

function Confirm({ date, remove, keep }: ConfirmProps) {
	const { t } = useTexts();
	return (
		<fieldset class="confirm">
			<legend>{t('removeSure', { date })}</legend>
			<div class="actions">
				<button type="button" class="button danger" onClick={remove}>
					{t('removeYes')}
				</button>
				<button type="button" class="button" onClick={keep} ref={focusOnce}>
					{t('keepIt')}
				</button>
			</div>
		</fieldset>
	);
}

function focusOnce(element: HTMLElement | null): void {
	element?.focus();
}
