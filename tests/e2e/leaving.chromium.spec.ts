import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromiumScreen } from '../browsers/chromium-screen';
import { makeArchive } from '../fixtures/archive';
import { eraseEverything } from './steps/erasing';
import {
	countsToShow,
	importArchive,
	outcome,
	reportOf,
	shownCounts,
	ZIP,
} from './steps/importing';
import { archiveRecords, lookThrough } from './steps/storage';
import { expect, test } from './town';

test('everything stored leaves as one JSON file', async ({ chromium, folder }) => {
	const { page } = chromium;
	const archive = await makeArchive({ out: join(folder, 'a.zip'), n: 700 });
	await importArchive(chromiumScreen(chromium), archive.paths);
	await chromium.open('#/settings');
	await page.getByRole('button', { name: 'Export as JSON' }).click();
	const link = page.getByRole('link', { name: /^Save townsquare-.*\.json/ });
	const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
	const saved = JSON.parse(await readFile(await download.path(), 'utf8'));
	expect(saved.format).toBe('townsquare');
	expect(saved.archives).toHaveLength(1);
	const [{ account, posts, likes }] = saved.archives;
	expect(account).toEqual(archive.account);
	expect(posts).toHaveLength(archive.counts.posts);
	expect(likes).toHaveLength(archive.counts.likes);
	for (const canary of archive.canaries) expect(JSON.stringify(saved)).not.toContain(canary);
});

test('"Delete everything" deletes everything', async ({ chromium, folder }) => {
	const screen = chromiumScreen(chromium);
	const archive = await makeArchive({ out: join(folder, 'a.zip'), n: 300 });
	await importArchive(screen, archive.paths);
	await eraseEverything(screen);
	const stored = await lookThrough(screen, ['example_user']);
	expect(archiveRecords(stored)).toBe(0);
	expect(stored.files).toEqual([]);
	expect(stored.hits).toEqual([]);
});

test('the language is a setting and stays one', async ({ chromium }) => {
	const { page } = chromium;
	await chromium.open('#/settings');
	await page.getByRole('radio', { name: 'Deutsch' }).check();
	await expect(page.getByRole('heading', { name: 'Einstellungen', level: 1 })).toBeVisible();
	await expect(page.locator('html')).toHaveAttribute('lang', 'de');
	await page.reload();
	await expect(page.getByRole('heading', { name: 'Einstellungen', level: 1 })).toBeVisible();
	await page.getByRole('radio', { name: 'English' }).check();
	await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
});

test('zips and folders can be dropped', async ({ chromium, folder }) => {
	const { page, context } = chromium;
	const screen = chromiumScreen(chromium);
	const protocol = await context.newCDPSession(page);
	for (const form of ['zip', 'folder'] as const) {
		const out = join(folder, form === 'zip' ? 'a.zip' : 'archive');
		const archive = await makeArchive({ out, n: 250, folder: form === 'folder' });
		await chromium.open('#/import');
		const zone = await page.getByRole('region', { name: 'Drop your archive here' }).boundingBox();
		const { x, y } = zone ?? { x: 0, y: 0 };
		const data = { items: [], files: [...archive.paths], dragOperationsMask: 1 };
		for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
			await protocol.send('Input.dispatchDragEvent', { type, x: x + 20, y: y + 20, data });
		}
		reportOf(await outcome(screen));
		expect(await shownCounts(screen)).toEqual(countsToShow(archive.counts));
		await eraseEverything(screen);
	}
});

test('two archives in one choice: the person says which', async ({ chromium, folder }) => {
	const { page } = chromium;
	const screen = chromiumScreen(chromium);
	const one = await makeArchive({ out: join(folder, 'both/one'), n: 120, folder: true });
	await makeArchive({
		out: join(folder, 'both/two'),
		n: 90,
		folder: true,
		accountId: '4711',
		user: 'two',
	});
	await chromium.open('#/import');
	await screen.chooseFolder('Twitter archive (folder)', join(folder, 'both'));
	await expect(
		page.getByRole('heading', { name: 'There are several archives in here' }),
	).toBeVisible();
	await page.getByRole('button', { name: /one\/?$/ }).click();
	reportOf(await outcome(screen));
	expect(await shownCounts(screen)).toEqual(countsToShow(one.counts));
});

test('a second tab cannot import at the same time, and says so', async ({ chromium, folder }) => {
	const first = chromiumScreen(chromium);
	const archive = await makeArchive({
		out: join(folder, 'a.zip'),
		n: 90_000,
		likes: 0,
		mediaRate: 0,
	});
	const small = await makeArchive({ out: join(folder, 'b.zip'), n: 100 });
	const second = await chromium.context.newPage();
	await chromium.open('#/import', second);
	await chromium.open('#/import');
	await first.choose(ZIP, archive.paths);
	await first.see('progressbar');
	await second.getByLabel(ZIP, { exact: true }).setInputFiles([...small.paths]);
	await expect(second.getByRole('alert')).toContainText('Another Townsquare tab is busy');
	reportOf(await outcome(first));
	expect(await shownCounts(first)).toEqual(countsToShow(archive.counts));
});
