import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { chromiumScreen } from '../browsers/chromium-screen';
import { makeArchive, textOf } from '../fixtures/archive';
import { importArchive } from './steps/importing';
import { expect, test } from './town';

/** The post at the top of the window, and where it stands. */
const top = (page: Page) =>
	page.evaluate(() => {
		const all = [...document.querySelectorAll<HTMLElement>('[role="feed"] article')];
		const first = all.find((one) => one.getBoundingClientRect().top >= 0);
		return first && { post: first.dataset['post'], place: first.getAttribute('aria-posinset') };
	});

test('the place in the timeline outlives a reload', async ({ chromium, folder }) => {
	const { page } = chromium;
	const archive = await makeArchive({ out: join(folder, 'a.zip'), n: 1500 });
	await importArchive(chromiumScreen(chromium), archive.paths);
	await chromium.open('#/');
	await page.getByRole('article').first().waitFor();
	await expect
		.poll(
			async () => {
				await page.mouse.wheel(0, 4000);
				return Number((await top(page))?.place ?? 0);
			},
			{ timeout: 40_000, intervals: [30] },
		)
		.toBeGreaterThan(500);
	let before = await top(page);
	// On a busy machine the last turn of the wheel may come late.
	let alike = 0;
	const still = async () => {
		const now = await top(page);
		alike = now !== undefined && now.post === before?.post ? alike + 1 : 0;
		before = now;
		return alike;
	};
	await expect.poll(still, { intervals: [300] }).toBeGreaterThan(4);
	expect(Number(before?.place)).toBeGreaterThan(500);

	const isBack = () =>
		expect
			.poll(async () => Math.abs(Number((await top(page))?.place) - Number(before?.place)))
			.toBeLessThanOrEqual(1);
	await page.reload();
	await isBack();

	// By itself: Playwright would scroll what stands below the bar into the middle first.
	await page
		.locator(`article[data-post="${before?.post}"] a.when`)
		.evaluate((link: HTMLElement) => link.click());
	await page.getByRole('feed', { name: 'Conversation' }).waitFor();
	await page.reload();
	await page.getByRole('feed', { name: 'Conversation' }).waitFor();
	await page.goBack();
	await page.getByRole('feed', { name: 'Timeline' }).waitFor();
	await isBack();

	await page.evaluate(() => {
		history.replaceState(null, '');
		location.reload();
	});
	await page.getByRole('feed', { name: 'Timeline' }).waitFor();
	await isBack();
	const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
	expect(kept).toContain('timeline place');
	for (const { pieces } of archive.posts) {
		const { text } = textOf(pieces);
		if (text.length > 20) expect(kept).not.toContain(JSON.stringify(text).slice(1, -1));
	}
});

test('Escape, Tab and drops lead where one expects', async ({ chromium, folder }) => {
	const { page, context } = chromium;
	const archive = await makeArchive({ out: join(folder, 'b.zip'), n: 300 });
	await importArchive(chromiumScreen(chromium), archive.paths);

	await chromium.open('#/search');
	const field = page.getByRole('searchbox', { name: 'Search everything' });
	await field.fill('a*');
	await page.getByRole('feed', { name: 'Results' }).getByRole('article').first().waitFor();
	await field.press('Escape');
	await expect(field).toHaveValue('');
	await field.press('Escape');
	await expect(field).not.toBeFocused();
	await chromium.open('#/');
	await page.getByRole('article').first().waitFor();
	await page.keyboard.press('/');
	await page.keyboard.press('Escape');
	await page.keyboard.press('j');
	await expect(page.locator('article:focus')).toHaveCount(1);

	await chromium.open('#/archive');
	const months = page.locator('.years a');
	await months.first().waitFor();
	const stops = await months.evaluateAll(
		(all) => all.filter((one) => (one as SVGAElement).tabIndex === 0).length,
	);
	expect(stops).toBe(1);

	const protocol = await context.newCDPSession(page);
	const drop = async (x: number, y: number, files: readonly string[]) => {
		const data = { items: [], files: [...files], dragOperationsMask: 1 };
		for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
			await protocol.send('Input.dispatchDragEvent', { type, x, y, data });
	};
	await drop(300, 300, archive.paths);
	await expect(page.getByRole('heading', { name: 'Archive', level: 1 })).toBeVisible();
	await chromium.open('#/import');
	const zone = await page.getByRole('region', { name: 'Drop your archive here' }).boundingBox();
	await drop(zone?.x ?? 0, (zone?.y ?? 0) + (zone?.height ?? 0) + 40, archive.paths);
	await expect(page.getByText('Nothing changed: all of this was stored already.')).toBeVisible();
});

test('an exported file is gone when the page is left', async ({ chromium, folder }) => {
	const { page } = chromium;
	const archive = await makeArchive({ out: join(folder, 'c.zip'), n: 100 });
	await importArchive(chromiumScreen(chromium), archive.paths);
	const exported = () =>
		page.evaluate(async () => {
			const names: string[] = [];
			for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
			return names.includes('export');
		});
	for (const leave of ['page', 'reload'] as const) {
		await chromium.open('#/settings');
		await page.getByRole('button', { name: 'Export as JSON' }).click();
		await page.getByRole('link', { name: /^Save townsquare/ }).waitFor();
		expect(await exported()).toBe(true);
		if (leave === 'page') await page.getByRole('link', { name: 'Timeline' }).first().click();
		else await page.reload();
		await expect.poll(exported).toBe(false);
	}
});
