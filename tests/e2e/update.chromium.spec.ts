import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { launchChromium } from '../browsers/chromium';
import { chromiumScreen, chromiumWindow } from '../browsers/chromium-screen';
import { builtManifest, extensionFolder } from '../browsers/extension';
import * as steps from '../browsers/sign-in';
import { makeArchive } from '../fixtures/archive';
import { COMPOSERS } from '../fixtures/composers';
import { startMastodon } from '../servers/mastodon';
import { said, sees } from './steps/drawn';
import { importArchive } from './steps/importing';
import { handle, login } from './steps/places';
import { archiveRecords, lookThrough } from './steps/storage';
import { isKept } from './steps/writing';
import { expect, test } from './town';

const OLDER = '0.0.9';

/** Runs in the page. */
declare const chrome: {
	runtime: { reload(): void; getManifest(): { version: string } };
	developerPrivate: { updateProfileConfiguration(to: object): Promise<void> };
	contextMenus: { update(id: string, changes: object): Promise<void> };
	alarms: { get(name: string): Promise<{ name: string } | undefined> };
};

test('an update keeps accounts, posts, archive, drafts and settings, and every way in works right after it', async ({
	folder,
	gateway,
}) => {
	test.setTimeout(90_000);
	const extension = join(folder, 'installed');
	const now = extensionFolder('chromium');
	await cp(now, extension, { recursive: true });
	const file = join(extension, 'manifest.json');
	const manifest = JSON.parse(await readFile(file, 'utf8'));
	await writeFile(file, JSON.stringify({ ...manifest, version: OLDER }));
	const server = await startMastodon({ personality: 'mastodon-4.5' });
	server.post('cleo', { text: 'Read before the update', at: Date.now() - 60_000 });
	const chromium = await launchChromium({ extension, gateway });
	const { context } = chromium;
	const before = chromiumScreen(chromium);
	const { grantHosts } = chromium;
	const town = {
		screen: before,
		window: (limit?: number) => chromiumWindow(chromium, limit),
		grantHosts,
	};

	await before.open('#/settings');
	await expect.poll(() => said(before, 'region', 'About')).toContain(OLDER);
	await before.click('radio', '30 seconds');
	await steps.signIn(town, server.origin, login(server, 'ada'));
	const archive = await makeArchive({ out: join(folder, 'a.zip'), n: 60 });
	await importArchive(before, archive.paths);
	const stored = archiveRecords(await lookThrough(before));
	expect(stored).toBeGreaterThan(0);
	await before.open('#/');
	await sees(before, 'Read before the update');
	await before.open('#/compose?fresh');
	await before.fill('textbox', 'Post text', 'Begun before the update');
	await isKept(before);

	const theirs = createServer((_, response) => {
		const type = 'text/html; charset=utf-8';
		response.setHeader('content-type', type).end(COMPOSERS[0]?.html);
	});
	await new Promise<void>((listening) => theirs.listen(0, '127.0.0.1', listening));
	gateway.map('x.com', `http://127.0.0.1:${(theirs.address() as AddressInfo).port}`);
	await grantHosts('https://x.com/*');
	await before.open('#/settings');
	await before.click('checkbox', 'x.com');
	const open = await context.newPage();
	await open.goto('https://x.com/compose/post');
	const also = open.locator('span:has(+ button)');
	await expect(also).toHaveCount(1);

	await rm(extension, { recursive: true });
	await cp(now, extension, { recursive: true });
	const blank = await context.newPage();
	// What was not packed by a shop is loaded anew in this mode alone.
	await blank.goto('chrome://extensions');
	await blank.evaluate(() =>
		chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }),
	);
	// An update ends all that runs of the version before: pages and background.
	const ended = chromium.page.waitForEvent('close');
	await chromium.page.evaluate(() => setTimeout(() => chrome.runtime.reload(), 0));
	await ended;
	const after = chromiumScreen(chromium, blank);

	await expect
		.poll(
			() =>
				chromium.open('#/settings', blank).then(
					() => blank.evaluate(() => chrome.runtime.getManifest().version),
					// Between the two versions there is none.
					() => '',
				),
			{ timeout: 20_000 },
		)
		.toBe(builtManifest('chromium')['version']);
	await after.see('region', 'About');
	const menus = () =>
		blank.evaluate(async () => {
			for (const id of ['page', 'link', 'image', 'selection', 'beside'])
				await chrome.contextMenus.update(id, {});
			return (await chrome.alarms.get('poll'))?.name;
		});
	await expect.poll(() => menus().catch(String)).toBe('poll');
	expect(
		await after.inside('radio', '30 seconds', (radio) => (radio as HTMLInputElement).checked),
	).toBe(true);
	await blank.goto(`${chromium.origin}/popup.html`);
	await after.see('checkbox', handle(server, 'ada'));
	const written = () =>
		after.inside('textbox', 'Post text', (box) => (box as HTMLTextAreaElement).value);
	await expect.poll(written).toBe('Begun before the update');
	await after.open('#/');
	await sees(after, 'Read before the update');
	server.post('cleo', { text: 'Written after the update', at: Date.now() });
	await after.open('#/settings');
	await after.open('#/');
	await sees(after, 'Written after the update');
	expect(archiveRecords(await lookThrough(after))).toBe(stored);
	await after.open('#/archive');
	await after.see('heading', 'Archive');
	await expect.poll(() => said(after, 'main')).toContain('@example_user');
	await test.step('the button in a page that is open works, and stands there once', async () => {
		await open.bringToFront();
		await expect(also).toHaveCount(1);
		const composer = context.waitForEvent('page', (one) => one.url().startsWith(chromium.origin));
		await also.click();
		const text = (await composer).getByRole('textbox', { name: 'Post text' });
		await expect(text).toHaveValue(/^First line/);
		await (await composer).close();
		theirs.closeAllConnections();
		theirs.close();
	});
	// Nobody asked for a tab that says what they see anyway.
	const ours = context.pages().filter((page) => page.url().startsWith(chromium.origin));
	expect(ours).toHaveLength(1);
	expect(server.problems).toEqual([]);
	await chromium.close();
	await server.stop();
});
