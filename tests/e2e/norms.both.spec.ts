import { pictures } from '../fixtures/pictures';
import type { MastodonServer } from '../servers/mastodon';
import { handle, login, test } from './steps/places';
import { signIn } from './steps/signing-in';
import { saysBefore, storesDraft } from './steps/verdicts';
import { isKept, opensPopup, undoesIn, went, whereItWent, writesTo } from './steps/writing';
import { expect, type Town } from './town';

const GERMAN =
	'Gestern waren wir mit der ganzen Familie am See und haben lange in der Sonne gelegen.';
const ENGLISH = 'Yesterday we went to the lake with the whole family and lay in the sun for hours.';

type Places = (options: { personality: 'mastodon-4.5' }) => Promise<MastodonServer>;

/** A server with these rules, signed in to as Ada. */
async function ruled(town: Town, place: Places, ...rules: string[]): Promise<MastodonServer> {
	const server = await place({ personality: 'mastodon-4.5' });
	server.world.rules = rules.map((text, at) => ({
		...{ id: String(at + 1), text, hint: '', translations: {} },
	}));
	await signIn(town, server.origin, login(server, 'ada'));
	return server;
}

const texts = (server: MastodonServer) => server.postsOf('ada').map(({ text }) => text);

test('a place of one language stops another one, lets its own pass, and a decision is taken back', async ({
	town,
	place,
}) => {
	test.setTimeout(120_000);
	const english = await ruled(town, place, 'Be kind.', 'English only, please.');
	const open = await ruled(town, place, 'Be kind.');
	const { screen } = town;
	const [here, there] = [handle(english, 'ada'), handle(open, 'ada')];
	await writesTo(screen, [here, there]);
	await screen.fill('textbox', 'Post text', GERMAN);
	const blocked = { norm: 'language', verdict: 'block', target: here };
	await expect.poll(() => saysBefore(screen)).toContainEqual(blocked);
	expect(await screen.see('blockquote')).toBe('English only, please.');

	await screen.click('button', 'This rule does not say that');
	await expect.poll(() => saysBefore(screen)).toContainEqual({ ...blocked, verdict: 'advise' });
	await screen.click('button', 'Take that back');
	await expect.poll(() => saysBefore(screen)).toContainEqual(blocked);

	await isKept(screen);
	await screen.click('button', 'Post');
	await went(screen, { [here]: 'failed', [there]: 'sent' });
	expect(texts(open)).toContain(GERMAN);
	expect(texts(english)).not.toContain(GERMAN);

	// What failed is gone on with where it failed, and goes nowhere twice.
	await screen.click('button', 'Open the draft');
	await screen.fill('textbox', 'Post text', ENGLISH);
	await expect.poll(() => saysBefore(screen)).not.toContainEqual(blocked);
	await isKept(screen);
	await screen.click('button', 'Post');
	await went(screen, { [here]: 'sent', [there]: 'sent' });
	await screen.reload();
	await went(screen, { [here]: 'sent', [there]: 'sent' });
	expect(texts(open)).not.toContain(ENGLISH);
	expect(texts(english)).toContain(ENGLISH);
});

test('what was decided stands with what was sent, and is taken back as long as it waits', async ({
	town,
	place,
}) => {
	test.setTimeout(120_000);
	const english = await ruled(town, place, 'English only, please.');
	const { screen } = town;
	const here = handle(english, 'ada');
	await writesTo(screen, [here]);
	await screen.fill('textbox', 'Post text', GERMAN);
	await screen.click('button', 'This rule does not say that');
	await isKept(screen);
	await screen.click('button', 'Post');
	await screen.open('#/outbox');
	const words = async () => (await whereItWent(screen))[0]?.words;
	await expect.poll(words).toContain('1 decision of yours');
	await screen.evaluate(() => {
		document.querySelector('details.decisions')?.setAttribute('open', '');
	}, null);
	await screen.click('button', 'Take that back');
	await went(screen, { [here]: 'failed' });
	expect(await words()).toContain('rule about languages');
	expect(texts(english)).not.toContain(GERMAN);
	// Nor does it go unsaid in the draft.
	await screen.click('button', 'Open the draft');
	const blocked = { norm: 'language', verdict: 'block', target: here };
	await expect.poll(() => saysBefore(screen)).toEqual([blocked]);
});

test('what is asked about is a draft again, to be mended', async ({ town, place }) => {
	const text = 'The minister resigned before the election.';
	const server = await ruled(town, place, 'Put posts about politics behind a content warning.');
	const { screen } = town;
	const here = handle(server, 'ada');
	await writesTo(screen, [here]);
	await undoesIn(screen, 0);
	await screen.fill('textbox', 'Post text', text);
	await screen.see('button', 'Warn: politics');
	await isKept(screen);
	await screen.click('button', 'Post');
	await went(screen, { [here]: 'needs-you' });
	await screen.click('button', 'Open the draft');
	await screen.click('button', 'Warn: politics');
	await expect.poll(() => saysBefore(screen)).toEqual([]);
	await isKept(screen);
	await screen.click('button', 'Post');
	await went(screen, { [here]: 'sent' });
	expect(texts(server).filter((one) => one === text)).toHaveLength(1);
});

test('rules that were read long ago are read again before they judge', async ({ town, place }) => {
	const server = await ruled(town, place, 'Be kind.');
	const { screen } = town;
	const here = handle(server, 'ada');
	server.world.rules = [{ id: '2', text: 'English only, please.', hint: '', translations: {} }];
	await screen.open('#/settings');
	await screen.evaluate(readLongAgo, 40 * 24 * 60 * 60_000);
	await writesTo(screen, [here]);
	await screen.fill('textbox', 'Post text', GERMAN);
	const blocked = { norm: 'language', verdict: 'block', target: here };
	await expect.poll(() => saysBefore(screen)).toEqual([blocked]);
	await isKept(screen);
	// People who only ever open the popup have them read again as well.
	await opensPopup(town);
	const german = 'Bitte schreibt hier nur auf Deutsch.';
	server.world.rules = [{ id: '3', text: german, hint: '', translations: {} }];
	await screen.evaluate(readLongAgo, 40 * 24 * 60 * 60_000);
	await screen.reload();
	await screen.fill('textbox', 'Post text', ENGLISH);
	await expect.poll(() => saysBefore(screen)).toEqual([blocked]);
	expect(await screen.see('blockquote')).toBe(german);
});

/** All servers that are stored were read so much earlier. */
async function readLongAgo(ms: number): Promise<void> {
	const db = await new Promise<IDBDatabase>((resolve, reject) => {
		const opening = indexedDB.open('townsquare');
		opening.onsuccess = () => resolve(opening.result);
		opening.onerror = () => reject(opening.error);
	});
	const tx = db.transaction('servers', 'readwrite');
	const store = tx.objectStore('servers');
	const asked = store.getAll();
	asked.onsuccess = () => {
		for (const row of asked.result) store.put({ ...row, readAt: row.readAt - ms });
	};
	await new Promise((resolve) => {
		tx.oncomplete = resolve;
	});
	db.close();
}

test('a place that requires descriptions gets none without', async ({ town, place, folder }) => {
	test.setTimeout(120_000);
	const server = await ruled(town, place, 'All images must have alt text.');
	const { screen } = town;
	const here = handle(server, 'ada');
	await writesTo(screen, [here]);
	await screen.fill('textbox', 'Post text', 'Look what I saw at the lake');
	await screen.choose('Add media', pictures(folder, 1));
	const blocked = { norm: 'alt-text', verdict: 'block', target: here };
	await expect.poll(() => saysBefore(screen)).toContainEqual(blocked);
	await isKept(screen);
	await screen.click('button', 'Post');
	await screen.see('alert');
	expect(texts(server)).not.toContain('Look what I saw at the lake');

	await screen.click('button', 'Describe it');
	await screen.fill('textbox', 'Alt text for 1', 'A red boat on the water');
	await expect.poll(() => saysBefore(screen)).toEqual([]);
	await isKept(screen);
	await screen.click('button', 'Post');
	await went(screen, { [here]: 'sent' });
	expect([...server.world.media.values()].map(({ description }) => description)).toContain(
		'A red boat on the water',
	);
});

test('a place without cross-posters gets a text of its own or nothing', async ({ town, place }) => {
	test.setTimeout(120_000);
	const own = await ruled(town, place, NO_COPIES);
	const open = await ruled(town, place, 'Be kind.');
	const { screen } = town;
	const [here, there] = [handle(own, 'ada'), handle(open, 'ada')];
	await writesTo(screen, [here, there]);
	await screen.fill('textbox', 'Post text', 'One text for everybody');
	const blocked = { norm: 'cross-posting', verdict: 'block', target: here };
	await expect.poll(() => saysBefore(screen)).toContainEqual(blocked);
	await isKept(screen);
	await screen.click('button', 'Post');
	await went(screen, { [here]: 'failed', [there]: 'sent' });
	expect(texts(own)).not.toContain('One text for everybody');

	await writesTo(screen, [here, there]);
	await screen.fill('textbox', 'Post text', 'Another text for everybody');
	await screen.click('button', /^Write another text for/);
	// A press makes no text of its own out of the same words.
	await screen.see('textbox', `Text for ${here}`);
	expect(await saysBefore(screen)).toContainEqual(blocked);
	await screen.fill('textbox', `Text for ${here}`, 'Words for this place alone');
	await expect.poll(() => saysBefore(screen)).not.toContainEqual(blocked);
	await isKept(screen);
	await screen.click('button', 'Post');
	await went(screen, { [here]: 'sent', [there]: 'sent' });
	expect(texts(own)).toContain('Words for this place alone');
	expect(texts(open)).toContain('Another text for everybody');
});

test('a place that wants such posts unlisted gets them so', async ({ town, place }) => {
	test.setTimeout(120_000);
	const server = await ruled(town, place, 'Automated posts and cross-posts must be unlisted.');
	const { screen } = town;
	const here = handle(server, 'ada');
	await storesDraft(screen, 'brought', { origin: 'brought', text: 'Words from elsewhere' });
	await screen.open('#/compose?draft=brought');
	const told = { norm: 'cross-posting', verdict: 'advise', target: here };
	await expect.poll(() => saysBefore(screen)).toContainEqual(told);
	await screen.click('button', /^Make it unlisted on/);
	await expect.poll(() => saysBefore(screen)).toEqual([]);
	await isKept(screen);
	await screen.click('button', 'Post');
	await went(screen, { [here]: 'sent' });
	const [post] = server.postsOf('ada').filter(({ text }) => text === 'Words from elsewhere');
	expect(post?.visibility).toBe('unlisted');
});

const NO_COPIES =
	'No crossposting: posting the same text to several networks at once is not allowed here.';
