import type { Screen, SignInWindow } from './screen';

/** As a person types them into the server's own form. */
export type Credentials = { name: string; password: string };

/** Somebody of a square, as far as its pages ask. */
export type Member = { handle: string; password: string };

/** A browser with the app in it, as far as a sign-in needs it. */
export type Signing = {
	readonly screen: Screen;
	/** The window that a sign-in opens; waits for it. */
	window(timeoutMs?: number): Promise<SignInWindow>;
	/** From now on the person says yes when the browser asks for these hosts (`http://127.0.0.1/*`). */
	grantHosts(pattern: string): Promise<void>;
};

const PATIENCE_MS = 20_000;
const LOOK_AGAIN_MS = 100;
const WAITING = /^Sign in on the page of /m;

/**
 * Signs in to a server of the Mastodon API through the screens: its address, the browser's question where its answers
 * are closed to web pages, and the server's own pages in the window that opens. Throws with the sentence of the app
 * where it says one.
 */
export async function signIn(town: Signing, origin: string, person: Credentials): Promise<void> {
	await startSignIn(town, origin);
	await passForm(await town.window(), person);
	await isSignedIn(town);
}

/** The same at a town square on AT Protocol, which opens its answers to everybody: by the handle alone. */
export async function signInToSquare(town: Signing, person: Member): Promise<void> {
	await typeAddress(town, person.handle);
	await until('The sign-in goes on', () => isWaiting(town));
	await passWindow(await town.window(), person);
	await isSignedIn(town);
}

async function typeAddress({ screen }: Signing, address: string): Promise<void> {
	await screen.open('#/servers');
	await screen.fill('textbox', 'Server address', address);
	await screen.click('button', 'Continue');
}

/** Up to the window: afterwards `town.window()` is there. True when the browser had to be asked for the host. */
async function startSignIn(town: Signing, origin: string): Promise<boolean> {
	const { screen } = town;
	await typeAddress(town, origin);
	const allow = `Allow access to ${new URL(origin).host}`;
	const question = async () => (await screen.all('button', allow)).length > 0;
	await until('The sign-in goes on', async () => (await question()) || (await isWaiting(town)));
	if (!(await question())) return false;
	await town.grantHosts(`${new URL(origin).protocol}//${new URL(origin).hostname}/*`);
	await screen.click('button', allow);
	await until('The sign-in goes on after the question', () => isWaiting(town));
	return true;
}

const isWaiting = async (town: Signing): Promise<boolean> => WAITING.test(await said(town));

const isSignedIn = (town: Signing): Promise<void> =>
	until('The app says who is signed in', async () =>
		/^You are signed in as @/m.test(await said(town)),
	);

/** What the app says of the sign-in; its refusal ends it. */
async function said({ screen }: Signing): Promise<string> {
	const [refusal] = (await screen.all('alert')).filter((text) => /Nothing was stored\./.test(text));
	if (refusal) throw new Error(`The sign-in was refused: ${refusal}`);
	return (await screen.all('status')).join('\n');
}

/**
 * The pages of Mastodon and its kin, and of snac: name and password, and with some a second page that asks once more.
 * Ends when the window has closed.
 */
export async function passForm(
	window: SignInWindow,
	{ name, password }: Credentials,
): Promise<void> {
	// snac's form has no labels.
	await window.fill('textbox', undefined, name);
	await window.fillPassword(password);
	await window.click('button', /^(Log in|Authorize|OK)$/);
	await until('The form of the server is passed', () => formIsPassed(window));
	if (!window.isClosed()) await window.click('button', 'Authorize');
	await window.closed();
}

/** The pages of a square: handle and password, and the question whether the program may. Ends with the window. */
export async function passWindow(
	window: SignInWindow,
	{ handle, password }: Member,
	answer: 'Allow' | 'Deny' = 'Allow',
): Promise<void> {
	await window.fill('textbox', 'Handle or e-mail', handle);
	await window.fillPassword(password);
	await window.click('button', 'Sign in');
	await window.click('button', answer);
	await window.closed();
}

/** While a page goes and the next one comes, or the window closes, there is nothing to look at: that is a no. */
async function formIsPassed(window: SignInWindow): Promise<boolean> {
	if (window.isClosed()) return true;
	try {
		const fields = await window.all('textbox');
		return fields.length === 0 && (await window.all('button', 'Authorize')).length > 0;
	} catch {
		return window.isClosed();
	}
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
	const end = Date.now() + PATIENCE_MS;
	while (!(await holds())) {
		if (Date.now() > end) throw new Error(`${what}: not within ${PATIENCE_MS} ms.`);
		await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
	}
}
