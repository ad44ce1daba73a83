import type { AccountUri, Reading, Rule, Server } from '../model';
import { NetworkProblem, networkOf, type Paper } from '../networks';
import {
	putReadings,
	putRules,
	putServer,
	readBudgets,
	readServer,
	readSession,
	type ServerRow,
} from '../store';
import { ioWithoutSession } from './io';
import { explained } from './permission';
import { ServerUnknown } from './problems';
import { surroundings } from './surroundings';

const READ_FOR_MS = 24 * 60 * 60_000;

/** A server as it was last read. Topic `servers`. */
export const server = readServer;
/** What was asked of each server, and what may be. Topic `budgets`. */
export const budgets = readBudgets;

/** Reads a known server again: rules, limits, features. Throws `NetworkProblem`, or `ServerUnknown` when it is not stored. */
export async function refreshServer(
	host: string,
	signal: AbortSignal = new AbortController().signal,
): Promise<ServerRow> {
	const known = await readServer(host);
	const network = known && networkOf(known.network, await surroundings().networks());
	if (!known || !network?.refresh)
		throw new ServerUnknown({ key: 'serverNotAnAddress', parameters: { typed: host } });
	try {
		return await keepServer(await network.refresh(known, ioWithoutSession(signal)));
	} catch (error) {
		throw error instanceof NetworkProblem ? await explained(error, known.origin, signal) : error;
	}
}

/**
 * Reads the server of an account again where that was not done for a day: what its community expects changes, and what
 * is too old stops whatever goes by itself. Throws as `refreshServer`; what was known before stays.
 */
export async function learnServer(by: AccountUri): Promise<void> {
	const me = await readSession(by);
	if (me?.state !== 'active') return;
	const { signal } = new AbortController();
	await surroundings().locked(`server:${me.host}`, signal, async () => {
		if (await isServerDue(me.host)) await refreshServer(me.host, signal);
	});
}

/** Whether a server was not read for a day, or never. Asks nobody. */
export async function isServerDue(host: string): Promise<boolean> {
	const age = surroundings().now() - ((await readServer(host))?.readAt ?? 0);
	return age < 0 || age >= READ_FOR_MS;
}

/**
 * Stores a server that was just read, with the time that its last answer took, and its rules with their history. One
 * that lists none keeps those that were found in its terms.
 */
export async function keepServer(server: Server): Promise<ServerRow> {
	const ms = (await readBudgets()).find(({ host }) => host === server.host)?.times[0];
	const readings = server.rules && (await readingsOf(server.rules));
	const row = {
		...(server.rules ? {} : fromTerms(await readServer(server.host))),
		...server,
		...(ms === undefined ? {} : { ms }),
		...(readings ? { readings } : {}),
	};
	await putServer(row);
	if (server.rules) await putRules(server.host, server.rules, server.readAt);
	return row;
}

function fromTerms(known: ServerRow | undefined): Partial<ServerRow> {
	const { rules, readings, termsReadAt } = known ?? {};
	if (!rules || termsReadAt === undefined) return {};
	return { rules, termsReadAt, ...(readings ? { readings } : {}) };
}

/** Takes the terms of a server that lists no rules for its rules, with their history; without any, nothing changes. */
export async function keepTerms(row: ServerRow, papers: readonly Paper[]): Promise<ServerRow> {
	if (row.rules && row.termsReadAt === undefined) return row;
	const rules = rulesIn(papers);
	if (rules.length === 0) return row;
	const termsReadAt = surroundings().now();
	const next = { ...row, rules, readings: await readingsOf(rules), termsReadAt };
	await putServer(next);
	await putRules(row.host, rules, termsReadAt);
	return next;
}

/** Each paragraph of the terms is a rule; the same words twice are one. */
function rulesIn(papers: readonly Paper[]): readonly Rule[] {
	const rules = new Map<string, Rule>();
	for (const { kind, url, text } of papers) {
		if (kind !== 'terms') continue;
		for (const part of text.split(/\n{2,}/)) {
			const words = part.trim();
			if (words !== '' && !rules.has(words))
				rules.set(words, { id: `terms ${rules.size + 1}`, text: words, url });
		}
	}
	return [...rules.values()];
}

/** Reads the rules of an account's server where they are stored and nobody has read them yet. Asks nobody. */
export async function learnRules(by: AccountUri): Promise<void> {
	const me = await readSession(by);
	const row = me && (await readServer(me.host));
	if (!row?.rules || row.readings) return;
	await putReadings(row.host, row.rules, await readingsOf(row.rules));
}

export async function readingsOf(rules: readonly Rule[]): Promise<readonly Reading[]> {
	return (await import('../norms/rules')).readRules(rules);
}
