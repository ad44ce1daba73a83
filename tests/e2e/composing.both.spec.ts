import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergeTests } from '@playwright/test';
import { clip } from '../fixtures/archive/clip';
import { pictures } from '../fixtures/pictures';
import type { MastodonServer } from '../servers/mastodon';
import { reads } from './steps/acting';
import { handle, login, test as places } from './steps/places';
import { signIn } from './steps/signing-in';
import { entersByPassword, personIn, test as squares } from './steps/squares';
import { isKept, undoesIn, went, writesTo } from './steps/writing';
import { expect, type Town } from './town';

const test = mergeTests(squares, places);
const POST = 'app.bsky.feed.post';

const textsOf = (server: MastodonServer, by: string, text: string) =>
	server
		.postsOf(by)
		.map((one) => one.text)
		.filter((one) => one.includes(text));

test('a name calls nobody else on another server', async ({ town, place, square }) => {
	test.setTimeout(120_000);
	const one = await place({ personality: 'mastodon-4.5' });
	const two = await place({ personality: 'gotosocial' });
	const plein = await square({ named: true, seed: 'foundation' });
	const alice = personIn(plein, 'alice');
	// The square's last are still to come: what is looked for is newer than they.
	const at = plein.world.lastAt + 1;
	one.post('ben', { text: 'I am one', at });
	two.post('ben', { text: 'I am another', at });
	await signIn(town, one.origin, login(one, 'ada'));
	await signIn(town, two.origin, login(two, 'ada'));
	await entersByPassword(town, plein, alice);
	const { screen } = town;
	const targets = [handle(one, 'ada'), handle(two, 'ada'), `@${alice.handle}`];
	// Somebody of that name is known at both.
	await reads(screen, 'I am one', 'I am another');
	await writesTo(screen, targets);
	await screen.fill('textbox', 'Post text', 'Thanks to @ben for the soup');
	await expect
		.poll(async () => (await screen.all('status')).join())
		.toContain('@ben may be somebody else on each of these places');
	await isKept(screen);
	await screen.click('button', 'Post');
	await went(screen, Object.fromEntries(targets.map((to) => [to, 'sent'])), 60_000);
	for (const server of [one, two]) {
		expect(textsOf(server, 'ada', 'soup')).toEqual(['Thanks to ben for the soup']);
		expect(mentioned(server)).toEqual([]);
	}
	const [record] = plein
		.recordsOf('alice', POST)
		.filter(({ value }) => JSON.stringify(value).includes('soup'));
	expect(JSON.stringify(record?.value)).not.toContain('#mention');
	// Where it goes alone, a short name is somebody of there.
	await writesTo(screen, [handle(one, 'ada')]);
	await screen.fill('textbox', 'Post text', 'And thanks to @ben for the bread');
	await isKept(screen);
	await screen.click('button', 'Post');
	await went(screen, { [handle(one, 'ada')]: 'sent' }, 60_000);
	await expect.poll(() => mentioned(one)).toEqual(['ben']);
});

/** Who was told that somebody named them, since the test began. */
function mentioned({ world, people }: MastodonServer): (string | undefined)[] {
	return world.notices
		.filter(({ type, post }) => type === 'mention' && isAbout(world, post))
		.map(({ to }) => people.find(({ id }) => id === to)?.username);
}

function isAbout(world: MastodonServer['world'], post: string | null): boolean {
	return /soup|bread/.test(world.posts.get(post ?? '')?.text ?? '');
}

test('files are dropped and pasted, a poll is asked, and each goes as it stands', async ({
	town,
	place,
	folder,
}) => {
	test.setTimeout(90_000);
	const server = await place({ personality: 'mastodon-4.5' });
	await signIn(town, server.origin, login(server, 'ada'));
	const { screen } = town;
	const me = handle(server, 'ada');
	await writesTo(screen, [me]);
	await screen.fill('textbox', 'Post text', 'Dropped and pasted');
	const [first, second] = pictures(folder, 2).map((path) => readFileSync(path, 'base64'));
	await brings(screen, 'drop', first ?? '');
	await screen.fill('textbox', 'Alt text for 1', 'Dropped');
	await brings(screen, 'paste', second ?? '');
	await screen.fill('textbox', 'Alt text for 2', 'Pasted');
	await isKept(screen);
	await screen.click('button', 'Post');
	await went(screen, { [me]: 'sent' }, 60_000);
	expect(server.postsOf('ada').filter(({ text }) => text === 'Dropped and pasted')).toMatchObject([
		{ media: 2 },
	]);
	expect([...server.world.media.values()].map(({ description }) => description)).toEqual(
		expect.arrayContaining(['Dropped', 'Pasted']),
	);
	await writesTo(screen, [me]);
	await screen.fill('textbox', 'Post text', 'Tea or coffee?');
	await screen.click('button', 'Add a poll');
	await screen.fill('textbox', 'Answer 1', 'Tea');
	await screen.fill('textbox', 'Answer 2', 'Coffee');
	await isKept(screen);
	await screen.click('button', 'Post');
	await went(screen, { [me]: 'sent' }, 60_000);
	const asked = [...server.world.posts.values()].find(({ text }) => text === 'Tea or coffee?');
	expect(JSON.stringify(asked)).toMatch(/Tea.*Coffee/);
});

test('a film goes with its description, to a server that works on it first and to a square', async ({
	town,
	place,
	square,
	folder,
}) => {
	test.setTimeout(90_000);
	const server = await place({ personality: 'mastodon-4.5' });
	const plein = await square({ named: true, seed: 'foundation' });
	const alice = personIn(plein, 'alice');
	await signIn(town, server.origin, login(server, 'ada'));
	await entersByPassword(town, plein, alice);
	const { screen } = town;
	const targets = [handle(server, 'ada'), `@${alice.handle}`];
	const film = join(folder, 'ball.mp4');
	writeFileSync(film, clip(1, 24, 0));
	await writesTo(screen, targets);
	await screen.fill('textbox', 'Post text', 'Look at it go');
	await screen.choose('Add media', [film]);
	await screen.fill('textbox', 'Alt text for 1', 'A ball that goes to and fro');
	await isKept(screen);
	await screen.click('button', 'Post');
	await went(screen, Object.fromEntries(targets.map((to) => [to, 'sent'])), 60_000);
	const sent = [...server.world.posts.values()].find(({ text }) => text === 'Look at it go');
	const described = { kind: 'video', description: 'A ball that goes to and fro' };
	expect(sent?.media).toMatchObject([described]);
	const [record] = plein
		.recordsOf('alice', POST)
		.filter(({ value }) => JSON.stringify(value).includes('Look at it go'));
	expect(record?.value).toMatchObject({
		embed: {
			$type: 'app.bsky.embed.video',
			alt: described.description,
			video: { mimeType: 'video/mp4' },
		},
	});
});

/** A file comes onto the text box, as a browser gives it. */
function brings(screen: Town['screen'], how: 'drop' | 'paste', base64: string): Promise<void> {
	return screen.evaluate(
		([kind, bytes]) => {
			const file = new File([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))], 'one.png', {
				type: 'image/png',
			});
			const data = new DataTransfer();
			data.items.add(file);
			const init = { bubbles: true, cancelable: true };
			const event =
				kind === 'drop'
					? new DragEvent('drop', { ...init, dataTransfer: data })
					: new ClipboardEvent('paste', init);
			// Firefox takes none from a program.
			if (kind === 'paste') Object.defineProperty(event, 'clipboardData', { value: data });
			document.querySelector('textarea')?.dispatchEvent(event);
		},
		[how, base64] as const,
	);
}

test('what was to go while the browser was closed is asked about', async ({ town, place }) => {
	test.setTimeout(90_000);
	const server = await place({ personality: 'mastodon-4.5' });
	await signIn(town, server.origin, login(server, 'ada'));
	const me = handle(server, 'ada');
	await writesTo(town.screen, [me]);
	await town.screen.fill('textbox', 'Post text', 'Good morning, late');
	await town.screen.click('button', 'Schedule');
	await town.screen.click('button', 'In an hour');
	await isKept(town.screen);
	await town.screen.click('button', 'Post');
	await went(town.screen, { [me]: 'queued' });
	await town.screen.evaluate(anHourAgo, null);
	await town.restart('kill');
	await town.screen.open('#/outbox');
	const [said] = await went(town.screen, { [me]: 'needs-you' });
	expect(said?.words).toContain('Send it now');
	expect(textsOf(server, 'ada', 'Good morning, late')).toEqual([]);
	await town.screen.click('button', 'Send it now');
	await went(town.screen, { [me]: 'sent' });
	expect(textsOf(server, 'ada', 'Good morning, late')).toHaveLength(1);
});

test('a time that is over is none to go at, by keyboard either', async ({ town, place }) => {
	const server = await place({ personality: 'mastodon-4.5' });
	await signIn(town, server.origin, login(server, 'ada'));
	const { screen } = town;
	await writesTo(screen, [handle(server, 'ada')]);
	await undoesIn(screen, 0);
	await screen.fill('textbox', 'Post text', 'Not before tomorrow');
	await screen.click('button', 'Schedule');
	await typesTime(screen, '2020-01-01T08:00');
	await isKept(screen);
	await pressesSend(screen);
	// Where it is to be mended.
	await expect
		.poll(() => screen.evaluate(() => document.activeElement?.closest('.later') !== null, null))
		.toBe(true);
	expect(textsOf(server, 'ada', 'Not before')).toEqual([]);
	await screen.click('button', 'Do not schedule');
	await pressesSend(screen);
	await went(screen, { [handle(server, 'ada')]: 'sent' });
});

function typesTime(screen: Town['screen'], time: string): Promise<void> {
	return screen.evaluate((value) => {
		const field = document.querySelector<HTMLInputElement>('.later input');
		if (!field) throw new Error('there is no time to choose');
		field.value = value;
		field.dispatchEvent(new Event('input', { bubbles: true }));
	}, time);
}

function pressesSend(screen: Town['screen']): Promise<void> {
	return screen.evaluate(() => {
		const init = { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true };
		const box = document.querySelector('textarea');
		box?.focus();
		box?.dispatchEvent(new KeyboardEvent('keydown', init));
	}, null);
}

/** In the page: two hours passed since. */
function anHourAgo(): Promise<void> {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open('townsquare');
		opening.onerror = () => reject(opening.error);
		opening.onsuccess = () => {
			const tx = opening.result.transaction('deliveries', 'readwrite');
			tx.oncomplete = () => {
				opening.result.close();
				resolve();
			};
			tx.objectStore('deliveries').openCursor().onsuccess = (event) => {
				const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
				if (!cursor) return;
				const then = Date.now() - 3_600_000;
				cursor.update({ ...cursor.value, scheduledAt: then, dueAt: then });
				cursor.continue();
			};
		};
	});
}

test('asked for anew, the composer is empty, whatever stood there; a reload empties nothing', async ({
	town,
	place,
}) => {
	const server = await place({ personality: 'mastodon-4.5' });
	await signIn(town, server.origin, login(server, 'ada'));
	const { screen } = town;
	const text = () =>
		screen.inside('textbox', 'Post text', (box) => (box as HTMLTextAreaElement).value);
	const asksAnew = () =>
		screen.evaluate(() => {
			location.hash = '#/compose?fresh';
		}, null);
	await asksAnew();
	for (const half of ['Half a thought', 'Another half']) {
		await screen.fill('textbox', 'Post text', half);
		await isKept(screen);
		await screen.reload();
		expect(await text()).toBe(half);
		// The same address as before.
		await asksAnew();
		await expect.poll(text).toBe('');
	}
	await screen.open('#/drafts');
	await screen.see('link', 'Half a thought');
	await screen.see('link', 'Another half');
});
