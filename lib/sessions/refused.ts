import type { RefusedServer } from '../model';
import { hostsOfPeople } from '../store';
import { digestsOf } from './reach';

/** A refused server under its whole name. `known`: somebody of there is stored here. */
type NamedRefusal = RefusedServer & { known?: true };

/**
 * Refused servers by name: those that the list names, and of those whose letters it hides the ones whose digest is that of
 * a host (or of a domain above it) of somebody who is stored here. `hidden`: of how many nobody can tell. Those that are
 * known come first. Asks nobody.
 */
export async function namesOf(
	refused: readonly RefusedServer[],
): Promise<{ named: readonly NamedRefusal[]; hidden: number }> {
	const digests = await digestsOf(await hostsOfPeople());
	const byDigest = new Map([...digests].map(([host, digest]) => [digest, host]));
	const named = refused.flatMap((one): NamedRefusal[] => {
		const host = byDigest.get(one.digest ?? '');
		const isHidden = one.domain.replace(/^\*\./, '').includes('*');
		if (host === undefined && isHidden) return [];
		const domain = host ?? one.domain;
		const known = digests.has(domain.replace(/^\*\./, ''));
		return [{ ...one, domain, ...(known ? { known } : {}) }];
	});
	return {
		named: named.sort(
			(a, b) =>
				Number(b.known ?? false) - Number(a.known ?? false) || (a.domain < b.domain ? -1 : 1),
		),
		hidden: refused.length - named.length,
	};
}
