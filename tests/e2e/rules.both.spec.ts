import { mergeTests } from '@playwright/test';
import type { MastodonServer } from '../servers/mastodon';
import { said } from './steps/drawn';
import { expect, handle, login, test as places } from './steps/places';
import { signIn } from './steps/signing-in';
import { asked, entersByPassword, personIn, test as squares } from './steps/squares';
import { saysBefore } from './steps/verdicts';
import { writesTo } from './steps/writing';
import type { Town } from './town';

const test = mergeTests(squares, places);

/** Opens the page of a server, which asks it again. */
async function looksAt({ screen }: Town, server: MastodonServer): Promise<void> {
	await screen.open('#/home');
	await screen.open(`#/server/${new URL(server.origin).host}`);
	await screen.see('heading', 'Rules');
}

const rule = (id: string, text: string, english?: string) => ({
	...{ id, text, hint: '' },
	translations: english === undefined ? {} : { en: { text: english, hint: '' } },
});

/** What stands in frames of foreign words, and which language it is said to be in. */
const quoted = ({ screen }: Town) =>
	screen.evaluate(
		() =>
			[...document.querySelectorAll<HTMLElement>('blockquote.foreign')].map(
				({ lang, textContent }) => `${lang}: ${textContent}`,
			),
		null,
	);

test('rules are read, read otherwise by the person and back, and a change of them is shown', async ({
	town,
	place,
}) => {
	test.setTimeout(120_000);
	const server = await place({ personality: 'mastodon-4.5' });
	server.world.rules = [
		rule('1', 'No crossposters.'),
		rule('2', 'Be excellent to each other.'),
		rule('3', 'Images need alt text here, always.'),
	];
	await signIn(town, server.origin, login(server, 'ada'));
	const { screen } = town;
	await looksAt(town, server);
	const read = async () => (await screen.all('listitem')).join('\n');
	await expect.poll(read).toContain('Read as: alt text, required');
	expect(await read()).toContain('Read as: cross-posting and automation, forbidden');
	expect(await read()).toContain('Shown to you, not checked');

	await screen.inside('combobox', /Images need alt text/, (element) => {
		const select = element as HTMLSelectElement;
		select.value = 'none';
		select.dispatchEvent(new Event('change', { bubbles: true }));
	});
	await screen.see('button', 'Take back my reading');
	await screen.reload();
	await screen.see('button', 'Take back my reading');
	expect(await read()).toContain('By your reading it asks for nothing');
	await screen.click('button', 'Take back my reading');
	await screen.gone('button', 'Take back my reading');
	await expect.poll(read).toContain('Read as: alt text, required');

	server.world.rules = [
		rule('1', 'No crossposters.'),
		rule('2', 'Be excellent to each other, please.'),
		rule('4', 'Beiträge müssen auf Englisch verfasst sein.', 'Posts must be written in English.'),
	];
	await looksAt(town, server);
	const changes = () => screen.see('list', 'What changed in the rules');
	await expect.poll(changes).toContain('Changed:');
	expect(await changes()).toContain('Be excellent to each other, please.');
	expect(await changes()).toContain('Images need alt text here, always.');
	await expect.poll(read).toContain('Read as: language, required, English');

	// What the server has translated is shown so, with its own words a press away, here and while writing.
	await expect.poll(() => quoted(town)).toContain('en: Posts must be written in English.');
	await screen.click('button', 'Show original');
	await expect.poll(() => quoted(town)).toContain(': Beiträge müssen auf Englisch verfasst sein.');
	await writesTo(screen, [handle(server, 'ada')]);
	await screen.fill('textbox', 'Post text', GERMAN);
	await screen.see('list', 'Before you post');
	await expect.poll(() => quoted(town)).toContain('en: Posts must be written in English.');
	await screen.click('button', 'Show original');
	await expect.poll(() => quoted(town)).toContain(': Beiträge müssen auf Englisch verfasst sein.');
	await screen.click('button', 'Show translation');
});

test('where nobody lists rules, the terms and those who label are read, judged and corrected', async ({
	town,
	square,
}) => {
	test.setTimeout(120_000);
	const plein = await square({ named: true, seed: 'foundation' });
	plein.world.homes[0]?.pages.set(
		'/terms',
		'<title>Terms</title><h1>Terms</h1><p>Dutch law applies.</p><p>Images must have alt text. Posts must be written in English.</p>',
	);
	const alice = personIn(plein, 'alice');
	plein.label('wachter', alice.did, 'unkind');
	await entersByPassword(town, plein, alice);
	const { screen } = town;
	const here = `@${alice.handle}`;

	await test.step('a label of the staff on the account comes as a warning', async () => {
		await screen.open('#/notifications');
		await expect
			.poll(() => said(screen, 'listitem'), { timeout: 30_000 })
			.toContain('Unkind: Against the house rules of the square.');
	});

	await test.step('while writing, in the words of the terms', async () => {
		await writesTo(screen, [here]);
		await screen.fill('textbox', 'Post text', GERMAN);
		const blocked = { norm: 'language', verdict: 'block', target: here };
		await expect.poll(() => saysBefore(screen), { timeout: 30_000 }).toContainEqual(blocked);
		expect(await screen.see('list', 'Before you post')).toContain(
			'Posts must be written in English.',
		);
		expect(asked(plein, 'GET', '/terms')).toBe(1);
		await screen.evaluate(() => {
			document.querySelector('.expected details')?.setAttribute('open', '');
		}, null);
		expect(await screen.see('list', /^What square/)).toContain('Concerns what you are writing');
	});

	await test.step('on the page of the server, with who labels for the account', async () => {
		await screen.open(`#/server/${plein.domain}`);
		await screen.see('heading', 'Rules');
		const rules = () => said(screen, 'region', 'Rules');
		await expect.poll(rules).toContain(`${plein.domain} lists no rules. These are the paragraphs`);
		expect(await rules()).toContain('Read as: language, required, English');
		expect(await rules()).toContain('2 more paragraphs, in which nothing was found to check');
		const labels = await screen.see('region', `Who labels for ${here}`);
		expect(labels).toContain('De Wachter');
		expect(labels).toContain('Against the house rules of the square.');
		expect(labels).toContain('What can be reported there: spam, rudeness');
		expect(await screen.see('note', 'Under care.')).toContain('Against the house rules');
		// The charter was read a moment ago, and with it the terms.
		expect(asked(plein, 'GET', '/terms')).toBe(1);
	});

	await test.step('a reading is corrected, and the draft may go', async () => {
		await screen.inside('combobox', /Posts must be written/, (element) => {
			const select = element as HTMLSelectElement;
			select.value = 'none';
			select.dispatchEvent(new Event('change', { bubbles: true }));
		});
		await screen.see('button', 'Take back my reading');
		await writesTo(screen, [here]);
		await screen.fill('textbox', 'Post text', GERMAN);
		await expect
			.poll(async () => (await saysBefore(screen)).map(({ norm }) => norm))
			.toEqual(['care']);
	});
});

const GERMAN =
	'Gestern waren wir mit der ganzen Familie am See und haben lange in der Sonne gelegen.';
