import type { MastodonServer } from '../servers/mastodon';
import { handle, login, test } from './steps/places';
import { signIn } from './steps/signing-in';
import { isKept, went, writesTo } from './steps/writing';
import { expect, type Town } from './town';

const DAY = 24 * 60 * 60_000;
const RULE = 'Accounts that only copy from elsewhere are limited.';

/** Ada has another program copy everything, and answered nobody. */
function spread(server: MastodonServer): void {
	const now = Date.now();
	for (let n = 0; n < 40; n += 1) {
		server.post('ada', {
			text: `Copied number ${n}`,
			at: now - DAY - n * 60 * 60_000,
			application: { name: 'Moa', website: null },
			quiet: true,
		});
	}
	for (const [n, by] of ['ben', 'cleo', 'ben', 'cleo'].entries()) {
		const at = now - (9 - n) * DAY;
		const post = server.post(by, { text: `@ada what do you think of ${n}?`, at, quiet: true });
		server.notify('ada', { type: 'mention', from: by, post: post.id, at });
	}
}

const page = (server: MastodonServer) => `#/server/${new URL(server.origin).host}`;

/** The figures of the one account, by their names. */
function figures({ screen }: Town): Promise<Record<string, string>> {
	return screen.evaluate(
		() =>
			Object.fromEntries(
				[...document.querySelectorAll('.balance .facts > div')].map((line) => [
					line.querySelector('dt')?.textContent ?? '',
					(line.querySelector('dd')?.textContent ?? '').replace(/\s+/g, ' ').trim(),
				]),
			),
		null,
	);
}

/** What stands before posting, by norm. */
function said({ screen }: Town): Promise<Record<string, string>> {
	return screen.evaluate(
		() =>
			Object.fromEntries(
				[...document.querySelectorAll<HTMLElement>('.verdicts [data-norm]')].map(({ dataset }) => [
					dataset['norm'] ?? '',
					dataset['verdict'] ?? '',
				]),
			),
		null,
	);
}

test('who only spreads is told, is asked, and sees the figure change with an answer', async ({
	town,
	place,
}) => {
	test.setTimeout(120_000);
	const server = await place({ personality: 'mastodon-4.5' });
	spread(server);
	await signIn(town, server.origin, login(server, 'ada'));
	const { screen } = town;
	await screen.open(page(server));
	await screen.see('heading', 'How you stand there');
	await expect
		.poll(() => figures(town), { timeout: 30_000 })
		.toMatchObject({
			'Went to several places, or was brought': '40',
			'Answers to others': '0',
			'Mentions waiting for two days or more': '4',
			'Share of what is spread': expect.stringMatching(/^100\s?% of 40$/),
		});
	expect(await screen.see('list', 'Waiting longest')).toContain('what do you think of 0?');

	await writesTo(screen, [handle(server, 'ada'), 'X']);
	await screen.fill('textbox', 'Post text', 'The same for everybody');
	await expect.poll(() => said(town)).toMatchObject({ balance: 'ask' });
	await screen.see('link', /^Answer @ben@/);
	await isKept(screen);

	await screen.open(page(server));
	await screen.click('button', 'Answer here');
	await screen.fill('textbox', 'Post text', '@ben I like it');
	await isKept(screen);
	// An answer is never hindered.
	expect(await said(town)).not.toHaveProperty('balance');
	await screen.click('button', 'Post');
	await went(screen, { [handle(server, 'ada')]: 'sent' }, 60_000);
	await expect
		.poll(() => figures(town))
		.toMatchObject({
			'Answers to others': '1',
			'Mentions waiting for two days or more': '3',
			'Share of what is spread': expect.stringMatching(/^98\s?% of 41$/),
		});
	const answered = server.postsOf('ada').find(({ text }) => text.includes('I like it'));
	expect(answered?.replyTo).toBe(
		server.postsOf('ben').find(({ text }) => text.includes('think of 0'))?.id,
	);
	// What the server itself says comes to the same.
	const before = server.log.length;
	await screen.click('button', 'Count again');
	await expect.poll(() => server.log.slice(before).some(isList)).toBe(true);
	await screen.see('button', 'Count again');
	await expect.poll(() => figures(town)).toMatchObject({ 'Answers to others': '1' });
});

const isList = ({ path }: MastodonServer['log'][number]) => /accounts\/[^/]+\/statuses/.test(path);

test('a warning puts the account under care until the person says that it is over', async ({
	town,
	place,
}) => {
	test.setTimeout(120_000);
	const server = await place({ personality: 'mastodon-4.5' });
	await signIn(town, server.origin, login(server, 'ada'));
	const { screen } = town;
	await screen.open('#/notifications');
	server.notify('ada', {
		type: 'moderation_warning',
		from: 'ada',
		warning: { id: '7', action: 'none', text: `${RULE} ${'And more. '.repeat(150)}`, posts: null },
	});
	await screen.open(page(server));
	expect(await screen.see('note', 'Under care.', 60_000)).toContain(RULE);

	await writesTo(screen, [handle(server, 'ada')]);
	await screen.fill('textbox', 'Post text', 'Written here');
	await expect.poll(() => said(town)).toMatchObject({ care: 'advise' });
	const before = await screen.see('list', 'Before you post');
	expect(before).toContain(RULE);
	// All of it would push everything else away.
	expect(before.length).toBeLessThan(700);
	await screen.click('button', 'Show all');
	expect((await screen.see('list', 'Before you post')).length).toBeGreaterThan(1500);
	await isKept(screen);

	await screen.open(page(server));
	await screen.click('button', 'It is over');
	await screen.gone('note', 'Under care.');
	await screen.reload();
	await screen.see('heading', 'How you stand there');
	await screen.gone('note', 'Under care.');

	await screen.evaluate(() => {
		document.querySelector('details.care-ask')?.setAttribute('open', '');
	}, null);
	await screen.fill('textbox', /What was it about/, 'They wrote me a letter');
	await screen.click('button', 'They warned me');
	expect(await screen.see('note', 'Under care.')).toContain('They wrote me a letter');
});
