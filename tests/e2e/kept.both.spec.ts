import { said } from './steps/drawn';
import { login, test } from './steps/places';
import { signIn } from './steps/signing-in';
import { expect } from './town';

test('what was kept at signing out is read on, and is not said to be nothing', async ({
	town,
	place,
}) => {
	const server = await place({ personality: 'mastodon-4.5' });
	server.post('ben', { text: 'Who lends me a ladder?' });
	const { screen } = town;
	await signIn(town, server.origin, login(server, 'ada'));
	await screen.open('#/');
	await screen.see('article', /^Ben/);
	await screen.open('#/servers');
	await screen.click('button', 'Sign out');
	await screen.click('button', 'Sign out, keep what was read');
	await screen.gone('button', 'Sign out');
	await screen.open('#/');
	await screen.see('feed', 'Timeline');
	await screen.see('article', /^Ben/);
	expect(await said(screen, 'main')).toContain('No account is signed in, so nothing new comes.');
	await screen.see('link', 'Sign in to a server');
	expect(await screen.all('heading', 'Just look around')).toEqual([]);
	// Nobody could do it: that is said, and nothing is asked of the server.
	await screen.click('button', /^Favourite/);
	await expect
		.poll(() => said(screen, 'alert'))
		.toContain('is signed in any more, so nothing was done');
	expect(server.log.some(({ path }) => path.endsWith('/favourite'))).toBe(false);
	await screen.open('#/compose');
	await screen.see('link', 'Sign in to a server');
	await screen.fill('textbox', 'Post text', 'To whom?');
	await expect.poll(() => said(screen, 'status')).toContain('Choose where it goes.');
});
