import { join } from 'node:path';
import { mergeTests } from '@playwright/test';
import type { Screen } from '../browsers/screen';
import { makeArchive, textOf } from '../fixtures/archive';
import { answerFor } from '../servers/hosts';
import { freePort } from '../servers/port';
import { sees, texts } from './steps/drawn';
import { countsToShow, importArchive, shownCounts } from './steps/importing';
import { farthest, line, watch } from './steps/moving';
import { handle, login, test as places } from './steps/places';
import { signIn } from './steps/signing-in';
import { entersByPassword, personIn, test as squares } from './steps/squares';
import { expect } from './town';

const test = mergeTests(squares, places);
const MINUTE = 60_000;
const POSTS = 20_000;
const ARCHIVED = /^Twitter archive/;

type Drawn = {
	place: number;
	key: string;
	text: string;
	at: number;
	via: string;
	reposted: boolean;
};

/** The posts that are drawn, in the order of the list, with their moment in ms. */
const drawn = (screen: Screen): Promise<Drawn[]> =>
	screen.evaluate(
		() =>
			[...document.querySelectorAll<HTMLElement>('[role=feed] article[data-post]')]
				.map((one) => ({
					place: Number(one.getAttribute('aria-posinset')),
					key: one.dataset['post'] ?? '',
					text: one.querySelector('.text')?.textContent ?? '',
					at: Date.parse(one.querySelector('a.when time')?.getAttribute('datetime') ?? ''),
					via: one.querySelector('.source')?.textContent ?? '',
					reposted: /reposted/i.test(one.querySelector('.context')?.textContent ?? ''),
				}))
				.sort((one, other) => one.place - other.place),
		null,
	);

/** What the rows of gaps that are drawn say. */
const rows = (screen: Screen): Promise<string> =>
	screen.evaluate(
		() =>
			[...document.querySelectorAll('.gap-row')].map(({ textContent }) => textContent).join('\n'),
		null,
	);

/**
 * Goes down from the top until it is so; returns every post that was drawn on the way. At every look they stand in order
 * of time, each place once: what comes meanwhile moves the places of others.
 */
async function readDown(
	screen: Screen,
	isSo: (seen: readonly Drawn[]) => boolean | Promise<boolean>,
) {
	const looks: Drawn[][] = [];
	await expect
		.poll(
			async () => {
				const now = await drawn(screen);
				looks.push(now);
				if (await isSo(now)) return true;
				const isLoading = (await rows(screen)).includes('Loading');
				await screen.evaluate((y) => window.scrollBy(0, y), isLoading ? 0 : 500);
				return false;
			},
			{ timeout: 60_000, intervals: [60] },
		)
		.toBe(true);
	for (const look of looks) expectInOrder(look);
	const seen = looks.flat().map((one): [string, Drawn] => [`${one.key} ${one.reposted}`, one]);
	return [...new Map(seen).values()];
}

/** A repost stands where it was made, and shows when its post was. */
function expectInOrder(seen: readonly Drawn[]): void {
	const keys = seen.map(({ key, reposted }) => `${key} ${reposted}`);
	expect(new Set(keys).size).toBe(keys.length);
	const moments = seen.filter(({ reposted }) => !reposted).map(({ at }) => at);
	expect(moments.every(Number.isFinite)).toBe(true);
	expect(moments).toEqual([...moments].sort((one, other) => other - one));
}

/** The colour of each thing that is drawn so, by what is said of it. */
const colours = (screen: Screen, what: string, name: string): Promise<Record<string, string>> =>
	screen.evaluate(
		([selector, attribute]) =>
			Object.fromEntries(
				[...document.querySelectorAll(selector)].map((one) => [
					one.getAttribute(attribute) ?? '',
					getComputedStyle(one).getPropertyValue('--hue'),
				]),
			),
		[what, name] as const,
	);

async function toTop(screen: Screen): Promise<void> {
	await screen.press('.');
	await expect.poll(() => screen.evaluate(() => window.scrollY, null)).toBe(0);
}

test('three accounts on two networks and twenty years of an archive are one timeline, while one server fails and recovers, and offline', async ({
	town,
	place,
	square,
	folder,
}) => {
	test.setTimeout(240_000);
	const busy = await place({ personality: 'mastodon-4.5' });
	const calm = await place({ personality: 'gotosocial' });
	const plein = await square({ named: true, seed: 'foundation' });
	const now = Date.now();
	for (let n = 90; n > 0; n--) busy.post('ben', { text: `Busy ${n}`, at: now - n * MINUTE });
	for (let n = 12; n > 0; n--)
		calm.post('ben', { text: `Calm ${n}`, at: now - (n * 8 + 0.5) * MINUTE });
	const archive = await makeArchive({ n: POSTS, mediaMax: 0, out: join(folder, 'life.zip') });

	await test.step('all of it comes', async () => {
		const start = Date.now();
		await importArchive(town.screen, archive.paths);
		expect(await shownCounts(town.screen)).toEqual(countsToShow(archive.counts));
		test.info().annotations.push({ type: 'import', description: `${Date.now() - start} ms` });
		await signIn(town, busy.origin, login(busy, 'ada'));
		await signIn(town, calm.origin, login(calm, 'ada'));
		await entersByPassword(town, plein, personIn(plein, 'alice'));
		plein.publish('bob', { text: 'Bread from the square' });
		busy.post('cleo', { text: 'Kumquats of the busy place' });
	});

	await test.step('a place has the same colour where it is read and where it is written to', async () => {
		const { screen } = town;
		await screen.open('#/');
		await sees(screen, 'Bread from the square', 'Kumquats of the busy place');
		const read = await colours(screen, '.post[data-via]', 'data-via');
		await screen.open('#/compose');
		await screen.see('textbox', 'Post text');
		const written = await colours(screen, '.target', 'title');
		const handles = [handle(busy, 'ada'), `@${personIn(plein, 'alice').handle}`];
		expect(new Set(handles.map((one) => read[one])).size).toBe(2);
		for (const one of handles) expect(written[one], one).toBe(read[one]);
	});

	const host = new URL(busy.origin).host;
	const mine = handle(busy, 'ada');
	await test.step('one fails: it is named, has its row, and the years of the archive follow', async () => {
		const { screen } = town;
		await screen.open('#/');
		await sees(screen, 'Bread from the square', 'Kumquats of the busy place');
		busy.faults.set('bad-json', { path: '/api/v1/timelines' });
		const seen = await readDown(
			screen,
			async (list) => list.filter(({ via }) => ARCHIVED.test(via)).length > 3,
		);
		const said = seen.map(({ text }) => text);
		for (const text of ['Busy 1', 'Busy 9', 'Calm 1', 'Calm 12', 'Small talk 60'])
			expect(said.filter((one) => one === text)).toEqual([text]);
		const whose = new Set(seen.map(({ via }) => via));
		for (const one of [host, new URL(calm.origin).host, plein.domain])
			expect([...whose].join()).toContain(one);
		expect((await screen.all('list', 'Servers that do not answer')).join()).toContain(host);
	});

	await test.step('it recovers, and the line being read does not move', async () => {
		const { screen } = town;
		await toTop(screen);
		// In the look that finds it: the scroll before may still be drawn, and take it out of the window.
		const brought = () =>
			screen.evaluate((wanted) => {
				const all = [...document.querySelectorAll('.gap-row')];
				const row = all.find(({ textContent }) => textContent?.includes(wanted));
				if (row) window.scrollBy(0, row.getBoundingClientRect().top - 400);
				return row !== undefined;
			}, mine);
		await readDown(screen, brought);
		await expect.poll(() => rows(screen)).toContain(mine);
		busy.faults.clear();
		const reading = await line(screen);
		await watch(screen, reading?.post ?? '');
		const before = new Set((await drawn(screen)).map(({ text }) => text));
		// A server that failed is left alone for a while; whoever presses meanwhile is told so.
		await expect
			.poll(
				async () => {
					await screen.evaluate((wanted) => {
						for (const row of document.querySelectorAll('.gap-row'))
							if (row.textContent?.includes(wanted)) row.querySelector('button')?.click();
					}, mine);
					return (await drawn(screen)).some(
						({ text }) => text.startsWith('Busy') && !before.has(text),
					);
				},
				{ timeout: 60_000, intervals: [500] },
			)
			.toBe(true);
		expect(await farthest(screen)).toBeLessThan(1);
		await screen.gone('list', 'Servers that do not answer', 60_000);
	});

	const words = archive.posts.map(({ pieces }) => textOf(pieces).text);
	const wanted = words.find((text) => /^[a-z]+( [a-z]+){4,7}$/.test(text)) ?? '';
	const finds = async (screen: Screen) => {
		await screen.open('#/search');
		for (const [query, found] of [
			['kumquats', 'Kumquats of the busy place'],
			['"bread from the square"', 'Bread from the square'],
			[`"${wanted}"`, wanted],
		] as const) {
			await screen.fill('searchbox', 'Search everything', query);
			await screen.see('feed', 'Results');
			await expect.poll(() => texts(screen), query).toContain(found);
		}
	};
	await test.step('search finds in all of them', async () => {
		expect(wanted).not.toBe('');
		await finds(town.screen);
	});

	await test.step('offline after a restart all of it is there', async () => {
		await busy.stop();
		await calm.stop();
		// Its names lead to where nobody listens: the proxy still knows them.
		const nobody = `http://127.0.0.1:${await freePort()}`;
		const names = [...plein.hosts.keys(), ...plein.views.map((view) => view.host)];
		const back = names.map((name) => answerFor(name, nobody));
		await town.restart('stop');
		const { screen } = town;
		await screen.open('#/');
		await screen.see('article');
		// It comes back at the line that was read.
		await toTop(screen);
		await sees(screen, 'Bread from the square', 'Kumquats of the busy place');
		await readDown(screen, (list) => list.some(({ via }) => ARCHIVED.test(via)));
		await expect
			.poll(async () => (await screen.all('list', 'Servers that do not answer')).join())
			.toContain(host);
		await finds(screen);
		for (const one of back) one();
	});
});
