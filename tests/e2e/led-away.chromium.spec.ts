import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Square } from '../servers/atproto';
import { said } from './steps/drawn';
import { entersByPassword, personIn, test } from './steps/squares';
import { expect, type Town } from './town';

const NAMES = '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=300000\n';
const PIECES = '#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:2\n#EXT-X-PLAYLIST-TYPE:VOD\n';

test('neither a sign-in nor a video is led where nothing may be asked', async ({
	town,
	square,
	gateway,
}) => {
	test.setTimeout(120_000);
	const plein = await square({ named: true, seed: 'foundation' });
	const inside: string[] = [];
	const router = createServer(({ url = '' }, response) => {
		inside.push(url);
		response.setHeader('access-control-allow-origin', '*').end('#EXTM3U');
	});
	await new Promise<void>((listening) => router.listen(0, '127.0.0.1', listening));
	const { port } = router.address() as AddressInfo;
	const alice = personIn(plein, 'alice');
	// A browser writes down where a redirect leads also when it does not go there: `inside` is the judge.
	town.expectServers([`http://127.0.0.1:${port}`]);
	try {
		await test.step('a sign-in follows no redirect, and asks for no permission', async () => {
			await isLedAway(town, plein, { handle: alice.handle, to: `http://127.0.0.1:${port}/par` });
			expect(inside).toEqual([]);
		});
		await entersByPassword(town, plein, alice);
		await test.step('plays what lies on its own host', async () => {
			await plays(town, plein);
			await expect.poll(() => plein.log.some(({ path }) => path.endsWith('.ts'))).toBe(true);
		});
		await test.step('asks before it goes to another host', async () => {
			swaps(plein, `${NAMES}https://tracker.example/v.m3u8\n`);
			await plays(town, plein);
			await expect.poll(() => said(town.screen, 'alert')).toContain('tracker.example');
			expect(gateway.refused.join()).not.toContain('tracker.example');
			await town.screen.see('button', 'Play it from tracker.example too');
		});
		for (const [what, playlist] of [
			['a variant', `${NAMES}https://router.lan/v.m3u8\n`],
			['a piece', `${PIECES}#EXTINF:2.0,\nhttps://192.168.1.1/1.ts\n#EXT-X-ENDLIST\n`],
			[
				'a key',
				`${PIECES}#EXT-X-KEY:METHOD=AES-128,URI="https://10.0.0.1/key"\n#EXTINF:2.0,\nvideo0.ts\n#EXT-X-ENDLIST\n`,
			],
			['a redirect', `http://127.0.0.1:${port}/list.m3u8`],
		] as const) {
			await test.step(`is not led to the own network by ${what}`, async () => {
				swaps(plein, playlist);
				await plays(town, plein);
				await expect.poll(() => said(town.screen, 'alert')).toContain('could not be played');
				expect(gateway.refused.join()).not.toMatch(/router\.lan|192\.168|10\.0\.0/);
				expect(inside).toEqual([]);
			});
		}
	} finally {
		plein.tamperWith(undefined);
		router.close();
	}
});

type Led = { handle: string; to: string };

async function isLedAway({ screen }: Town, square: Square, { handle, to }: Led): Promise<void> {
	square.tamperWith((path, answer) =>
		path === '/oauth/par'
			? { ...answer, status: 307, headers: { ...answer.headers, location: to } }
			: answer,
	);
	await screen.open('#/servers');
	await screen.fill('textbox', 'Server address', `@${handle}`);
	await screen.click('button', 'Continue');
	await expect.poll(() => said(screen, 'alert')).toContain('leading to another address');
	expect(await screen.all('button')).not.toContain('Allow access');
	square.tamperWith(undefined);
}

/** Every playlist is this one, or leads there. */
function swaps(square: Square, to: string): void {
	square.tamperWith((path, answer) => {
		if (!path.endsWith('playlist.m3u8')) return answer;
		return to.startsWith('#')
			? { ...answer, bytes: Buffer.from(to) }
			: { ...answer, status: 302, headers: { ...answer.headers, location: to } };
	});
}

async function plays({ screen }: Town, square: Square): Promise<void> {
	const post = square
		.recordsOf('erik', 'app.bsky.feed.post')
		.find(({ value }) => value['text'] === 'The ball in the harbour');
	await screen.open('#/');
	await screen.open(`#/post/${encodeURIComponent(post?.uri ?? '')}`);
	await screen.see('feed', 'Conversation');
	await screen.click('button', /^Play/);
}
