import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { parseRoute, type Route } from './route';

/** What a page leaves behind for the moment when the person comes back to it: one box per history entry. */
export type Memory = Map<string, unknown>;

type Navigation = {
	route: Route;
	/** Differs with each visit of an entry of the history. */
	visit: number;
	/** Whether this entry was there before (back, forward) or is new. */
	returned: boolean;
	/** Changes the address of this entry without leaving it. */
	replace(href: string): void;
	memory: Memory;
};

const NavigationContext = createContext<Navigation | undefined>(undefined);

export function useNavigation(): Navigation {
	const navigation = useContext(NavigationContext);
	if (!navigation) throw new Error('no NavigationProvider above');
	return navigation;
}

type Place = { hash: string; entry: number; visit: number; returned: boolean };

function entryOf(state: unknown): number | undefined {
	const entry = (state as { entry?: unknown } | null)?.entry;
	return typeof entry === 'number' ? entry : undefined;
}

function markEntry(): number {
	const entry = Date.now() + Math.random();
	history.replaceState({ entry }, '');
	return entry;
}

/** Follows the address of the tab. Each entry of the history keeps a memory as long as the tab lives. */
export function NavigationProvider({ children }: { children: ComponentChildren }) {
	const memories = useRef(new Map<number, Memory>());
	const [place, setPlace] = useState<Place>(() => ({
		hash: location.hash,
		entry: entryOf(history.state) ?? markEntry(),
		visit: 0,
		returned: false,
	}));
	useEffect(() => {
		history.scrollRestoration = 'manual';
		const follow = () =>
			setPlace((last) => {
				const known = entryOf(history.state);
				const entry = known ?? markEntry();
				const returned = known !== undefined && memories.current.has(known);
				return { hash: location.hash, entry, visit: last.visit + 1, returned };
			});
		window.addEventListener('hashchange', follow);
		return () => window.removeEventListener('hashchange', follow);
	}, []);
	const replace = useCallback((href: string) => history.replaceState(history.state, '', href), []);
	const navigation = useMemo(() => {
		const memory = memories.current.get(place.entry) ?? new Map<string, unknown>();
		memories.current.set(place.entry, memory);
		const { visit, returned } = place;
		return { route: parseRoute(place.hash), visit, returned, replace, memory };
	}, [place, replace]);
	return <NavigationContext.Provider value={navigation}>{children}</NavigationContext.Provider>;
}
