import type { Screen } from '../../browsers/screen';
import { type Inspection, inspect, settle } from './inspecting';

/** Which ones are newest depends on the hour: among so many is a long one. */
const CONVERSATIONS = 8;

export type Tour = {
	/** What was wrong, with the name of the view. */
	wrong: string[];
	marks: Set<string>;
	/** Views, with the characters of text that were there at once. */
	views: Map<string, number>;
};

type TourOptions = {
	/** Origins that pictures may come from. */
	own: readonly string[];
	/** Window heights to scroll through in the timeline. */
	screens: number;
	/** Waits until nothing is asked and nothing changes any more. */
	still(): Promise<void>;
};

/** Goes through every view of a signed-in account, opens what can be opened there, and looks at all of it. */
export async function tour(screen: Screen, options: TourOptions): Promise<Tour> {
	const { screens } = options;
	const made: Tour = { wrong: [], marks: new Set(), views: new Map() };
	const guide: Guide = { screen, made, ...options };
	await through(guide, 'timeline', '#/', screens);
	const links = await addresses(screen);
	for (const [kind, href] of await places(guide)) await through(guide, kind, href, 4);
	for (const href of links.posts.slice(0, CONVERSATIONS))
		await through(guide, 'conversation', href, 2);
	for (const href of links.people.slice(0, 4)) {
		await through(guide, 'person', href, 2);
		for (const show of ['replies', 'media', 'pinned'])
			await through(guide, `person: ${show}`, `${href}?show=${show}`, 1);
	}
	for (const part of ['All', 'Mentions', /^Requests/] as const) {
		await screen.open('#/notifications');
		await guide.still();
		await screen.click('button', part);
		await downwards(guide, `notifications: ${part}`, 12);
	}
	await through(guide, 'servers', '#/servers', 2);
	const server = await screen.evaluate(
		() => document.querySelector('a[href^="#/server/"]')?.getAttribute('href') ?? '',
		null,
	);
	for (let n = 0; n < 4; n++) await through(guide, 'server', server, 3);
	await through(guide, 'search', '#/search?q=a', 2);
	await report(screen);
	await look(guide, 'report');
	await screen.press('Escape');
	await picture(guide);
	await look(guide, 'picture');
	await screen.press('Escape');
	return made;
}

type Guide = TourOptions & { screen: Screen; made: Tour };

async function look({ screen, made, own, still }: Guide, view: string): Promise<void> {
	await still();
	note(made, view, await inspect(screen, own));
}

async function through(guide: Guide, view: string, route: string, most: number): Promise<void> {
	await guide.screen.open(route);
	await look(guide, view);
	await downwards(guide, view, most);
}

async function downwards(guide: Guide, view: string, most: number): Promise<void> {
	for (let n = 0; n < most; n++) {
		await openEverything(guide.screen);
		await look(guide, view);
		if (!(await scrollOn(guide.screen))) break;
	}
}

/** Opens the menu of places and returns one of each kind. */
async function places(guide: Guide): Promise<[kind: string, href: string][]> {
	const { screen } = guide;
	await screen.open('#/');
	await guide.still();
	await screen.evaluate(() => {
		document.querySelector<HTMLElement>('main header summary')?.click();
	}, null);
	await look(guide, 'places');
	const all = await screen.evaluate(
		() => [...document.querySelectorAll('.menu a')].map((a) => a.getAttribute('href') ?? ''),
		null,
	);
	const kinds = ['home', 'local', 'public', 'bookmarks', 'favourites', 'list', 'tag'];
	return kinds.flatMap((kind) => {
		const href = all.find((one) => one.startsWith(`#/source/${kind}?`));
		return href ? [[kind, href]] : [];
	});
}

/** Acts in every way that a server may refuse, so that its sentence is shown. */
export async function act(
	screen: Screen,
	{ own, still }: Pick<TourOptions, 'own' | 'still'>,
): Promise<Tour> {
	const made: Tour = { wrong: [], marks: new Set(), views: new Map() };
	await screen.open('#/');
	await still();
	const people = (await addresses(screen)).people;
	for (let n = 0; n < 12; n++) {
		await screen.evaluate(() => {
			for (const button of document.querySelectorAll<HTMLElement>('button[data-action]'))
				button.click();
			for (const choice of document.querySelectorAll<HTMLElement>('.poll input')) choice.click();
		}, null);
		await still();
		await screen.evaluate(() => {
			for (const vote of document.querySelectorAll<HTMLElement>('.poll [type=submit]'))
				vote.click();
		}, null);
		await still();
		note(made, 'refused deeds', await inspect(screen, own));
		if (!(await scrollOn(screen))) break;
	}
	for (const href of people.slice(0, 3)) {
		await screen.open(href);
		await still();
		await screen.evaluate(() => {
			for (const button of document.querySelectorAll<HTMLElement>('.relate button')) button.click();
		}, null);
		await still();
		note(made, 'refused relations', await inspect(screen, own));
	}
	await screen.open('#/notifications');
	await still();
	await screen.evaluate(() => {
		for (const button of document.querySelectorAll<HTMLElement>('.people button')) button.click();
	}, null);
	await still();
	note(made, 'refused answers', await inspect(screen, own));
	await report(screen);
	await screen.click('button', 'Send report');
	await still();
	note(made, 'refused report', await inspect(screen, own));
	await screen.press('Escape');
	return made;
}

function note(made: Tour, view: string, { wrong, marks, looked }: Inspection): void {
	made.wrong.push(...wrong.map((one) => `${view}: ${one}`));
	for (const mark of marks) made.marks.add(mark);
	made.views.set(view, Math.max(made.views.get(view) ?? 0, looked));
}

const COVERS = '.cover button:not([aria-expanded=true])';
const FOLDED = '.text + button[aria-expanded=false]';

/** Warnings, filters, folded texts, results of polls: whatever hides something. */
function openEverything(screen: Screen, what = `${COVERS}, ${FOLDED}`): Promise<void> {
	return screen.evaluate(async (closed) => {
		for (let turn = 0; turn < 2; turn++) {
			const more = document.querySelectorAll<HTMLElement>(`main :is(${closed})`);
			for (const button of more) button.click();
			await new Promise((resolve) => requestAnimationFrame(resolve));
		}
		const polls = document.querySelectorAll<HTMLElement>('.poll form ~ .poll-foot button');
		for (const [n, button] of polls.entries()) if (n % 2 === 0) button.click();
	}, what);
}

/** One window on, with long texts folded again: some fill forty windows. False at the end of the page. */
function scrollOn(screen: Screen): Promise<boolean> {
	return screen.evaluate(async () => {
		for (const button of document.querySelectorAll<HTMLElement>(
			'.text + button[aria-expanded=true]',
		))
			button.click();
		await new Promise((resolve) => requestAnimationFrame(resolve));
		const before = window.scrollY;
		window.scrollBy(0, window.innerHeight * 0.8);
		return window.scrollY > before + 1;
	}, null);
}

/** Where posts and people in sight have pages. */
function addresses(screen: Screen): Promise<{ posts: string[]; people: string[] }> {
	return screen.evaluate(() => {
		const all = (selector: string) => [
			...new Set(
				[...document.querySelectorAll(selector)].map((link) => link.getAttribute('href') ?? ''),
			),
		];
		return {
			posts: all('article a.when[href^="#/post/"]'),
			people: all('article a.handle[href^="#/person/"]'),
		};
	}, null);
}

async function report(screen: Screen): Promise<void> {
	await screen.open('#/');
	await screen.see('article');
	await settle(screen);
	await screen.evaluate(async () => {
		const menus = [...document.querySelectorAll<HTMLElement>('article .menu')];
		for (const menu of menus) {
			// What a menu offers is drawn when it was opened.
			const opened = new Promise((resolve) =>
				menu.addEventListener('toggle', resolve, { once: true }),
			);
			menu.querySelector('summary')?.click();
			await opened;
			await new Promise((resolve) => requestAnimationFrame(resolve));
			const entry = [...menu.querySelectorAll<HTMLElement>('.menu-item')].find((one) =>
				one.textContent?.startsWith('Report'),
			);
			if (!entry) continue;
			entry.click();
			return;
		}
	}, null);
	await screen.see('dialog');
	await screen.click('radio', 'It breaks rules of the server');
}

async function picture({ screen, still }: Guide): Promise<void> {
	await screen.open('#/');
	for (let n = 0; n < 30; n++) {
		await still();
		await openEverything(screen, COVERS);
		const opened = await screen.evaluate(() => {
			const button = document.querySelector<HTMLElement>('article button.medium');
			button?.click();
			return button !== null;
		}, null);
		if (opened) break;
		await scrollOn(screen);
	}
	await screen.see('dialog');
}
