import type { Screen } from '../browsers/screen';
import { opensPlaces } from './steps/acting';
import { posts, texts } from './steps/drawn';
import { expect, handle, login, test } from './steps/places';
import { passForm, signIn } from './steps/signing-in';

test('two accounts on servers of different software are read in one timeline, and offline', async ({
	town,
	place,
}) => {
	const first = await place({ personality: 'mastodon-4.5' });
	const second = await place({ personality: 'gotosocial' });
	const { screen } = town;
	await signIn(town, first.origin, login(first, 'ada'));
	await signIn(town, second.origin, login(second, 'ben'));
	const accounts = await screen.all('listitem');
	for (const mine of [handle(first, 'ada'), handle(second, 'ben')])
		expect(accounts.some((text) => text.includes(mine))).toBe(true);

	first.post('cleo', { text: 'Newest of the first place' });
	second.post('cleo', { text: 'Newest of the second place' });
	await screen.open('#/');
	await screen.see('feed', 'Timeline');
	await expect
		.poll(() => texts(screen))
		.toEqual(expect.arrayContaining(['Newest of the first place', 'Newest of the second place']));
	await expect
		.poll(async () => new Set((await posts(screen)).map(({ via }) => via)))
		.toEqual(new Set([handle(first, 'ada'), handle(second, 'ben')]));

	await screen.inside('feed', 'Timeline', (feed) =>
		feed.querySelector<HTMLAnchorElement>('article a.when')?.click(),
	);
	await screen.see('feed', 'Conversation');

	await first.stop();
	await second.stop();
	await town.restart('stop');
	await town.screen.open('#/');
	await town.screen.see('feed', 'Timeline');
	await expect.poll(async () => (await posts(town.screen)).length).toBeGreaterThan(5);
	await expect.poll(() => town.screen.all('list', 'Servers that do not answer')).not.toEqual([]);
});

test('favouriting is on screen at once, reaches the server, and is undone when it refuses', async ({
	town,
	place,
}) => {
	const server = await place({ personality: 'mastodon-4.5' });
	const { screen } = town;
	await signIn(town, server.origin, login(server, 'ada'));
	const { id } = server.post('ben', { text: 'Something to like' });
	await screen.open('#/');
	await screen.see('article');
	const pressed = () =>
		screen.evaluate(() => {
			const article = [...document.querySelectorAll('article')].find((one) =>
				one.textContent?.includes('Something to like'),
			);
			return article?.querySelector('[data-action=favourite]')?.getAttribute('aria-pressed') ?? '';
		}, null);
	const press = () =>
		screen.evaluate(() => {
			const article = [...document.querySelectorAll('article')].find((one) =>
				one.textContent?.includes('Something to like'),
			);
			article?.querySelector<HTMLElement>('[data-action=favourite]')?.click();
		}, null);
	await expect.poll(() => texts(screen)).toContain('Something to like');
	await expect.poll(pressed).toBe('false');
	await press();
	await expect.poll(pressed).toBe('true');
	await expect
		.poll(
			() =>
				server.log.filter(
					({ method, path }) => method === 'POST' && path.endsWith(`/${id}/favourite`),
				).length,
		)
		.toBe(1);
	server.faults.set('503-html', { path: /unfavourite/ });
	await press();
	await screen.see('alert');
	await expect.poll(pressed).toBe('true');
});

for (const fault of ['429', '503-html', 'silent-drop'] as const) {
	test(`a server that fails with ${fault} is named in place and delays nobody else`, async ({
		town,
		place,
	}) => {
		const broken = await place({ personality: 'mastodon-4.2' });
		const sound = await place({ personality: 'pleroma' });
		const { screen } = town;
		await signIn(town, broken.origin, login(broken, 'ada'));
		await signIn(town, sound.origin, login(sound, 'ada'));
		broken.faults.set(fault, { path: '/api/v1/timelines' });
		sound.post('ben', { text: 'Fresh from the sound place' });
		const start = Date.now();
		await screen.open('#/settings');
		await screen.open('#/');
		await expect
			.poll(() => texts(screen), { timeout: 15_000 })
			.toContain('Fresh from the sound place');
		expect(Date.now() - start).toBeLessThan(15_000);
		await expect
			.poll(async () => (await screen.all('list', 'Servers that do not answer')).join(), {
				timeout: 40_000,
			})
			.toContain(new URL(broken.origin).host);
	});
}

test('a host that answers as somebody else gets no token', async ({ town, place }) => {
	const server = await place({ personality: 'mastodon-4.5' });
	const { screen } = town;
	await signIn(town, server.origin, login(server, 'ada'));
	await screen.open('#/');
	await screen.see('article');
	server.faults.set('other-actor-key');
	await forgetVerification(screen);
	await town.restart('stop');
	server.log.length = 0;
	await town.screen.open('#/');
	await town.screen.open('#/servers');
	await expect
		.poll(async () => (await town.screen.all('listitem')).join(), { timeout: 30_000 })
		.toContain('answers as somebody else');
	expect(server.log.filter(({ authorization }) => authorization)).toEqual([]);
});

/** As if the last look at the server were a day old. */
async function forgetVerification(screen: Screen): Promise<void> {
	await screen.open('#/settings');
	await screen.see('heading', 'Settings');
	await screen.evaluate(
		() =>
			new Promise<void>((resolve, reject) => {
				const opening = indexedDB.open('townsquare');
				opening.onsuccess = () => {
					const store = opening.result.transaction('sessions', 'readwrite').objectStore('sessions');
					store.openCursor().onsuccess = (event) => {
						const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
						if (!cursor) {
							opening.result.close();
							resolve();
							return;
						}
						cursor.update({ ...cursor.value, verifiedAt: Date.now() - 86_400_000 });
						cursor.continue();
					};
				};
				opening.onerror = () => reject(opening.error);
			}),
		null,
	);
}

test('a session that the server ended says so and is renewed in one step', async ({
	town,
	place,
}) => {
	const server = await place({ personality: 'mastodon-4.5' });
	const { screen } = town;
	await signIn(town, server.origin, login(server, 'ada'));
	server.revokeAll('ada');
	await screen.open('#/');
	await screen.see('link', 'Sign in again');
	await screen.click('link', 'Sign in again');
	await screen.click('button', 'Sign in again');
	await passForm(await town.window(), login(server, 'ada'));
	await screen.gone('button', 'Sign in again');
});

test('signing out tells the server and deletes what the person does not keep', async ({
	town,
	place,
}) => {
	const server = await place({ personality: 'gotosocial' });
	const { screen } = town;
	await signIn(town, server.origin, login(server, 'ada'));
	await screen.open('#/');
	await screen.see('article');
	await screen.open('#/servers');
	await screen.click('button', 'Sign out');
	await screen.click('button', 'Sign out and delete what was read');
	await screen.gone('button', 'Sign out');
	// It is gone here first; then the server is told.
	await expect
		.poll(() => server.log.some(({ path }) => path.startsWith('/oauth/revoke')))
		.toBe(true);
	await screen.open('#/');
	await screen.see('link', 'Sign in to a server');
});

test('people, notices and lists', async ({ town, place }) => {
	const server = await place({ personality: 'mastodon-4.5', seed: 'town' });
	const { screen } = town;
	const [me] = server.people;
	if (!me) throw new Error('nobody lives there');
	await signIn(town, server.origin, { name: me.email, password: me.password });
	await screen.open('#/notifications');
	await expect.poll(async () => (await screen.all('listitem')).length).toBeGreaterThan(3);

	await screen.open('#/');
	await screen.see('article');
	await screen.inside('feed', 'Timeline', (feed) =>
		feed.querySelector<HTMLAnchorElement>('article a.handle')?.click(),
	);
	await screen.see('region', 'Profile');
	await screen.see('feed', 'Posts');

	await opensPlaces(screen);
	await screen.see('link', 'Bookmarks');
	await screen.see('link', 'This server');
});
