import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '../town';

/** WCAG 2.2 up to AA, and what axe calls good practice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Axe finds nothing on the page that is open; the test goes on and fails at its end. */
export async function expectAccessible(
	page: Page,
	name: string,
	/** What the page's own state explains: a menu lies over the buttons below it. */
	without: readonly string[] = [],
): Promise<void> {
	await page.waitForLoadState();
	await page.locator('main h1').first().waitFor();
	const { violations } = await new AxeBuilder({ page })
		.withTags(RULES)
		.disableRules([...without])
		.analyze();
	const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} (${nodes.length})`);
	expect.soft(found, name).toEqual([]);
}

/** Shows the app in this language, from the settings that the page shows in any. */
export async function speaks(
	page: Page,
	open: () => Promise<void>,
	language: 'Deutsch' | 'English',
) {
	await open();
	await page.getByRole('radio', { name: language, exact: true }).click();
	await page
		.locator(`html[lang=${language === 'Deutsch' ? 'de' : 'en'}]`)
		.waitFor({ state: 'attached' });
}
