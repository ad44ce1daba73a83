import { useTexts } from '../shared/texts';
import { BackupDaily } from './backup-daily';
import { BackupMake } from './backup-make';
import { BackupRestore } from './backup-restore';

/** One file with all that the person has here: made, made every day, brought back. */
export function Backup() {
	const { t } = useTexts();
	return (
		<section aria-labelledby="backup" class="backup">
			<h2 id="backup">{t('backup')}</h2>
			<p>{t('backupWhy')}</p>
			<p class="quiet">{t('backupNever')}</p>
			<BackupMake />
			<BackupDaily />
			<BackupRestore />
		</section>
	);
}
