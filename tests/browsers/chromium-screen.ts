import type { Locator, Page } from '@playwright/test';
import type { Chromium } from './chromium';
import { inFrame } from './frames';
import { type Name, type Screen, type SignInWindow, WAIT_MS } from './screen';

/** The screen of a Chromium page, by Playwright's own locators. */
export function chromiumScreen(chromium: Chromium, page: Page = chromium.page): Screen {
	const timeout = WAIT_MS;
	const find = (role: string, name?: Name): Locator =>
		page.getByRole(
			role as Parameters<Page['getByRole']>[0],
			name === undefined ? {} : { name, exact: true },
		);
	return {
		open: (route) => chromium.open(route, page),
		async reload() {
			await page.reload();
		},
		see: (role, name, timeoutMs = WAIT_MS) =>
			// biome-ignore lint/performance/useDomNodeTextContent: what a person reads
			find(role, name).first().innerText({ timeout: timeoutMs }),
		all: (role, name) => find(role, name).allInnerTexts(),
		async gone(role, name, timeoutMs = WAIT_MS) {
			await find(role, name).first().waitFor({ state: 'hidden', timeout: timeoutMs });
		},
		click: (role, name) => find(role, name).first().click({ timeout }),
		fill: (role, name, text) => find(role, name).first().fill(text, { timeout }),
		fillPassword: (text) => page.locator('input[type=password]').fill(text, { timeout }),
		press: (key) => page.keyboard.press(key),
		async choose(label, paths) {
			await page.getByLabel(label, { exact: true }).setInputFiles([...paths], { timeout });
		},
		async chooseFolder(label, folder) {
			await page.getByLabel(label, { exact: true }).setInputFiles(folder, { timeout });
		},
		tap: (x, y) => page.mouse.click(x, y),
		framed: (work, argument) => inFrame(page, work, argument),
		size: (width, height) => page.setViewportSize({ width, height }),
		async picture(path) {
			await page.screenshot({ path });
		},
		inside: (role, name, work) =>
			find(role, name)
				.first()
				.evaluate(work as (element: Node) => never, undefined, { timeout }),
		evaluate: (work, argument) => page.evaluate(work as (argument: unknown) => never, argument),
	};
}

/** The window that does not show a page of the extension; waits until it opens. */
export async function chromiumWindow(
	chromium: Chromium,
	timeoutMs = WAIT_MS,
): Promise<SignInWindow> {
	const { context, origin } = chromium;
	const theirs = (page: Page) => page !== chromium.page && !page.url().startsWith(origin);
	const page =
		context.pages().find(theirs) ??
		(await context.waitForEvent('page', { predicate: theirs, timeout: timeoutMs }));
	return {
		...chromiumScreen(chromium, page),
		url: () => page.url(),
		isClosed: () => page.isClosed(),
		async closed(limit = WAIT_MS) {
			if (!page.isClosed()) await page.waitForEvent('close', { timeout: limit });
		},
		close: () => page.close(),
	};
}
