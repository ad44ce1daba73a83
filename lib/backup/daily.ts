import { surroundings } from '../sessions';
import { readDaily, writeDaily } from '../store';
import { USUAL } from './choice';
import { makeBackup } from './make';

const LOCK = 'daily-backup';
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

export type DailyBackup = {
	app: string;
	readme: string;
	/** Puts the file into the downloads folder, instead of the one of its name. */
	save(file: File): Promise<void>;
	signal: AbortSignal;
};

/**
 * Makes the backup of the day, where one is wanted and today has none. Its name ends in the day of the week, so that
 * there are seven at most: a browser deletes no file. True when it was made. What goes wrong is noted, and thrown.
 */
export function backUpDaily({ app, readme, save, signal }: DailyBackup): Promise<boolean> {
	return navigator.locks.request(LOCK, { ifAvailable: true }, async (free) => {
		const daily = await readDaily();
		const at = new Date(surroundings().now());
		const isDone =
			daily?.at !== undefined && new Date(daily.at).toDateString() === at.toDateString();
		if (!free || !daily || isDone) return false;
		try {
			const name = `townsquare-backup-${DAYS[at.getDay()]}`;
			const onProgress = () => undefined;
			const made = await makeBackup({ sections: USUAL, app, readme, at, name, signal, onProgress });
			await save(made.file);
			await writeDaily((one) => one && { since: one.since, at: at.getTime() });
			return true;
		} catch (error) {
			signal.throwIfAborted();
			const why = error instanceof Error ? error.name : 'unknown';
			await writeDaily((one) => one && { ...one, failed: { at: at.getTime(), why } });
			throw error;
		}
	});
}
