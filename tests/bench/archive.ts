import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { Generation } from '../../lib/store';
import { type Chromium, launchChromium } from '../browsers/chromium';
import { ARTIFACTS } from '../browsers/extension';
import { memorySampler } from '../browsers/memory';
import { servePage } from '../browsers/page-server';
import { makeArchive } from '../fixtures/archive';
import type { FloorResult } from './archive-floor';

export const small = { n: '5000' };

type Timing = { firstPostMs: number; readableMs: number; mediaMs: number };

/**
 * Imports an archive through the import page of the built extension and holds it against the frozen floor
 * (archive-floor.ts), which runs before and after it in the same browser. Memory and cancelling are measured in
 * a second browser, because sampling costs time. Options: `--file X.zip` or `--n 100000`, `--rounds 3`.
 */
export async function run(options: Readonly<Record<string, string>>): Promise<object> {
	const file = options['file']
		? resolve(options['file'])
		: await archiveOf(options['n'] ?? '100000');
	const rounds = Number(options['rounds'] ?? 2);
	const timed = await timedRun(file, rounds);
	const second = await memoryRun(file);
	const { counts, first, last } = timed.report;
	return {
		counts,
		first: isoSecond(first),
		last: isoSecond(last),
		tweetsPerSecond: Math.round((counts.rows / timed.readableMs) * 1000),
		ratio: round(timed.readableMs / timed.floorMs),
		readableMs: Math.round(timed.readableMs),
		floorMs: Math.round(timed.floorMs),
		rawFloorMs: Math.round(timed.rawFloorMs),
		floorToRaw: round(timed.floorMs / timed.rawFloorMs),
		firstPostMs: Math.round(timed.firstPostMs),
		mediaMs: Math.round(timed.mediaMs),
		...second,
	};
}

async function archiveOf(n: string): Promise<string> {
	const folder = join(ARTIFACTS, 'bench');
	mkdirSync(folder, { recursive: true });
	const out = join(folder, `archive-${n}.zip`);
	if (!existsSync(out)) await makeArchive({ out, n: Number(n), storeMedia: true });
	return out;
}

async function timedRun(file: string, rounds: number) {
	const chromium = await launchChromium();
	const server = await servePage('tests/bench/archive-floor-entry.ts');
	const raw: number[] = [];
	const floor: number[] = [];
	const measureFloor = async () => {
		const page = await chromium.context.newPage();
		await page.goto(server.url);
		await page.setInputFiles('#file', file);
		for (const [kind, list] of [['true', raw] as const, ['false', floor] as const]) {
			list.push((await page.evaluate<FloorResult>(`runFloor(${kind})`)).ms);
		}
		await page.close();
	};
	try {
		// The first pass warms the file cache and is not counted.
		await measureFloor();
		raw.length = 0;
		floor.length = 0;
		for (let i = 0; i < rounds; i++) await measureFloor();
		const timing = await importOnce(chromium, file);
		for (let i = 0; i < rounds; i++) await measureFloor();
		const report = await storedReport(chromium.page);
		return { ...timing, report, rawFloorMs: median(raw), floorMs: median(floor) };
	} finally {
		await server.close();
		await chromium.close();
	}
}

/** Chooses the file on the import page and waits for the report. Times are the page's own. */
async function importOnce({ page, open }: Chromium, file: string): Promise<Timing> {
	await open('#/import');
	await chooseAndWatch(page, file);
	await page.getByRole('region', { name: 'Import report' }).waitFor({ timeout: 3_600_000 });
	await page.waitForFunction(() => performance.getEntriesByName('archive:done').length > 0, null, {
		timeout: 3_600_000,
	});
	return page.evaluate(() => {
		const at = (name: string) => performance.getEntriesByName(name).at(-1)?.startTime ?? Number.NaN;
		const chosen = at('bench:chosen');
		return {
			firstPostMs: at('bench:first-post') - chosen,
			readableMs: at('archive:readable') - chosen,
			mediaMs: at('archive:done') - at('archive:readable'),
		};
	});
}

async function chooseAndWatch(page: Page, file: string): Promise<void> {
	const input = page.getByLabel('Twitter archive (zip)');
	await input.waitFor({ state: 'attached' });
	await page.evaluate(() => {
		document.addEventListener('change', () => performance.mark('bench:chosen'), {
			capture: true,
			once: true,
		});
		const observer = new MutationObserver(() => {
			if (!document.querySelector('article')) return;
			observer.disconnect();
			// The frame after the next one has it painted.
			requestAnimationFrame(() =>
				requestAnimationFrame(() => performance.mark('bench:first-post')),
			);
		});
		observer.observe(document.body, { childList: true, subtree: true });
	});
	await input.setInputFiles(file);
}

async function memoryRun(file: string) {
	const chromium = await launchChromium();
	try {
		const cancelMs = await cancelOnce(chromium, file);
		await chromium.page.reload();
		const memory = memorySampler(chromium.pid);
		memory.start();
		await importOnce(chromium, file);
		const { startMB, peakMB } = memory.stop();
		return { cancelMs: Math.round(cancelMs), extraMemoryMB: Math.round(peakMB - startMB) };
	} finally {
		await chromium.close();
	}
}

/** From the click on "Cancel import" to the page saying so, in the middle of reading. */
async function cancelOnce({ page, open }: Chromium, file: string): Promise<number> {
	await open('#/import');
	await chooseAndWatch(page, file);
	const button = page.getByRole('button', { name: 'Cancel import' });
	await button.waitFor();
	await page.evaluate(() => {
		document.addEventListener('click', () => performance.mark('bench:cancel'), {
			capture: true,
			once: true,
		});
	});
	await button.click();
	await page.waitForFunction(() => performance.getEntriesByName('archive:cancelled').length > 0);
	return page.evaluate(() => {
		const at = (name: string) => performance.getEntriesByName(name).at(-1)?.startTime ?? Number.NaN;
		return at('archive:cancelled') - at('bench:cancel');
	});
}

/** The report as it is stored, read past the extension's own code. */
async function storedReport(page: Page) {
	const read = () =>
		new Promise<Generation['imports'][number]['report'] | undefined>((resolve, reject) => {
			const opening = indexedDB.open('townsquare');
			opening.onerror = () => reject(opening.error);
			opening.onsuccess = () => {
				const all = opening.result.transaction('generations').objectStore('generations').getAll();
				all.onsuccess = () => {
					opening.result.close();
					resolve((all.result as Generation[])[0]?.imports.at(-1)?.report);
				};
			};
		});
	const report = await page.evaluate(read);
	if (!report) throw new Error('the import left no report');
	return report;
}

function isoSecond(instant: number | undefined): string | undefined {
	if (instant === undefined) return undefined;
	return new Date(Math.floor(instant / 1000) * 1000).toISOString();
}

function median(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function round(number: number): number {
	return Math.round(number * 100) / 100;
}
