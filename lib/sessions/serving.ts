import type { AccountUri, Services } from '../model';
import { type FoundService, NetworkProblem, networkOf } from '../networks';
import { forgetReading, readSession, updateSession } from '../store';
import { makeIo } from './io';
import { explained } from './permission';
import { NotSignedIn } from './problems';
import { surroundings } from './surroundings';

/**
 * Chooses who serves the timelines of an account; `undefined` is whom its server chose. What was read stays, and all
 * of it is read again from the top: another service has other cursors. Throws `NotSignedIn`.
 */
export async function chooseServices(
	account: AccountUri,
	services: Services | undefined,
	signal: AbortSignal,
): Promise<void> {
	// Whoever is reading now still asks the one before: what it stores must not pass for the new one's.
	await surroundings().locked(`sync:${account}`, signal, async () => {
		const known = await updateSession(account, (row) => {
			// What was told beside the old one's answers does not hold for the new one's.
			const { services: _, preferences: __, policies: ___, ...session } = row;
			return services === undefined ? session : { ...session, services };
		});
		if (!known) throw new NotSignedIn('no such session');
		await forgetReading(account);
	});
}

/**
 * Looks a service up by its raw name, for an account that may then choose it. Undefined when nobody of that name offers
 * one. Throws `NetworkProblem` or `NotSignedIn`.
 */
export async function lookUpService(
	account: AccountUri,
	name: string,
	signal: AbortSignal,
): Promise<FoundService | undefined> {
	const session = await readSession(account);
	if (!session) throw new NotSignedIn('no such session');
	const network = networkOf(session.network, await surroundings().networks());
	try {
		return await network?.service?.(name, makeIo(signal, { account }));
	} catch (error) {
		if (!(error instanceof NetworkProblem)) throw error;
		throw await explained(error, `https://${error.host}`, signal);
	}
}
