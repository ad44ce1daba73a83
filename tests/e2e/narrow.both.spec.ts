import { join } from 'node:path';
import { makeArchive } from '../fixtures/archive';
import { importArchive } from './steps/importing';
import { expect, login, test } from './steps/places';
import { signIn } from './steps/signing-in';

/** CSS pixels: a phone, a side panel, the widths around which the bar below changes. */
const WIDTHS = [320, 360, 420, 480, 481, 560, 760];

test('in a narrow window the bar below cuts no word, in either language', async ({ town }) => {
	const { screen } = town;
	for (const [language, words] of [
		['Deutsch', 'Einstellungen'],
		['English', 'Settings'],
	] as const) {
		await screen.open('#/settings');
		await screen.click('radio', language);
		await screen.see('heading', words);
		for (const width of WIDTHS) {
			await screen.size(width, 700);
			const seen = await screen.evaluate(() => {
				const links = [...document.querySelectorAll<HTMLElement>('.rail nav a')];
				const all = links.map((link) => {
					const word = link.querySelector<HTMLElement>(':scope > span');
					const { left, right, width } = link.getBoundingClientRect();
					return {
						word: word?.textContent ?? '',
						isShown: (word?.clientWidth ?? 0) > 1,
						isCut: (word?.scrollWidth ?? 0) > (word?.clientWidth ?? 0),
						isOut: left < 0 || right > window.innerWidth,
						isSmall: width < 24,
					};
				});
				return {
					words: all.map(({ word }) => word),
					shown: all.filter(({ isShown }) => isShown).map(({ word }) => word),
					bad: all.filter((one) => (one.isShown && one.isCut) || one.isOut || one.isSmall),
				};
			}, null);
			expect(seen.words, `${width} px`).toHaveLength(8);
			expect(seen.shown, `${width} px`).toContain(words);
			expect(seen.bad, `${width} px`).toEqual([]);
		}
		await screen.size(360, 700);
		for (const word of (await screen.evaluate(
			() => [...document.querySelectorAll('.rail nav a > span')].map((one) => one.textContent),
			null,
		)) as string[])
			await screen.see('link', word);
		await screen.size(1200, 800);
	}
});

const PAGES = [
	'#/',
	'#/?month=2015-06',
	'#/search',
	'#/archive',
	'#/archive/relations',
	'#/notifications',
	'#/servers',
	'#/import',
	'#/settings',
	'#/compose',
	'#/drafts',
	'#/outbox',
	'#/nowhere',
];

test('in a narrow window no heading is cut, and what stands beside it is in the window', async ({
	town,
	place,
	folder,
}) => {
	const server = await place({ personality: 'mastodon-4.5' });
	const { screen } = town;
	const archive = await makeArchive({ n: 300, out: join(folder, 'one.zip') });
	await importArchive(screen, archive.paths);
	await signIn(town, server.origin, login(server, 'ada'));
	await screen.open('#/');
	await screen.see('article');
	const [person, post] = await screen.evaluate(
		() =>
			['a.handle[href^="#/person/"]', 'a.when[href^="#/post/"]'].map(
				(one) => document.querySelector(`article ${one}`)?.getAttribute('href') ?? '',
			),
		null,
	);
	const pages = [...PAGES, person, post, `#/server/${new URL(server.origin).host}`];
	const seen: string[] = [];
	for (const language of ['Deutsch', 'English']) {
		await screen.open('#/settings');
		await screen.click('radio', language);
		for (const page of pages) {
			await screen.open(page ?? '');
			await screen.see('heading');
			for (const width of [360, 390]) {
				await screen.size(width, 700);
				const { title, beside, bad } = await screen.evaluate(() => {
					const heading = document.querySelector<HTMLElement>('.bar h1');
					const isCut = !heading || heading.scrollWidth > heading.clientWidth + 1;
					const parts = [...document.querySelectorAll('.bar :is(a, button, select, summary)')];
					const isOut = (one: Element) => {
						const { left, right, width } = one.getBoundingClientRect();
						return left < 0 || right > window.innerWidth || width < 24;
					};
					return {
						title: heading?.textContent ?? '',
						beside: parts.length,
						bad: [
							...(isCut ? ['the heading is cut'] : []),
							...parts.filter(isOut).map((one) => one.outerHTML.slice(0, 200)),
						],
					};
				}, null);
				expect(bad, `${page}, ${language}, ${width} px: ${title}`).toEqual([]);
				seen.push(`${title} ${beside}`);
			}
		}
	}
	// What is looked at is there: in both languages, with what stands beside it.
	expect(seen).toEqual(
		expect.arrayContaining(['Timeline 4', 'Timeline 5', 'Write 3', 'Schreiben 3']),
	);
});

test('in a narrow window nothing of a long text lies over "Post"', async ({ town, place }) => {
	const server = await place({ personality: 'mastodon-4.5' });
	const { screen } = town;
	await signIn(town, server.origin, login(server, 'ada'));
	await screen.size(360, 700);
	await screen.open('#/compose');
	for (let lines = 8; lines < 24; lines++) {
		const text = Array.from({ length: lines }, (_, i) => `Line ${i}`).join('\n');
		await screen.fill('textbox', 'Post text', text);
		const above = await screen.evaluate(async () => {
			await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
			window.scrollTo(0, 0);
			return [...document.querySelectorAll('.compose-foot-row .button')].flatMap((button) => {
				const { left, right, top, bottom } = button.getBoundingClientRect();
				return [0.2, 0.5, 0.8].flatMap((part) => {
					const [x, y] = [left + (right - left) * part, top + (bottom - top) * part];
					const there = document.elementFromPoint(x, y);
					return there && button.contains(there) ? [] : [there?.outerHTML.slice(0, 120) ?? ''];
				});
			});
		}, null);
		expect(above, `${lines} lines`).toEqual([]);
	}
});
