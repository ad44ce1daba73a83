import { mergeTests } from '@playwright/test';
import type { MastodonServer } from '../servers/mastodon';
import { image } from '../servers/mastodon/seeds/pictures';
import { begun, onCard, presses, reads, sends } from './steps/acting';
import { said } from './steps/drawn';
import { handle, login, test as places } from './steps/places';
import { signIn } from './steps/signing-in';
import { entersByPassword, personIn, test as squares } from './steps/squares';
import { went } from './steps/writing';
import { expect } from './town';

const test = mergeTests(squares, places);
const LISTED = { personality: 'mastodon-4.5', traits: { domainBlocks: 'listed' } } as const;
const POST = 'app.bsky.feed.post';

const hostOf = ({ origin }: MastodonServer) => new URL(origin).host;

test('two servers of which one refuses the other: told before answering, before following, and when it happens', async ({
	town,
	place,
}) => {
	test.setTimeout(120_000);
	const [one, two] = [await place(LISTED), await place(LISTED)];
	const [here, there] = [hostOf(one), hostOf(two)];
	const carl = one.addPerson({ username: 'carl', host: there, name: 'Carl' });
	one.addFollower(`carl@${there}`, 'ada');
	one.postFromElsewhere(`carl@${there}`, { text: 'Is anybody there?' });
	one.world.hostBlocks = [
		{ host: there, shown: there.replace(/\d/g, '*'), severity: 'suspend', comment: 'Spam wave' },
		{ host: 'nobody.example', shown: '******.example', severity: 'suspend', comment: '' },
	];
	await signIn(town, one.origin, login(one, 'ada'));
	await signIn(town, two.origin, login(two, 'ben'));
	const { screen } = town;
	const asked = () =>
		one.log.filter(({ method, path }) => method === 'GET' && path.endsWith('/domain_blocks'))
			.length;

	await test.step('before an answer, with who can be read there, in the words of the server', async () => {
		await reads(screen, 'Is anybody there?');
		expect(asked()).toBe(0);
		await presses(screen, 'Is anybody there?', 'Reply');
		await expect
			.poll(() => said(screen, 'list', 'Before you post'))
			.toContain(`${here} does not let anything through to ${there}`);
		const words = await said(screen, 'list', 'Before you post');
		expect(words).toContain(`Your account ${handle(two, 'ben')} can be read there.`);
		expect(words).toContain('Spam wave');
		await screen.fill('textbox', 'Post text', 'Hello?');
		await screen.click('button', 'Post it all the same');
		await expect
			.poll(() => said(screen, 'list', 'Before you post'))
			.toContain('You post it all the same');
		expect(asked()).toBe(1);
	});

	await test.step('before following', async () => {
		await screen.open(`#/person/${encodeURIComponent(carl.uri)}`);
		const words = await screen.see('note');
		expect(words).toContain(`${here} lets nothing through to ${there}.`);
		expect(words).toContain(`From ${handle(two, 'ben')} nothing stands in the way.`);
		await screen.see('button', 'Follow');
		expect(asked()).toBe(1);
	});

	await test.step('on the page of the server', async () => {
		await screen.open(`#/server/${encodeURIComponent(here)}`);
		await screen.see('heading', 'Who reaches whom');
		await expect
			.poll(() => said(screen, 'region', 'Who reaches whom'))
			.toContain(`${here} says that it refuses 2 other servers.`);
		// Its letters are hidden; its digest is that of where somebody lives who is known here.
		await expect
			.poll(() => said(screen, 'list', 'Its name'))
			.toContain(`${there} · people you know of are there “Spam wave”`);
		expect(await said(screen, 'region', 'Who reaches whom')).toContain(
			'1 more whose name it hides',
		);
	});

	await test.step('when it cuts what was there', async () => {
		one.notify('ada', {
			type: 'severed_relationships',
			from: 'cleo',
			severed: {
				...{ id: '7', type: 'domain_block', target: there, purged: false },
				...{ followers: 2, following: 1 },
			},
		});
		await screen.open('#/settings');
		await screen.open('#/notifications');
		await expect
			.poll(() => said(screen, 'listitem'))
			.toContain(`Your server blocked ${there}. Gone: 2 followers and 1 account that you follow.`);
	});
});

test('a post is brought to another network with author, address, warning and language, or not at all', async ({
	town,
	place,
	square,
}) => {
	test.setTimeout(150_000);
	const server = await place({ personality: 'mastodon-4.5' });
	const plein = await square({ named: true, seed: 'foundation' });
	const alice = personIn(plein, 'alice');
	// Each moment of the square's is another, so that its last are still to come: what is looked for is newer than they.
	let at = plein.world.lastAt;
	const next = () => {
		at += 1;
		return { at };
	};
	server.post('ben', { ...next(), text: 'For my followers alone', visibility: 'private' });
	server.post('cleo', { ...next(), text: 'Not for machines' });
	for (const person of server.world.people.values()) {
		if (person.username === 'cleo') person.noindex = true;
	}
	const gone = server.post('ben', { ...next(), text: 'Soon regretted' });
	server.post('ben', {
		...next(),
		text: 'Guten Morgen, @ada, aus dem Garten',
		spoiler: 'Garten',
		language: 'de',
	});
	await signIn(town, server.origin, login(server, 'ada'));
	await entersByPassword(town, plein, alice);
	const { screen } = town;
	const bring = `Bring to @${alice.handle}`;
	const mine = () => plein.recordsOf('alice', POST).map(({ value }) => value);

	await test.step('what is for some alone, or not for machines, is refused with a sentence', async () => {
		await reads(screen, 'For my followers alone', 'Not for machines');
		await presses(screen, 'For my followers alone', 'More');
		await expect
			.poll(async () => (await onCard(screen, 'For my followers alone', bring))?.disabled)
			.toBe(true);
		await presses(screen, 'For my followers alone', bring);
		await expect
			.poll(() => said(screen, 'status'))
			.toContain('wrote this for some people alone. It is not brought to another network.');
		await presses(screen, 'Not for machines', 'More');
		await presses(screen, 'Not for machines', bring);
		await expect
			.poll(() => said(screen, 'status'))
			.toContain('asks that searches and programs leave their posts out.');
	});

	await test.step('what is public goes as a quotation', async () => {
		await screen.evaluate(() => {
			for (const one of document.querySelectorAll('button'))
				if (one.textContent === 'Show') one.click();
		}, null);
		await presses(screen, 'aus dem Garten', 'More');
		await presses(screen, 'aus dem Garten', bring);
		await screen.see('article', `Brought from ${handle(server, 'ben')}`);
		const text = await begun(screen);
		expect(text).toContain('“Guten Morgen, ada');
		expect(text).toMatch(/\n\n— ben@\S+\nhttp\S+\/@ben\/\d+$/);
		await sends(screen, text);
		const made = mine().find((value) => JSON.stringify(value).includes('aus dem Garten'));
		expect(made).toMatchObject({ langs: ['de'] });
		expect(String(made?.['text'])).toContain('Garten\n\n“Guten Morgen');
		expect(String(made?.['text'])).toContain(`— ${handle(server, 'ben').slice(1)}`);
	});

	await test.step('what its author has deleted meanwhile stays where it was', async () => {
		await reads(screen, 'Soon regretted');
		await presses(screen, 'Soon regretted', 'More');
		await presses(screen, 'Soon regretted', bring);
		await screen.see('article', `Brought from ${handle(server, 'ben')}`);
		server.delete(gone.id);
		await screen.click('button', 'Post');
		await expect
			.poll(() => said(screen, 'list'), { timeout: 30_000 })
			.toContain('The post that this brings is gone');
		expect(JSON.stringify(mine())).not.toContain('Soon regretted');
	});
});

test('pictures of a brought post go along with their words at a press, or are refused with a sentence', async ({
	town,
	place,
	square,
}) => {
	test.setTimeout(150_000);
	const server = await place({ personality: 'mastodon-4.5' });
	const plein = await square({ named: true, seed: 'foundation' });
	const alice = personIn(plein, 'alice');
	const ben = [...server.world.people.values()].find(({ username }) => username === 'ben');
	if (!ben) throw new Error('Ben has moved.');
	let at = plein.world.lastAt;
	const posts = (text: string, alt: string, more: object = {}) => {
		at += 1;
		const media = [image(server.world, ben, 'garden', at, alt)];
		server.post('ben', { at, text, media, language: 'de', ...more });
		return media[0]?.url.split('/').at(-1) ?? '';
	};
	posts('Nur für Bekannte', 'Unser Zaun', { visibility: 'unlisted' });
	const lost = posts('Die Hecke', 'Eine Hecke im Nebel');
	const kept = posts('Die ersten Tomaten', 'Drei rote Tomaten', { spoiler: 'Essen' });
	server.world.files.delete(lost);
	await signIn(town, server.origin, login(server, 'ada'));
	await entersByPassword(town, plein, alice);
	const { screen } = town;
	const here = `@${alice.handle}`;
	const mine = () => plein.recordsOf('alice', POST).map(({ value }) => JSON.stringify(value));
	const fetched = (file: string) => server.log.filter(({ path }) => path.endsWith(file)).length;
	const uncovers = async (text: string) => {
		await reads(screen, 'Die Hecke');
		await screen.evaluate(() => {
			for (const one of document.querySelectorAll('button'))
				if (one.textContent === 'Show') one.click();
		}, null);
		// Its picture has come, or it is said that it did not: from here on nobody asks for it to look at it.
		const drawn = (words: string) => {
			const card = [...document.querySelectorAll('article')].find((one) =>
				one.querySelector('.text')?.textContent?.includes(words),
			);
			card?.scrollIntoView({ block: 'nearest' });
			const image = card?.querySelector<HTMLImageElement>('ul.media img');
			return image
				? image.complete && image.naturalWidth > 0
				: card?.querySelector('.missing') != null;
		};
		await expect.poll(() => screen.evaluate(drawn, text)).toBe(true);
	};
	const brings = async (text: string) => {
		await presses(screen, text, 'More');
		await presses(screen, text, `Bring to ${here}`);
		await screen.see('article', `Brought from ${handle(server, 'ben')}`);
	};

	await test.step('what was kept out of public lists goes to no place where all is public', async () => {
		await reads(screen, 'Nur für Bekannte');
		await presses(screen, 'Nur für Bekannte', 'More');
		await presses(screen, 'Nur für Bekannte', `Bring to ${here}`);
		await expect
			.poll(() => said(screen, 'status'))
			.toContain(`kept this out of public lists. On ${plein.domain} everything is public`);
	});

	await test.step('a picture that its host does not give stays where it is, and that is said', async () => {
		await uncovers('Die Hecke');
		const nested = () => document.querySelectorAll('button button').length;
		expect(await screen.evaluate(nested, null)).toBe(0);
		await brings('Die Hecke');
		await screen.click('button', 'Bring its picture too');
		await expect
			.poll(() => said(screen, 'status'))
			.toContain('does not let its pictures be read: they are linked, not carried.');
		expect(await begun(screen)).toContain('🖼 Eine Hecke im Nebel');
	});

	await test.step('a picture goes along with its description, under the warning, by its author', async () => {
		await uncovers('Die ersten Tomaten');
		const before = fetched(kept);
		await brings('Die ersten Tomaten');
		expect(fetched(kept)).toBe(before);
		expect(await begun(screen)).toContain('🖼 Drei rote Tomaten');
		await screen.click('button', 'Bring its picture too');
		await expect.poll(() => begun(screen)).not.toContain('🖼');
		expect(
			await screen.inside('textbox', 'Alt text for 1', (box) => (box as HTMLTextAreaElement).value),
		).toBe('Drei rote Tomaten');
		await sends(screen, await begun(screen));
		await went(screen, { [here]: 'sent' });
		const made = mine().find((value) => value.includes('Tomaten')) ?? '';
		expect(made).toContain('"alt":"Drei rote Tomaten"');
		expect(made).toContain('"langs":["de"]');
		expect(made).toContain('Essen');
		expect(made).toContain(`— ${handle(server, 'ben').slice(1)}`);
		expect(made).toContain(`${server.origin}/@ben/`);
		expect(mine().join()).not.toContain('Bekannte');
	});
});
