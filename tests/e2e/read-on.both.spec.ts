import type { Screen } from '../browsers/screen';
import { expect, login, test } from './steps/places';
import { signIn } from './steps/signing-in';

const MINUTE = 60_000;

/** The words of the first whole post in the window. */
const reading = (screen: Screen) =>
	screen.evaluate(() => {
		const all = [...document.querySelectorAll('[role=feed] article[data-post]')];
		const first = all.find((one) => one.getBoundingClientRect().top >= 44);
		return first?.querySelector('.text')?.textContent ?? '';
	}, null);

test('how far one read is told to the server, and a place of another device is offered and never jumped to', async ({
	town,
	place,
}) => {
	const server = await place({ personality: 'mastodon-4.5' });
	const { screen } = town;
	const now = Date.now();
	const ids = Array.from({ length: 39 }, (_, i) => {
		const n = 39 - i;
		return server.post('cleo', { text: `Post ${n} ${'and on '.repeat(30)}`, at: now - n * MINUTE })
			.id;
	});
	const idOf = (n: number) => ids[39 - n] ?? '';
	await signIn(town, server.origin, login(server, 'ada'));
	await screen.open('#/');
	await expect.poll(() => reading(screen)).toContain('Post 1 ');

	// Leaving the page tells that the newest was seen.
	await screen.open('#/settings');
	await expect.poll(() => server.readTo('ada')).toBe(idOf(1));

	for (const n of [0.9, 0.8, 0.7])
		ids.push(server.post('cleo', { text: `Later ${n}`, at: now - n * MINUTE }).id);
	server.readOn('ada', idOf(20));
	await screen.open('#/');
	await screen.see('button', /^Go to where you were on another device/);
	expect(await screen.evaluate(() => window.scrollY, null)).toBe(0);
	await screen.click('button', /^Go to where you were on another device/);
	await expect.poll(() => reading(screen)).toContain('Post 20 ');
	await screen.gone('button', /^Go to where you were on another device/);
});
