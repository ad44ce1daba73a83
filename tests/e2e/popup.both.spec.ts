import { readFileSync } from 'node:fs';
import { pictures } from '../fixtures/pictures';
import { expect, handle, login, test } from './steps/places';
import {
	dropsInPopup,
	hangsPopup,
	inPopup,
	looksAway,
	pressesInPopup,
	typesInPopup,
} from './steps/popups';
import { signIn } from './steps/signing-in';
import { went } from './steps/writing';

const never = (): never => {
	throw new Error('the popup is closed');
};

test('the popup is as wide as it should be, keeps "Post" in view, and closes at any moment without losing anything', async ({
	town,
	place,
	folder,
}) => {
	test.setTimeout(120_000);
	const server = await place({ personality: 'mastodon-4.5' });
	const second = await place({ personality: 'mastodon-4.5' });
	for (const { world } of [server, second])
		world.rules = ['All images must have alt text.', 'No crossposting.'].map((text, at) => ({
			...{ id: `${at}`, text, hint: '', translations: {} },
		}));
	await signIn(town, server.origin, login(server, 'ada'));
	await signIn(town, second.origin, login(second, 'ben'));
	const { screen } = town;
	const [me, ben] = [handle(server, 'ada'), handle(second, 'ben')];
	const mine = (text: string) => server.postsOf('ada').filter((one) => one.text === text);
	const seen = async () => (await inPopup(screen)) ?? never();
	const shades = pictures(folder, 4).map((path) => readFileSync(path, 'base64'));
	await screen.open('#/settings');

	await test.step('as small windows grow: to its width, and no higher than browsers let it be', async () => {
		await hangsPopup(town);
		await expect.poll(async () => (await seen()).width).toBe(420);
		expect((await seen()).height).toBeLessThanOrEqual(600);
		expect((await seen()).post).toBe(true);
	});

	await test.step('closed right after a key: what was typed is there', async () => {
		await typesInPopup(screen, 'Post text', 'Seen from the win');
		await typesInPopup(screen, 'Post text', 'Seen from the window');
		await looksAway(town);
		await hangsPopup(town);
		await expect.poll(async () => (await seen()).text).toBe('Seen from the window');
	});

	await test.step('with four pictures and all that is said of them: "Post" is in view', async () => {
		await pressesInPopup(screen, ben);
		await dropsInPopup(screen, shades);
		await expect.poll(async () => (await seen()).alts).toEqual(['', '', '', '']);
		await expect.poll(async () => (await seen()).verdicts).toBeGreaterThanOrEqual(10);
		const { width, height, post } = await seen();
		expect({ width, isLow: height <= 600, post }).toEqual({ width: 420, isLow: true, post: true });
	});

	await test.step('closed while a picture is made ready, and written on', async () => {
		await typesInPopup(screen, 'Alt text for 1', 'A roof in the rain');
		await looksAway(town);
		await hangsPopup(town);
		await expect.poll(async () => (await seen()).alts).toEqual(['A roof in the rain', '', '', '']);
	});

	await test.step('closed while it can be undone: the next one offers it', async () => {
		await pressesInPopup(screen, ben);
		for (const at of [3, 2, 1]) await pressesInPopup(screen, `Remove ${at}.png`);
		await expect.poll(async () => (await seen()).alts).toHaveLength(1);
		await expect.poll(async () => (await seen()).says).toContain('Saved');
		await pressesInPopup(screen, 'Post');
		await expect.poll(async () => (await seen()).buttons).toContain('Undo');
		await looksAway(town);
		await hangsPopup(town);
		await expect.poll(async () => (await seen()).buttons).toContain('Undo');
		await pressesInPopup(screen, 'Undo');
		await expect.poll(async () => (await seen()).text).toBe('Seen from the window');
		expect(mine('Seen from the window')).toEqual([]);
	});

	await test.step('closed while it is uploaded: it goes once, with its picture', async () => {
		server.faults.set('slow-headers', { path: '/api/v2/media', ms: 3000 });
		await typesInPopup(screen, 'Time to undo', '0');
		await pressesInPopup(screen, 'Post');
		await expect.poll(async () => (await seen()).went).not.toEqual([]);
		await looksAway(town);
		expect(mine('Seen from the window')).toEqual([]);
		await expect
			.poll(() => mine('Seen from the window').map(({ media }) => media), { timeout: 30_000 })
			.toEqual([1]);
		await screen.open('#/outbox');
		await went(screen, { [me]: 'sent' });
	});

	await test.step('closed as "Post" is pressed: it went, or the next one shows it unsent', async () => {
		await hangsPopup(town);
		await typesInPopup(screen, 'Post text', 'Closed at once');
		await expect.poll(async () => (await seen()).says).toContain('Saved');
		await pressesInPopup(screen, 'Post');
		await looksAway(town);
		await hangsPopup(town);
		await expect
			.poll(async () => {
				const { text, buttons } = await seen();
				return text === 'Closed at once' ? buttons.includes('Post') : buttons.includes('Undo');
			})
			.toBe(true);
		expect(mine('Closed at once')).toEqual([]);
	});
});
