import type { AccountUri } from '../model';
import { readSession, updateSession } from '../store';
import { asking } from './asking';
import { readingsOf } from './servers';
import { surroundings } from './surroundings';

const READ_FOR_MS = 24 * 60 * 60_000;

/**
 * Asks what those who label for an account say that they look at, at most once a day. It stands with the account, and
 * goes with it. Throws `NetworkProblem` and `NotSignedIn`; what was known before stays.
 */
export async function learnPolicies(by: AccountUri): Promise<void> {
	const { locked, now } = surroundings();
	await locked(`policies:${by}`, new AbortController().signal, async () => {
		const me = await readSession(by);
		const age = now() - (me?.policies?.readAt ?? 0);
		if (me?.state !== 'active' || (age >= 0 && age < READ_FOR_MS)) return;
		await asking(by, async (network, session, io) => {
			if (!network.policies) return;
			const all = await network.policies(session, io);
			const readings = await readingsOf(all.flatMap(({ rules }) => rules));
			const policies = { readAt: now(), all, readings };
			await updateSession(by, (row) => ({ ...row, policies }));
		});
	});
}
