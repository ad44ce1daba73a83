import { join } from 'node:path';
import { mergeTests } from '@playwright/test';
import type { Screen } from '../browsers/screen';
import { makeArchive } from '../fixtures/archive';
import type { MastodonServer } from '../servers/mastodon';
import { sees, texts } from './steps/drawn';
import { importArchive } from './steps/importing';
import { login, test as places } from './steps/places';
import { signIn } from './steps/signing-in';
import { entersByPassword, personIn, test as squares } from './steps/squares';
import { expect } from './town';

const test = mergeTests(squares, places);
/** Somebody whom every archive of the generator names. */
const RAVI = 'ravi_example';
const MERGED = 'Posts of all these accounts';

const page = (key: string): string => `#/person/${encodeURIComponent(key)}`;

const scrolledTo = (screen: Screen): Promise<number> => screen.evaluate(() => scrollY, null);

/** What one of the three lists says, unfolded. */
const listed = (screen: Screen, name: string): Promise<string> =>
	screen.evaluate((title) => {
		// Not the menus of posts: one that opens is scrolled to.
		for (const one of document.querySelectorAll<HTMLDetailsElement>('.same-person details'))
			one.open = true;
		return [...document.querySelectorAll('.same-accounts')]
			.filter(
				(one) =>
					document.getElementById(one.getAttribute('aria-labelledby') ?? '')?.textContent === title,
			)
			.map((one) => one.textContent)
			.join('\n');
	}, name);

/** Presses a button in the row of an account. */
async function presses(screen: Screen, list: string, handle: string, button: string) {
	const found = () =>
		screen.evaluate(
			([title, name, text]) => {
				const lists = [...document.querySelectorAll('.same-accounts')].filter(
					(one) =>
						document.getElementById(one.getAttribute('aria-labelledby') ?? '')?.textContent ===
						title,
				);
				const rows = lists.flatMap((one) => [...one.children]);
				const row = rows.find((one) => one.querySelector('a')?.textContent === name);
				const named = [...(row?.querySelectorAll('button') ?? [])].find(
					(one) => one.textContent === text,
				);
				named?.click();
				return named !== undefined;
			},
			[list, handle, button] as const,
		);
	await expect.poll(found, { message: `${button}: ${handle}` }).toBe(true);
}

/** Ben names the square, and Bob there names Ben; Cleo names Bob, who knows nothing of it. */
function claims(server: MastodonServer, bob: string, handle: string): void {
	for (const person of server.world.people.values()) {
		if (person.username === 'ben') person.bio = `Also @${bob}`;
		if (person.username !== 'cleo') continue;
		person.fields = [{ name: 'Bluesky', html: `<span>${bob}</span>`, verifiedAt: null }];
		person.bio = `Once https://x.com/${handle} and still the only one`;
	}
}

test('one page for one human: what both sides prove is one, what one claims is offered, joined and parted by hand', async ({
	town,
	place,
	square,
	folder,
}) => {
	test.setTimeout(90_000);
	const server = await place({ personality: 'mastodon-4.5', named: 'bakery.test' });
	const plein = await square({ named: true });
	const [alice, bob] = [personIn(plein, 'alice'), personIn(plein, 'bob')];
	claims(server, bob.handle, RAVI);
	const about = { displayName: 'Bob', description: 'I am https://bakery.test/@ben as well' };
	plein.record('bob', 'app.bsky.actor.profile', about, 'self');
	server.post('ben', { text: 'From the bakery' });
	plein.publish('bob', { text: 'From the square' });
	server.post('cleo', { text: 'From Cleo' });
	const archive = await makeArchive({ n: 500, mediaMax: 0, out: join(folder, 'life.zip') });
	await town.screen.size(1000, 2000);
	await importArchive(town.screen, archive.paths);
	await signIn(town, server.origin, login(server, 'ada'));
	await entersByPassword(town, plein, alice);
	const ben = page(`${server.origin}/users/ben`);
	const cleo = page(`${server.origin}/users/cleo`);
	await town.screen.open('#/');
	await sees(town.screen, 'From the bakery', 'From the square', 'From Cleo');

	await test.step('whoever names another is not joined with them by that', async () => {
		const { screen } = town;
		await screen.open(page(bob.did));
		await expect.poll(() => listed(screen, 'Perhaps the same')).toContain('@cleo@bakery.test');
		expect(await listed(screen, 'Perhaps the same')).toContain('Unproven');
		expect(await listed(screen, 'The same person')).not.toContain('cleo');
	});

	await test.step('what both prove is one list', async () => {
		const { screen } = town;
		await screen.open(ben);
		await expect.poll(() => listed(screen, 'The same person')).toContain(`@${bob.handle}`);
		const said = await listed(screen, 'The same person');
		expect(said).toContain('Proven');
		expect(said).toContain('name each other');
		await screen.see('feed', MERGED);
		await sees(screen, 'From the bakery', 'From the square');
		expect(await scrolledTo(screen)).toBe(0);
		expect((await texts(screen)).join()).not.toContain('From Cleo');
	});

	await test.step('joined by hand, it is one list; and so it is after a restart', async () => {
		await town.screen.open(page(bob.did));
		await presses(town.screen, 'Perhaps the same', '@cleo@bakery.test', 'Join');
		await expect.poll(() => listed(town.screen, 'The same person')).toContain('@cleo@bakery.test');
		await town.restart('stop');
		const { screen } = town;
		await screen.size(1000, 2000);
		await screen.open(cleo);
		await expect.poll(() => listed(screen, 'The same person')).toContain('@ben@bakery.test');
		expect(await listed(screen, 'The same person')).toContain('You said so on');
		await sees(screen, 'From the bakery', 'From the square', 'From Cleo');
		expect(await scrolledTo(screen)).toBe(0);
	});

	await test.step('parted by hand, it is apart; and that can be taken back', async () => {
		const { screen } = town;
		await screen.open(page(bob.did));
		await presses(screen, 'The same person', '@cleo@bakery.test', 'Take back');
		await presses(screen, 'Perhaps the same', '@cleo@bakery.test', 'Not the same');
		await presses(screen, 'The same person', '@ben@bakery.test', 'Not the same');
		await expect.poll(() => listed(screen, 'The same person')).toBe('');
		await screen.reload();
		await expect.poll(() => listed(screen, 'Not the same, you say')).toContain('@cleo@bakery.test');
		await presses(screen, 'Not the same, you say', '@ben@bakery.test', 'Take back');
		await expect.poll(() => listed(screen, 'The same person')).toContain('@ben@bakery.test');
		expect(await listed(screen, 'The same person')).not.toContain('cleo');
		expect(await scrolledTo(screen)).toBe(0);
	});

	await test.step('whom an archive knows by the handle has a page too', async () => {
		const { screen } = town;
		await screen.open(cleo);
		await expect.poll(() => listed(screen, 'Perhaps the same')).toContain(`@${RAVI}`);
		await screen.open(page(`tw:@${RAVI}`));
		await screen.see('article');
		expect((await screen.all('paragraph')).join()).toContain(`In your archive: what it has of`);
		await screen.evaluate(() => scrollTo(0, 900), null);
		await expect.poll(() => scrolledTo(screen)).toBe(900);
	});

	await test.step('my accounts and my archive are one, which begins at its top; the way back leads to where one was', async () => {
		const { screen } = town;
		await screen.open(page(`${server.origin}/users/ada`));
		await expect.poll(() => listed(screen, 'The same person')).toContain(`@${alice.handle}`);
		expect(await listed(screen, 'The same person')).toContain('you imported the archive');
		await screen.see('feed', MERGED);
		await sees(screen, 'A small beginning.');
		expect(await scrolledTo(screen)).toBe(0);
		await screen.evaluate(() => history.back(), null);
		await screen.gone('feed', MERGED);
		await screen.see('article');
		await expect.poll(() => scrolledTo(screen)).toBe(900);
	});

	const asked = [...server.log, ...plein.log].map(({ path }) => decodeURIComponent(path));
	expect(asked.filter((path) => path.includes(RAVI) || path.includes('tw:'))).toEqual([]);
	expect(server.log.filter(({ path }) => path.includes(bob.handle))).toEqual([]);
	expect(plein.log.filter(({ path }) => path.includes('bakery'))).toEqual([]);
});
