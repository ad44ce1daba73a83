import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { AccountUri } from '../../lib/model';
import type { Generation } from '../../lib/store';
import { archives } from '../../lib/timeline';
import { useLoad } from './use-load';

export type Archives = {
	/** Newest activity first; absent until they are known. */
	all?: readonly Generation[];
	error?: unknown;
	retry(): void;
	of(account: AccountUri | undefined): Generation | undefined;
};

const ArchivesContext = createContext<Archives>({ of: () => undefined, retry: () => undefined });

/** What is imported, for everything below; kept up with the store. */
export function ArchivesProvider({ children }: { children: ComponentChildren }) {
	const { value, error, retry } = useLoad('archives', archives, ['generations']);
	const known = useMemo<Archives>(() => {
		const byAccount = new Map(value?.map((generation) => [generation.account.key, generation]));
		return {
			...(value ? { all: value } : {}),
			...(error === undefined ? {} : { error }),
			retry,
			of: (account) => (account === undefined ? undefined : byAccount.get(account)),
		};
	}, [value, error, retry]);
	return <ArchivesContext.Provider value={known}>{children}</ArchivesContext.Provider>;
}

export function useArchives(): Archives {
	return useContext(ArchivesContext);
}

/** The number of the colour that stands for an account, 1 to 4, in the order of the archives. */
export function hueOf(archives: Archives, account: AccountUri | undefined): number {
	const place = archives.all?.findIndex((generation) => generation.account.key === account) ?? 0;
	return (Math.max(0, place) % 4) + 1;
}
