import { isUntidy, type SearchClient } from '../../lib/search';
import { onChange } from '../../lib/store';

/** What is read first comes first. */
const WAIT_MS = 5000;

/**
 * Starts the tab's search worker when the index lags behind what is stored, without waiting for somebody to search;
 * from then on it keeps up by itself.
 */
export function keepIndexed(search: () => SearchClient): void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const look = async () => {
		timer = undefined;
		if (!(await isUntidy())) return;
		stop();
		search();
	};
	const later = () => {
		if (timer === undefined) timer = setTimeout(() => look().catch(reportError), WAIT_MS);
	};
	const stop = onChange(['posts', 'sessions', 'generations'], later);
	later();
}
