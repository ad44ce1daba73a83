import type { AccountUri, Instant, Reach, RefusalList, RefusedServer } from '../model';
import { putRefusals, readRefusals, readSession } from '../store';
import { asking, type Me, sessions } from './asking';
import { surroundings } from './surroundings';

const READ_FOR_MS = 24 * 60 * 60_000;

/**
 * Asks an account's own server which others it refuses, at most once a day; `anew`: now. Nothing is asked of any other
 * server. Throws `NetworkProblem`; what was known before stays.
 */
export async function learnRefusals(by: AccountUri, how: { anew?: true } = {}): Promise<void> {
	const me = await readSession(by);
	const domain = me && domainOf(me);
	if (domain === undefined || me?.state !== 'active') return;
	const { locked, now } = surroundings();
	await locked(`refusals:${domain}`, new AbortController().signal, async () => {
		const age = now() - ((await readRefusals()).get(domain)?.readAt ?? 0);
		if (!how.anew && age >= 0 && age < READ_FOR_MS) return;
		await asking(by, async (network, session, io) => {
			if (!network.refusals) return;
			const refused = await network.refusals(session, io);
			await putRefusals({ domain, readAt: now(), ...(refused ? { refused } : {}) });
		});
	});
}

/**
 * What is known of whether an account's posts reach each of these hosts: from what servers of mine say they refuse, in
 * either direction. Asks nobody. Empty for accounts of networks whose servers refuse none as a whole, and without the
 * account's own host.
 */
export async function reachOf(by: AccountUri, hosts: readonly string[]): Promise<Reach[]> {
	const wanted = [...new Set(hosts.map(normal))];
	if (wanted.length === 0) return [];
	const [all, lists] = await Promise.all([sessions(), readRefusals()]);
	const me = all.find(({ account }) => account === by);
	const from = me && domainOf(me);
	if (!me || from === undefined) return [];
	const digests = await digestsOf([...wanted, ...all.flatMap((one) => domainOf(one) ?? [])]);
	const between = (one: string, to: string) => judged(one, to, lists, digests);
	const others = all.filter(
		({ account, network, state }) => account !== by && network === me.network && state === 'active',
	);
	return wanted
		.filter((to) => to !== from)
		.map((to) => {
			const found = between(from, to);
			if (found.state === 'open' || found.state === 'unknown') return found;
			const instead = others.filter((one) => reaches(one, to, between)).map(({ handle }) => handle);
			return instead.length > 0 ? { ...found, instead } : found;
		});
}

/** Those of an own server are reached, and those whom both servers say they do not refuse. */
function reaches(me: Me, to: string, between: (from: string, to: string) => Reach): boolean {
	const from = domainOf(me);
	return from !== undefined && (from === to || between(from, to).state === 'open');
}

/** What stands behind the @; undefined where handles have no such part. */
function domainOf({ handle }: Pick<Me, 'handle'>): string | undefined {
	const [, domain] = handle.split('@');
	return domain === undefined ? undefined : normal(domain);
}

function normal(host: string): string {
	const address = `https://${host}`;
	return URL.canParse(address) ? new URL(address).host : host.toLowerCase();
}

type Lists = ReadonlyMap<string, RefusalList>;
type Digests = ReadonlyMap<string, string>;

/** Of two lists the graver word counts, and of two alike that of the account's own server. */
function judged(from: string, to: string, lists: Lists, digests: Digests): Reach {
	const [mine, theirs] = [lists.get(from), lists.get(to)];
	const found = [
		{ by: 'from' as const, list: mine, said: saidOf(to, mine, digests) },
		{ by: 'to' as const, list: theirs, said: saidOf(from, theirs, digests) },
	];
	for (const state of ['blocked', 'limited'] as const) {
		for (const { by, list, said } of found) {
			if (list && typeof said === 'object' && said.state === state)
				return { from, to, by, ...saying(said, list.readAt) };
		}
	}
	const isOpen = found.every(({ said }) => said === 'none');
	return { from, to, state: isOpen ? 'open' : 'unknown' };
}

function saying({ state, comment }: RefusedServer, readAt: Instant) {
	return { state, readAt, ...(comment === undefined ? {} : { comment }) };
}

/** What a list says of a host or of a domain above it. `hidden`: it does not say, or a masked line may mean it. */
function saidOf(
	host: string,
	list: RefusalList | undefined,
	digests: Digests,
): RefusedServer | 'none' | 'hidden' {
	const refused = list?.refused;
	if (!refused) return 'hidden';
	const names = parts(host);
	const hashes = names.flatMap((one) => digests.get(one) ?? []);
	const isMeant = ({ domain, digest = '' }: RefusedServer) =>
		hashes.includes(digest) || names.includes(domain.replace(/^\*\./, ''));
	const meant = refused.filter(isMeant);
	const worst = meant.find(({ state }) => state === 'blocked') ?? meant[0];
	if (worst) return worst;
	const masked = refused.some(
		({ domain, digest }) => digest === undefined && names.some((name) => fits(name, domain)),
	);
	return masked ? 'hidden' : 'none';
}

/** Whether a masked domain may be this one: each `*` hides one letter. */
function fits(name: string, masked: string): boolean {
	if (!masked.includes('*') || name.length !== masked.length) return false;
	for (let at = 0; at < name.length; at += 1)
		if (masked[at] !== '*' && masked[at] !== name[at]) return false;
	return true;
}

/** SHA-256 of each host and of the domains above it, in hex. */
export async function digestsOf(hosts: Iterable<string>): Promise<ReadonlyMap<string, string>> {
	const digests = new Map<string, string>();
	for (const host of hosts)
		for (const part of parts(host)) if (!digests.has(part)) digests.set(part, await hex(part));
	return digests;
}

/** A host and the domains above it: to refuse one refuses all that lies below. */
function parts(host: string): string[] {
	const names = host.split('.');
	return names.map((_, at) => names.slice(at).join('.'));
}

async function hex(text: string): Promise<string> {
	const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
	return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
