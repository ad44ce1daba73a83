import type { Screen } from '../browsers/screen';
import type { MastodonServer } from '../servers/mastodon';
import { farthest, type Line, line, watch } from './steps/moving';
import { expect, login, test } from './steps/places';
import { signIn } from './steps/signing-in';

const MINUTE = 60_000;

/** Posts a minute apart, the newest a while ago; every fifth is long. */
function fill(server: MastodonServer, from: number): void {
	for (let i = 0; i < 100; i++) {
		const text = `Post ${i} ${'of several lines, one after the other, '.repeat(i % 5 ? 2 : 12)}`;
		server.post(i % 2 ? 'ben' : 'cleo', { text, at: from - i * MINUTE });
	}
}

/** Goes some screens down and waits until all is read and drawn; returns the line being read. */
async function readSomewhere(screen: Screen, below = 24): Promise<Line> {
	await screen.see('article', undefined);
	await expect
		.poll(async () => {
			await screen.evaluate(() => window.scrollBy(0, 900), null);
			return (await line(screen))?.place ?? 0;
		})
		.toBeGreaterThan(below);
	let last: Line | null = null;
	await expect
		.poll(async () => {
			const before = last;
			last = await line(screen);
			return last !== null && JSON.stringify(before) === JSON.stringify(last);
		})
		.toBe(true);
	if (!last) throw new Error('No post is in the window.');
	return last;
}

/** Waits until a post stands where it stood a moment before: an opened menu is scrolled into the window. */
async function standsStill(screen: Screen, post: string): Promise<void> {
	let top = Number.NaN;
	await expect
		.poll(async () => {
			const before = top;
			top = await screen.evaluate(
				(key) =>
					document.querySelector(`[role=feed] article[data-post="${key}"]`)?.getBoundingClientRect()
						.top ?? Number.NaN,
				post,
			);
			return top === before;
		})
		.toBe(true);
}

/** The place of a post in its feed, counted from 1. */
const placeOf = (screen: Screen, post: string) => () =>
	screen.evaluate<number, string>(
		(key) =>
			Number(
				document
					.querySelector(`[role=feed] article[data-post="${key}"]`)
					?.getAttribute('aria-posinset'),
			),
		post,
	);

test('whatever comes, grows or goes above, the line being read does not move', async ({
	town,
	place,
}) => {
	test.setTimeout(150_000);
	const server = await place({ personality: 'mastodon-4.5' });
	const other = await place({ personality: 'hollo' });
	const from = Date.now() - 10 * MINUTE;
	fill(server, from);
	await signIn(town, server.origin, login(server, 'ada'));
	await signIn(town, other.origin, login(other, 'ada'));
	const { screen } = town;
	other.faults.set('503-html', { path: '/api/v1/timelines/home' });
	await screen.open('#/');
	const reading = await readSomewhere(screen);
	await watch(screen, reading.post);
	const now = placeOf(screen, reading.post);
	const before = await now();

	// By the stream: newer than all, and some with old dates, above the line and next to it.
	server.post('ben', { text: 'Newest of all' });
	await screen.see('button', /new post/);
	const above = server.post('cleo', { text: 'Late, above', at: from - (before - 6.5) * MINUTE });
	await expect.poll(now).toBe(before + 1);
	const near = from - (before - 1.5) * MINUTE;
	server.post('cleo', { text: 'Late, right above '.repeat(30), at: near });
	await expect.poll(now).toBe(before + 2);
	server.post('ben', { text: 'Late, right below', at: near - 2 * MINUTE });
	await expect
		.poll(() => screen.evaluate(() => document.body.textContent.includes('right below'), null))
		.toBe(true);
	expect(await farthest(screen)).toBeLessThan(1);

	// A picture without a known size, a card, words unfolded: something above grows.
	await screen.evaluate<null, string>(
		(key) =>
			new Promise((resolve) => {
				requestAnimationFrame(() => {
					const row = document
						.querySelector(`[role=feed] article[data-post="${key}"]`)
						?.closest('[data-index]')?.previousElementSibling;
					row?.querySelector('.post-body')?.append(
						Object.assign(document.createElement('p'), {
							className: 'grown',
							innerText: 'grown',
						}),
					);
					const grown = document.querySelector<HTMLElement>('.grown');
					if (grown) grown.style.height = '133.5px';
					requestAnimationFrame(() => setTimeout(() => resolve(null)));
				});
			}),
		reading.post,
	);
	expect(await screen.evaluate(() => document.querySelectorAll('.grown').length, null)).toBe(1);
	expect(await farthest(screen)).toBeLessThan(1);

	// A post above is deleted.
	server.delete(above.id);
	await expect.poll(now).toBe(before + 1);
	expect(await farthest(screen)).toBeLessThan(1);

	// A source that failed is back, with posts between the others.
	for (let i = 0; i < 20; i++) {
		const at = from - (before - 8 + i / 2 + 0.2) * MINUTE;
		other.post('ben', { text: `From the other server ${i}`, at });
	}
	other.faults.clear();
	// The server is left alone for a while after it failed; whoever presses meanwhile is told so.
	await expect
		.poll(
			async () => {
				await screen.evaluate(() => {
					document.querySelector<HTMLElement>('.failures button')?.click();
				}, null);
				return now();
			},
			{ timeout: 60_000, intervals: [500] },
		)
		.toBeGreaterThan(before + 4);
	expect(await farthest(screen)).toBeLessThan(1);

	// Who goes to the top is not brought back by what is drawn before the list is told of it.
	const top = await screen.evaluate(async () => {
		window.scrollTo(0, 0);
		window.dispatchEvent(new Event('resize'));
		for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
		return window.scrollY;
	}, null);
	expect(top).toBe(0);
});

test('what somebody acts on stays under the pointer, also where little of it is left', async ({
	town,
	place,
}) => {
	const server = await place({ personality: 'mastodon-4.5' });
	const from = Date.now() - 10 * MINUTE;
	fill(server, from);
	await signIn(town, server.origin, login(server, 'ada'));
	const { screen } = town;
	await screen.open('#/');
	await screen.see('article');
	server.post('ben', { text: 'Newest of all' });
	await screen.see('button', /new post/);
	// Pressed as a screen reader does, without a focus.
	const acted = await screen.evaluate(() => {
		const card = document.querySelector('[role=feed] article[aria-posinset="3"]');
		card?.querySelector<HTMLElement>('[aria-label="More"]')?.click();
		return card?.getAttribute('data-post') ?? '';
	}, null);
	await screen.see('button', 'Muffle words …');
	const now = placeOf(screen, acted);
	await standsStill(screen, acted);
	await watch(screen, acted);
	server.post('ben', { text: 'Late, above', at: from - 0.5 * MINUTE });
	await expect.poll(now).toBe(4);
	expect(await farthest(screen)).toBeLessThan(1);

	await screen.evaluate((key) => {
		const card = document.querySelector(`[role=feed] article[data-post="${key}"]`);
		window.scrollBy(0, (card?.getBoundingClientRect().bottom ?? 0) - 120);
	}, acted);
	await standsStill(screen, acted);
	await watch(screen, acted);
	server.post('cleo', { text: 'Late, right below', at: from - 2.5 * MINUTE });
	await expect
		.poll(() => screen.evaluate(() => document.body.textContent.includes('right below'), null))
		.toBe(true);
	expect(await farthest(screen)).toBeLessThan(1);
});

test('the place outlives a reload, and a browser that is killed', async ({ town, place }) => {
	const server = await place({ personality: 'mastodon-4.5' });
	fill(server, Date.now() - 10 * MINUTE);
	await signIn(town, server.origin, login(server, 'ada'));
	await town.screen.open('#/');
	const reading = await readSomewhere(town.screen);
	const isBack = () =>
		expect
			.poll(async () => {
				const now = await line(town.screen);
				return now && { post: now.post, off: Math.round(now.top - reading.top) };
			})
			.toEqual({ post: reading.post, off: 0 });
	await town.screen.reload();
	await isBack();
	await expect.poll(() => town.screen.evaluate(keptName, null)).toBe(reading.post);
	await town.restart('kill');
	server.post('ben', { text: 'While nobody looked' });
	await town.screen.open('#/');
	await isBack();
	await town.screen.see('button', /new post/);
	await isBack();
	await town.screen.click('button', /new post/);
	const newest = () =>
		town.screen.evaluate(
			() => [
				window.scrollY,
				document.querySelector('[role=feed] article .text')?.textContent ?? '',
			],
			null,
		);
	await expect.poll(newest).toEqual([0, 'While nobody looked']);

	// At the top nothing is held: who loads the page again there wants the newest.
	server.post('ben', { text: 'While the top was read' });
	await town.screen.see('button', /new post/);
	await town.screen.reload();
	await expect.poll(newest).toEqual([0, 'While the top was read']);
});

/** In the page: which post the place that is kept in the store goes by. */
function keptName(): Promise<string | null> {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open('townsquare');
		opening.onerror = () => reject(opening.error);
		opening.onsuccess = () => {
			const db = opening.result;
			const asked = db.transaction('settings').objectStore('settings').get('place');
			asked.onsuccess = () => {
				const place = asked.result as { 'timeline place'?: { name?: string } } | undefined;
				db.close();
				resolve(place?.['timeline place']?.name ?? null);
			};
			asked.onerror = () => reject(asked.error);
		};
	});
}
