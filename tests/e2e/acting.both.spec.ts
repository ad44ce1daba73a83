import { mergeTests } from '@playwright/test';
import { begun, onCard, presses, reads, sends } from './steps/acting';
import { sees, texts } from './steps/drawn';
import { login, test as places } from './steps/places';
import { signIn } from './steps/signing-in';
import { entersByPassword, personIn, test as squares } from './steps/squares';
import { expect } from './town';

const test = mergeTests(squares, places);

test('on a Mastodon: answer, repost, quote, edit, delete; nothing that its author closed', async ({
	town,
	place,
}) => {
	test.setTimeout(150_000);
	const server = await place({
		personality: 'mastodon-4.5',
		traits: { translation: 'offered' },
	});
	const { screen } = town;
	const first = server.post('ben', { text: 'What do you think?' });
	server.post('ben', { text: 'For my followers alone', visibility: 'private', language: 'de' });
	server.post('ben', { text: 'Das Brot ist fertig', language: 'de' });
	server.post('ben', { text: 'Хліб готовий', language: 'uk' });
	await signIn(town, server.origin, login(server, 'ada'));
	const mine = () => server.postsOf('ada');
	const asked = (method: string, path: RegExp) =>
		server.log.filter((one) => one.method === method && path.test(one.path)).length;

	await test.step('has translated what it does not read, and reads the original again', async () => {
		const german = 'Das Brot ist fertig';
		await reads(screen, german, 'Хліб готовий', 'What do you think?');
		await presses(screen, german, 'Translate from German');
		await sees(screen, `[de to en] ${german}`);
		await expect
			.poll(() => screen.all('article'))
			.toContainEqual(expect.stringContaining('Translated from German by Lingua Libre'));
		await presses(screen, german, 'Show original');
		await sees(screen, german);
		await presses(screen, 'Хліб готовий', 'Translate from Ukrainian');
		expect(await screen.see('alert')).toContain('does not translate this post');
		expect(await onCard(screen, 'What do you think?', 'Translate from English')).toBe(null);
		expect(await onCard(screen, 'For my followers alone', 'Translate from German')).toBe(null);
		expect(asked('POST', /\/translate$/)).toBe(2);
	});

	await test.step('answers, with the name of whom it is for', async () => {
		await reads(screen, 'What do you think?', 'For my followers alone');
		await presses(screen, 'What do you think?', 'Reply');
		await expect.poll(() => begun(screen)).toMatch(/^@ben@\S+ $/);
		await sends(screen, `${await begun(screen)}A good deal`);
		const made = mine().filter(({ text }) => text.includes('A good deal'));
		expect(made.map(({ replyTo }) => replyTo)).toEqual([first.id]);
	});

	await test.step('reposts, and takes it back', async () => {
		await reads(screen, 'A good deal');
		await presses(screen, 'What do you think?', 'Repost');
		await expect.poll(() => onCard(screen, 'What do you think?', 'Undo repost')).not.toBe(null);
		await expect.poll(() => asked('POST', /\/reblog$/)).toBe(1);
		await expect.poll(() => screen.evaluate(waiting, null)).toBe(0);
		await presses(screen, 'What do you think?', 'Undo repost');
		await expect.poll(() => asked('POST', /\/unreblog$/)).toBe(1);
		await expect.poll(() => onCard(screen, 'What do you think?', 'Repost')).not.toBe(null);
	});

	await test.step('passes nothing on that only some may see', async () => {
		const button = await onCard(screen, 'For my followers alone', 'Repost');
		expect(button).toMatchObject({ disabled: true });
		expect(button?.says).toContain('It cannot be passed on.');
		expect(await onCard(screen, 'For my followers alone', 'Quote')).toBe(null);
		await presses(screen, 'For my followers alone', 'Repost');
		expect(await screen.see('alert')).toContain('It cannot be passed on.');
		expect(asked('POST', /\/reblog$/)).toBe(1);
	});

	await test.step('quotes', async () => {
		await presses(screen, 'What do you think?', 'Quote');
		await sends(screen, 'A good question');
		const made = mine().filter(({ text }) => text.includes('A good question'));
		expect(made.map(({ quoteOf }) => quoteOf)).toEqual([first.id]);
	});

	await test.step('edits', async () => {
		await reads(screen, 'A good question');
		await presses(screen, 'A good question', 'More');
		await presses(screen, 'A good question', 'Edit');
		await expect.poll(() => begun(screen)).toBe('A good question');
		expect(
			await screen.inside('combobox', 'Visibility', (one) => (one as HTMLSelectElement).disabled),
		).toBe(true);
		expect((await screen.all('paragraph')).join()).toContain('Who sees it stays as it is');
		await sends(screen, 'A better question', 'Change it');
		expect(
			mine()
				.map(({ text }) => text)
				.join(),
		).toContain('A better question');
		expect(
			mine()
				.map(({ text }) => text)
				.join(),
		).not.toContain('A good question');
	});

	await test.step('deletes', async () => {
		await reads(screen, 'A better question');
		await presses(screen, 'A better question', 'More');
		await presses(screen, 'A better question', 'Delete');
		await presses(screen, 'A better question', 'Delete here');
		await expect
			.poll(async () => (await texts(screen)).join(), { timeout: 20_000 })
			.not.toContain('A better question');
		expect(
			mine()
				.map(({ text }) => text)
				.join(),
		).not.toContain('A better question');
		expect(asked('DELETE', /\/api\/v1\/statuses\//)).toBe(1);
	});

	await test.step('what was posted stands in the timeline though that cannot be read', async () => {
		await screen.press('g');
		await screen.press('h');
		await screen.see('article');
		await screen.press('n');
		await sends(screen, 'Written and seen');
		server.faults.set('503-html', { path: '/api/v1/timelines' });
		await reads(screen, 'Written and seen');
	});

	await test.step('does not say that nothing leaves this machine', async () => {
		await screen.open('#/settings');
		const about = () => screen.see('region', 'About');
		await expect.poll(about).toContain('the servers that you are signed in to');
		expect(await about()).not.toContain('nothing leaves');
	});
});

/** Runs in the page: deliveries that are not over yet. */
function waiting(): Promise<number> {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open('townsquare');
		opening.onerror = () => reject(opening.error);
		opening.onsuccess = () => {
			const all = opening.result.transaction('deliveries').objectStore('deliveries').getAll();
			all.onerror = () => reject(all.error);
			all.onsuccess = () => {
				opening.result.close();
				const states = all.result.map(({ state }: { state: string }) => state);
				resolve(states.filter((state) => state !== 'sent' && state !== 'cancelled').length);
			};
		};
	});
}

test('on a town square: answer, repost, quote, delete; no answer where its author wants none', async ({
	town,
	square,
}) => {
	test.setTimeout(150_000);
	const plein = await square({ named: true, seed: 'foundation' });
	const alice = personIn(plein, 'alice');
	const { screen } = town;
	const first = plein.publish('bob', { text: 'Bread is ready' });
	const closed = plein.publish('bob', { text: 'Not up for debate' });
	plein.record(
		'bob',
		'app.bsky.feed.threadgate',
		{ post: closed.uri, allow: [] },
		closed.uri.split('/').at(-1),
	);
	await entersByPassword(town, plein, alice);
	const written = () =>
		plein
			.recordsOf('alice', 'app.bsky.feed.post')
			.map(({ value }) => JSON.stringify(value))
			.join('\n');
	const reposts = () => plein.recordsOf('alice', 'app.bsky.feed.repost').length;
	const before = reposts();

	await reads(screen, 'Bread is ready', 'Not up for debate');
	await expect.poll(() => onCard(screen, 'Bread is ready', 'Reply')).not.toBe(null);
	expect(await onCard(screen, 'Not up for debate', 'Reply')).toBe(null);
	await presses(screen, 'Bread is ready', 'Reply');
	await sends(screen, 'On my way');
	expect(written()).toContain('On my way');
	expect(written()).toContain(`"parent":{"uri":"${first.uri}"`);

	await reads(screen, 'On my way');
	await presses(screen, 'Bread is ready', 'Repost');
	await expect.poll(() => onCard(screen, 'Bread is ready', 'Undo repost')).not.toBe(null);
	await expect.poll(reposts).toBe(before + 1);
	await expect.poll(() => screen.evaluate(waiting, null)).toBe(0);
	await presses(screen, 'Bread is ready', 'Undo repost');
	await expect.poll(reposts).toBe(before);

	await presses(screen, 'Bread is ready', 'Quote');
	await sends(screen, 'The best in town');
	expect(written()).toContain('The best in town');
	await reads(screen, 'The best in town');
	await presses(screen, 'The best in town', 'More');
	await presses(screen, 'The best in town', 'Delete');
	await presses(screen, 'The best in town', 'Delete here');
	await expect.poll(written, { timeout: 20_000 }).not.toContain('The best in town');
	await expect
		.poll(async () => (await texts(screen)).join(), { timeout: 20_000 })
		.not.toContain('The best in town');
});
