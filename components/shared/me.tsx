import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { AccountUri } from '../../lib/model';
import { type Me, sessions } from '../../lib/sessions';
import { takeEarly } from './early';
import { useLoad } from './use-load';

export type Mine = {
	/** My accounts in the order of signing in; absent until they are known. */
	all?: readonly Me[];
	error?: unknown;
	retry(): void;
	of(account: AccountUri | undefined): Me | undefined;
};

const MeContext = createContext<Mine>({ of: () => undefined, retry: () => undefined });

/** The accounts that the person is signed in with, for everything below; kept up with the store. */
export function MeProvider({ children }: { children: ComponentChildren }) {
	const { value, error, retry } = useLoad('sessions', () => takeEarly('sessions', sessions), [
		'sessions',
	]);
	const mine = useMemo<Mine>(
		() => ({
			...(value ? { all: value } : {}),
			...(error === undefined ? {} : { error }),
			retry,
			of: (account) => value?.find((one) => one.account === account),
		}),
		[value, error, retry],
	);
	return <MeContext.Provider value={mine}>{children}</MeContext.Provider>;
}

export function useMe(): Mine {
	return useContext(MeContext);
}
