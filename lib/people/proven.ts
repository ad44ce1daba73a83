import type { Account, Identity, SaidOfTwo } from '../model';
import { accountsAt, accountsCalled, readAccounts, readSettings } from '../store';
import { mentionsIn } from '../text';
import { createRegister } from './directory';
import { gather } from './gather';
import { namesIn } from './named';

/** More names than this are not looked up. */
const MOST = 20;

/**
 * Of the people whom a text names by their whole handles: those who are somebody on another network too, because their
 * profiles prove it or the person says so; what one of them claims alone may be anybody's. Only people who were seen
 * before are known: nobody is asked.
 */
export async function provenIn(text: string): Promise<readonly (readonly Identity[])[]> {
	if (!text.includes('@')) return [];
	const handles = [...new Set(mentionsIn(text).map(({ handle }) => handle.toLowerCase()))];
	const whole = handles.filter((handle) => handle.includes('.')).slice(0, MOST);
	if (whole.length === 0) return [];
	const { persons } = await readSettings();
	const people = await Promise.all(whole.map((handle) => identitiesOf(handle, persons)));
	return people.filter((one) => new Set(one.map(({ network }) => network)).size > 1);
}

async function identitiesOf(
	handle: string,
	said: readonly SaidOfTwo[],
): Promise<readonly Identity[]> {
	const named = await called(handle);
	const register = createRegister();
	for (const one of named) for (const other of await near(one, said)) register.add(other);
	const members = named.flatMap((one) =>
		gather(one, { directory: register, mine: new Map(), said }).members.map(
			({ account }) => account,
		),
	);
	const once = new Map([...named, ...members].map((one) => [one.key, one]));
	return [...once.values()].flatMap(({ network, handle: own }) =>
		network === undefined ? [] : [{ network, handle: own }],
	);
}

/** An account, whom its profile names, and whom the person joined with it. */
async function near(one: Account, said: readonly SaidOfTwo[]): Promise<readonly Account[]> {
	const tokens = [...new Set(namesIn(one).map(({ token }) => token))];
	const handles = tokens.flatMap((token) => (token.startsWith('@') ? [token.slice(1)] : []));
	const addresses = new Set(tokens.filter((token) => /^https?:/.test(token)));
	const joined = said.flatMap(({ one: a, other: b }) =>
		a === one.key ? [b] : b === one.key ? [a] : [],
	);
	const [byHandle, byAddress, byKey] = await Promise.all([
		Promise.all(handles.map(called)),
		addresses.size > 0 ? accountsAt(addresses) : [],
		readAccounts([...tokens, ...joined]),
	]);
	return [one, ...byHandle.flat(), ...byAddress, ...byKey.values()];
}

/** Everybody of that handle: of two of one network nobody knows who is meant. */
async function called(handle: string): Promise<readonly Account[]> {
	const found = await accountsCalled(handle, MOST);
	return found.filter((one) => one.handle.toLowerCase() === handle);
}
