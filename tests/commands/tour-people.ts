import type { Screen } from '../browsers/screen';
import { titleOf } from '../servers/atproto/known';
import { type Demo, ME } from './demo';
import type { Tour } from './tour';
import { until } from './tour-writing';

const PATIENCE_MS = 15_000;
const LOOK_MS = 2_000;

/** The part of the walk among people: all accounts in one timeline, and what there is to do there. */
export async function amongPeople(walk: Tour, demo: Demo): Promise<void> {
	await accounts(walk, demo);
	await timeline(walk, demo);
	await favourite(walk, demo);
	await conversation(walk, demo);
	await notices(walk);
	await places(walk);
	await rules(walk, demo);
}

async function accounts({ screen, picture }: Tour, demo: Demo): Promise<void> {
	await screen.open('#/servers');
	const said = (await screen.inside('list', 'Accounts', (list) => list.textContent)) ?? '';
	for (const handle of demo.accounts)
		if (!said.includes(handle)) throw new Error(`${handle} is not among the accounts: ${said}`);
	await picture('09-servers');
}

async function timeline({ screen, say, picture }: Tour, { accounts }: Demo): Promise<void> {
	const read = new Set<string>();
	await until('Something of every account in the timeline', async () => {
		await toNewest(screen);
		for (const one of await onTheWayDown(screen)) read.add(one);
		return accounts.every((one) => read.has(one));
	});
	say('Opened the timeline again: all accounts and the archive are in it.');
	await toNewest(screen);
	await picture('10-timeline-of-all');
}

/** Of somebody else, and not yet favourited. */
const WITH_HEART = 'article [data-action=favourite][aria-pressed=false]';

/** What came while somebody reads further down waits above until they come back. */
async function toNewest(screen: Screen): Promise<void> {
	await screen.open('#/servers');
	await screen.open('#/');
	await screen.press('.');
	await until('A post of a network', () =>
		screen.evaluate((hearts) => document.querySelector(hearts) !== null, WITH_HEART),
	);
}

/** By which accounts the posts came that a person sees who scrolls down for a while. */
function onTheWayDown(screen: Screen): Promise<readonly string[]> {
	return screen.evaluate(async (ms) => {
		const seen = new Set<string>();
		for (const end = performance.now() + ms; performance.now() < end; ) {
			for (const post of document.querySelectorAll<HTMLElement>('article[data-via]'))
				for (const one of post.dataset['via']?.split(' ') ?? []) seen.add(one);
			window.scrollBy(0, window.innerHeight / 3);
			await new Promise((drawn) => requestAnimationFrame(drawn));
		}
		return [...seen];
	}, LOOK_MS);
}

async function favourite({ screen, say }: Tour, demo: Demo): Promise<void> {
	const { town, forum, square } = demo;
	const likes = () => square.recordsOf('alice', 'app.bsky.feed.like').length;
	const before = likes();
	const asked = () => [
		...[town, forum].flatMap(({ log, world }) =>
			log
				.filter(({ method, path }) => method === 'POST' && path.endsWith('/favourite'))
				.map(() => world.title),
		),
		...(likes() > before ? [titleOf(square)] : []),
	];
	await screen.evaluate((hearts) => {
		const heart = document.querySelector<HTMLElement>(hearts);
		heart?.setAttribute('data-pressed-by-tour', '');
		heart?.click();
	}, WITH_HEART);
	for (const end = Date.now() + PATIENCE_MS; asked().length === 0; ) {
		if (Date.now() > end) throw new Error('No server was told of the favourite.');
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	say(`Favourited a post: ${asked().join()} has noted it.`);
}

async function conversation({ screen, say, picture }: Tour, { town }: Demo): Promise<void> {
	const [first] = town.postsOf(ME).filter(({ text }) => /a thread\. 1\/4/.test(text));
	if (!first) throw new Error('The thread about baking is gone.');
	await screen.open(`#/post/${encodeURIComponent(first.uri)}`);
	await screen.see('feed', 'Conversation');
	await screen.see('article', /^Ruth Adler/);
	say('Opened a conversation, with an answer in it.');
	await picture('11-conversation-with-people');
}

async function notices({ screen, say, picture }: Tour): Promise<void> {
	await screen.open('#/notifications');
	await screen.see('list', 'Notifications');
	say('Opened the notifications: what the servers themselves have to say is never folded away.');
	await picture('12-notifications');

	await screen.inside('list', 'Notifications', (list) =>
		list.querySelector<HTMLAnchorElement>('.notice-head a[href^="#/person/"]')?.click(),
	);
	await screen.see('region', 'Profile');
	await screen.see('article');
	say('Opened a person who wrote.');
	await picture('13-person');
}

async function places({ screen, say, picture }: Tour): Promise<void> {
	await screen.open('#/');
	await screen.see('article');
	await screen.inside('main', undefined, (main) =>
		main.querySelector<HTMLElement>('header summary')?.click(),
	);
	await screen.see('link', 'Neighbours');
	await screen.see('link', '#slowtrains');
	await picture('14-places');
	await screen.click('link', 'This server');
	await screen.see('article');
	say('Opened lists, followed tags and what everybody on a server writes.');
	await picture('15-local');
}

async function rules({ screen, say, picture }: Tour, { town, forum }: Demo): Promise<void> {
	for (const [{ world }, name] of [
		[town, '16-server'],
		[forum, '17-forum'],
	] as const) {
		await screen.open(`#/server/${encodeURIComponent(world.host)}`);
		await screen.see('heading', world.title);
		const count = await screen.inside(
			'region',
			'Rules',
			(region) => region.querySelectorAll('ol > li').length,
		);
		if (count !== world.rules.length)
			throw new Error(`${world.title} has ${world.rules.length} rules, ${count} are shown.`);
		say(`Read the ${count} rules of ${world.title}.`);
		await picture(name);
	}
}
