import type { Account, Relationship } from '../model';
import { NetworkProblem } from '../networks';
import { type CsvKind, csvOf, listOfMine } from '../people';
import { type Me, NotSignedIn } from '../sessions';
import { readAccounts, readNamed, readRelationship, readSettings, relationshipsOf } from '../store';
import { fetchNamedSources } from '../timeline';
import type { Missing } from './format';
import { fewLines, lines, type Made } from './lines';
import type { Known } from './rows';

const NAMES: Readonly<Record<CsvKind, string>> = {
	following: 'following_accounts',
	blocks: 'blocked_accounts',
	mutes: 'muted_accounts',
};
const IS_ON: Readonly<Record<CsvKind, (one: Relationship) => boolean>> = {
	following: ({ following, requested }) => (following ?? requested) === true,
	blocks: ({ blocking }) => blocking === true,
	mutes: ({ muting }) => muting === true,
};

type List = { accounts: Account[]; relationships: Relationship[] };

/**
 * Whom my accounts follow, block and mute, and their lists: as their servers tell now. Where one does not, what is
 * stored goes in, and `missing` is told. And who is one person, as its owner said.
 */
export async function* people(
	mine: readonly Me[],
	missing: (what: Missing) => void,
	signal: AbortSignal,
): AsyncGenerator<Made> {
	const all: Known[] = [];
	for (const me of mine) {
		for (const kind of kindsOf(me)) {
			const list = await asked(me, signal, () => listOfMine(me.account, kind, signal));
			if (!list) missing({ account: me.handle, what: kind });
			const found = list ?? (await storedList(me, kind));
			all.push(...(await knownIn(me, found)));
			yield* csv(me, kind, found);
		}
		if (!(await asked(me, signal, () => fetchNamedSources(me.account, signal).then(() => true))))
			missing({ account: me.handle, what: 'lists' });
	}
	const once = new Map(
		all.map((one) => [`${one.relationship.by} ${one.relationship.account}`, one]),
	);
	yield* lines(
		'people',
		(n) => `people-${n}.ndjson`,
		(async function* () {
			yield [...once.values()];
		})(),
	);
	yield* fewLines('lists', await readNamed());
	yield* fewLines('persons', (await readSettings()).persons);
}

function kindsOf({ features }: Me): CsvKind[] {
	const more = (['blocks', 'mutes'] as const).filter((kind) => features.includes(kind));
	return ['following', ...more];
}

/** What a server answers; undefined when it does not, or the account is signed in no more. */
async function asked<T>(
	me: Me,
	signal: AbortSignal,
	ask: () => Promise<T>,
): Promise<T | undefined> {
	if (me.state !== 'active') return undefined;
	try {
		return await ask();
	} catch (error) {
		signal.throwIfAborted();
		if (error instanceof NetworkProblem || error instanceof NotSignedIn) return undefined;
		throw error;
	}
}

async function storedList({ account }: Me, kind: CsvKind): Promise<List> {
	const relationships = (await relationshipsOf(account)).filter(IS_ON[kind]);
	const accounts = await readAccounts(relationships.map((one) => one.account));
	return { accounts: [...accounts.values()], relationships };
}

async function knownIn(me: Me, { accounts, relationships }: List): Promise<Known[]> {
	const told = new Map(relationships.map((one) => [one.account, one]));
	const found: Known[] = [];
	for (const account of accounts) {
		const one = told.get(account.key) ?? (await readRelationship(me.account, account.key));
		if (!one) continue;
		const { labels: _, ...relationship } = one;
		found.push({ account, relationship });
	}
	return found;
}

/** As Mastodon's settings import it; nothing where nobody in it has such a handle. */
function csv({ handle }: Me, kind: CsvKind, list: List): Made[] {
	const text = csvOf(kind, list);
	const empty = csvOf(kind, { accounts: [], relationships: [] });
	if (text === empty) return [];
	const folder = handle.replace(/[^\p{L}\p{N}@._-]/gu, '_');
	const path = `csv/${folder}/${NAMES[kind]}.csv`;
	return [{ path, part: 'csv', body: new Blob([text]), pack: true }];
}
