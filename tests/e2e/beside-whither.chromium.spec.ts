import { mergeTests } from '@playwright/test';
import { COMPOSERS } from '../fixtures/composers';
import { theirPages } from './steps/inside';
import { expect, login, test as places } from './steps/places';
import { signIn } from './steps/signing-in';
import { entersByPassword, personIn, test as squares } from './steps/squares';

const test = mergeTests(squares, places);

test('words from a composer of others go anywhere but where they stand, and none are no lost draft', async ({
	town,
	place,
	square,
}) => {
	test.setTimeout(60_000);
	const { chromium, screen } = town;
	const sky = COMPOSERS.find(({ host }) => host === 'bsky.app');
	if (!chromium || !sky) throw new Error('This needs Chromium, and the page.');
	const plein = await square({ named: true });
	await entersByPassword(town, plein, personIn(plein, 'alice'));
	const server = await place({ personality: 'mastodon-4.5' });
	await signIn(town, server.origin, login(server, 'ada'));
	const theirs = await theirPages(town, [sky.host], sky.html);
	try {
		const site = await chromium.context.newPage();
		await site.goto(`https://${sky.host}${sky.path}`);
		await town.grantHosts(`https://${sky.host}/*`);
		await chromium.page.bringToFront();
		await screen.open('#/settings');
		await screen.click('checkbox', sky.host);
		const button = site.locator('button ~ span, span:has(+ button)');
		await expect(button).toHaveCount(1);
		for (const typed of [sky.typed, '']) {
			if (typed === '')
				await site.evaluate(() => document.querySelector('.ProseMirror')?.replaceChildren());
			await site.bringToFront();
			const opening = chromium.context.waitForEvent('page', (one) =>
				one.url().startsWith(chromium.origin),
			);
			await button.click();
			const opened = await opening;
			await expect(opened.getByRole('textbox', { name: 'Post text' })).toHaveValue(typed);
			await expect(opened.getByRole('checkbox', { name: /^@alice/ })).not.toBeChecked();
			await expect(opened.getByRole('checkbox', { name: /^@ada/ })).toBeChecked();
			await opened.close();
		}
	} finally {
		theirs.close();
	}
});
