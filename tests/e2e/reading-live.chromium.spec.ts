import type { Page } from '@playwright/test';
import { image } from '../servers/mastodon/seeds/pictures';
import { expect, login, test } from './steps/places';
import { signIn } from './steps/signing-in';

const focused = (page: Page) =>
	page.evaluate(() => document.activeElement?.closest('article')?.dataset['post']);

test('live posts by keyboard: j k o Esc l d x, g n, g v', async ({ town, place }) => {
	const server = await place({ personality: 'mastodon-4.5' });
	const { screen, chromium } = town;
	if (!chromium) throw new Error('This test is for Chromium.');
	const { page } = chromium;
	const covered = server.post('cleo', {
		text: 'Behind the warning',
		spoiler: 'A warning',
		at: Date.now() - 60_000,
	});
	const plain = server.post('ben', { text: 'Newest of all' });
	await signIn(town, server.origin, login(server, 'ada'));
	await screen.open('#/');
	await expect(page.getByRole('article').first()).toContainText('Newest of all');

	await page.keyboard.press('j');
	await expect.poll(() => focused(page)).toBe(plain.uri);
	await page.keyboard.press('j');
	await expect.poll(() => focused(page)).toBe(covered.uri);
	await expect(page.getByText('Behind the warning')).toBeHidden();
	await page.keyboard.press('x');
	await expect(page.getByText('Behind the warning')).toBeVisible();
	await page.keyboard.press('x');
	await expect(page.getByText('Behind the warning')).toBeHidden();
	expect(await focused(page)).toBe(covered.uri);

	await page.keyboard.press('k');
	await expect.poll(() => focused(page)).toBe(plain.uri);
	const asked = (path: string) => () =>
		server.log.filter((one) => one.method === 'POST' && one.path.endsWith(path)).length;
	for (const [key, name, deed] of [
		['l', 'Favourite', 'favourite'],
		['d', 'Bookmark', 'bookmark'],
	] as const) {
		const button = page.getByRole('article').first().getByRole('button', { name, exact: true });
		await expect(button).toHaveAttribute('aria-pressed', 'false');
		await page.keyboard.press(key);
		await expect(button).toHaveAttribute('aria-pressed', 'true');
		await expect.poll(asked(`/${plain.id}/${deed}`)).toBe(1);
		await page.keyboard.press(key);
		await expect(button).toHaveAttribute('aria-pressed', 'false');
		await expect.poll(asked(`/${plain.id}/un${deed}`)).toBe(1);
	}

	await page.keyboard.press('o');
	await page.getByRole('feed', { name: 'Conversation' }).waitFor();
	expect(new URL(page.url()).hash).toBe(`#/post/${encodeURIComponent(plain.uri)}`);
	await page.keyboard.press('Escape');
	await page.getByRole('feed', { name: 'Timeline' }).waitFor();
	await expect.poll(() => focused(page)).toBe(plain.uri);

	await page.keyboard.press('g');
	await page.keyboard.press('n');
	await page.getByRole('heading', { name: 'Notifications', level: 1 }).waitFor();
	await page.keyboard.press('g');
	await page.keyboard.press('v');
	await page.getByRole('heading', { name: 'Servers', level: 1 }).waitFor();
});

test('what was opened is open when one scrolls back to it', async ({ town, place }) => {
	const server = await place({ personality: 'mastodon-4.5' });
	const { screen, chromium } = town;
	if (!chromium) throw new Error('This test is for Chromium.');
	const { page } = chromium;
	const now = Date.now();
	for (let n = 0; n < 60; n++) server.post('ben', { text: `Post ${n}`, at: now - n * 60_000 });
	server.post('cleo', { text: 'Behind the warning', spoiler: 'A warning', at: now + 1 });
	const cleo = [...server.world.people.values()].find(({ username }) => username === 'cleo');
	const media = cleo ? [image(server.world, cleo, 'garden', 1, 'Beds in spring')] : [];
	server.post('cleo', { text: 'With a cover', sensitive: true, media, at: now + 3 });
	server.post('cleo', { text: Array(30).fill('A line of many.').join('\n'), at: now + 2 });
	await signIn(town, server.origin, login(server, 'ada'));
	await screen.open('#/');
	const long = page.getByRole('article').filter({ hasText: 'A line of many.' });
	const warned = page.getByRole('article').filter({ hasText: 'A warning' });
	await long.getByRole('button', { name: 'Show more' }).click();
	await warned.getByRole('button', { name: 'Show', exact: true }).click();
	const heights = async () => [
		(await long.boundingBox())?.height,
		(await warned.boundingBox())?.height,
	];
	const covered = page.getByRole('article').filter({ hasText: 'With a cover' });
	const beds = covered.getByRole('img', { name: 'Beds in spring' });
	await covered.getByRole('button', { name: 'Show', exact: true }).click();
	await expect(beds).toBeVisible();
	const before = await heights();
	await expect(async () => {
		await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
		// What has the focus stays drawn.
		await page.getByRole('article').last().focus();
		await expect(long.or(warned).or(covered)).toHaveCount(0, { timeout: 500 });
	}).toPass();
	await page.evaluate(() => scrollTo(0, 0));
	await expect(warned.getByText('Behind the warning')).toBeVisible();
	await expect(long.getByRole('button', { name: 'Show less' })).toBeVisible();
	await expect(beds).toBeVisible();
	await expect.poll(heights).toEqual(before);
});

declare const chrome: { action: { getBadgeText(of: object): Promise<string> } };

test('a notice that is shown is no longer counted, and is marked as new as long as one looks', async ({
	town,
	place,
}) => {
	const server = await place({ personality: 'mastodon-4.5' });
	const { screen, chromium } = town;
	if (!chromium) throw new Error('This test is for Chromium.');
	const { page } = chromium;
	const badge = () => page.evaluate(() => chrome.action.getBadgeText({}));
	await signIn(town, server.origin, login(server, 'ada'));
	await screen.open('#/');
	// What was there before signing in is not new, and what comes is heard.
	await expect.poll(() => page.evaluate(isAnswered)).toBe(true);
	await expect.poll(() => server.streams()).toBeGreaterThan(0);
	server.notify('ada', { type: 'follow', from: 'ben' });
	await expect.poll(badge).toBe('1');
	await screen.open('#/notifications');
	const news = page.locator('.notice-item[data-new]');
	await expect(news).toHaveCount(1);
	await expect.poll(badge).toBe('');
	server.notify('ada', { type: 'follow_request', from: 'cleo' });
	await expect(news).toHaveCount(2);
	await expect.poll(badge).toBe('');
});

/** In the page: whether a server has told what notices there are, and that is stored. */
function isAnswered(): Promise<boolean> {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open('townsquare');
		opening.onerror = () => reject(opening.error);
		opening.onsuccess = () => {
			const db = opening.result;
			const asked = db.transaction('noticeStates').objectStore('noticeStates').getAll();
			asked.onerror = () => reject(asked.error);
			asked.onsuccess = () => {
				db.close();
				const states = asked.result as { answeredAt?: number }[];
				resolve(states.some(({ answeredAt }) => answeredAt !== undefined));
			};
		};
	});
}
