import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Chromium } from '../browsers/chromium';
import { chromiumScreen } from '../browsers/chromium-screen';
import { type Expected, makeArchive } from '../fixtures/archive';
import { importArchive } from './steps/importing';
import { expect, test } from './town';

async function imported(chromium: Chromium, folder: string, n = 400): Promise<Expected> {
	const archive = await makeArchive({ out: join(folder, 'a.zip'), n });
	await importArchive(chromiumScreen(chromium), archive.paths);
	return archive;
}

const focusedPost = (page: Page) =>
	page.evaluate(() => document.activeElement?.closest('article')?.dataset['post']);

test('everything by keyboard: j k o Esc . / ?', async ({ chromium, folder }) => {
	const { page } = chromium;
	await imported(chromium, folder);
	await chromium.open('#/');
	await page.getByRole('feed', { name: 'Timeline' }).getByRole('article').first().waitFor();
	const seen: (string | undefined)[] = [];
	for (const key of ['j', 'j', 'j', 'k']) {
		await page.keyboard.press(key);
		await expect.poll(() => focusedPost(page)).not.toBe(seen.at(-1));
		seen.push(await focusedPost(page));
	}
	expect(seen[3]).toBe(seen[1]);
	expect(new Set(seen).size).toBe(3);

	await page.keyboard.press('o');
	await page.getByRole('feed', { name: 'Conversation' }).waitFor();
	expect(new URL(page.url()).hash).toBe(`#/post/${encodeURIComponent(seen[3] ?? '')}`);
	await page.keyboard.press('Escape');
	await page.getByRole('feed', { name: 'Timeline' }).waitFor();

	await page.keyboard.press('?');
	await expect(page.getByRole('dialog', { name: 'Keyboard' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toBeHidden();

	await page.keyboard.press('/');
	await expect(page.getByRole('searchbox', { name: 'Search everything' })).toBeFocused();
	await page.keyboard.type('jjj');
	await expect(page.getByRole('searchbox', { name: 'Search everything' })).toHaveValue('jjj');
});

test('a windowed list: the end of the timeline can be reached, drawn posts stay few', async ({
	chromium,
	folder,
}) => {
	const { page } = chromium;
	const { counts } = await imported(chromium, folder, 1200);
	await chromium.open('#/');
	const articles = page.getByRole('feed', { name: 'Timeline' }).getByRole('article');
	await articles.first().waitFor();
	const last = page.locator(`article[aria-posinset="${counts.posts}"]`);
	await expect
		.poll(
			async () => {
				await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
				return last.count();
			},
			{ timeout: 30_000, intervals: [30] },
		)
		.toBe(1);
	expect(await articles.count()).toBeLessThan(60);
	await expect(page.getByText('This is where it began.')).toBeVisible();
});

test('posts are in order of time, newest first, each with its author', async ({
	chromium,
	folder,
}) => {
	const { page } = chromium;
	await imported(chromium, folder);
	await chromium.open('#/');
	const articles = page.getByRole('feed', { name: 'Timeline' }).getByRole('article');
	await articles.first().waitFor();
	const times = await articles.evaluateAll((all) =>
		all.map((one) => Date.parse(one.querySelector('time')?.dateTime ?? '')),
	);
	expect(times.length).toBeGreaterThan(5);
	expect(times).toEqual([...times].sort((a, b) => b - a));
	await expect(articles.first()).toHaveAccessibleName(/^\S/);
	expect(await articles.first().getAttribute('data-network')).toBeTruthy();
});

test('results while typing, marked, with the count; the address keeps the query', async ({
	chromium,
	folder,
}) => {
	const { page } = chromium;
	const archive = await imported(chromium, folder);
	await chromium.open('#/search');
	const field = page.getByRole('main').getByRole('searchbox', { name: 'Search everything' });
	await field.pressSequentially('is:repost');
	await expect(page.getByRole('main').getByRole('status').first()).toHaveText(
		`${archive.counts.reposts} hits`,
	);
	await expect(page).toHaveURL(/#\/search\?q=is%3Arepost$/);
	await field.fill('the');
	await expect(page.locator('article mark').first()).toBeVisible();
	await field.fill('from:nobody_at_all');
	await expect(page.getByText('Nothing stored here fits this.')).toBeVisible();
});

test('works offline after a reload', async ({ chromium, folder }) => {
	const { page, context } = chromium;
	await imported(chromium, folder);
	await context.setOffline(true);
	await chromium.open('#/');
	await page.reload();
	await page.getByRole('feed', { name: 'Timeline' }).getByRole('article').first().waitFor();
	await chromium.open('#/search?q=is%3Areply');
	await expect(
		page.getByRole('feed', { name: 'Results' }).getByRole('article').first(),
	).toBeVisible();
});
