import type { Account, AccountUri, SaidOfTwo } from '../model';
import { sessions } from '../sessions';
import { changeList, everybody, readSettings } from '../store';
import { archivedAccounts, archivedNamesIn, archivedPerson } from './archived';
import { createRegister, type Register } from './directory';
import { gather, type SamePerson, type Surroundings } from './gather';
import { calledBy } from './named';

/**
 * The accounts of the human behind one of them, with the evidence, out of what is stored: nobody is asked. Undefined
 * where nothing is known of the account.
 */
export async function samePerson(key: AccountUri): Promise<SamePerson | undefined> {
	const [mine, archives, { persons }] = await Promise.all([
		sessions(),
		archivedAccounts(),
		readSettings(),
	]);
	const register = createRegister();
	for (const account of archives) register.add(account);
	for await (const some of everybody()) for (const account of some) register.add(account);
	// What the person joined may be known from archives alone, or not at all any more.
	for (const one of persons.flatMap(({ one, other }) => [one, other])) {
		if (!register.account(one)) register.add(archivedPerson(one) ?? unknown(one));
	}
	const start = register.account(key) ?? archivedPerson(key);
	if (!start) return undefined;
	register.add(start);
	const around: Surroundings = {
		directory: register,
		mine: new Map([
			...archives.map((one) => [one.key, 'imported'] as const),
			...mine.map(({ account }) => [account, 'signedIn'] as const),
		]),
		said: persons,
	};
	if (archives.length === 0) return gather(start, around);
	addArchivedNames(
		gather(start, around).members.map(({ account }) => account),
		register,
	);
	return gather(start, around);
}

/** Whom profiles name by a handle that only an archive may know; whose archive is imported is known already. */
function addArchivedNames(members: readonly Account[], register: Register): void {
	for (const one of members) {
		for (const found of archivedNamesIn(one)) {
			const isKnown = calledBy(found).some((token) => register.called(token).length > 0);
			if (!isKnown) register.add(found);
		}
	}
}

const unknown = (key: AccountUri): Account => ({ key, handle: key, name: key });

/** The person says that two accounts are one human. */
export function join(one: AccountUri, other: AccountUri): Promise<void> {
	return say(one, [other], true);
}

/** The person says that an account belongs to none of these. */
export function part(one: AccountUri, others: readonly AccountUri[]): Promise<void> {
	return say(one, others, false);
}

/** Forgets what the person said of an account and these: what profiles say counts again. */
export function takeBack(one: AccountUri, others: readonly AccountUri[]): Promise<void> {
	return changeList('persons', (all) => without(all, one, others));
}

function say(one: AccountUri, others: readonly AccountUri[], same: boolean): Promise<void> {
	const at = Date.now();
	return changeList('persons', (all) => [
		...without(all, one, others),
		...others.filter((other) => other !== one).map((other) => ({ one, other, same, at })),
	]);
}

function without(
	all: readonly SaidOfTwo[],
	one: AccountUri,
	others: readonly AccountUri[],
): readonly SaidOfTwo[] {
	const isOf = (a: AccountUri, b: AccountUri) => a === one && others.includes(b);
	return all.filter((said) => !isOf(said.one, said.other) && !isOf(said.other, said.one));
}
