import { writtenDown } from '../../components/shared/said';
import { learnServer, sessions } from '../../lib/sessions';

/** Reading comes first, and a day is long. */
const WAIT_MS = 60_000;
const AGAIN_MS = 60 * 60_000;

/**
 * Counts, once a day, how much each account of mine spreads and talks, and reads what its server expects, while the tab
 * is open.
 */
export function keepCounted(): () => void {
	const ending = new AbortController();
	let timer: ReturnType<typeof setTimeout>;
	const look = async () => {
		timer = setTimeout(run, AGAIN_MS);
		const { countDaily } = await import('../../lib/balance');
		for (const { account, state } of await sessions()) {
			if (state !== 'active') continue;
			// Where the server does not answer it is tried again in an hour.
			await countDaily(account, ending.signal).catch(writtenDown);
			await learnServer(account).catch(writtenDown);
		}
	};
	const run = () => look().catch(reportError);
	timer = setTimeout(run, WAIT_MS);
	return () => {
		clearTimeout(timer);
		ending.abort();
	};
}
