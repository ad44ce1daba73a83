import type { Screen } from '../browsers/screen';
import { titleOf } from '../servers/atproto/known';
import type { Demo } from './demo';
import type { Tour } from './tour';

/** Both are in the directory that comes with the program; nobody is asked for them. */
const COMPARED = ['eurosky.social', 'bsky.social'] as const;

/** The part of the walk about who runs the places: the directory, a charter, and who serves a timeline. */
export async function whoRunsIt(walk: Tour, demo: Demo): Promise<void> {
	await directory(walk);
	await comparison(walk);
	await charter(walk, demo);
	await serving(walk, demo);
}

async function directory({ screen, say, picture }: Tour): Promise<void> {
	await openDirectory(screen);
	const count = await screen.inside(
		'list',
		'Join a town square',
		({ childElementCount }) => childElementCount,
	);
	say(`Opened the directory: ${count} places, and who runs them.`);
	await picture('18-directory');
}

async function comparison({ screen, say, picture }: Tour): Promise<void> {
	await openComparison(screen);
	say(`Compared ${COMPARED.join(' and ')}, line by line.`);
	await picture('19-comparison');
}

async function charter({ screen, say, picture }: Tour, { square }: Demo): Promise<void> {
	await openCharter(screen, square.domain);
	const said = await screen.inside('region', 'Who runs it', (region) => region.textContent ?? '');
	if (!said.includes(square.domain))
		throw new Error(`Where ${square.domain} says who runs it is not shown: ${said}`);
	say(`Read what ${titleOf(square)} says of who runs it, and where that is written.`);
	await picture('20-charter');
}

async function serving({ screen, say, picture }: Tour, { square }: Demo): Promise<void> {
	const [, other] = square.views;
	if (!other) throw new Error('The square has no second view.');
	await openServing(screen);
	await screen.evaluate(() => {
		document.querySelector<HTMLElement>('.serving .advanced > summary')?.click();
	}, null);
	await screen.fill(
		'textbox',
		'Service that puts the timeline together',
		`${other.did}#bsky_appview`,
	);
	await screen.click('button', 'Look it up');
	await screen.see('button', 'Use it');
	await screen.inside('button', 'Use it', (button) => button.scrollIntoView({ block: 'center' }));
	await picture('21-serving');
	await screen.click('button', 'Use it');
	await isServed(screen, other.host);
	say(`Let ${other.host} put together the timeline of ${titleOf(square)}.`);
	await back(screen, square.domain);
	say(`Went back to whom ${square.domain} chose.`);
}

async function back(screen: Screen, host: string): Promise<void> {
	await openServing(screen);
	await screen.click('radio', `whom ${host} chose`);
	await screen.click('button', 'Look it up');
	await screen.click('button', 'Use it');
	await isServed(screen, host);
}

/** What was chosen is stored: the account names it. */
async function isServed(screen: Screen, by: string): Promise<void> {
	await screen.gone('button', 'Use it');
	const said = await screen.evaluate(
		() => document.querySelector('.serving > summary')?.textContent ?? '',
		null,
	);
	if (!said.includes(by)) throw new Error(`${by} was chosen, but the account says: ${said}`);
}

/** The list of places. */
export async function openDirectory(screen: Screen): Promise<void> {
	await screen.open('#/servers');
	await screen.inside('heading', 'Join a town square', (title) => title.scrollIntoView());
}

/** Two places side by side. */
export async function openComparison(screen: Screen): Promise<void> {
	await openDirectory(screen);
	for (const host of COMPARED)
		await screen.evaluate((one) => {
			document.querySelector<HTMLElement>(`.square[data-host="${one}"] .tick input`)?.click();
		}, host);
	await screen.click('button', 'See the comparison');
	await screen.see('heading', 'Side by side');
}

/** The page of a server that is asked, once who runs it stands there. */
export async function openCharter(screen: Screen, host: string): Promise<void> {
	await screen.open(`#/server/${encodeURIComponent(host)}`);
	await screen.see('region', 'Who runs it');
}

/** Who serves the timeline of the account at the square. */
export async function openServing(screen: Screen): Promise<void> {
	await screen.open('#/settings');
	await screen.open('#/servers');
	await screen.see('list', 'Accounts');
	await screen.evaluate(async () => {
		const summary = () => document.querySelector<HTMLElement>('.serving > summary');
		while (!summary()) await new Promise((drawn) => requestAnimationFrame(drawn));
		summary()?.click();
		summary()?.scrollIntoView({ block: 'center' });
	}, null);
}
