import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT as HERE } from '../browsers/extension';
import { expect, type Town, test } from '../e2e/town';
import { HOSTED } from '../fixtures/hosted';
import { answerFor } from '../servers/hosts';
import type { Ref } from './atproto/people';
import { ALT, ANSWER, MINE, type ReferenceTown, ROOT, startReferenceTown } from './atproto/town';

const HOST = 'pds.square.alt';
const SILENT = `${HOST} is there, but whoever puts the timeline together for it does not answer.`;

let net: ReferenceTown;
const names: (() => void)[] = [];
test.beforeAll(async () => {
	// What the build wrote for its host to publish.
	const file = join(HERE, '.output/client', new URL(HOSTED).pathname);
	const document: object = JSON.parse(readFileSync(file, 'utf8'));
	net = await startReferenceTown({ hostname: HOST, documents: { [HOSTED]: document } });
	for (const [host, origin] of [
		[HOST, net.door],
		['*.test', net.door],
		['plc.directory', net.plc],
		[hostOf(net.view.did), net.view.url],
		[hostOf(net.other.did), net.other.url],
	] as const) {
		names.push(answerFor(host, origin));
	}
});
test.afterAll(async () => {
	for (const forget of names) forget();
	await net?.stop();
});

test('a person signs in to the reference servers with an app password, reads, likes and signs out', async ({
	town,
}) => {
	expectAll(town);
	await test.step('signs in', () => enters(town));
	await test.step('reads', () => reads(town));
	await test.step('likes', () => likes(town));
	await test.step('signs out', () => signsOut(town));
});

test('a person signs in through the window, reads on while the AppView is down, uses another and goes back', async ({
	town,
}) => {
	expectAll(town);
	await test.step('says no there', async () => {
		await goesThroughWindow(town, 'Deny access');
		const denied = `You did not let Townsquare in at ${HOST}. Nothing was stored.`;
		await expect.poll(() => texts(town, 'alert')).toContain(denied);
	});
	await test.step('signs in', async () => {
		await goesThroughWindow(town, 'Authorize');
		await isIn(town);
	});
	await test.step('reads', () => reads(town));
	await test.step('reads on while it is down', () => readsOn(town));
	await test.step('uses another', () => usesAnother(town));
	await test.step('goes back', async () => {
		await net.viewUp(true);
		await net.settled();
		await town.screen.open(`#/servers?serving=${encodeURIComponent(net.person('ann').did)}`);
		await choosesView(town, '');
		await reads(town);
	});
	await test.step('signs out', () => signsOut(town));
});

const hostOf = (did: string) => did.replace('did:web:', '');

function expectAll(town: Town): void {
	const services = [net.view, net.other].map(({ did }) => `https://${hostOf(did)}`);
	const people = net.people.map(({ handle }) => `https://${handle}`);
	town.expectServers([net.pds, 'https://plc.directory', ...services, ...people]);
}

/** The window opens first, where there is one; the person takes the other way. */
async function enters(town: Town): Promise<void> {
	const { screen } = town;
	const { appPassword } = net.person('ann');
	await starts(town, HOST);
	const window = await town.window();
	await screen.click('button', 'Use an app password instead');
	if (!window.isClosed()) await window.close();
	await screen.fill('textbox', 'Handle', 'ann.test');
	await screen.fillPassword(appPassword);
	await screen.click('button', 'Sign in');
	await isIn(town);
}

/** The PDS's own pages: whoever named themselves is asked for the password at once, and then what to allow. */
async function goesThroughWindow(town: Town, answer: 'Authorize' | 'Deny access'): Promise<void> {
	await starts(town, '@ann.test');
	const window = await town.window();
	await window.see('button', 'Sign in');
	await window.fillPassword(net.person('ann').password);
	await window.click('button', 'Sign in');
	await window.click('button', answer);
	await window.closed();
}

async function starts({ screen }: Town, typed: string): Promise<void> {
	await screen.open('#/servers');
	await screen.fill('textbox', 'Server address', typed);
	await screen.click('button', 'Continue');
}

async function isIn(town: Town): Promise<void> {
	await expect.poll(() => texts(town, 'status')).toContain('You are signed in as @ann.test.');
	expect(await texts(town, 'list')).toContain('@ann.test');
}

/** Home with its pictures, notices, a conversation, a gate, a person. */
async function reads(town: Town): Promise<void> {
	const { screen } = town;
	const { answer, closed } = net.posts;
	await screen.open('#/');
	await expect.poll(() => texts(town, 'article')).toContain(ROOT);
	await expect.poll(async () => (await screen.all('img', ALT)).length).toBeGreaterThan(0);
	await screen.open('#/notifications');
	await expect.poll(() => texts(town, 'list')).toContain(ANSWER);
	await screen.open(`#/post/${encodeURIComponent(answer.uri)}`);
	await expect.poll(() => texts(town, 'feed')).toContain(ANSWER);
	expect(await texts(town, 'feed')).toContain(ROOT);
	await screen.open(`#/post/${encodeURIComponent(closed.uri)}`);
	await expect.poll(() => texts(town, 'feed')).toContain('Nobody may answer.');
	await screen.open(`#/person/${encodeURIComponent(net.person('ben').did)}`);
	await expect.poll(() => texts(town, 'region')).toContain('Ben at the oven');
}

/** Until the AppView has it; then back. */
async function likes({ screen }: Town): Promise<void> {
	const { uri } = net.posts.root;
	type Seen = { posts: readonly { viewer: { like?: string } }[] };
	const liked = async () => {
		await net.settled();
		const { posts } = await net.ask<Seen>('ann', 'app.bsky.feed.getPosts', { uris: [uri] });
		return posts[0]?.viewer.like !== undefined;
	};
	await screen.open(`#/post/${encodeURIComponent(uri)}`);
	for (const on of [true, false]) {
		await expect.poll(() => pressed(screen)).toBe(String(!on));
		await screen.click('button', 'Favourite');
		await expect.poll(liked).toBe(on);
	}
	expect(await screen.all('alert')).toEqual([]);
}

const pressed = (screen: Town['screen']) =>
	screen.inside('button', 'Favourite', (button) => button.getAttribute('aria-pressed'));

/** What nobody has put together yet is read from the own repository. */
async function readsOn(town: Town): Promise<void> {
	const { screen } = town;
	await net.viewUp(false);
	await writes('ann', 'Written while it was down');
	await screen.open('#/');
	await expect.poll(() => texts(town, 'article')).toContain(ROOT);
	await expect.poll(() => texts(town, 'status')).toContain(SILENT);
	await screen.open(`#/person/${encodeURIComponent(net.person('ann').did)}`);
	await expect.poll(() => texts(town, 'article')).toContain('Written while it was down');
	expect(await texts(town, 'article')).toContain(MINE);
}

/** By the way that is offered beside what does not answer. */
async function usesAnother(town: Town): Promise<void> {
	await town.screen.open('#/');
	await town.screen.click('link', 'Use another');
	await choosesView(town, `${net.other.did}#bsky_appview`);
	await writes('ben', 'Seen by another');
	await net.settled();
	await town.screen.open('#/');
	await expect
		.poll(
			async () => {
				await town.screen.reload();
				await town.screen.see('article');
				return texts(town, 'article');
			},
			{ intervals: [2_000] },
		)
		.toContain('Seen by another');
	expect(await texts(town, 'article')).toContain(ROOT);
}

async function choosesView(town: Town, name: string): Promise<void> {
	const { screen } = town;
	await screen.see('button', 'Sign out');
	await screen.evaluate(() => {
		for (const details of document.querySelectorAll('details')) details.open = true;
	}, null);
	await screen.fill('textbox', 'Service that puts the timeline together', name);
	await screen.click('button', 'Look it up');
	await screen.click('button', 'Use it');
	await expect.poll(() => texts(town, 'status')).toContain('Done.');
}

async function signsOut(town: Town): Promise<void> {
	const { screen } = town;
	await screen.open('#/servers');
	await screen.click('button', 'Sign out');
	await screen.click('button', 'Sign out and delete what was read');
	await screen.gone('button', 'Sign out');
	expect(await screen.all('alert')).toEqual([]);
	await screen.open('#/');
	await screen.see('link', 'Sign in to a server');
	await expect.poll(() => texts(town, 'main')).not.toContain(ROOT);
}

function writes(as: string, text: string): Promise<Ref> {
	const record = { text, createdAt: new Date().toISOString() };
	const input = { repo: net.person(as).did, collection: 'app.bsky.feed.post', record };
	return net.ask<Ref>(as, 'com.atproto.repo.createRecord', {}, input);
}

async function texts({ screen }: Town, role: string): Promise<string> {
	return (await screen.all(role)).join('\n');
}
