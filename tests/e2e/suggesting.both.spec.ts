import { readFileSync } from 'node:fs';
import type { Screen } from '../browsers/screen';
import { pictures } from '../fixtures/pictures';
import { expect, handle, login, test } from './steps/places';
import { signIn } from './steps/signing-in';
import { isKept, went, writesTo } from './steps/writing';

const textIn = (screen: Screen) =>
	screen.inside('textbox', 'Post text', (box) => (box as HTMLTextAreaElement).value);

test('tags and emoji are offered while they are typed, and chosen by keys alone', async ({
	town,
	place,
	folder,
}) => {
	test.setTimeout(60_000);
	const server = await place({ personality: 'mastodon-4.5' });
	const [picture = ''] = pictures(folder, 1);
	server.world.files.set('sloth.png', { type: 'image/png', bytes: readFileSync(picture) });
	const url = `${server.origin}/files/sloth.png`;
	server.world.emoji.push({ shortcode: 'sloth', category: 'Animals', url });
	await signIn(town, server.origin, login(server, 'ada'));
	const { screen } = town;
	const { host } = new URL(server.origin);
	await writesTo(screen, [handle(server, 'ada')]);

	await screen.fill('textbox', 'Post text', 'Well :nerd');
	await screen.see('option', /🤓/);
	await screen.press('Enter');
	await expect.poll(() => textIn(screen)).toBe('Well 🤓 ');
	const asked = () =>
		server.log.filter(({ method, path }) => method === 'GET' && path === '/api/v1/custom_emojis')
			.length;
	await screen.fill('textbox', 'Post text', 'Slow as a :slot');
	await screen.see('option', `Ask ${host} for “:slot”`);
	expect(asked()).toBe(0);
	await screen.click('option', `Ask ${host} for “:slot”`);
	await screen.see('option', /:sloth:/);
	await screen.press('Enter');
	await expect.poll(() => textIn(screen)).toBe('Slow as a :sloth: ');
	expect(asked()).toBe(1);

	await screen.click('button', 'Emoji');
	await screen.fill('searchbox', 'Search emoji', 'bread');
	await screen.see('button', 'bread');
	await screen.press('ArrowDown');
	const focused = () =>
		screen.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '', null);
	await expect.poll(focused).toBe('bread');
	await screen.press('ArrowUp');
	await expect.poll(focused).toBe('Search emoji');
	await screen.press('Enter');
	await screen.press('Escape');
	await screen.gone('searchbox', 'Search emoji');
	await expect.poll(() => textIn(screen)).toMatch(/^Slow as a :sloth: .$/u);
	expect(await screen.evaluate(() => document.activeElement?.tagName, null)).toBe('TEXTAREA');

	await screen.fill('textbox', 'Post text', 'Good morning #BreadBaking');
	await isKept(screen);
	await screen.click('button', 'Post');
	await went(screen, { [handle(server, 'ada')]: 'sent' }, 30_000);
	await writesTo(screen, [handle(server, 'ada')]);
	await screen.fill('textbox', 'Post text', 'Again #breadb');
	await screen.see('option', '#BreadBaking');
	await screen.press('Enter');
	await expect.poll(() => textIn(screen)).toBe('Again #BreadBaking ');
});
