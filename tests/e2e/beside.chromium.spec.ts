import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page, Worker } from '@playwright/test';
import { CHANGED, COMPOSERS, GONE, STRICT } from '../fixtures/composers';
import { pictures } from '../fixtures/pictures';
import { login, test } from './steps/places';
import { signIn } from './steps/signing-in';
import { expect, type Town } from './town';

type Event = { dispatch(...all: unknown[]): void };
type Chrome = {
	contextMenus: { onClicked: Event; update(id: string, changes: object): Promise<void> };
	omnibox: { onInputEntered: Event };
	scripting: { getRegisteredContentScripts(): Promise<{ id: string }[]> };
};

function inside({ chromium }: Town) {
	if (!chromium) throw new Error('This needs Chromium.');
	return chromium;
}

async function background(context: BrowserContext): Promise<Worker> {
	return context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
}

/** Does something in the background, and waits for the tab that it opens. */
async function opens(town: Town, work: () => unknown): Promise<Page> {
	const { context, origin } = inside(town);
	const opened = context.waitForEvent('page', (page) => page.url().startsWith(origin));
	await (await background(context)).evaluate(work as () => void);
	return opened;
}

/** What screen readers are told of the buttons of a page, ours among them, which its scripts do not see. */
async function spoken(page: Page | undefined): Promise<unknown[]> {
	const devtools = await page?.context().newCDPSession(page);
	const { nodes = [] } = (await devtools?.send('Accessibility.getFullAXTree')) ?? {};
	return nodes.flatMap(({ role, name }) => (role?.value === 'button' ? [name?.value] : []));
}

/** What the composer holds; its address, which holds nothing of it, and closes the tab. */
async function composed(page: Page): Promise<string> {
	const box = page.getByRole('textbox', { name: 'Post text' });
	const text = await box.inputValue();
	await expect.poll(() => page.url()).toMatch(/#\/compose\?draft=[\w-]+$/);
	// It is stored: a reload finds it.
	await page.reload();
	await expect(box).toHaveValue(text);
	await page.close();
	return text;
}

test('from menus and the address bar into the composer; the menus outlive an update', async ({
	town,
	place,
}) => {
	test.setTimeout(90_000);
	const server = await place({ personality: 'mastodon-4.5' });
	await signIn(town, server.origin, login(server, 'ada'));
	const { context } = inside(town);
	const menus = async () =>
		(await background(context)).evaluate(async () => {
			const { contextMenus } = (globalThis as unknown as { chrome: Chrome }).chrome;
			for (const id of ['page', 'link', 'image', 'selection', 'beside'])
				await contextMenus.update(id, {});
			return 'all there';
		});
	expect(await menus()).toBe('all there');

	const marked = await opens(town, () => {
		const { contextMenus } = (globalThis as unknown as { chrome: Chrome }).chrome;
		const clicked = {
			menuItemId: 'selection',
			selectionText: '\u202E<img src=x onerror=alert(1)>',
			pageUrl: 'https://news.example/a',
		};
		contextMenus.onClicked.dispatch(clicked, { title: 'The <i>news</i>', windowId: 1 });
	});
	expect(await composed(marked)).toBe(
		'“<img src=x onerror=alert(1)>”\n\nThe <i>news</i>\nhttps://news.example/a',
	);
	const picture = await opens(town, () => {
		const { contextMenus } = (globalThis as unknown as { chrome: Chrome }).chrome;
		const clicked = {
			menuItemId: 'image',
			srcUrl: 'https://cdn.example/p.png',
			pageUrl: 'https://news.example/a',
		};
		contextMenus.onClicked.dispatch(clicked, { title: 'The news', windowId: 1 });
	});
	// Its host hears nothing before the person presses: the proxy would tell.
	await picture.getByRole('button', { name: 'Attach the picture itself' }).waitFor();
	expect(await composed(picture)).toBe('The news\nhttps://cdn.example/p.png');

	const typed = await opens(town, () => {
		const { omnibox } = (globalThis as unknown as { chrome: Chrome }).chrome;
		omnibox.onInputEntered.dispatch('post Fish & <chips>', 'newForegroundTab');
	});
	expect(await composed(typed)).toBe('Fish & <chips>');
	const sought = await opens(town, () => {
		const { omnibox } = (globalThis as unknown as { chrome: Chrome }).chrome;
		omnibox.onInputEntered.dispatch('fish & chips #1', 'newForegroundTab');
	});
	await expect(sought.getByRole('searchbox', { name: 'Search everything' })).toHaveValue(
		'fish & chips #1',
	);
	await sought.close();

	await town.restart('stop');
	expect(
		await (await background(inside(town).context)).evaluate(async () => {
			const { contextMenus } = (globalThis as unknown as { chrome: Chrome }).chrome;
			for (const id of ['page', 'link', 'image', 'selection', 'beside'])
				await contextMenus.update(id, {});
			return 'all there';
		}),
	).toBe('all there');
});

test('in composers of others a button brings what is typed, at a person’s click alone', async ({
	town,
	place,
	folder,
}) => {
	test.setTimeout(120_000);
	const server = await place({ personality: 'mastodon-4.5' });
	await signIn(town, server.origin, login(server, 'ada'));
	const { context, page, origin } = inside(town);
	const { screen } = town;
	const composers = page
		.getByRole('list', { name: 'In composers of other sites' })
		.getByRole('listitem');
	let changed: string | undefined;
	const [picture = ''] = pictures(folder, 1);
	const theirs = createServer(({ headers, url = '' }, response) => {
		if (url === '/picture.png') {
			response.setHeader('content-type', 'image/png').end(readFileSync(picture));
			return;
		}
		const found = COMPOSERS.find((one) => one.host === headers.host && one.path === url);
		response
			.setHeader('content-type', 'text/html; charset=utf-8')
			.setHeader('content-security-policy', STRICT)
			.end(changed ?? found?.html ?? '');
	});
	await new Promise<void>((listening) => theirs.listen(0, '127.0.0.1', listening));
	const { port } = theirs.address() as AddressInfo;
	try {
		for (const { host, path, typed, about, warning = '', narrower = 'public' } of COMPOSERS) {
			town.map(host, `http://127.0.0.1:${port}`);
			town.expectServers([`https://${host}`]);
			const site = await context.newPage();
			await site.goto(`https://${host}${path}`);
			const button = site.locator('button ~ span, span:has(+ button)');
			await expect(button, `${host} before it is wanted`).toHaveCount(0);
			await town.grantHosts(`https://${host}/*`);
			await screen.open('#/settings');
			if (host === 'social.example.org') {
				await screen.fill('combobox', 'Mastodon server', `https://${host}/about`);
				await screen.click('button', 'Add');
			} else await screen.click('checkbox', host);
			await expect(button, `${host}, in the page that is open`).toHaveCount(1);
			await site.reload();
			await expect(button, `${host}, in a new page`).toHaveCount(1);
			const pages = context.pages().length;
			const forged = await button.evaluate((element) => {
				element.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
				(element as HTMLElement).click();
				return element.shadowRoot;
			});
			expect(forged, 'the page cannot look into it').toBe(null);
			await button.dispatchEvent('click');
			// It is heard by a background that has to wake for it.
			const devtools = await context.newCDPSession(page);
			await devtools.send('ServiceWorker.enable');
			await devtools.send('ServiceWorker.stopAllWorkers');
			const opened = context.waitForEvent('page', (one) => one.url().startsWith(origin));
			await button.click();
			const ours = await opened;
			const chosen = (role: 'textbox' | 'combobox', name: string) =>
				ours.getByRole(role, { name, exact: true }).inputValue();
			expect(await chosen('textbox', 'Content warning')).toBe(warning);
			expect(await chosen('combobox', 'Visibility')).toBe(narrower);
			expect(await composed(ours)).toBe(about ? `${typed}\n\n${about}` : typed);
			expect(context.pages(), 'the forged clicks opened nothing').toHaveLength(pages);
			await page.bringToFront();
			await expect(composers.filter({ hasText: host })).toContainText('Last found its place');
			if (host !== 'x.com') await site.close();
		}
		await test.step('a picture comes itself when the person presses for it', async () => {
			const composer = await opens(town, () => {
				const { contextMenus } = (globalThis as unknown as { chrome: Chrome }).chrome;
				const clicked = {
					menuItemId: 'image',
					srcUrl: 'https://bsky.app/picture.png',
					pageUrl: 'https://bsky.app/about',
				};
				contextMenus.onClicked.dispatch(clicked, { title: 'Their page', windowId: 1 });
			});
			await composer.getByRole('button', { name: 'Attach the picture itself' }).click();
			await composer.getByRole('textbox', { name: 'Alt text for 1' }).waitFor();
			expect(await composed(composer)).toBe('Their page\nhttps://bsky.app/about');
		});

		const x = context.pages().find((one) => one.url().startsWith('https://x.com'));
		await test.step('what is too long stays where it is, and the button says so', async () => {
			await x?.bringToFront();
			await x?.locator('[data-testid=tweetTextarea_0]').fill('x'.repeat(64 * 1024));
			const pages = context.pages().length;
			await x?.locator('span:has(+ button)').click();
			await expect.poll(() => spoken(x)).toContain('Too long: nothing was brought');
			expect(context.pages()).toHaveLength(pages);
		});

		changed = GONE;
		await x?.reload();
		await expect(composers.filter({ hasText: 'x.com' })).toContainText(
			'had no composer that Townsquare knows',
			{ timeout: 15_000 },
		);
		changed = CHANGED;
		await x?.reload();
		await expect(composers.filter({ hasText: 'x.com' })).toContainText('no button that posts it');
		expect(await x?.locator('span').count()).toBe(0);

		await test.step('the popup takes title and link of the page below', async () => {
			const popup = await context.newPage();
			await popup.goto(`${origin}/popup.html`);
			const add = popup.getByRole('button', { name: 'Add this page' });
			await add.waitFor();
			await x?.bringToFront();
			await add.evaluate((element) => (element as HTMLElement).click());
			await expect(popup.getByRole('textbox', { name: 'Post text' })).toHaveValue(
				/Somebody else’s page\nhttps:\/\/x\.com\/compose\/post$/,
			);
			await popup.close();
		});

		await page.bringToFront();
		await screen.click('checkbox', 'x.com');
		await expect
			.poll(async () =>
				(await background(context)).evaluate(async () => {
					const { scripting } = (globalThis as unknown as { chrome: Chrome }).chrome;
					return (await scripting.getRegisteredContentScripts()).map(({ id }) => id).sort();
				}),
			)
			.toEqual(['bsky.app', 'social.example.org']);
	} finally {
		theirs.close();
	}
});
