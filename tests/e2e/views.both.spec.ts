import type { Screen } from '../browsers/screen';
import { posts, sees, texts } from './steps/drawn';
import { expect, handle, login, test } from './steps/places';
import { signIn } from './steps/signing-in';

/** Browsers give what opens a menu a role of their own: it is found by its name. */
async function openMenu(screen: Screen, name: string): Promise<void> {
	await expect
		.poll(() =>
			screen.evaluate((wanted) => {
				const named = (one: Element) => one.getAttribute('aria-label') ?? one.textContent;
				const all = [...document.querySelectorAll<HTMLElement>('summary')];
				const found = all.find((one) => named(one) === wanted);
				found?.click();
				return found !== undefined;
			}, name),
		)
		.toBe(true);
}

test('what of the timeline is shown is chosen, kept in the address, and taken off again', async ({
	town,
	place,
}) => {
	const first = await place({ personality: 'mastodon-4.5' });
	const second = await place({ personality: 'gotosocial' });
	const { screen } = town;
	await signIn(town, first.origin, login(first, 'ada'));
	await signIn(town, second.origin, login(second, 'ben'));
	const { id } = first.post('cleo', { text: 'Reposted by somebody', at: Date.now() - 60_000 });
	first.boost('ben', id);
	first.post('cleo', { text: 'From the first place' });
	second.post('cleo', { text: 'From the second place' });
	await screen.open('#/');
	await sees(screen, 'From the first place', 'From the second place', 'Reposted by somebody');

	await openMenu(screen, 'Filter and view');
	await screen.click('checkbox', handle(first, 'ada'));
	await screen.click('checkbox', 'Without reposts');
	await screen.click('button', 'Show');
	await screen.see('list', 'Filters');
	await sees(screen, 'From the first place');
	const seen = await posts(screen);
	expect(seen.every(({ via }) => via.includes(handle(first, 'ada')))).toBe(true);
	expect(seen.map(({ text }) => text)).not.toContain('Reposted by somebody');
	expect(await screen.evaluate(() => location.hash, null)).toContain('only=account');

	first.post('cleo', { text: 'Later, and it fits' });
	second.post('cleo', { text: 'Later, and it does not fit' });
	await sees(screen, 'Later, and it fits');
	expect(await texts(screen)).not.toContain('Later, and it does not fit');
	await screen.reload();
	await sees(screen, 'Later, and it fits');
	expect(await texts(screen)).not.toContain('From the second place');

	await screen.click('link', /Without reposts/);
	await sees(screen, 'Reposted by somebody');
	await screen.evaluate(() => history.back(), null);
	await screen.see('link', /Without reposts/);
	await openMenu(screen, 'Filter and view');
	await screen.click('link', 'Show everything');
	await sees(screen, 'From the second place', 'Later, and it does not fit');
	await screen.gone('list', 'Filters');
});

test('a filter that nothing fits says so, and one key splits the timeline and joins it again', async ({
	town,
	place,
}) => {
	const first = await place({ personality: 'mastodon-4.5' });
	const second = await place({ personality: 'gotosocial' });
	const { screen } = town;
	await signIn(town, first.origin, login(first, 'ada'));
	await signIn(town, second.origin, login(second, 'ben'));
	first.post('cleo', { text: 'From the first place' });
	second.post('cleo', { text: 'From the second place' });
	await screen.open(`#/?only=${encodeURIComponent('network:nowhere')}`);
	await screen.see('link', 'Show everything');
	await screen.click('link', 'Show everything');
	await sees(screen, 'From the first place', 'From the second place');

	await screen.size(1400, 800);
	await screen.press('s');
	const names = [handle(first, 'ada'), handle(second, 'ben')];
	for (const [i, text] of ['From the first place', 'From the second place'].entries()) {
		await screen.see('feed', `Timeline: ${names[i]}`);
		const own = () =>
			screen.inside('feed', `Timeline: ${names[i]}`, (feed) =>
				[...feed.querySelectorAll('article')].map((one) => ({
					via: one.dataset['via'] ?? '',
					text: one.querySelector('.text')?.textContent ?? '',
				})),
			);
		await expect.poll(async () => (await own()).map((one) => one.text)).toContain(text);
		expect((await own()).every(({ via }) => via === names[i])).toBe(true);
	}
	const focus = () =>
		screen.evaluate(
			() =>
				document.activeElement?.closest('[role=feed]')?.getAttribute('aria-label') ??
				document.activeElement?.localName ??
				'',
			null,
		);
	await screen.press('j');
	await expect.poll(focus).toBe(`Timeline: ${names[0]}`);
	await screen.press(']');
	await expect.poll(focus).toBe(`Timeline: ${names[1]}`);
	await screen.press('j');
	await expect.poll(focus).toBe(`Timeline: ${names[1]}`);
	await screen.press('[');
	await expect.poll(focus).toBe(`Timeline: ${names[0]}`);
	await screen.reload();
	await screen.see('feed', `Timeline: ${names[1]}`);
	await screen.press('s');
	await screen.see('feed', 'Timeline');
	await screen.gone('feed', `Timeline: ${names[0]}`);
});

test('a view is named, found among the places, renamed and deleted', async ({ town, place }) => {
	const first = await place({ personality: 'mastodon-4.5' });
	const second = await place({ personality: 'gotosocial' });
	const { screen } = town;
	await signIn(town, first.origin, login(first, 'ada'));
	await signIn(town, second.origin, login(second, 'ben'));
	await screen.open('#/');
	await screen.see('article');
	await openMenu(screen, 'Filter and view');
	await screen.click('checkbox', 'With pictures, video or sound');
	await screen.click('radio', 'A column for each account');
	await screen.fill('textbox', 'Name of this view', 'Side by side');
	await screen.click('button', 'Save view');
	await screen.see('status');
	await screen.open('#/settings');
	await screen.open('#/');
	await openMenu(screen, 'Places');
	await screen.click('link', 'Side by side');
	await screen.see('region', handle(second, 'ben'));
	expect(await screen.evaluate(() => location.hash, null)).toBe('#/?only=media&split=account');

	await screen.open('#/settings');
	await screen.fill('textbox', 'Name of Side by side', 'Pictures');
	await screen.press('Enter');
	await screen.see('button', 'Delete Pictures');
	await town.restart('stop');
	await town.screen.open('#/settings');
	await town.screen.click('button', 'Delete Pictures');
	await town.screen.gone('button', 'Delete Pictures');
});

test('a muffled post is one line that says why and opens, from settings and from a post', async ({
	town,
	place,
}) => {
	const server = await place({ personality: 'mastodon-4.5' });
	const { screen } = town;
	await signIn(town, server.origin, login(server, 'ada'));
	await screen.open('#/settings');
	await screen.fill('textbox', 'What to muffle', 'CAFE');
	await screen.click('button', 'Muffle');
	await screen.see('button', 'No longer muffle CAFE');
	server.post('cleo', { text: 'Treffen im Café nebenan' });
	server.post('cleo', { text: 'Cafeteria geschlossen #kantine' });
	server.post('ada', { text: 'Mein Cafe' });
	await screen.open('#/');
	await sees(screen, 'Cafeteria geschlossen #kantine', 'Mein Cafe');
	const line = () => screen.all('article', /^@cleo.* Muffled: CAFE/);
	await expect.poll(line).toHaveLength(1);
	expect(await texts(screen)).not.toContain('Treffen im Café nebenan');
	await screen.inside('article', /^@cleo.* Muffled: CAFE/, (article) => {
		(article as HTMLElement).focus();
	});
	await screen.press('x');
	await sees(screen, 'Treffen im Café nebenan');
	await screen.press('x');
	await expect.poll(line).toHaveLength(1);

	await screen.evaluate(() => {
		const article = [...document.querySelectorAll('article')].find((one) =>
			one.textContent?.includes('Cafeteria'),
		);
		article?.querySelector<HTMLElement>('summary')?.click();
	}, null);
	await screen.click('button', 'Muffle words …');
	await screen.see('dialog', 'Muffle words');
	await screen.click('button', '#kantine');
	await screen.click('button', 'Muffle');
	await screen.see('article', /Muffled: #kantine/);
	await town.restart('stop');
	await town.screen.open('#/');
	await town.screen.see('article', /Muffled: #kantine/);
	await town.screen.open('#/settings');
	await town.screen.click('button', 'No longer muffle #kantine');
	await town.screen.click('button', 'No longer muffle CAFE');
	await town.screen.open('#/');
	await sees(town.screen, 'Treffen im Café nebenan', 'Cafeteria geschlossen #kantine');
});

test('reposts in a row stand side by side, by keyboard too, and can be told not to', async ({
	town,
	place,
}) => {
	const server = await place({ personality: 'mastodon-4.5' });
	const { screen } = town;
	await signIn(town, server.origin, login(server, 'ada'));
	server.addPerson({ username: 'elsewhere' });
	const now = Date.now();
	const ids = Array.from({ length: 6 }, (_, i) =>
		server.post('elsewhere', { text: `Passed on ${i}`, at: now - 3_600_000 + i * 1000 }),
	);
	for (const { id } of ids) server.boost('cleo', id);
	server.post('cleo', { text: 'Above all of them' });
	await screen.open('#/');
	await sees(screen, 'Above all of them', 'Passed on 5');
	await screen.see('article', /^6 reposts in a row/);
	const focused = () =>
		screen.evaluate(() => {
			const article = document.activeElement?.closest('article');
			if (article?.classList.contains('carousel')) return 'the row';
			return article?.querySelector('.text')?.textContent ?? '';
		}, null);
	await screen.press('.');
	await expect.poll(focused).toBe('Above all of them');
	for (const [key, text] of [
		['j', 'the row'],
		['j', 'Passed on 5'],
		['j', 'Passed on 4'],
		['ArrowRight', 'Passed on 3'],
		['ArrowLeft', 'Passed on 4'],
		['k', 'Passed on 5'],
		['k', 'the row'],
		['k', 'Above all of them'],
		['j', 'the row'],
		['Enter', 'Passed on 5'],
		['K', 'Above all of them'],
	] as const) {
		await screen.press(key);
		await expect.poll(focused, key).toBe(text);
	}
	await screen.press('j');
	await screen.press('j');
	await screen.press('J');
	await expect.poll(focused).not.toMatch(/^$|Passed on|the row|Above/);

	await screen.press('?');
	await screen.see('dialog', 'Keyboard');
	await screen.see('region', 'With a post');
	await screen.press('Escape');
	await screen.open('#/settings');
	await screen.inside('group', 'Reposts in a row side by side', (group) => {
		group.querySelectorAll<HTMLElement>('input')[1]?.click();
	});
	await screen.open('#/');
	await sees(screen, 'Passed on 0', 'Passed on 5');
	await screen.gone('article', /^6 reposts in a row/);
});
