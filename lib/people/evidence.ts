import type { Account, AccountUri, Instant } from '../model';
import type { How, Naming } from './named';

/** A profile that names another account, and how. */
export type Named = Naming & {
	from: Account;
	to: Account;
	/** The name is that of several accounts that are stored: nobody knows which of them is meant. */
	unsure: boolean;
};

/**
 * Why two accounts may be one human. Of two sides: `mutual`: each profile names the other; `verified`: the profile of
 * `by` links to that of `of`, and a server saw that page lead back; `domain`: the same of the front page of a domain,
 * and the handle of `of` is that domain. Of one side: `named`: only the profile of `by` names `of`; `both`: two of one
 * network mention each other, as friends do. `mine`: I am signed in to it, or imported it. `said`: the person says so.
 */
export type Evidence =
	| { kind: 'mutual' | 'both'; by: Account; of: Account }
	| { kind: 'verified' | 'domain'; by: Account; of: Account; at: Instant }
	| { kind: 'named'; by: Account; of: Account; how: How }
	| { kind: 'mine'; how: 'signedIn' | 'imported' }
	| { kind: 'said'; at: Instant };

/** `claimed` is what one side says alone, and joins nobody. */
export type Strength = 'said' | 'proven' | 'claimed';

export function strengthOf(all: readonly Evidence[]): Strength | undefined {
	const kinds = new Set(all.map(({ kind }) => kind));
	const has = (...some: Evidence['kind'][]) => some.some((kind) => kinds.has(kind));
	if (has('mutual', 'verified', 'domain')) return 'proven';
	if (has('said', 'mine')) return 'said';
	return has('named', 'both') ? 'claimed' : undefined;
}

/** What two profiles say of each other. `named`: every naming between the two. */
export function between(
	one: Account,
	other: Account,
	named: readonly Named[],
): readonly Evidence[] {
	const there = named.filter(({ from, to }) => from.key === one.key && to.key === other.key);
	const back = named.filter(({ from, to }) => from.key === other.key && to.key === one.key);
	const seen = [...there, ...back].flatMap(seenBack);
	const sure = [there, back].map((side) => side.filter(({ unsure }) => !unsure));
	if (sure.every((side) => side.length > 0)) {
		// Couples and colleagues mention each other; the lines of a profile are for what is one's own.
		const apart = one.network !== other.network;
		const owned = sure.every((side) => side.some(({ how }) => how !== 'bio'));
		return [...seen, { kind: apart || owned ? 'mutual' : 'both', by: one, of: other }];
	}
	if (seen.length > 0) return seen;
	const [claim] = [...there, ...back];
	return claim ? [{ kind: 'named', by: claim.from, of: claim.to, how: claim.how }] : [];
}

function seenBack({ from, to, how, at, unsure }: Named): Evidence[] {
	if (unsure || at === undefined || (how !== 'verified' && how !== 'domain')) return [];
	return [{ kind: how, by: from, of: to, at }];
}

/** Whom a name means, among everybody who is known. */
export type Directory = {
	/** By key. */
	account(key: AccountUri): Account | undefined;
	/** Every account that `token` names. */
	called(token: string): readonly Account[];
	/** What this profile says. */
	names(account: Account): readonly Naming[];
	/** Accounts whose profile names this one. */
	naming(account: Account): readonly Account[];
};

/** Every naming between these two. */
export function namingsBetween(
	one: Account,
	other: Account,
	{ names, called }: Pick<Directory, 'names' | 'called'>,
): readonly Named[] {
	const from = (a: Account, b: Account): Named[] =>
		names(a).flatMap((naming) => {
			const meant = called(naming.token);
			if (!meant.some(({ key }) => key === b.key)) return [];
			return [{ ...naming, from: a, to: b, unsure: meant.length > 1 }];
		});
	return [...from(one, other), ...from(other, one)];
}
