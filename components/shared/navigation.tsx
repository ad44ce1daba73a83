import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Kept, type Memory, read, write } from './lasting';
import { parseRoute, type Route } from './route';

type Navigation = {
	route: Route;
	/** Differs with each visit of an entry of the history. */
	visit: number;
	/** Whether this entry was there before (back, forward) or is new. */
	returned: boolean;
	/** Changes the address of this entry without leaving it. */
	replace(href: string): void;
	/** Shows another address in this entry: what both left behind in it stays, as if one came back. */
	turn(href: string): void;
	memory: Memory;
	/** Called before what is left is written for the next load of the tab. Returns how to stop. */
	onLeave(call: () => void): () => void;
	/** Forgets what all pages left behind. */
	forget(): void;
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

/** What a page left the last time that it was open, in whatever tab. */
export type Earlier = { page: Route['page']; left: Readonly<Record<string, unknown>> };

const SAVED = 'places';

/**
 * Where the tab was before it was loaded (again). An entry without a mark whose address is the last one looked at
 * is that place, whose address was entered once more. A tab that was nowhere begins where the last one was.
 */
function firstPlace({ memories, last }: Kept, earlier: Earlier | undefined): Place {
	const { hash } = location;
	const known = entryOf(history.state);
	const entry = known ?? markEntry();
	const again = known === undefined && last?.hash === hash ? memories.get(last.entry) : undefined;
	if (again) memories.set(entry, again);
	else if (!memories.has(entry) && earlier && parseRoute(hash).page === earlier.page)
		memories.set(entry, new Map(Object.entries(earlier.left)));
	return { hash, entry, visit: 0, returned: memories.has(entry) };
}

/** Leaves the places for the next load of this tab. */
function save(kept: Required<Kept>): void {
	try {
		sessionStorage.setItem(SAVED, write(kept));
	} catch (error) {
		// Full, or forbidden: the places are lost, and nothing else.
		reportError(error);
	}
}

type NavigationProps = { earlier?: Earlier | undefined; children: ComponentChildren };

/**
 * Follows the address of the tab. Each entry of the history keeps a memory as long as the tab lives, through
 * reloads too.
 */
export function NavigationProvider({ earlier, children }: NavigationProps) {
	const [kept] = useState(() => read(sessionStorage.getItem(SAVED)));
	const memories = useRef(kept.memories);
	const [place, setPlace] = useState(() => firstPlace(kept, earlier));
	const latest = useRef(place);
	latest.current = place;
	const [leaving] = useState(() => new Set<() => void>());
	useEffect(() => {
		const leave = () => {
			for (const call of leaving) call();
			const { entry, hash } = latest.current;
			save({ memories: memories.current, last: { entry, hash: location.hash || hash } });
		};
		window.addEventListener('pagehide', leave);
		return () => window.removeEventListener('pagehide', leave);
	}, [leaving]);
	const onLeave = useCallback(
		(call: () => void) => {
			leaving.add(call);
			return () => {
				leaving.delete(call);
			};
		},
		[leaving],
	);
	const forget = useCallback(() => {
		memories.current.clear();
		sessionStorage.removeItem(SAVED);
	}, []);
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
		// Whoever was faster than the first drawing was heard by nobody.
		if (location.hash !== latest.current.hash) follow();
		return () => window.removeEventListener('hashchange', follow);
	}, []);
	const replace = useCallback((href: string) => {
		// Somebody has gone on, and this page was not told yet: the address is not its own any more.
		if (entryOf(history.state) !== latest.current.entry) return;
		history.replaceState(history.state, '', href);
	}, []);
	const turn = useCallback((href: string) => {
		history.replaceState(history.state, '', href);
		setPlace((last) => ({ ...last, hash: location.hash, visit: last.visit + 1, returned: true }));
	}, []);
	const navigation = useMemo(() => {
		const memory = memories.current.get(place.entry) ?? new Map<string, unknown>();
		memories.current.set(place.entry, memory);
		const { visit, returned } = place;
		const route = parseRoute(place.hash);
		return { route, visit, returned, replace, turn, memory, onLeave, forget };
	}, [place, replace, turn, onLeave, forget]);
	return <NavigationContext.Provider value={navigation}>{children}</NavigationContext.Provider>;
}
