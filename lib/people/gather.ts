import type { Account, AccountUri, Instant, SaidOfTwo } from '../model';
import { between, type Directory, type Evidence, namingsBetween, strengthOf } from './evidence';

/** An account of one human, and why it is thought to be theirs; of the account that was asked for: nothing. */
export type Member = { account: Account; evidence: readonly Evidence[] };

/** The accounts of one human, as far as they are known. */
export type SamePerson = {
	/** The account that was asked for, and all that are proven or said to be of the same human. */
	members: readonly Member[];
	/** Only one side says so: offered, and joined with nobody. Those whom the person's own profiles name come first. */
	perhaps: readonly Member[];
	/** The person says that these are somebody else. */
	apart: readonly { account: Account; at: Instant }[];
};

export type Surroundings = {
	directory: Directory;
	/** Accounts that I am signed in to, and those of my archives. */
	mine: ReadonlyMap<AccountUri, 'signedIn' | 'imported'>;
	said: readonly SaidOfTwo[];
};

/** Nobody has more accounts than this that anybody could look through. */
const MOST = 30;

/** Gathers the accounts of one human around one of them. Pure: everything that is known comes with `around`. */
export function gather(start: Account, around: Surroundings): SamePerson {
	const members = new Map<AccountUri, Member>([[start.key, { account: start, evidence: [] }]]);
	const seen = new Map<AccountUri, Account>();
	for (const { account } of members.values()) {
		for (const other of near(account, around)) {
			seen.set(other.key, other);
			if (members.has(other.key) || members.size >= MOST) continue;
			if (saidOf(other, members, around, false)) continue;
			const evidence = evidenceOf(other, members, around);
			if (joins(evidence)) members.set(other.key, { account: other, evidence });
		}
	}
	// Only now is known to whom all of those are near that came into it early.
	const left = [...seen.values()].filter(({ key }) => !members.has(key));
	const said = left.map((account) => ({ account, no: saidOf(account, members, around, false) }));
	const perhaps = said
		.filter(({ no }) => no === undefined)
		.map(({ account }) => ({ account, evidence: evidenceOf(account, members, around) }))
		.filter(({ evidence }) => strengthOf(evidence) === 'claimed');
	return {
		members: [...members.values()],
		perhaps: perhaps.slice(0, MOST),
		apart: said.flatMap(({ account, no }) => (no ? [{ account, at: no.at }] : [])),
	};
}

function joins(evidence: readonly Evidence[]): boolean {
	const strength = strengthOf(evidence);
	return strength === 'proven' || strength === 'said';
}

/** Everybody whom anything ties to an account. */
function near(account: Account, { directory, mine, said }: Surroundings): readonly Account[] {
	const byName = directory.names(account).flatMap(({ token }) => directory.called(token));
	const told = said.flatMap(({ one, other }) =>
		one === account.key ? [other] : other === account.key ? [one] : [],
	);
	const own = mine.has(account.key) ? [...mine.keys()] : [];
	const known = [...told, ...own].flatMap((key) => directory.account(key) ?? []);
	const all = [...known, ...byName, ...directory.naming(account)];
	return [...new Map(all.map((one) => [one.key, one])).values()].filter(
		({ key }) => key !== account.key,
	);
}

function evidenceOf(
	other: Account,
	members: ReadonlyMap<AccountUri, Member>,
	around: Surroundings,
): readonly Evidence[] {
	const found: Evidence[] = [...members.values()].flatMap(({ account }) =>
		between(account, other, namingsBetween(account, other, around.directory)),
	);
	const how = around.mine.get(other.key);
	if (how && [...members.keys()].some((key) => around.mine.has(key))) {
		found.unshift({ kind: 'mine', how });
	}
	const same = saidOf(other, members, around, true);
	if (same) found.push({ kind: 'said', at: same.at });
	return found;
}

/** What the person said of an account and one of these. */
function saidOf(
	{ key }: Account,
	members: ReadonlyMap<AccountUri, Member>,
	{ said }: Surroundings,
	same: boolean,
): SaidOfTwo | undefined {
	return said.find(
		(one) =>
			one.same === same &&
			((one.one === key && members.has(one.other)) || (one.other === key && members.has(one.one))),
	);
}
