import { mergeTests } from '@playwright/test';
import { pictures } from '../fixtures/pictures';
import type { MastodonServer } from '../servers/mastodon';
import { presses } from './steps/acting';
import { handle, login, test as places } from './steps/places';
import { signIn } from './steps/signing-in';
import { entersByPassword, personIn, test as squares } from './steps/squares';
import { isKept, opensPopup, undoesIn, went, whereItWent, writesTo } from './steps/writing';
import { expect, type Town } from './town';

const test = mergeTests(squares, places);
const POST = 'app.bsky.feed.post';
const ON_X = 'https://x.com/ada/status/1234567890';
const ALT = ['A red house', 'A boat on the river', 'Two dogs', 'The market at noon'];

/** What somebody wrote there, newest last, by the server's own account. */
const written = (server: MastodonServer, by: string, text: string) =>
	server.postsOf(by).filter((one) => one.text.includes(text));

type Three = Parameters<Parameters<typeof test>[2]>[0];

/** Signs in to a server of each kind: ada at the first, ben at the second, alice at the square. */
async function signsInToThree({ town, place, square }: Pick<Three, 'town' | 'place' | 'square'>) {
	const one = await place({ personality: 'mastodon-4.5' });
	const two = await place({ personality: 'gotosocial' });
	const plein = await square({ named: true, seed: 'foundation' });
	const alice = personIn(plein, 'alice');
	await signIn(town, one.origin, login(one, 'ada'));
	await signIn(town, two.origin, login(two, 'ben'));
	await entersByPassword(town, plein, alice);
	const targets = [handle(one, 'ada'), handle(two, 'ben'), `@${alice.handle}`];
	return { one, two, plein, targets };
}

test('one action: three networks and X, four pictures, a warning; changed and deleted everywhere', async ({
	town,
	place,
	square,
	folder,
}) => {
	test.setTimeout(180_000);
	const { screen } = town;
	const { one, two, plein, targets } = await signsInToThree({ town, place, square });
	const records = () => plein.recordsOf('alice', POST).map(({ value }) => value);
	const there = (text: string) => [
		written(one, 'ada', text).length,
		written(two, 'ben', text).length,
		records().filter((value) => String(value['text']).includes(text)).length,
	];
	const everywhere = (state: string, x?: string) =>
		Object.fromEntries([...targets.map((to) => [to, state]), ...(x ? [['X', x]] : [])]);

	await test.step('it is posted', async () => {
		await writesTo(screen, [...targets, 'X']);
		await screen.fill('textbox', 'Post text', 'Saturday on the market');
		await screen.fill('textbox', 'Content warning', 'Food');
		await screen.choose('Add media', pictures(folder, 4));
		for (const [n, words] of ALT.entries())
			await screen.fill('textbox', `Alt text for ${n + 1}`, words);
		await undoesIn(screen, 5);
		await isKept(screen);
		await screen.click('button', 'Post');
		expect((await whereItWent(screen)).every(({ state }) => state === 'queued')).toBe(true);
		await screen.see('button', 'Undo');
		const said = await went(screen, everywhere('sent', 'needs-you'), 60_000);
		for (const { target, words, link } of said) {
			if (target === 'X') continue;
			expect(words).toContain('Posted');
			expect(link).toMatch(/^(https?:|[a-z-]+-extension:.*#\/post\/at)/);
		}
		expect(there('Saturday on the market')).toEqual([1, 1, 1]);
	});
	const asIs = () => {
		for (const [server, by] of [
			[one, 'ada'],
			[two, 'ben'],
		] as const) {
			expect(written(server, by, 'on the market')).toMatchObject([{ spoiler: 'Food', media: 4 }]);
			const described = [...server.world.media.values()].map(({ description }) => description);
			expect(described).toEqual(expect.arrayContaining(ALT));
		}
		const [record] = records().filter((value) => String(value['text']).includes('on the market'));
		for (const words of ['Food', 'graphic-media', ...ALT])
			expect(JSON.stringify(record)).toContain(words);
	};
	asIs();

	await test.step('X gets it by its own window, each picture by the clipboard', async () => {
		await opensNothing(screen);
		// By the keyboard: a mouse on the link would already greet its host.
		await screen.inside('link', 'Copy picture 1 and open X', (link) =>
			(link as HTMLElement).focus(),
		);
		await screen.press('Enter');
		await went(screen, everywhere('sent', 'handed-over'));
		const opened = await screen.evaluate(() => document.documentElement.dataset['opened'], null);
		expect(opened).toBe(
			'https://x.com/intent/post?text=CW%3A%20Food%0A%0ASaturday%20on%20the%20market',
		);
		for (const [n, words] of ALT.entries()) {
			if (n > 0) await screen.click('button', `Copy picture ${n + 1}`);
			await expect
				.poll(async () => (await screen.all('status')).join())
				.toContain(`Picture ${n + 1} is on the clipboard`);
			expect(await town.clipboard()).toEqual([...(town.chromium ? ['image/png'] : []), words]);
		}
		await screen.fill('textbox', 'Paste the link', 'https://example.org/ada/status/1');
		await screen.click('button', 'I posted it');
		expect(await screen.see('alert')).toContain('X');
		await screen.fill('textbox', 'Paste the link', 'https://x.com/ada/status/1234567890');
		await screen.click('button', 'I posted it');
		const said = await went(screen, everywhere('sent', 'sent'));
		expect(said.find(({ target }) => target === 'X')?.link).toBe(ON_X);
	});

	const key = written(one, 'ada', 'Saturday')[0]?.uri ?? '';
	await test.step('it is changed everywhere but on X, which is said', async () => {
		// What went to X stands in the timeline too, under its own key.
		await screen.open('#/');
		await expect.poll(() => onTimeline(screen)).toEqual(expect.arrayContaining(['mastodon', 'x']));
		await isOpened(screen, key);
		await presses(screen, 'on the market', 'More');
		await presses(screen, 'on the market', 'Edit');
		await screen.see('button', 'Change it');
		await expect.poll(() => linked(screen)).toContain(ON_X);
		await screen.fill('textbox', 'Post text', 'Sunday on the market');
		await undoesIn(screen, 0);
		await isKept(screen);
		await screen.click('button', 'Change it');
		await went(screen, everywhere('sent'), 60_000);
		expect(there('Sunday on the market')).toEqual([1, 1, 1]);
		expect(there('Saturday on the market')).toEqual([0, 0, 0]);
		asIs();
	});

	await test.step('it is deleted everywhere', async () => {
		await isOpened(screen, key);
		await presses(screen, 'Sunday on the market', 'More');
		await presses(screen, 'Sunday on the market', 'Delete');
		await expect.poll(() => linked(screen)).toContain(ON_X);
		await presses(screen, 'Sunday on the market', 'Delete everywhere it went');
		await expect.poll(() => there('Sunday on the market'), { timeout: 60_000 }).toEqual([0, 0, 0]);
		await screen.open('#/');
		// What the person posted by hand is there, and here, as long as they leave it.
		await expect.poll(() => onTimeline(screen)).toEqual(['x']);
	});
});

/** Opens a conversation, and what its post warns of. */
async function isOpened(screen: Town['screen'], key: string): Promise<void> {
	await screen.open(`#/post/${encodeURIComponent(key)}`);
	await screen.click('button', 'Show');
}

/** The networks of what is drawn behind the warning of this journey. */
function onTimeline(screen: Town['screen']): Promise<string[]> {
	return screen.evaluate(
		() =>
			[...document.querySelectorAll<HTMLElement>('article[data-network]')]
				.filter((card) => card.querySelector('.cover')?.textContent?.includes('Food'))
				.map((card) => card.dataset['network'] ?? ''),
		null,
	);
}

function linked(screen: Town['screen']): Promise<string[]> {
	return screen.evaluate(() => [...document.links].map(({ href }) => href), null);
}

/** The window is X's own, which no test opens. */
function opensNothing(screen: Town['screen']): Promise<void> {
	return screen.evaluate(() => {
		window.open = (url) => {
			document.documentElement.dataset['opened'] = String(url);
			return null;
		};
	}, null);
}

test('a long text is a thread on one server and one post on another, and can be taken back first', async ({
	town,
	place,
}) => {
	test.setTimeout(120_000);
	const narrow = await place({ personality: 'mastodon-4.5' });
	const wide = await place({ personality: 'gotosocial' });
	await signIn(town, narrow.origin, login(narrow, 'ada'));
	await signIn(town, wide.origin, login(wide, 'ben'));
	const { screen } = town;
	const [here, there] = [handle(narrow, 'ada'), handle(wide, 'ben')];
	await writesTo(screen, [here, there]);
	await screen.fill('textbox', 'Post text', LONG);
	await screen.see('list', 'Before you post');
	// A mouse would have to scroll it out from under the foot first.
	await screen.inside('button', `Make a thread for ${new URL(narrow.origin).host}`, press);
	await screen.see('heading', `${here}: a thread of 2 posts`);
	await screen.gone('list', 'Before you post');
	const cut = () => screen.inside('separator', undefined, (one) => one.ariaValueNow ?? '');
	const before = Number(await cut());
	await screen.inside('button', 'A word earlier: end of post 1', press);
	await expect.poll(async () => Number(await cut())).toBeLessThan(before);
	await screen.inside('separator', undefined, (one) => (one as HTMLElement).focus());
	await screen.press('ArrowDown');
	await expect.poll(async () => Number(await cut())).toBe(before);
	await screen.inside('checkbox', 'Number the posts', press);
	await isKept(screen);
	await undoesIn(screen, 30);
	await isKept(screen);
	await screen.click('button', 'Post');
	await screen.see('button', 'Undo');
	// The page that it was posted from is gone: what opens next has it on top.
	await opensPopup(town);
	await screen.see('timer');
	await screen.click('button', 'Undo');
	await screen.see('heading', `${here}: a thread of 2 posts`);
	await undoesIn(screen, 0);
	await isKept(screen);
	expect([...written(narrow, 'ada', 'sentence'), ...written(wide, 'ben', 'sentence')]).toEqual([]);
	await screen.click('button', 'Post');
	await went(screen, { [here]: 'sent', [there]: 'sent' }, 60_000);
	const thread = written(narrow, 'ada', 'sentence');
	expect(thread.map(({ text }) => text.slice(-3))).toEqual(['1/2', '2/2']);
	expect(thread[1]?.replyTo).toBe(thread[0]?.id);
	expect(written(wide, 'ben', 'sentence').map(({ text }) => text)).toEqual([LONG]);
});

test('a draft outlives its page, and two pages on it overwrite nothing', async ({
	town,
	place,
}) => {
	const server = await place({ personality: 'mastodon-4.5' });
	await signIn(town, server.origin, login(server, 'ada'));
	const { screen } = town;
	await writesTo(screen, [handle(server, 'ada')]);
	await screen.fill('textbox', 'Post text', 'Begun in a tab');
	await isKept(screen);
	await town.restart('stop');
	await opensPopup(town);
	expect(await textIn(town.screen)).toBe('Begun in a tab');
	await another(town.screen);
	await town.screen.fill('textbox', 'Post text', 'Gone on with here');
	expect(await town.screen.see('alert')).toContain('changed in another window');
	await town.screen.click('button', 'Keep what stands here');
	await isKept(town.screen);
	await town.screen.reload();
	await town.screen.see('textbox', 'Post text');
	expect(await textIn(town.screen)).toBe('Gone on with here');
	await town.screen.click('button', 'Save draft');
	await expect
		.poll(async () => (await town.screen.all('status')).join())
		.toContain('The draft is saved');
	expect(await textIn(town.screen)).toBe('');
	await town.screen.open('#/drafts');
	await town.screen.click('link', 'Gone on with here');
	await town.screen.see('textbox', 'Post text');
});

const press = (one: Element) => (one as HTMLElement).click();

const SENTENCE = 'Every sentence of this text says the same as the one before it. ';
const LONG = SENTENCE.repeat(12).trim();

function textIn(screen: Town['screen']): Promise<string> {
	return screen.inside('textbox', 'Post text', (box) => (box as HTMLTextAreaElement).value);
}

/** Another page writes the same draft, and this one hears nothing of it. */
function another(screen: Town['screen']): Promise<void> {
	return screen.evaluate(
		() =>
			new Promise<void>((resolve, reject) => {
				const opening = indexedDB.open('townsquare');
				opening.onerror = () => reject(opening.error);
				opening.onsuccess = () => {
					const tx = opening.result.transaction('drafts', 'readwrite');
					tx.oncomplete = () => {
						opening.result.close();
						resolve();
					};
					tx.objectStore('drafts').openCursor().onsuccess = (event) => {
						const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
						if (!cursor) return;
						cursor.update({ ...cursor.value, rev: cursor.value.rev + 1, text: 'From elsewhere' });
						cursor.continue();
					};
				};
			}),
		null,
	);
}
