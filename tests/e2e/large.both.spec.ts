import { expect, login, test } from './steps/places';
import { signIn } from './steps/signing-in';

test('beside a picture, large, a sound is a sound, and what does not come is said', async ({
	town,
	place,
}) => {
	const server = await place({ personality: 'mastodon-4.5' });
	const { screen } = town;
	const { id } = server.post('ben', { text: 'A tree and a song' });
	const url = `${server.origin}/files/missing.png`;
	const media = [
		{ id: '1', type: 'image', url, preview_url: url, description: 'A tree' },
		{ id: '2', type: 'audio', url: `${server.origin}/files/song.ogg`, description: 'A song' },
		{ id: '3', type: 'image', url: `${url}#away`, preview_url: url, description: 'A leaf' },
	];
	server.tamperWith((_path, answer) => {
		if ('json' in answer && Array.isArray(answer.json))
			for (const one of answer.json) if (one.id === id) one.media_attachments = media;
		return answer;
	});
	await signIn(town, server.origin, login(server, 'ada'));
	await screen.open('#/');
	await screen.click('button', /A tree/);
	await screen.see('dialog', 'Picture viewer');
	const stage = () =>
		screen.evaluate(() => {
			const large = document.querySelector('.lightbox .large');
			const sound = large?.querySelector('audio');
			return sound ? `sound ${sound.clientWidth > 200}` : (large?.tagName ?? '');
		}, null);
	await expect.poll(stage).toBe('IMG');
	await screen.press('ArrowRight');
	await expect.poll(stage).toBe('sound true');
	await screen.press('ArrowRight');
	await expect.poll(stage).toBe('IMG');
	await screen.evaluate(
		() => document.querySelector('.lightbox img')?.dispatchEvent(new Event('error')),
		null,
	);
	expect(await screen.see('alert')).toContain('could not be loaded');
});
