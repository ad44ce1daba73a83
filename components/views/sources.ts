import type { AccountUri, Filter, NetworkId, Split } from '../../lib/model';
import { ARCHIVED, networkTitle } from '../../lib/networks';
import { useArchives } from '../shared/archives';
import { useMe } from '../shared/me';

/** An account of mine, or whose archive is here, that posts come through. */
export type PostSource = { account: AccountUri; handle: string; network: NetworkId };

/** All that posts come through, each account once: those signed in first. */
export function usePostSources(): readonly PostSource[] {
	const me = useMe();
	const archives = useArchives();
	const mine = (me.all ?? []).map(({ account, handle, network }) => ({
		account,
		handle: `@${handle}`,
		network,
	}));
	const kept = (archives.all ?? []).map(({ account }) => ({
		account: account.key,
		handle: `@${account.handle}`,
		network: ARCHIVED,
	}));
	return [...mine, ...kept.filter(({ account }) => mine.every((one) => one.account !== account))];
}

/** A part of the timeline: what of it is shown, and what it is called. */
export type Part = { key: string; title: string; filter: Filter };

/** The networks among sources, each once, in their order. */
export function networkParts(sources: readonly PostSource[]): Part[] {
	return [...new Set(sources.map(({ network }) => network))].map((network) => ({
		key: network,
		title: networkTitle(network),
		filter: { networks: [network] },
	}));
}

/** The accounts among sources; two of one name say which network they are on. */
export function accountParts(sources: readonly PostSource[]): Part[] {
	return sources.map(({ account, handle, network }) => {
		const twin = sources.some((one) => one.handle === handle && one.account !== account);
		return {
			key: account,
			title: twin ? `${handle} (${networkTitle(network)})` : handle,
			filter: { accounts: [account] },
		};
	});
}

/**
 * The columns of a split timeline: only those that a filter leaves, each with what else it asks for. A single column
 * is none.
 */
export function columnsOf(sources: readonly PostSource[], filter: Filter, split: Split): Part[] {
	const { networks, accounts } = filter;
	const left = sources.filter(
		(one) => (networks?.includes(one.network) ?? true) && (accounts?.includes(one.account) ?? true),
	);
	const parts = split === 'network' ? networkParts(left) : accountParts(left);
	return parts.map((part) => ({ ...part, filter: { ...filter, ...part.filter } }));
}

/** Whether what an account brings can pass a filter at all: nobody else is asked. */
export function concerns(
	{ networks, accounts }: Filter,
	source: Pick<PostSource, 'account' | 'network'> | undefined,
): boolean {
	if (!source) return true;
	return (
		(networks?.includes(source.network) ?? true) && (accounts?.includes(source.account) ?? true)
	);
}
