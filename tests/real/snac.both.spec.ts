import { signIn } from '../e2e/steps/signing-in';
import { expect, type Town, test } from '../e2e/town';
import { ANSWER, ROOT, type SnacTown, startSnacTown } from './town';

let snacTown: SnacTown;
test.beforeAll(async () => {
	snacTown = await startSnacTown();
});
test.afterAll(() => snacTown?.snac.stop());

test('a person signs in to a real snac, reads, reacts, reads on while it is down, and signs out', async ({
	town,
}) => {
	const { snac, ann } = snacTown;
	await test.step('signs in', () =>
		signIn(town, snac.origin, { name: ann.handle, password: ann.password }));
	await test.step('reads', () => reads(town));
	await test.step('reacts', () => reacts(town));
	await test.step('reads on while it is down', async () => {
		await snac.down();
		await reads(town);
		await town.screen.open('#/');
		await expect.poll(() => texts(town, 'status')).toContain(snac.host);
		await snac.up();
	});
	await test.step('signs out', () => signsOut(town));
});

/** Home, notices, a conversation, a person. */
async function reads(town: Town): Promise<void> {
	const { screen } = town;
	const { root, answer, snac } = snacTown;
	await screen.open('#/');
	await expect.poll(() => texts(town, 'article')).toContain(ROOT);
	await screen.open('#/notifications');
	await expect.poll(() => texts(town, 'list')).toContain(ANSWER);
	await screen.open(`#/post/${encodeURIComponent(answer.uri)}`);
	await expect.poll(() => texts(town, 'feed')).toMatch(new RegExp(`${ROOT}[^]*${ANSWER}`));
	await screen.open(`#/person/${encodeURIComponent(new URL('/ben', root.uri).href)}`);
	expect(await screen.see('region', 'Profile')).toContain(`@ben@${snac.host}`);
	await expect.poll(() => texts(town, 'article')).toContain(ROOT);
}

/** The heart and the bookmark of Ben's post, until the server has them; then the heart again. */
async function reacts(town: Town): Promise<void> {
	const { screen } = town;
	const { snac, root } = snacTown;
	const there = () =>
		snac.ask<Record<string, unknown>>('ann', 'GET', `/api/v1/statuses/${root.id}`);
	await screen.open(`#/post/${encodeURIComponent(root.uri)}`);
	await screen.see('article');
	await screen.click('button', 'Favourite');
	await screen.click('button', 'Bookmark');
	await expect.poll(there).toMatchObject({ favourited: true, bookmarked: true });
	await screen.click('button', 'Favourite');
	await expect.poll(there).toMatchObject({ favourited: false, bookmarked: true });
	expect(await screen.all('alert')).toEqual([]);
	const me = encodeURIComponent(new URL('/ann', root.uri).href);
	await screen.open(`#/source/bookmarks?by=${me}`);
	await expect.poll(() => texts(town, 'article')).toContain(ROOT);
}

async function signsOut(town: Town): Promise<void> {
	const { screen } = town;
	const { snac } = snacTown;
	const before = snac.tokens();
	await screen.open('#/servers');
	await screen.click('button', 'Sign out');
	await screen.click('button', 'Sign out and delete what was read');
	await screen.gone('button', 'Sign out');
	// It is gone here first; then the server is told.
	await expect.poll(() => snac.tokens()).toBe(before - 1);
	expect(await screen.all('alert')).toEqual([]);
	await screen.open('#/');
	await screen.see('link', 'Sign in to a server');
	await expect.poll(() => texts(town, 'main')).not.toContain(ROOT);
}

async function texts({ screen }: Town, role: string): Promise<string> {
	return (await screen.all(role)).join('\n');
}
