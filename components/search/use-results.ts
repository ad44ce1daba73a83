import { useEffect, useState } from 'preact/hooks';
import { type SearchClient, type SearchCursor, withoutOpenName } from '../../lib/search';
import { type FeedList, usePages } from '../feed/use-pages';
import { useArchives } from '../shared/archives';
import { useNavigation } from '../shared/navigation';
import { useServices } from '../shared/services';

const PAGE = 50;

export type Total = { total: number; exact: boolean };

/** The hits of a query page by page, and how many there are in all. */
export function useResults(text: string, typing: boolean): { list: FeedList; total?: Total } {
	const client = useServices().search();
	const version = useArchives()
		.all?.map(({ id }) => id)
		.join();
	const { memory } = useNavigation();
	const [total, setTotal] = useState(() => memory.get('total') as Total | undefined);
	const list = usePages<SearchCursor>(
		`${typing} ${version} ${text}`,
		async (before, signal) => {
			const asked = (memory.get('asked') as string | undefined) ?? text;
			const options = { typing, n: PAGE, signal };
			const { page, of } = before
				? { page: await client.search(asked, { ...options, before }), of: asked }
				: await firstPage(client, text, options);
			memory.set('asked', of);
			if (!before && !signal.aborted) setTotal({ total: page.total, exact: page.exact });
			return { items: page.hits, next: page.next };
		},
		'results',
	);
	useEffect(
		() =>
			client.onTotal(({ total: all, exact }) => setTotal((old) => old && { total: all, exact })),
		[client],
	);
	useEffect(() => {
		memory.set('total', total);
	}, [memory, total]);
	return total ? { list, total } : { list };
}

type Options = { typing: boolean; n: number; signal: AbortSignal };

/** The name of an operator that is being typed is a word as well, but no reason to show nothing. */
async function firstPage(client: SearchClient, text: string, options: Options) {
	const page = await client.search(text, options);
	const rest = options.typing && page.hits.length === 0 ? withoutOpenName(text) : undefined;
	return rest === undefined
		? { page, of: text }
		: { page: await client.search(rest, options), of: rest };
}
