import { join } from 'node:path';
import { type Chromium, launchChromium } from '../browsers/chromium';
import { chromiumScreen, chromiumWindow } from '../browsers/chromium-screen';
import { copyExtension, speakPseudo } from '../browsers/pseudo-locale';
import { signIn } from '../browsers/sign-in';
import { makeArchive } from '../fixtures/archive';
import { startMastodon } from '../servers/mastodon';
import { bracketIntl, lookAtBrackets, lookAtSides } from './steps/bracketed';
import { importArchive } from './steps/importing';
import { settle } from './steps/inspecting';
import { login } from './steps/places';
import { expect, test } from './town';

const PAGES = [
	'/app.html#/',
	'/app.html#/?month=2015-06',
	'/app.html#/search?q=the',
	'/app.html#/search?q=before%3Asoon',
	'/app.html#/archive',
	'/app.html#/archive/threads',
	'/app.html#/archive/relations',
	'/app.html#/import',
	'/app.html#/settings',
	'/app.html#/privacy',
	'/app.html#/servers',
	'/app.html#/notifications',
	'/app.html#/compose',
	'/app.html#/drafts',
	'/app.html#/outbox',
	'/app.html#/nowhere',
	'/popup.html',
	'/sidepanel.html',
];
/** What there is before anybody has come. */
const FIRST = ['/app.html#/', '/app.html#/search', '/app.html#/compose', '/popup.html'];

test('in a longer language and from right to left no text is hard-coded and nothing is cut at 360 px', async ({
	gateway,
	folder,
}) => {
	test.setTimeout(120_000);
	const copy = copyExtension(join(folder, 'extension'));
	const server = await startMastodon({ personality: 'mastodon-4.5' });
	const chromium = await launchChromium({ gateway, extension: copy });
	try {
		await chromium.context.addInitScript(bracketIntl);
		speakPseudo(copy, 'ltr');
		await looksThrough(chromium, 'ltr', FIRST, []);
		speakPseudo(copy, 'none');
		await moveIn(chromium, folder, server);
		const { host } = new URL(server.origin);
		for (const direction of ['ltr', 'rtl'] as const) {
			speakPseudo(copy, direction);
			await looksThrough(
				chromium,
				direction,
				[...PAGES, `/app.html#/server/${host}`],
				[server.world.title],
			);
		}
	} finally {
		await chromium.close();
		await server.stop();
	}
});

async function moveIn(
	chromium: Chromium,
	folder: string,
	server: Awaited<ReturnType<typeof startMastodon>>,
): Promise<void> {
	const screen = chromiumScreen(chromium);
	await chromium.page.goto('about:blank');
	const { paths } = await makeArchive({ out: join(folder, 'a.zip'), n: 200, badRows: 3 });
	await importArchive(screen, paths);
	const window = (timeoutMs?: number) => chromiumWindow(chromium, timeoutMs);
	await signIn({ ...chromium, screen, window }, server.origin, login(server, 'ada'));
}

async function looksThrough(
	{ page, origin, ...chromium }: Chromium,
	direction: 'ltr' | 'rtl',
	pages: readonly string[],
	others: readonly string[],
): Promise<void> {
	const screen = chromiumScreen({ page, origin, ...chromium });
	await page.setViewportSize({ width: 360, height: 800 });
	for (const address of pages) {
		await page.goto('about:blank');
		await page.goto(origin + address);
		await page.locator('main h1').first().waitFor({ state: 'attached' });
		await settle(screen);
		const { bracketed, ...found } = await page.evaluate(lookAtBrackets, others);
		const outside = await page.evaluate(lookAtSides);
		expect(bracketed, address).toBeGreaterThan(3);
		expect
			.soft({ ...found, outside }, `${address}, ${direction}`)
			.toEqual({ dir: direction, hardCoded: [], outside: [] });
	}
}
