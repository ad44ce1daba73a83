import type { View } from '../../../model';
import { each, line, list, record } from '../../json';

/**
 * https://docs.joinmastodon.org/entities/FilterResult/: what the server's own filters say. An action that is not
 * known here warns, as the API asks.
 */
export function readFiltered(value: unknown): View['filtered'] {
	const titles = each(value, 20, (one) => {
		const filter = record(record(one)?.['filter']);
		return filter && (line(filter['title'] ?? filter['phrase'], 200) ?? '…');
	});
	if (!titles) return undefined;
	const hides = list(value, 20).some(
		(one) => record(record(one)?.['filter'])?.['filter_action'] === 'hide',
	);
	return { titles, ...(hides ? { hide: true } : {}) };
}
