import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { AccountUri } from '../../lib/model';
import type { Generation } from '../../lib/store';
import { archives } from '../../lib/timeline';
import { useCalled } from './called';
import { takeEarly } from './early';
import { hueOfArchive } from './hue';
import { useLoad } from './use-load';

export type Archives = {
	/** Newest activity first, each with a name to show; absent until they are known. */
	all?: readonly Generation[];
	error?: unknown;
	retry(): void;
	of(account: AccountUri | undefined): Generation | undefined;
};

const ArchivesContext = createContext<Archives>({ of: () => undefined, retry: () => undefined });

/** What is imported, for everything below; kept up with the store. */
export function ArchivesProvider({ children }: { children: ComponentChildren }) {
	const { value, error, retry } = useLoad('archives', () => takeEarly('archives', archives), [
		'generations',
	]);
	const called = useCalled();
	const known = useMemo<Archives>(() => {
		const all = value?.map((generation) => {
			const { account } = generation;
			return { ...generation, account: { ...account, name: account.name || called(account) } };
		});
		const byAccount = new Map(all?.map((generation) => [generation.account.key, generation]));
		return {
			...(all ? { all } : {}),
			...(error === undefined ? {} : { error }),
			retry,
			of: (account) => (account === undefined ? undefined : byAccount.get(account)),
		};
	}, [value, error, retry, called]);
	return <ArchivesContext.Provider value={known}>{children}</ArchivesContext.Provider>;
}

export function useArchives(): Archives {
	return useContext(ArchivesContext);
}

/** The number of the colour that stands for an archive's account, in the order of the archives. */
export function hueOf(archives: Archives, account: AccountUri | undefined): number {
	const place = archives.all?.findIndex((generation) => generation.account.key === account) ?? 0;
	return hueOfArchive(Math.max(0, place));
}
