import type { Page } from '@playwright/test';
import { expectAccessible, speaks } from './steps/accessible';
import { login, test } from './steps/places';
import { signIn } from './steps/signing-in';

/** Pages whose words are others or longer there. */
const IN_GERMAN = [
	...['', 'servers', 'notifications', 'settings', 'compose', 'outbox'].map(
		(name) => `/app.html#/${name}`,
	),
	'/popup.html',
	'/sidepanel.html',
];

for (const theme of ['light', 'dark'] as const) {
	test(`axe finds nothing on any page of a network, ${theme}`, async ({ town, place }) => {
		test.setTimeout(240_000);
		const server = await place({ personality: 'mastodon-4.5', seed: 'town' });
		const { screen, chromium } = town;
		if (!chromium) throw new Error('Axe works in Chromium.');
		const { page } = chromium;
		const check = (name: string, without?: string[]) =>
			expectAccessible(page, `${name}, ${theme}`, without);
		await page.emulateMedia({ colorScheme: theme });
		await screen.open('#/servers');
		await screen.see('heading', 'Servers');
		await check('servers, nobody signed in');
		await screen.open('#/notifications');
		await check('notifications, nobody signed in');
		await signIn(town, server.origin, login(server, 'mara'));
		await check('servers');
		await screen.click('button', 'Sign out');
		await check('leaving');
		await screen.open(`#/server/${encodeURIComponent(new URL(server.origin).host)}`);
		await screen.see('heading', 'Rules');
		await check('server');

		await screen.open('#/');
		await screen.see('article');
		await check('timeline');
		const all = await scrolled(page, () => check('timeline, further down'));
		await page.locator('main header summary').first().click();
		await check('places', ['target-size']);
		for (const kind of ['local', 'list', 'tag', 'bookmarks']) {
			const link = page.locator(`.menu a[href^="#/source/${kind}?"]`).first();
			all[`source: ${kind}`] = (await link.getAttribute('href')) ?? '';
		}
		for (const [name, href] of Object.entries(all)) {
			await screen.open(href);
			await screen.see('article');
			await check(name);
		}
		for (const part of ['All', 'Mentions', /^Requests/]) {
			await screen.open('#/notifications');
			await screen.see('listitem');
			await screen.click('button', part);
			await check(`notifications: ${part}`);
		}
		await screen.open('#/privacy');
		await screen.see('list', 'Contacted hosts');
		await check('who was contacted');
		await screen.open('#/compose');
		await screen.fill(
			'textbox',
			'Post text',
			'Every word of this stands here once more. '.repeat(20),
		);
		await screen.click('button', `Make a thread for ${new URL(server.origin).host}`);
		await screen.click('button', 'Schedule');
		await screen.click('button', 'Add a poll');
		await check('composer');
		await screen.open('#/drafts');
		await screen.see('listitem');
		await check('drafts');
		await screen.open('#/');
		await screen.see('article');
		// The first post is somebody else's; what its menu offers is there once it is open.
		const menu = page.locator('article .menu').first();
		await menu.locator('summary').click();
		await check('menu of a post', ['target-size']);
		await menu.getByText('Report this post').click();
		await screen.see('dialog');
		await screen.click('radio', 'It breaks rules of the server');
		await check('report');
		await speaks(page, () => chromium.open('#/settings'), 'Deutsch');
		for (const address of [...IN_GERMAN, `/app.html#/server/${new URL(server.origin).host}`]) {
			await page.goto(chromium.origin + address);
			await check(`${address}, German`);
		}
	});
}

/** Scrolls on with everything opened; returns pages of a post and of a person. */
async function scrolled(page: Page, check: () => Promise<void>): Promise<Record<string, string>> {
	const href = async (selector: string) =>
		(await page.locator(selector).first().getAttribute('href')) ?? '';
	const links: Record<string, string> = {
		conversation: await href('article a.when[href^="#/post/"]'),
		person: await href('article a.handle[href^="#/person/"]'),
	};
	for (let n = 0; n < 4; n++) {
		await page.evaluate(() => {
			const covers = '.cover button:not([aria-expanded=true])';
			for (const cover of document.querySelectorAll<HTMLElement>(covers)) cover.click();
		});
		await page.evaluate(() => window.scrollBy(0, window.innerHeight * 0.9));
		await check();
	}
	await page.evaluate(() => window.scrollTo(0, 0));
	return links;
}
