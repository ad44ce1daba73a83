import { join } from 'node:path';
import type { Screen } from '../browsers/screen';
import type { Signing } from '../browsers/sign-in';
import type { Expected } from '../fixtures/archive';
import type { Demo } from './demo';
import { amongPeople } from './tour-people';
import { openCharter, openComparison, openDirectory, openServing, whoRunsIt } from './tour-squares';
import { toAllPlaces } from './tour-writing';

export type Tour = {
	screen: Screen;
	say(text: string): void;
	/** Leaves a picture of the window with this name. */
	picture(name: string): Promise<void>;
};
type Say = Tour['say'];

type Size = readonly [width: number, height: number];
const WIDE: Size = [1280, 900];
const NARROW: Size = [390, 844];
const IMPORT_MS = 120_000;
const QUERIES = [
	'bread',
	'"first swift"',
	'Brot',
	'パン',
	'is:reply has:media',
	'before:2011 train',
];

/** Imports the sample through the import page, as a person would. */
export async function importSample(screen: Screen, sample: Expected, say: Say): Promise<void> {
	await screen.open('#/import');
	const start = performance.now();
	await screen.choose('Twitter archive (zip)', sample.paths);
	await screen.see('region', 'Import report', IMPORT_MS);
	const readable = performance.now() - start;
	await screen.gone('progressbar', undefined, IMPORT_MS);
	const whole = performance.now() - start;
	const { posts, likes, mediaPresent } = sample.counts;
	say(
		`Imported ${words(posts)} posts and ${words(likes)} likes: searchable after ${seconds(readable)}, ` +
			`with ${words(mediaPresent)} pictures and videos after ${seconds(whole)}.`,
	);
}

export type Sights = {
	sample: Expected;
	/** Servers with a person who signs in to them. */
	demo: Demo;
	signing: Signing;
};

/** The walk through everything that works, with a picture of each stop in the folder. Later work adds its stops here. */
export async function tour(sights: Sights, pictures: string, say: Say): Promise<void> {
	const { sample, demo, signing } = sights;
	const { screen } = signing;
	const picture = async (name: string) => {
		await settle(screen);
		await screen.picture(join(pictures, `${name}.png`));
	};
	const walk = { screen, say, picture };
	await screen.size(...WIDE);
	await setTheme(screen, 'Light');
	await screen.open('#/');
	await screen.see('link', 'Import a Twitter archive');
	await picture('01-first-run');

	await importSample(screen, sample, say);
	await picture('02-import-report');
	await throughTheArchive(walk);

	await demo.signIn(signing);
	await amongPeople(walk, demo);
	await toAllPlaces(walk, demo);
	await whoRunsIt(walk, demo);
	await inTheDark(walk, demo);
}

/** What one reads with nobody signed in. */
async function throughTheArchive({ screen, say, picture }: Tour): Promise<void> {
	await screen.open('#/');
	await screen.see('article');
	await picture('03-timeline');
	say(`Opened the timeline: ${(await screen.all('article')).length} posts are drawn at a time.`);

	for (const [index, query] of QUERIES.entries()) {
		const hits = await search(screen, query);
		say(`Searched ${query}: ${hits}.`);
		if (index === 0) await picture('04-search');
	}

	await screen.open('#/archive/threads');
	await screen.inside('main', undefined, (main) =>
		main.querySelector<HTMLAnchorElement>('a[href^="#/post/"]')?.click(),
	);
	await screen.see('feed', 'Conversation');
	say('Opened the longest thread.');
	await picture('05-conversation');

	for (const [view, name] of [
		['', '06-archive'],
		['/media', '07-media'],
		['/likes', '08-likes'],
	] as const) {
		await screen.open(`#/archive${view}`);
		await screen.see('heading', 'Archive');
		await picture(name);
	}
	say('Opened the archive in pictures, its media and its likes.');
}

/** Wide and light is how everything was seen before. */
const LOOKS = [
	['30', 'Dark', 'wide', WIDE],
	['31', 'Dark', 'narrow', NARROW],
	['32', 'Light', 'narrow', NARROW],
] as const;
const to = (route: string, there: string) => async (screen: Screen) => {
	await screen.open(route);
	await screen.see(there);
};
const PLACES: readonly (readonly [string, (screen: Screen, demo: Demo) => Promise<unknown>])[] = [
	['timeline', to('#/', 'article')],
	['archive', to('#/archive', 'heading')],
	['notifications', to('#/notifications', 'article')],
	['servers', to('#/servers', 'listitem')],
	['directory', openDirectory],
	['comparison', openComparison],
	['charter', (screen, { square }) => openCharter(screen, square.domain)],
	['serving', openServing],
];

async function inTheDark({ screen, say, picture }: Tour, demo: Demo): Promise<void> {
	for (const [number, theme, width, size] of LOOKS) {
		await setTheme(screen, theme);
		await screen.size(...size);
		for (const [place, go] of PLACES) {
			await go(screen, demo);
			await picture(`${number}-${place}-${theme.toLowerCase()}-${width}`);
		}
	}
	await screen.size(...WIDE);
	say('Looked at it in the dark, and narrow as on a phone.');
}

async function setTheme(screen: Screen, theme: 'Light' | 'Dark'): Promise<void> {
	await screen.open('#/settings');
	await screen.click('radio', theme);
}

/** The count as the page says it, once it is for this query. */
async function search(screen: Screen, query: string): Promise<string> {
	// From another page, so that no count of an earlier query is still there; whole, so that none of a half-typed one is.
	await screen.open('#/settings');
	await screen.see('heading', 'Settings');
	await screen.open(`#/search?q=${encodeURIComponent(query)}`);
	return screen.evaluate(
		() =>
			new Promise<string>((resolve) => {
				const look = () => {
					const main = document.querySelector('main');
					const said = [...(main?.querySelectorAll('[role=status]') ?? [])]
						.map(({ textContent }) => textContent ?? '')
						.find((text) => /\d.* hit/.test(text));
					if (said) resolve(said);
					else requestAnimationFrame(look);
				};
				look();
			}),
		null,
	);
}

/** Fonts and pictures that are still on their way; a place for a picture is empty until it is read. */
export async function settle(screen: Screen): Promise<void> {
	await screen.evaluate(async (patience) => {
		await document.fonts.ready;
		const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
		const coming = () => {
			const places = [...document.querySelectorAll('.media li')];
			const pictures = [...document.images];
			return (
				places.some(({ childElementCount }) => childElementCount === 0) ||
				pictures.some(({ complete, loading }) => !complete && loading !== 'lazy')
			);
		};
		for (const end = performance.now() + patience; coming() && performance.now() < end; ) {
			await frame();
		}
		await frame();
		await frame();
	}, 3000);
}

function words(count: number): string {
	return count.toLocaleString('en');
}

function seconds(ms: number): string {
	return `${(ms / 1000).toFixed(1)} s`;
}
