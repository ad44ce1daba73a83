import type { Screen } from '../browsers/screen';
import type { MastodonServer } from '../servers/mastodon';
import { sees } from './steps/drawn';
import { farthest, line, watch } from './steps/moving';
import { expect, handle, login, test } from './steps/places';
import { signIn } from './steps/signing-in';

const MINUTE = 60_000;
const HOME = '/api/v1/timelines/home';

/** One server with much to tell, one with little that goes farther back. */
function fill(busy: MastodonServer, calm: MastodonServer): void {
	const now = Date.now();
	for (let n = 130; n > 0; n--) busy.post('ben', { text: `Busy ${n}`, at: now - n * MINUTE });
	for (let n = 30; n > 0; n--) calm.post('ben', { text: `Calm ${n}`, at: now - n * 10 * MINUTE });
}

/** Scrolls by so many pixels at a time until it is so, and waits where a gap is being loaded. */
async function scrollUntil(screen: Screen, by: number, isSo: () => Promise<boolean>) {
	await expect
		.poll(
			async () => {
				if (await isSo()) return true;
				const isLoading = (await gaps(screen)).some((one) => one.includes('Loading'));
				await screen.evaluate((y) => window.scrollBy(0, y), isLoading ? 0 : by);
				return false;
			},
			{ timeout: 60_000, intervals: [150] },
		)
		.toBe(true);
}

const isDrawn = (screen: Screen, text: string) =>
	screen.evaluate(
		(wanted) =>
			[...document.querySelectorAll('[role=feed] .text')].some((one) => one.textContent === wanted),
		text,
	);

/** What the rows of gaps that are drawn say. */
const gaps = (screen: Screen) =>
	screen.evaluate(
		() => [...document.querySelectorAll('.gap-row')].map((row) => row.textContent?.trim() ?? ''),
		null,
	);

/** Brings the row of an account's gap to the middle of the window; returns what the list has below it. */
const readBelowGap = (screen: Screen, account: string) =>
	screen.evaluate((wanted) => {
		const rows = [...document.querySelectorAll('.gap-row')];
		const row = rows.find((one) => one.textContent?.includes(wanted));
		if (!row) return [];
		window.scrollBy(0, row.getBoundingClientRect().top - window.innerHeight / 2);
		const end = row.getBoundingClientRect().bottom;
		const isBelow = (one: Element) => one.getBoundingClientRect().top >= end;
		return [...document.querySelectorAll('[role=feed] .text')]
			.filter(isBelow)
			.map((one) => one.textContent ?? '');
	}, account);

/** Presses the button of an account's gap, if its row is there. */
const press = (screen: Screen, account: string) =>
	screen.evaluate((wanted) => {
		for (const row of document.querySelectorAll('.gap-row'))
			if (row.textContent?.includes(wanted)) row.querySelector('button')?.click();
	}, account);

/** What is drawn, by its place in the list, and whether it fills the window: a list far away is drawn a moment later. */
const drawn = (screen: Screen) =>
	screen.evaluate(() => {
		const posts = [...document.querySelectorAll('[role=feed] article[aria-posinset]')];
		const places = posts.map((one) => Number(one.getAttribute('aria-posinset')));
		const boxes = posts.map((one) => one.getBoundingClientRect());
		const isShown = (from: number, to: number) =>
			boxes.some((box) => box.top <= to && box.bottom >= from);
		const atTop = window.scrollY === 0;
		const atEnd = window.scrollY + window.innerHeight >= document.documentElement.scrollHeight - 1;
		return {
			texts: posts.map((one) => one.querySelector('.text')?.textContent ?? ''),
			places,
			// The post that has the focus stays drawn wherever it is: each end of the window must show one.
			isFilled:
				(atTop ? places.includes(1) : isShown(0, 300)) &&
				(atEnd || isShown(window.innerHeight - 300, window.innerHeight)),
		};
	}, null);

/** What stands in the list from its top to a text, in its order, and what its rows of gaps say. */
async function readThrough(screen: Screen, last: string) {
	await screen.press('.');
	await expect.poll(() => screen.evaluate(() => window.scrollY, null)).toBe(0);
	const texts: string[] = [];
	const rows = new Set<string>();
	await expect
		.poll(
			async () => {
				const now = await drawn(screen);
				if (!now.isFilled) return false;
				for (const [i, place] of now.places.entries()) texts[place] = now.texts[i] ?? '';
				for (const row of await gaps(screen)) rows.add(row);
				await screen.evaluate(() => window.scrollBy(0, 400), null);
				return now.texts.includes(last);
			},
			{ timeout: 60_000, intervals: [50] },
		)
		.toBe(true);
	return { texts, rows: [...rows] };
}

test('a source that fails has a row in the list, which goes on; loaded in place nothing moves, and at last all is joined', async ({
	town,
	place,
}) => {
	test.setTimeout(150_000);
	const busy = await place({ personality: 'mastodon-4.5' });
	const calm = await place({ personality: 'gotosocial' });
	fill(busy, calm);
	const { screen } = town;
	await signIn(town, busy.origin, login(busy, 'ada'));
	await signIn(town, calm.origin, login(calm, 'ada'));
	await screen.open('#/');
	await expect.poll(() => isDrawn(screen, 'Busy 1')).toBe(true);
	busy.faults.set('bad-json', { path: HOME });

	// Coming near, it is loaded by itself, which fails; the list goes on all the same.
	const account = handle(busy, 'ada');
	await scrollUntil(screen, 300, async () =>
		(await gaps(screen)).some((one) => one.includes(account) && one.includes('Try again')),
	);
	await expect.poll(() => readBelowGap(screen, account)).toContain('Calm 5');

	// The server is left alone for a while after it failed; whoever presses meanwhile is told so.
	busy.faults.clear();
	const reading = await line(screen);
	await watch(screen, reading?.post ?? '');
	await expect
		.poll(
			async () => {
				if (await isDrawn(screen, 'Busy 42')) return true;
				await press(screen, account);
				return false;
			},
			{ timeout: 30_000, intervals: [500] },
		)
		.toBe(true);
	expect(await farthest(screen)).toBeLessThan(1);

	// Further down the others load by themselves, and at last nothing is missing anywhere.
	const last = 'Busy 130';
	await expect
		.poll(
			async () => {
				// Whoever hurries past a row while it loads has its posts above the window.
				const isWaiting = (await gaps(screen)).some((one) => one.includes(account));
				await screen.evaluate((y) => window.scrollBy(0, y), isWaiting ? 0 : 500);
				return isDrawn(screen, last);
			},
			{ timeout: 30_000, intervals: [150] },
		)
		.toBe(true);
	const { texts, rows } = await readThrough(screen, last);
	expect(rows).toEqual([]);
	const said = (name: string, n: number) => Array.from({ length: n }, (_, i) => `${name} ${i + 1}`);
	const shown = (name: string) => texts.filter((text) => text?.startsWith(name));
	expect(shown('Busy')).toEqual(said('Busy', 130));
	expect(shown('Calm').slice(0, 12)).toEqual(said('Calm', 12));
});

test('where newer posts may be missing a row says so, and is gone once a post proves that none is', async ({
	town,
	place,
}) => {
	const server = await place({ personality: 'mastodon-4.5' });
	const other = await place({ personality: 'gotosocial' });
	const { screen } = town;
	server.post('cleo', { text: 'Before it broke', at: Date.now() - MINUTE });
	other.post('cleo', { text: 'Newer, from elsewhere' });
	await signIn(town, server.origin, login(server, 'ada'));
	await signIn(town, other.origin, login(other, 'ada'));
	await screen.open('#/');
	await sees(screen, 'Before it broke', 'Newer, from elsewhere');
	server.faults.set('bad-json', { path: HOME });
	await screen.reload();
	await expect.poll(async () => (await gaps(screen)).length).toBe(1);
	expect((await gaps(screen))[0]).toContain(handle(server, 'ada'));
	server.faults.clear();
	// It is asked again when a post comes by the stream, but not for each of them.
	await expect
		.poll(
			async () => {
				server.post('cleo', { text: 'Told by the stream' });
				return (await gaps(screen)).length;
			},
			{ timeout: 30_000, intervals: [1000] },
		)
		.toBe(0);
});
