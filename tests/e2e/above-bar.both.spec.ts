import { expect, login, test } from './steps/places';
import { signIn } from './steps/signing-in';

test('in a narrow window j goes to posts that stand above the bar', async ({ town, place }) => {
	const server = await place({ personality: 'mastodon-4.5' });
	const { screen } = town;
	await signIn(town, server.origin, login(server, 'ada'));
	await screen.size(360, 700);
	await screen.open('#/');
	await screen.see('article');
	const covered = () =>
		screen.evaluate(() => {
			const bar = document.querySelector('.rail')?.getBoundingClientRect().top ?? 0;
			const post = document.activeElement?.closest('article')?.getBoundingClientRect();
			return post ? Math.max(0, Math.round(post.bottom - bar)) : -1;
		}, null);
	for (let i = 0; i < 12; i++) {
		await screen.press('j');
		await expect.poll(covered).toBe(0);
	}
});
