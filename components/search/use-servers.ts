import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type FoundEverywhere, findEverywhere } from '../../lib/people';
import { namesOne } from './names-one';

/** Whoever types an address has stopped by then. */
const TYPED_MS = 700;

export type Asked = {
	/** Absent until the servers are asked. */
	found?: FoundEverywhere;
	error?: unknown;
	ask(): void;
};

/** What my servers find for a query: when `ask` is called, and at once only where the query names one. */
export function useServers(query: string, active: boolean): Asked {
	const [state, setState] = useState<Omit<Asked, 'ask'>>({});
	const ending = useRef<AbortController>(undefined);
	const ask = useCallback(() => {
		ending.current?.abort();
		const mine = new AbortController();
		ending.current = mine;
		const follow = async () => {
			for await (const found of findEverywhere(query, mine.signal)) {
				if (!mine.signal.aborted) setState({ found });
			}
		};
		follow().catch((error: unknown) => {
			if (!mine.signal.aborted) setState((old) => ({ ...old, error }));
		});
	}, [query]);
	useEffect(() => {
		setState({});
		const timer = active && namesOne(query) ? setTimeout(ask, TYPED_MS) : undefined;
		return () => {
			clearTimeout(timer);
			ending.current?.abort();
		};
	}, [query, active, ask]);
	return { ...state, ask };
}
