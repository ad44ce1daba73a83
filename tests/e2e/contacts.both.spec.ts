import { mergeTests } from '@playwright/test';
import type { Gateway } from '../browsers/proxy';
import type { Screen } from '../browsers/screen';
import { rawServer } from '../contract/raw-server';
import { said } from './steps/drawn';
import { login, test as places } from './steps/places';
import { signIn } from './steps/signing-in';
import { entersByWindow, personIn, test as squares } from './steps/squares';
import { expect } from './town';

const test = mergeTests(squares, places);

/** The hosts that the page names, each with what explains it. */
async function listed(screen: Screen): Promise<Map<string, string>> {
	const found = await screen.evaluate(
		() =>
			[...document.querySelectorAll<HTMLElement>('[data-host]')].map(
				({ dataset }) => [dataset['host'] ?? '', dataset['why'] ?? ''] as const,
			),
		null,
	);
	return new Map(found);
}

/** Hosts that the proxy led somewhere, and that the page does not name, or cannot explain. */
async function unexplained(screen: Screen, { led }: Gateway): Promise<string[]> {
	const named = await listed(screen);
	return [...new Set(led)].filter((host) => !named.get(host));
}

test('every host that the proxy saw is on the page, with a reason', async ({
	town,
	square,
	place,
	gateway,
}) => {
	test.setTimeout(90_000);
	const { screen } = town;
	await test.step('nobody was contacted yet', async () => {
		await screen.open('#/settings');
		await screen.click('link', 'See who was contacted, when and why');
		await screen.see('heading', 'Who was contacted');
		expect(await said(screen, 'main')).toContain('Nobody was contacted yet.');
	});
	const plein = await square({ named: true, seed: 'foundation' });
	const alice = personIn(plein, 'alice');
	const near = await place({ personality: 'mastodon-4.5' });
	const pictures = await rawServer();
	pictures.answer = (_, response) =>
		response.setHeader('content-type', 'image/png').end('no picture');
	town.map('pictures.example', pictures.origin);
	town.map('films.example', pictures.origin);
	town.map('slow.example', pictures.origin);
	town.expectServers(['https://pictures.example', 'https://films.example', 'https://slow.example']);
	await test.step('signs in, reads, looks a server up', async () => {
		await entersByWindow(town, plein, alice);
		await signIn(town, near.origin, login(near, 'ada'));
		await screen.open('#/');
		await screen.see('article');
	});
	await test.step('a picture that does not come counts, and so does a film', async () => {
		await screen.evaluate(() => {
			const main = document.querySelector('main');
			const [picture, film] = [new Image(), document.createElement('video')];
			picture.src = 'https://pictures.example/a.png';
			film.src = 'https://films.example/a.mp4';
			main?.append(picture, film);
		}, null);
		await expect.poll(() => gateway.led).toContain('films.example');
	});
	await test.step('a picture counts whose page goes before it came', async () => {
		pictures.answer = () => undefined;
		await screen.evaluate(() => {
			const picture = new Image();
			picture.src = 'https://slow.example/a.png';
			document.body.append(picture);
		}, null);
		await expect.poll(() => gateway.led).toContain('slow.example');
		await screen.reload();
		pictures.answer = (_, response) => response.end();
	});
	await test.step('the page names them all', async () => {
		await screen.open('#/privacy');
		await screen.see('list', 'Contacted hosts');
		expect(new Set(gateway.led).size).toBeGreaterThan(2);
		await expect.poll(() => unexplained(screen, gateway)).toEqual([]);
		const all = await listed(screen);
		expect(all.get('pictures.example')).toBe('pictures');
		expect(all.get('films.example')).toBe('films');
		expect(all.get('slow.example')).toBe('pictures');
		expect(all.get(new URL(near.origin).host)).toContain('account');
		const main = await said(screen, 'main');
		expect(main).toContain(`The server of @${alice.handle}.`);
		expect(main).toContain('Pictures of people, posts and emoji');
	});
	await test.step('the most contacted come first where that is wished', async () => {
		await screen.click('radio', 'Most contacts first');
		const times = await screen.evaluate(
			() =>
				[...document.querySelectorAll('[data-host] dd:first-of-type')]
					.filter((_, i) => i % 4 === 0)
					.map((one) => Number(one.textContent?.replace(/\D/g, ''))),
			null,
		);
		expect(times).toEqual([...times].sort((a, b) => b - a));
	});
	await test.step('the judge is not blind: what nothing explains is found', async () => {
		town.map('planted.example', pictures.origin);
		town.expectServers(['https://planted.example']);
		await screen.evaluate(
			() => fetch('https://planted.example/', { mode: 'no-cors' }).then(() => null),
			null,
		);
		expect(await unexplained(screen, gateway)).toEqual(['planted.example']);
	});
	await test.step('the list can be forgotten', async () => {
		await screen.open('#/privacy');
		await screen.click('button', 'Forget this list');
		await screen.click('button', 'Yes, forget it');
		await expect.poll(() => said(screen, 'status')).toContain('The list was forgotten.');
		expect((await listed(screen)).has('pictures.example')).toBe(false);
	});
	await pictures.close();
});
