import { mergeTests } from '@playwright/test';
import type { MastodonServer } from '../servers/mastodon';
import { handle, login, test as places } from './steps/places';
import { signIn } from './steps/signing-in';
import { entersByPassword, personIn, test as squares } from './steps/squares';
import { saysBefore } from './steps/verdicts';
import { isKept, went, writesTo } from './steps/writing';
import { expect, type Town } from './town';

const test = mergeTests(squares, places);
const POST = 'app.bsky.feed.post';
const SENTENCE = 'Every sentence of this text says the same as the one before it. ';

const press = (one: Element) => (one as HTMLElement).click();
const textsOf = (server: MastodonServer, by: string, text: string) =>
	server
		.postsOf(by)
		.map((one) => one.text)
		.filter((one) => one.includes(text));

test('a long text is another thread on each of three servers; a border is pulled', async ({
	town,
	place,
	square,
}) => {
	test.setTimeout(150_000);
	const narrow = await place({ personality: 'mastodon-4.5' });
	const wide = await place({ personality: 'gotosocial' });
	const plein = await square({ named: true, seed: 'foundation' });
	const alice = personIn(plein, 'alice');
	await signIn(town, narrow.origin, login(narrow, 'ada'));
	await signIn(town, wide.origin, login(wide, 'ben'));
	await entersByPassword(town, plein, alice);
	const { screen } = town;
	const targets = [handle(narrow, 'ada'), handle(wide, 'ben'), `@${alice.handle}`];
	await writesTo(screen, targets);
	await screen.fill('textbox', 'Post text', SENTENCE.repeat(100).trim());
	for (const host of [narrow.origin, wide.origin].map((origin) => new URL(origin).host))
		await screen.inside('button', `Make a thread for ${host}`, press);
	await screen.inside('button', /Make a thread for (?!127)/, press);
	await expect.poll(() => screen.all('heading', /a thread of/)).toHaveLength(3);
	const counts = (await screen.all('heading', /a thread of/)).map((one) =>
		Number(/of (\d+) posts/.exec(one)?.[1]),
	);
	expect(new Set(counts).size).toBe(3);
	if (town.chromium) await pulls(town, handle(narrow, 'ada'));
	await isKept(screen);
	await screen.click('button', 'Post');
	await went(screen, Object.fromEntries(targets.map((to) => [to, 'sent'])), 120_000);
	await expect
		.poll(() => textsOf(narrow, 'ada', 'sentence').length, { timeout: 60_000 })
		.toBe(counts[0]);
	await expect.poll(() => textsOf(wide, 'ben', 'sentence').length).toBe(counts[1]);
	const records = () =>
		plein
			.recordsOf('alice', POST)
			.filter(({ value }) => JSON.stringify(value).includes('sentence'));
	await expect.poll(() => records().length, { timeout: 60_000 }).toBe(counts[2]);
});

/** The first border goes where the mouse takes it: between words that stood further up. */
async function pulls({ chromium, screen }: Town, target: string): Promise<void> {
	const place = () => screen.inside('separator', undefined, (one) => Number(one.ariaValueNow));
	const before = await place();
	const grip = chromium?.page.getByRole('separator').first();
	await grip?.scrollIntoViewIfNeeded();
	const box = await grip?.boundingBox();
	if (!box) throw new Error('the border is not to be seen');
	const { mouse } = chromium?.page ?? {};
	await mouse?.move(box.x + box.width / 2, box.y + box.height / 2);
	await mouse?.down();
	await mouse?.move(box.x + box.width / 2, box.y - 60, { steps: 6 });
	await mouse?.up();
	await expect.poll(place).toBeLessThan(before);
	// What was full before is too long now, which is said; the server's own borders make room again.
	const tooLong = { norm: 'length', verdict: 'block', target };
	await expect.poll(() => saysBefore(screen)).toContainEqual(tooLong);
	await screen.inside('button', 'Cut it by itself again', press);
	await expect.poll(place).toBe(before);
	await expect.poll(() => saysBefore(screen)).not.toContainEqual(tooLong);
}
