import { expect, test } from './steps/places';
import { signIn } from './steps/signing-in';

test('a timeline without a post says so, and that it is being asked for', async ({
	town,
	place,
}) => {
	const server = await place({ personality: 'mastodon-4.5' });
	const { email, password } = server.addPerson({
		username: 'dora',
		password: 'a long pass phrase',
	});
	const { screen } = town;
	const words = () => screen.inside('main', undefined, (main) => main.textContent ?? '');
	await signIn(town, server.origin, { name: email, password });
	server.faults.set('slow-headers', { path: '/api/v1/timelines/home', ms: 3000 });
	await screen.open('#/');
	await expect.poll(words).toContain('Loading …');
	server.faults.clear();
	await expect.poll(words).toContain('Nothing here yet.');
	server.post('dora', { text: 'My first words' });
	await screen.see('article');
	expect(await words()).not.toContain('Nothing here yet.');
});
