import type { Screen } from '../browsers/screen';
import { posts, sees, texts } from './steps/drawn';
import { expect, handle, login, test } from './steps/places';
import { signIn } from './steps/signing-in';
import { lookThrough } from './steps/storage';
import type { Town } from './town';

/** Where the pictures that are drawn come from; those that are not there yet, or never will be, are left out. */
function pictures(screen: Screen, inside: string): Promise<string[]> {
	return screen.evaluate(
		(selector) =>
			[...document.querySelectorAll<HTMLImageElement>(`article ${selector}`)]
				.filter((image) => image.complete && image.naturalWidth > 0)
				.map(({ src }) => src),
		inside,
	);
}

/** As if the browser had made room: what is shown afterwards was kept by the extension. */
async function emptyBrowserCache({ chromium }: Town): Promise<void> {
	if (!chromium) return;
	const protocol = await chromium.context.newCDPSession(chromium.page);
	await protocol.send('Network.clearBrowserCache');
}

test('without servers, what was read is there after a restart: posts, people, search and pictures', async ({
	town,
	place,
}) => {
	const first = await place({ personality: 'mastodon-4.5', seed: 'town' });
	const second = await place({ personality: 'gotosocial' });
	const { screen } = town;
	await signIn(town, first.origin, login(first, 'mara'));
	await signIn(town, second.origin, login(second, 'ben'));
	const root = first.post('yuki', { text: 'The ferry leaves at dawn' });
	first.post('jonas', { text: 'Which ferry is that?', replyTo: root.id });
	second.post('cleo', { text: 'Kumquats are ripe at last' });
	await screen.open('#/');
	await sees(screen, 'The ferry leaves at dawn', 'Kumquats are ripe at last');
	await screen.inside('feed', 'Timeline', (feed) => {
		const all = [...feed.querySelectorAll('article')];
		const one = all.find(({ textContent }) => textContent?.includes('The ferry leaves at dawn'));
		one?.querySelector<HTMLAnchorElement>('a.when')?.click();
	});
	await screen.see('feed', 'Conversation');
	await sees(screen, 'Which ferry is that?');
	const conversation = await screen.evaluate(() => location.hash, null);
	await screen.inside('feed', 'Conversation', (feed) => {
		feed.querySelector<HTMLAnchorElement>('article a.handle')?.click();
	});
	await screen.see('region', 'Profile');
	const person = await screen.evaluate(() => location.hash, null);
	await screen.open('#/');
	await screen.see('article');
	await expect.poll(async () => (await pictures(screen, 'img.avatar')).length).toBeGreaterThan(1);
	await expect
		.poll(async () => (await lookThrough(screen)).records['townsquare/previews'])
		.toBeGreaterThan(1);
	const drawn = (await posts(screen)).length;

	await first.stop();
	await second.stop();
	await emptyBrowserCache(town);
	await town.restart('stop');
	const again = town.screen;
	await again.open('#/');
	await sees(again, 'The ferry leaves at dawn', 'Kumquats are ripe at last');
	expect((await posts(again)).length).toBeGreaterThanOrEqual(Math.min(drawn, 5));
	await expect.poll(async () => (await pictures(again, 'img.avatar')).length).toBeGreaterThan(1);
	if (town.chromium) {
		const kept = await pictures(again, 'img.avatar');
		expect(kept.some((src) => src.startsWith('blob:'))).toBe(true);
	}
	await again.open(conversation);
	await again.see('feed', 'Conversation');
	await sees(again, 'The ferry leaves at dawn', 'Which ferry is that?');
	await again.open(person);
	await again.see('region', 'Profile');
	await again.open('#/search');
	for (const [query, wanted] of [
		['kumquat*', 'Kumquats are ripe at last'],
		['"ferry leaves" -kumquats', 'The ferry leaves at dawn'],
		['is:reply "which ferry"', 'Which ferry is that?'],
		[`on:${new URL(second.origin).host} ripe`, 'Kumquats are ripe at last'],
		[`from:${handle(first, 'yuki').slice(1)} "leaves at dawn"`, 'The ferry leaves at dawn'],
	] as const) {
		await again.fill('searchbox', 'Search everything', query);
		await again.see('feed', 'Results');
		await expect.poll(() => texts(again), query).toEqual([wanted]);
	}
	await again.open('#/settings');
	const room = async () => (await again.all('region', 'Storage')).join();
	await expect.poll(room).toMatch(/Kept pictures\s*[1-9]/);
	await again.click('button', 'Delete kept pictures');
	await expect.poll(room).toMatch(/Kept pictures\s*0/);
});
