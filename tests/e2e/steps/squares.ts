import { passWindow } from '../../browsers/sign-in';
import { fetchHosted } from '../../fixtures/hosted';
import { type Person, type Square, type SquareOptions, startSquare } from '../../servers/atproto';
import { originsOf } from '../../servers/atproto/known';
import { test as base, expect, type Town } from '../town';
import { said } from './drawn';

type Fixtures = {
	/** Starts a square of ours; the browser may speak with it, and at the end nothing wrong was asked of it. */
	square(options?: SquareOptions): Promise<Square>;
};

/** Tests in which the extension speaks with squares on this machine. */
export const test = base.extend<Fixtures>({
	square: async ({ town }, use) => {
		const squares: Square[] = [];
		await use(async (options) => {
			const square = await startSquare({ fetch: fetchHosted, ...options });
			squares.push(square);
			town.expectServers(originsOf(square));
			return square;
		});
		for (const square of squares) {
			await square.stop();
			expect(square.problems, `what ${square.known} refused`).toEqual([]);
		}
	},
});

export { personIn } from '../../servers/atproto/known';

/** How often somebody asked the square for a path. */
export function asked({ log }: Square, method: string, path: string): number {
	return log.filter((one) => one.method === method && one.path.startsWith(path)).length;
}

async function starts({ screen }: Town, typed: string): Promise<void> {
	await screen.open('#/servers');
	await screen.fill('textbox', 'Server address', typed);
	await screen.click('button', 'Continue');
}

async function isIn({ screen }: Town, { handle }: Person): Promise<void> {
	await expect.poll(() => said(screen, 'status')).toContain(`You are signed in as @${handle}.`);
}

export async function entersByWindow(town: Town, square: Square, person: Person): Promise<void> {
	await starts(town, `@${person.handle}`);
	await passWindow(await town.window(), person);
	await isIn(town, person);
	expect(asked(square, 'POST', '/oauth/token')).toBeGreaterThan(0);
	expect(asked(square, 'POST', '/xrpc/com.atproto.server.createSession')).toBe(0);
}

/** The window opens first; the person takes the other way. A doubted password is sent nowhere. */
export async function entersByPassword(
	town: Town,
	square: Square,
	person: Person,
	how: 'at once' | 'doubted' = 'at once',
): Promise<void> {
	const { screen } = town;
	await starts(town, square.domain);
	const window = await town.window();
	await screen.click('button', 'Use an app password instead');
	if (!window.isClosed()) await window.close();
	await screen.fill('textbox', 'Handle', person.handle);
	const before = asked(square, 'POST', '/xrpc/com.atproto.server.createSession');
	if (how === 'doubted') {
		await screen.fillPassword(person.password);
		await screen.click('button', 'Sign in');
		await expect
			.poll(() => said(screen, 'alert'))
			.toContain('This does not look like an app password');
		expect(asked(square, 'POST', '/xrpc/com.atproto.server.createSession')).toBe(before);
	}
	await screen.fillPassword(person.appPasswords[0] ?? '');
	await screen.click('button', 'Sign in');
	await isIn(town, person);
	expect(asked(square, 'POST', '/xrpc/com.atproto.server.createSession')).toBe(before + 1);
}
