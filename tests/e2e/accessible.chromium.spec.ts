import { join } from 'node:path';
import { chromiumScreen } from '../browsers/chromium-screen';
import { makeArchive } from '../fixtures/archive';
import { expectAccessible, speaks } from './steps/accessible';
import { importArchive } from './steps/importing';
import { test } from './town';

const PAGES = {
	timeline: '#/',
	search: '#/search',
	'search with hits': '#/search?q=the',
	'search without hits': '#/search?q=zzzzqqqq',
	'search with a wrong query': '#/search?q=before%3Asoon',
	archive: '#/archive',
	threads: '#/archive/threads',
	media: '#/archive/media',
	likes: '#/archive/likes',
	people: '#/archive/relations',
	import: '#/import',
	settings: '#/settings',
	'who was contacted': '#/privacy',
	'an unknown page': '#/nowhere',
	'a post that is not there': '#/post/tw%3A1',
} as const;

for (const theme of ['light', 'dark'] as const) {
	test(`axe finds nothing on any page, ${theme}, ${theme === 'light' ? 'English' : 'German'}`, async ({
		chromium,
		folder,
	}) => {
		test.setTimeout(150_000);
		const { page } = chromium;
		const check = (name: string) => expectAccessible(page, `${name}, ${theme}`);
		await page.emulateMedia({ colorScheme: theme });
		const toRead = theme === 'light' ? 'English' : 'Deutsch';
		const inLanguage = (one: 'English' | 'Deutsch') =>
			speaks(page, () => chromium.open('#/settings'), one);
		await inLanguage(toRead);
		for (const name of [
			'timeline',
			'search',
			'archive',
			'import',
			'settings',
			'who was contacted',
		] as const) {
			await chromium.open(PAGES[name]);
			await check(`${name} of an empty store`);
		}
		await inLanguage('English');
		const archive = await makeArchive({ out: join(folder, 'a.zip'), n: 600, badRows: 3 });
		await importArchive(chromiumScreen(chromium), archive.paths);
		await check('the import report');
		await inLanguage(toRead);
		for (const [name, route] of Object.entries(PAGES)) {
			await chromium.open(route);
			await check(name);
		}
		await chromium.open('#/');
		await page.locator('article a[href^="#/post/"]').first().click();
		await page.getByRole('feed', { name: /^(Conversation|Unterhaltung)$/ }).waitFor();
		await check('conversation');
		await page.keyboard.press('?');
		await page.getByRole('dialog', { name: /^(Keyboard|Tastatur)$/ }).waitFor();
		await check('the legend of keys');
		await page.keyboard.press('Escape');
		await chromium.open('#/archive/media');
		await page
			.getByRole('button', { name: /picture|bild|video/i })
			.first()
			.click();
		await page.getByRole('dialog').waitFor();
		await check('the picture viewer');
	});
}
