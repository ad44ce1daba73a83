import type { Account } from '../model';
import { type Generation, SAMPLE } from '../store';
import { sameAccount } from './identity';
import type { Talk } from './talk';

/** The person does not want this archive after all. */
export class Declined extends Error {}

export type Whose = { account: Account; stored?: Generation };

/** Whether an archive of this account said whose it is. */
function isUnknown({ key }: Account): boolean {
	return key.startsWith(UNKNOWN);
}

const UNKNOWN = 'tw:unknown-';

/**
 * The account that an archive is imported for, and what is stored of it. Archives that do not say whose they are
 * get an account of their own, named after `mark`, unless the very same archive was stored before; as soon as
 * something else is stored, only the person knows and is asked.
 * @param mark names the archive, as in `markOf`
 * @throws Declined
 */
export async function whose(
	found: Account,
	mark: string,
	all: readonly Generation[],
	ask: Talk['ask'],
): Promise<Whose> {
	const known = found.handle !== '' || found.key !== 'tw:@';
	const account = known ? found : { ...found, key: UNKNOWN + mark.replace(/^\w+:/, '') };
	const stored = known ? sameAccount(all, found) : sameArchive(all, account, mark);
	if (stored)
		return { account: known ? { ...found, key: stored.account.key } : stored.account, stored };
	// An invented one is nobody's: nothing is to be decided beside it.
	const accounts = all.map(({ account: one }) => one).filter(({ key }) => key !== SAMPLE);
	const candidates = known ? accounts.filter(isUnknown) : accounts;
	const [first] = accounts;
	if (!first) return { account };
	const choice = await ask(
		candidates.length > 0
			? { kind: 'whose', found: account, known, candidates }
			: { kind: 'other-account', stored: first, found: account },
	);
	const [what, rest] = [choice.split(':', 1)[0], choice.slice(choice.indexOf(':') + 1)];
	const same = what === 'same' ? all.find((one) => one.account.key === rest) : undefined;
	if (same) return { account: known ? { ...found, key: rest } : same.account, stored: same };
	if (what === 'own') return { account: { ...account, name: rest.trim() } };
	if (choice === 'import') return { account };
	throw new Declined();
}

function sameArchive(
	all: readonly Generation[],
	{ key }: Account,
	mark: string,
): Generation | undefined {
	return all.find(
		({ account, imports }) =>
			account.key === key || imports.some(({ id }) => id.endsWith(`@${mark}`)),
	);
}
