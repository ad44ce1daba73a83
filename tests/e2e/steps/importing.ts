import { statSync } from 'node:fs';
import type { ImportCounts } from '../../../lib/store/schema';
import type { Screen } from '../../browsers/screen';
import { expect } from '../town';

/** Names of the counts in the report, as design/screens.md fixes them. */
const NAMES = {
	Posts: 'posts',
	Reposts: 'reposts',
	Replies: 'replies',
	Quotes: 'quotes',
	'Long posts': 'longPosts',
	Edited: 'edited',
	'Media present': 'mediaPresent',
	'Media missing': 'mediaMissing',
	Likes: 'likes',
	Skipped: 'skipped',
} as const;

type Shown = Omit<ImportCounts, 'rows'>;

export const ZIP = 'Twitter archive (zip)';
const FOLDER = 'Twitter archive (folder)';
const LONGEST_IMPORT_MS = 50_000;

/** How an import ended: its report with every word of it, or the words of the alert. */
export type Outcome = { report: string } | { alert: string };

/** Chooses the archive on the import page and waits for how it ends, media included. */
export async function importArchive(screen: Screen, paths: readonly string[]): Promise<string> {
	await startImport(screen, paths);
	return reportOf(await outcome(screen));
}

/** Opens the import page anew and chooses the zips, or the folder. */
export async function startImport(screen: Screen, paths: readonly string[]): Promise<void> {
	await screen.open('#/import');
	await screen.see('heading', 'Import');
	const [first = ''] = paths;
	if (statSync(first).isDirectory()) await screen.chooseFolder(FOLDER, first);
	else await screen.choose(ZIP, paths);
}

/** Waits for the report of a finished import, or for an alert. */
export async function outcome(screen: Screen): Promise<Outcome> {
	const end = Date.now() + LONGEST_IMPORT_MS;
	for (;;) {
		const look = await screen.evaluate(lookAtImport, null);
		if ('report' in look || 'alert' in look) return look;
		if (Date.now() > end) throw new Error(`The import did not end. The page says:\n${look.page}`);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}

export function reportOf(ended: Outcome): string {
	if ('alert' in ended) throw new Error(`The import failed: ${ended.alert}`);
	return ended.report;
}

/** Runs in the page. While media are copied a progressbar is beside the report. */
function lookAtImport(): Outcome | { page: string } {
	const main = document.querySelector('main');
	// biome-ignore lint/performance/useDomNodeTextContent: what a person reads
	const read = (element: Element | null | undefined) => (element as HTMLElement)?.innerText ?? '';
	const alert = main?.querySelector('[role=alert]');
	if (alert) return { alert: read(alert) };
	const busy = main?.querySelector('progress, [role=progressbar]');
	for (const region of main?.querySelectorAll('section[aria-labelledby]') ?? []) {
		const label = document.getElementById(region.getAttribute('aria-labelledby') ?? '');
		if (!busy && label?.textContent === 'Import report') return { report: read(region) };
	}
	return { page: read(main) };
}

/** The definition list of the report. */
export async function shownCounts(screen: Screen): Promise<Shown> {
	const pairs = await screen.inside('region', 'Import report', (region) =>
		[...region.querySelectorAll('dt')].map((name) => [
			name.textContent ?? '',
			name.nextElementSibling?.textContent ?? '',
		]),
	);
	const shown: Partial<Record<keyof Shown, number>> = {};
	for (const [name = '', value = ''] of pairs) {
		const field = NAMES[name as keyof typeof NAMES];
		if (!field) throw new Error(`The report counts "${name}".`);
		shown[field] = Number(value.replace(/\D/g, ''));
	}
	expect(Object.keys(shown).sort(), 'counts of the report').toEqual(Object.values(NAMES).sort());
	return shown as Shown;
}

/** What the generator says must be shown. */
export function countsToShow({ rows: _, ...counts }: ImportCounts): Shown {
	return counts;
}
