import type { Account, AccountUri, PostUri, Text } from '../model';
import { NetworkProblem } from '../networks';
import { type Me, NotSignedIn, sessions } from '../sessions';
import { type FoundThere, findPeople } from './find';

/** What my servers have found so far, each thing once, in the order in which it came. */
export type FoundEverywhere = {
	posts: readonly PostUri[];
	accounts: readonly Account[];
	/** With the account of mine whose server told it first. */
	tags: readonly { tag: string; by: AccountUri }[];
	/** Hosts that have not answered yet. */
	waiting: readonly string[];
	failed: readonly { host: string; text: Text }[];
};

type Answer = { me: Me } & ({ found: FoundThere } | { failure: unknown });

/**
 * Searches on the server of every account of mine, on each server once and on each by itself: what is known so far
 * comes after every answer, and none waits for another. What a server does wrong is named; whatever else fails is
 * thrown. Ends when all have answered.
 */
export async function* findEverywhere(
	query: string,
	signal: AbortSignal,
): AsyncGenerator<FoundEverywhere, void> {
	const asked = await askable();
	const open = new Map(
		asked.map((me): [string, Promise<Answer>] => [me.host, answerOf(query, me, signal)]),
	);
	let all: FoundEverywhere = {
		posts: [],
		accounts: [],
		tags: [],
		waiting: [...open.keys()],
		failed: [],
	};
	yield all;
	while (open.size > 0) {
		const answer = await Promise.race(open.values());
		signal.throwIfAborted();
		open.delete(answer.me.host);
		all = { ...joined(all, answer), waiting: [...open.keys()] };
		yield all;
	}
}

/** One account for each server that can search. */
async function askable(): Promise<Me[]> {
	const active = (await sessions()).filter(
		({ state, features }) => state === 'active' && features.includes('search'),
	);
	return active.filter(({ host }, i) => active.findIndex((me) => me.host === host) === i);
}

async function answerOf(query: string, me: Me, signal: AbortSignal): Promise<Answer> {
	try {
		return { me, found: await findPeople(query, me.account, signal) };
	} catch (failure) {
		return { me, failure };
	}
}

function joined(all: FoundEverywhere, answer: Answer): FoundEverywhere {
	if ('failure' in answer) {
		const { failure, me } = answer;
		if (!(failure instanceof NetworkProblem || failure instanceof NotSignedIn)) throw failure;
		return { ...all, failed: [...all.failed, { host: me.host, text: failure.text }] };
	}
	const { found, me } = answer;
	const known = new Set(all.tags.map(({ tag }) => tag.toLowerCase()));
	const tags = found.tags.filter((tag) => !known.has(tag.toLowerCase()));
	const accounts = [...all.accounts, ...found.accounts];
	return {
		...all,
		posts: [...new Set([...all.posts, ...found.posts])],
		accounts: [...new Map(accounts.map((one) => [one.key, one])).values()],
		tags: [...all.tags, ...tags.map((tag) => ({ tag, by: me.account }))],
	};
}
