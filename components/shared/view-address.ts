import type { Filter, Split } from '../../lib/model';

/** What of the merged timeline an address asks for beside the month. */
export type TimelineView = { filter: Filter; split?: Split };

/** What the timeline's address asks for, as its parts are told. */
export type ViewProps = { view: TimelineView; month: string | undefined };

const SPLITS: readonly Split[] = ['network', 'account'];
const FLAGS = {
	media: 'media',
	'no-replies': 'withoutReplies',
	'no-reposts': 'withoutReposts',
} as const satisfies Record<string, keyof Filter>;

/**
 * Reads `only` and `split` of an address: `only=network:x,account:https%3A…,media,no-replies,no-reposts`. Names of
 * networks and keys of accounts are percent-encoded each. What is not understood is left out.
 */
export function viewOf(query: URLSearchParams): TimelineView {
	const filter: Filter = {};
	const words = (query.get('only') ?? '').split(',').filter((word) => word !== '');
	const networks = namedIn(words, 'network:');
	const accounts = namedIn(words, 'account:');
	if (networks.length > 0) filter.networks = networks;
	if (accounts.length > 0) filter.accounts = accounts;
	for (const [word, flag] of Object.entries(FLAGS)) if (words.includes(word)) filter[flag] = true;
	const split = SPLITS.find((known) => known === query.get('split'));
	return { filter, ...(split ? { split } : {}) };
}

/** What `viewOf` reads, as parts of an address: empty for the timeline as it is. */
export function partsOfView({ filter, split }: TimelineView): string[] {
	const words = [
		...(filter.networks ?? []).map((id) => `network:${encodeURIComponent(id)}`),
		...(filter.accounts ?? []).map((key) => `account:${encodeURIComponent(key)}`),
		...Object.entries(FLAGS).flatMap(([word, flag]) => (filter[flag] ? [word] : [])),
	];
	return [
		...(words.length > 0 ? [`only=${words.map(encodeURIComponent).join(',')}`] : []),
		...(split ? [`split=${split}`] : []),
	];
}

function namedIn(words: readonly string[], kind: string): string[] {
	return words
		.filter((word) => word.startsWith(kind))
		.map((word) => decoded(word.slice(kind.length)));
}

/** Half an escape is what it is. */
function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch (error) {
		if (error instanceof URIError) return text;
		throw error;
	}
}
