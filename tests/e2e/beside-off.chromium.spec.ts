import { COMPOSERS } from '../fixtures/composers';
import { NAVIGATION } from '../fixtures/navigation';
import { eraseEverything } from './steps/erasing';
import { switchOn, theirPages } from './steps/inside';
import { expect, login, test } from './steps/places';
import { signIn } from './steps/signing-in';

test('a button that is not wanted any more goes from open pages, and never stands there twice', async ({
	town,
	place,
}) => {
	test.setTimeout(60_000);
	const { chromium, screen } = town;
	const sky = COMPOSERS.find(({ host }) => host === 'bsky.app');
	if (!chromium || !sky) throw new Error('This needs Chromium, and the page.');
	const server = await place({ personality: 'mastodon-4.5' });
	await signIn(town, server.origin, login(server, 'ada'));
	const theirs = await theirPages(town, [sky.host], sky.html);
	try {
		const page = await chromium.context.newPage();
		await page.goto(`https://${sky.host}${sky.path}`);
		const buttons = page.locator('button ~ span, span:has(+ button)');
		const settings = () => screen.open('#/settings');
		const list = chromium.page.getByRole('list', { name: 'In composers of other sites' });
		const row = list.getByRole('listitem').filter({ hasText: sky.host });
		await settings();
		for (const turn of ['first', 'second']) {
			await town.grantHosts(`https://${sky.host}/*`);
			await chromium.page.bringToFront();
			await screen.click('checkbox', sky.host);
			await expect(buttons, `on for the ${turn} time`).toHaveCount(1);
			await expect(row.getByRole('checkbox')).toBeChecked();
			await expect(row, 'it was told').toContainText('Last found its place');
			if (turn === 'second') break;
			await screen.click('checkbox', sky.host);
			await expect(buttons, 'off').toHaveCount(0);
			await expect(row.getByRole('checkbox')).not.toBeChecked();
		}
		await test.step('access that the person took back in the browser is said to be gone', async () => {
			await chromium.page.evaluate(
				(origins) => chrome.permissions.remove({ origins }),
				[`https://${sky.host}/*`],
			);
			await screen.open('#/');
			await settings();
			await expect(row).toContainText('your browser does not give access to bsky.app any more');
		});
	} finally {
		theirs.close();
	}
});

test('deleting everything takes button and entry out of open pages', async ({ town }) => {
	test.setTimeout(60_000);
	const { chromium, screen } = town;
	const sky = COMPOSERS.find(({ host }) => host === 'bsky.app');
	if (!chromium || !sky) throw new Error('This needs Chromium, and the page.');
	const composers = await theirPages(town, [sky.host], sky.html);
	const theirs = await theirPages(town, ['x.com'], NAVIGATION);
	try {
		const [one, other] = [await chromium.context.newPage(), await chromium.context.newPage()];
		await one.goto(`https://${sky.host}${sky.path}`);
		await other.goto('https://x.com/home');
		const button = one.locator('button ~ span, span:has(+ button)');
		const entry = other.locator('nav > div');
		await switchOn(town);
		await town.grantHosts(`https://${sky.host}/*`);
		await chromium.page.bringToFront();
		await screen.click('checkbox', sky.host);
		await expect(button).toHaveCount(1);
		await expect(entry).toHaveCount(1);
		await eraseEverything(screen);
		await expect(button).toHaveCount(0);
		await expect(entry).toHaveCount(0);
	} finally {
		composers.close();
		theirs.close();
	}
});

declare const chrome: { permissions: { remove(what: { origins: string[] }): Promise<boolean> } };
