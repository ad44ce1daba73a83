import { mergeTests } from '@playwright/test';
import type { Screen } from '../browsers/screen';
import type { Square } from '../servers/atproto';
import { answerFor } from '../servers/hosts';
import { freePort } from '../servers/port';
import { opensPlaces } from './steps/acting';
import { posts, said, sees, seesInTimeline, texts } from './steps/drawn';
import { login, test as places } from './steps/places';
import { choosesView, leadsToAnother, readsOwn } from './steps/serving';
import { signIn } from './steps/signing-in';
import {
	asked,
	entersByPassword,
	entersByWindow,
	personIn,
	test as squares,
} from './steps/squares';
import { expect, type Town } from './town';

const test = mergeTests(squares, places);
const SQUARE = { named: true, seed: 'foundation' } as const;
const POST = 'app.bsky.feed.post';

test('a person signs in through the window with their handle, reads, favourites, reads on offline and leaves', async ({
	town,
	square,
}) => {
	test.setTimeout(120_000);
	const plein = await square(SQUARE);
	const alice = personIn(plein, 'alice');
	const fresh = plein.publish('bob', { text: 'Fresh from the bakery' });
	await test.step('signs in', () => entersByWindow(town, plein, alice));
	await test.step('reads', () => readsAll(town, plein));
	await test.step('favourites, and takes it back', () => favourites(town, plein, fresh.uri));
	await test.step('reads on while nothing answers', () => readsOffline(town, plein));
	await test.step('signs out', async () => {
		await signsOut(town);
		await expect.poll(() => asked(plein, 'POST', '/oauth/revoke')).toBe(1);
		await town.screen.open('#/');
		await town.screen.see('link', 'Sign in to a server');
		expect(await said(town.screen, 'main')).not.toContain('Fresh from the bakery');
	});
});

test('two accounts of one square, by app password; who may answer, what labelers say, and who serves the timeline', async ({
	town,
	square,
}) => {
	test.setTimeout(120_000);
	const plein = await square(SQUARE);
	const alice = personIn(plein, 'alice');
	const [first, second] = plein.views;
	if (!first || !second) throw new Error('There are not two views.');
	plein.addPerson({ name: 'gerda' });
	const hanna = plein.addPerson({ name: 'hanna' });
	plein.follow('bob', 'gerda');
	plein.follow('alice', 'hanna');
	first.hides.add(hanna.did);
	plein.publish('hanna', { text: 'Carried by the harbour alone' });
	plein.publish('gerda', { text: 'Bob alone follows me' });
	plein.publish('floor', { text: 'Carried by the square alone' });
	// Above it all stands what both carry: only who reads anew from the top finds what is below.
	for (let n = 1; n <= 4; n++) plein.publish('bob', { text: `Carried by both, ${n}` });

	await test.step('signs in with an app password, not with the main one', () =>
		entersByPassword(town, plein, alice, 'doubted'));
	await test.step('a second account of the square works beside it', async () => {
		await entersByPassword(town, plein, personIn(plein, 'bob'));
		const accounts = await said(town.screen, 'list', 'Accounts');
		for (const name of ['alice', 'bob']) expect(accounts).toContain(`@${name}.square.test`);
		await town.screen.open('#/');
		await sees(town.screen, 'Bob alone follows me', 'Carried by the square alone');
		const via = async (wanted: string) =>
			(await posts(town.screen)).find(({ text }) => text === wanted)?.via;
		expect(await via('Bob alone follows me')).toBe('@bob.square.test');
		expect(await via('Carried by the square alone')).toBe('@alice.square.test');
		expect(await texts(town.screen)).not.toContain('Carried by the harbour alone');
	});
	await test.step('reads who may answer', () => readsGates(town, plein));
	await test.step('reads what labelers say', () => readsLabels(town, plein));
	await test.step('uses another view', async () => {
		await choosesView(town, alice, `${second.did}#bsky_appview`);
		await seesInTimeline(
			town.screen,
			'Carried by the harbour alone',
			'Carried by the square alone',
		);
		expect(plein.log.some(({ to }) => to === `${second.did}#bsky_appview`)).toBe(true);
	});
	await test.step('reads on while that view is down, and goes back', async () => {
		second.up = false;
		plein.publish('alice', { text: 'Written while it was down' });
		await leadsToAnother(town, [alice], second.host);
		await readsOwn(town, plein, alice, 'Written while it was down');
		second.up = true;
		await choosesView(town, alice, '');
		plein.publish('floor', { text: 'Newest of Floor' });
		await seesInTimeline(town.screen, 'Newest of Floor', 'Carried by the harbour alone');
	});
	await test.step('reads on while the view of the server is down', async () => {
		first.up = false;
		plein.publish('alice', { text: 'Written while all were down' });
		await leadsToAnother(town, [alice, personIn(plein, 'bob')], plein.domain);
		await readsOwn(town, plein, alice, 'Written while all were down');
	});
});

test('places to join are told apart, and a place that says it is run by a foundation is not called one', async ({
	town,
	square,
	place,
}) => {
	test.setTimeout(120_000);
	const plein = await square(SQUARE);
	const commons = await place({ personality: 'square', seed: 'square' });
	await test.step('compares two places', () => compares(town.screen));
	await test.step('reads the charter of a square', async () => {
		await entersByPassword(town, plein, personIn(plein, 'alice'));
		await town.screen.click('link', plein.domain);
		await readsCharter(town.screen, {
			operator: 'Stichting Het Plein',
			words: 'Nederlands recht van toepassing',
			host: plein.domain,
		});
	});
	await test.step('reads the charter of a place that speaks another protocol', async () => {
		const [someone] = commons.people;
		if (!someone) throw new Error('Nobody lives there.');
		await signIn(town, commons.origin, login(commons, someone.username));
		await town.screen.click('link', 'The Commons Square');
		await readsCharter(town.screen, {
			operator: 'Commons Square Foundation',
			words: 'governed by German law',
			host: new URL(commons.origin).host,
		});
	});
});

/** Address of the post with this text. */
function postOf(square: Square, by: string, text: string): string {
	const found = square.recordsOf(by, POST).find(({ value }) => value['text'] === text);
	if (!found) throw new Error(`${by} never wrote "${text}".`);
	return found.uri;
}

async function opensPost({ screen }: Town, square: Square, by: string, text: string) {
	await screen.open(`#/post/${encodeURIComponent(postOf(square, by, text))}`);
	await screen.see('feed', 'Conversation');
}

/** Home, a conversation, a person, notices, a list and a feed. */
async function readsAll(town: Town, square: Square): Promise<void> {
	const { screen } = town;
	await screen.open('#/');
	await sees(screen, 'Fresh from the bakery');
	await opensPost(town, square, 'carol', 'Yes, with herbs.');
	const thread = ['Shall we plant a garden on the corner?', 'Yes, with herbs.', 'I bring thyme.'];
	await sees(screen, ...thread, 'And salt from the harbour.');
	expect(await texts(screen)).not.toContain('You cannot see this answer.');
	await screen.open(`#/person/${encodeURIComponent(personIn(square, 'bob').did)}`);
	await expect
		.poll(() => said(screen, 'region', 'Profile'))
		.toMatch(/Bob de Wit.*@bob\.square\.test.*lives at/s);
	await screen.see('feed', 'Posts');
	await sees(screen, 'Fresh from the bakery');
	await screen.open('#/notifications');
	await expect.poll(() => said(screen, 'listitem')).toMatch(/favourited by.*followed by/s);
	await opensPlace(screen, 'Neighbours');
	await sees(screen, 'Fresh from the bakery', 'Small talk 60');
	const bakers = new Set((await posts(screen)).map(({ post }) => post.split('/')[2]));
	expect(bakers).toEqual(new Set(['bob', 'carol'].map((name) => personIn(square, name).did)));
	await opensPlace(screen, 'Gardens');
	await sees(screen, 'Shall we plant a garden on the corner?');
	expect(await texts(screen)).not.toContain('Small talk 60');
}

async function opensPlace(screen: Screen, name: string): Promise<void> {
	await opensPlaces(screen);
	await screen.click('link', name);
	await screen.see('feed', name);
}

async function favourites({ screen }: Town, square: Square, uri: string): Promise<void> {
	const likes = () =>
		square
			.recordsOf('alice', 'app.bsky.feed.like')
			.filter(({ value }) => (value['subject'] as { uri: string }).uri === uri).length;
	await screen.open(`#/post/${encodeURIComponent(uri)}`);
	for (const on of [true, false]) {
		await screen.click('button', 'Favourite');
		await expect.poll(likes).toBe(on ? 1 : 0);
		const pressed = () =>
			screen.inside('button', 'Favourite', (one) => one.getAttribute('aria-pressed'));
		await expect.poll(pressed).toBe(String(on));
	}
	expect(await said(screen, 'alert')).toBe('');
}

/** Every name of the square leads to where nobody listens; the browser is closed and opened meanwhile. */
async function readsOffline(town: Town, square: Square): Promise<void> {
	const nobody = `http://127.0.0.1:${await freePort()}`;
	const names = [...square.hosts.keys(), square.views.map(({ host }) => host)].flat();
	const back = names.map((host) => answerFor(host, nobody));
	await town.restart('stop');
	const { screen } = town;
	await screen.open('#/');
	await sees(screen, 'Fresh from the bakery');
	await expect
		.poll(() => said(screen, 'list', 'Servers that do not answer'))
		.toContain(square.domain);
	await opensPost(town, square, 'carol', 'Yes, with herbs.');
	await sees(screen, 'Shall we plant a garden on the corner?', 'I bring thyme.');
	for (const one of back) one();
}

async function signsOut({ screen }: Town): Promise<void> {
	await screen.open('#/servers');
	await screen.click('button', 'Sign out');
	await screen.click('button', 'Sign out and delete what was read');
	await screen.gone('button', 'Sign out');
}

async function readsGates(town: Town, square: Square): Promise<void> {
	const { screen } = town;
	await opensPost(town, square, 'carol', 'No answers, please.');
	await expect.poll(() => said(screen, 'article')).toContain('Nobody may answer.');
	await opensPost(town, square, 'carol', 'Whom I follow may answer.');
	await expect
		.poll(() => said(screen, 'article'))
		.toContain('May answer: people whom the author follows.');
	await opensPost(town, square, 'bob', 'Whom I name may answer.');
	await expect
		.poll(() => said(screen, 'article'))
		.toContain('May answer: people mentioned and people who follow the author.');
}

async function readsLabels(town: Town, square: Square): Promise<void> {
	const { screen } = town;
	await opensPost(town, square, 'floor', 'In the paper');
	const cover = () => said(screen, 'article');
	await expect.poll(cover).toMatch(/Spoiler.*says De Wachter.*Tells how a story ends\./s);
	expect(await cover()).not.toContain('In the paper');
	await screen.click('button', 'Show anyway');
	await expect.poll(cover).toContain('In the paper');
	await opensPost(town, square, 'bob', 'Shall we plant a garden on the corner?');
	await expect.poll(() => said(screen, 'list', 'Labels')).toContain('Heated');
	await expect.poll(() => said(screen, 'feed', 'Conversation')).toContain('Hidden: Unkind');
	expect(await texts(screen)).not.toContain('A silly idea of silly people.');
}

async function compares(screen: Screen): Promise<void> {
	await screen.open('#/servers');
	const list = () => said(screen, 'list', 'Join a town square');
	await expect.poll(list).toMatch(/Eurosky.*Run by\s+Stichting Modal/s);
	for (const host of ['eurosky.social', 'bsky.social']) {
		await screen.inside('list', 'Join a town square', (squares) => squares.scrollIntoView());
		await screen.evaluate(
			(one) =>
				document.querySelector<HTMLElement>(`[data-host="${one}"] input[type=checkbox]`)?.click(),
			host,
		);
	}
	await expect
		.poll(() => said(screen, 'table', 'Side by side'))
		.toMatch(/Eurosky\s+Bluesky.*Run by\s+Stichting Modal\s+Bluesky Social, PBC/s);
	await screen.click('button', 'Close the comparison');
	await screen.gone('table', 'Side by side');
}

type Told = { operator: string; words: string; host: string };

/** Every line with where it stands written; that it is run by a foundation is only what it says itself. */
async function readsCharter(screen: Screen, { operator, words, host }: Told): Promise<void> {
	const charter = () => said(screen, 'region', 'Who runs it');
	await expect.poll(charter).toMatch(new RegExp(`Run by\\s+${operator}`));
	const lines = await charter();
	expect(lines).toMatch(/Kind\s+foundation/);
	expect(lines).toContain(words);
	expect(lines).toContain('says of itself');
	expect(lines).toContain(host);
	const test = await said(screen, 'region', 'Is it run by a foundation?');
	expect(test).toContain('Says it is run by a foundation');
	expect(test).toContain(operator);
	expect(await said(screen, 'main')).not.toContain('Foundation-run');
}
