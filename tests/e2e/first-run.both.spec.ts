import { expect, test } from './town';

test('the extension starts, opens its page and keeps to itself', async ({ town }) => {
	await town.screen.open('#/');
	expect(await town.screen.evaluate(() => document.title, null)).toContain('Townsquare');
});
