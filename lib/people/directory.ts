import type { Account, AccountUri } from '../model';
import type { Directory } from './evidence';
import { calledBy, type Naming, namesIn } from './named';

/** Everybody who is known, found by what they are called and by whom they name. */
export type Register = Directory & { add(account: Account): void };

/**
 * An empty register. Tens of thousands are put into it to ask about a few: what a profile says is read only where it
 * holds the letters that are looked for.
 */
export function createRegister(): Register {
	const accounts = new Map<AccountUri, Account>();
	const letters = new Map<Account, string>();
	const byLetters = new Map<string, Account[]>();
	const names = new Map<AccountUri, readonly Naming[]>();
	const namesOf = (account: Account): readonly Naming[] => {
		const known = names.get(account.key) ?? namesIn(account);
		names.set(account.key, known);
		return known;
	};
	return {
		add(account) {
			if (accounts.has(account.key)) return;
			accounts.set(account.key, account);
			const said = lettersOf(account);
			if (said !== '') letters.set(account, said);
			const { key, url, handle } = account;
			for (const one of new Set([key, url ?? key, handle.toLowerCase()])) {
				const there = byLetters.get(one);
				if (there) there.push(account);
				else byLetters.set(one, [account]);
			}
		},
		account: (key) => accounts.get(key),
		called(token) {
			const handle = token.replace(/^@|^\w+ /, '');
			const near = [token, `${token}/`, handle].flatMap((one) => byLetters.get(one) ?? []);
			return [...new Set(near)].filter((one) => calledBy(one).includes(token));
		},
		names: namesOf,
		naming(account) {
			const tokens = calledBy(account);
			const parts = tokens.map((token) => token.toLowerCase().replace(/^@|^\w+ |^https?:\/\//, ''));
			const near = [...letters].filter(([, said]) => parts.some((part) => said.includes(part)));
			return near
				.map(([one]) => one)
				.filter((one) => namesOf(one).some(({ token }) => tokens.includes(token)));
		},
	};
}

/** Everything in which a profile could name somebody, in small letters. */
function lettersOf({ bio, fields = [], moved }: Account): string {
	const texts = [...(bio ? [bio] : []), ...fields.map(({ value }) => value)];
	const said = texts.flatMap(({ text, facets = [] }) => [
		text,
		...facets.map((facet) =>
			facet.type === 'link' ? facet.href : facet.type === 'mention' ? (facet.account ?? '') : '',
		),
	]);
	return [...said, moved?.account ?? ''].join('\n').trim().toLowerCase();
}
