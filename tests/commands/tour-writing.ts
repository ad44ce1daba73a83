import type { Screen } from '../browsers/screen';
import { titleOf } from '../servers/atproto/known';
import type { MastodonServer } from '../servers/mastodon';
import { type Demo, ME } from './demo';
import type { Tour } from './tour';

const TEXT = 'The first swifts are back over the market hall. I counted four, then lost count.';
const FOR_THE_FORUM =
	'Who else counts the swifts here every year? Four over the market hall today.';
const PATIENCE_MS = 30_000;
const isSaved = (text: string) => text.includes('Saved');

/** Writes one text for all places, as the composer of `npm start` is left: one of them says no, and why. */
export async function writeForAll(screen: Screen, { accounts, forum }: Demo): Promise<string> {
	await screen.open('#/compose?fresh');
	await screen.see('textbox', 'Post text');
	for (const account of accounts) {
		const isChosen = await screen.inside(
			'checkbox',
			account,
			(box) => (box as HTMLInputElement).checked,
		);
		if (!isChosen) await screen.click('checkbox', account);
	}
	await screen.fill('textbox', 'Post text', TEXT);
	// Before it is known that this is English, a rule about languages asks.
	await until('the language', async () => (await chosenIn(screen, 'Language')) === 'en');
	const said = await screen.see('list', 'Before you post');
	if (!said.includes('Posting the same text to several networks'))
		throw new Error(`${forum.world.title} has a rule about this, but it is not said: ${said}`);
	return said;
}

/** The part of the walk that writes: one text for three places, of which one says no and gets words of its own. */
export async function toAllPlaces(walk: Tour, demo: Demo): Promise<void> {
	const { screen, say, picture } = walk;
	const { accounts, forum, town, square } = demo;
	await writeForAll(screen, demo);
	say(`Wrote one text for three places: ${forum.world.title} says no, by its rule 2.`);
	await picture('20-one-says-no');
	await screen.click('button', /^Write another text for/);
	const there = accounts[1] ?? '';
	await screen.fill('textbox', `Text for ${there}`, FOR_THE_FORUM);
	await until('“Saved”', async () => (await screen.all('status')).some(isSaved));
	await picture('21-a-text-of-its-own');
	await screen.click('button', 'Post');
	const texts = (server: MastodonServer) => server.postsOf(ME).map(({ text }) => text);
	await until('The post', () => {
		const there = square.recordsOf('alice', 'app.bsky.feed.post').map(({ value }) => value['text']);
		return (
			texts(town).includes(TEXT) && there.includes(TEXT) && texts(forum).includes(FOR_THE_FORUM)
		);
	});
	if (texts(forum).includes(TEXT)) throw new Error('The place that says no got it all the same.');
	await picture('22-where-it-went');
	const places = [town.world.title, titleOf(square)].join(' and ');
	say(`Posted: ${places} have the one text, ${forum.world.title} has words of its own.`);
}

const chosenIn = (screen: Screen, name: string): Promise<string> =>
	screen.inside('combobox', name, (field) => (field as HTMLSelectElement).value);

/** Asks again and again, without a pause for what is there already. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
	for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
		if (await isSo()) return;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error(`${what} did not come.`);
}
