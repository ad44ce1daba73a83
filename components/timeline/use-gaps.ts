import { useEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { budgets } from '../../lib/sessions';
import { fetchNewer, fetchOlder, type Gap, gapsIn } from '../../lib/timeline';
import { useMe } from '../shared/me';
import { textOf } from '../shared/said';
import { useLoad } from '../shared/use-load';
import { isBudgetGood } from './gap-budget';

/** Pages that one click asks for; the gap may be long, and the server is somebody's. */
const PAGES_ASKED = 5;
/** A list of reposts of what is known already brings nothing for a while. */
const PAGES_WITHOUT = 4;

/** What is under way in a gap: how many posts it has brought so far, or why it ended. */
export type GapWork = { added: number; loading: boolean; problem?: unknown };

export type Gaps = {
	all: readonly Gap[];
	work(gap: Gap): GapWork | undefined;
	/** What the last one that was loaded brought, for those who do not see it. */
	said: number | undefined;
	/** Loads as the person asked to. */
	load(gap: Gap): void;
	/** Loads one page if that was not tried before at this place, and the server has enough left. */
	approach(gap: Gap): void;
};

/** The gaps of a timeline and what loads them; ends with the page. */
export function useGaps(timeline: string): Gaps {
	const { value = [] } = useLoad(`gaps ${timeline}`, () => gapsIn(timeline), [
		'timeline',
		'sessions',
	]);
	const me = useMe();
	const [, redraw] = useReducer<number, void>((n) => n + 1, 0);
	const works = useRef(new Map<string, GapWork>());
	const tried = useRef(new Set<string>());
	const said = useRef<number | undefined>(undefined);
	const abort = useMemo(() => ({ timeline, controller: new AbortController() }), [timeline]);
	useEffect(() => () => abort.controller.abort(), [abort]);

	const set = (gap: Gap, work: GapWork) => {
		works.current.set(nameOf(gap), work);
		redraw();
	};
	const run = async (gap: Gap, pages: number) => {
		const { signal } = abort.controller;
		if (works.current.get(nameOf(gap))?.loading) return;
		set(gap, { added: 0, loading: true });
		try {
			const added = await loadGap(gap, pages, signal, (sofar) =>
				set(gap, { added: sofar, loading: true }),
			);
			said.current = added;
			set(gap, { added, loading: false });
		} catch (problem) {
			if (signal.aborted) return;
			if (!textOf(problem)) reportError(problem);
			set(gap, { added: works.current.get(nameOf(gap))?.added ?? 0, loading: false, problem });
		}
	};
	return {
		all: value,
		work: (gap) => works.current.get(nameOf(gap)),
		said: said.current,
		load: (gap) => void run(gap, gap.lower === Number.NEGATIVE_INFINITY ? 1 : PAGES_ASKED),
		approach(gap) {
			const place = `${nameOf(gap)} ${gap.at}`;
			const host = me.of(gap.by)?.host;
			if (tried.current.has(place) || gap.failure || !host || !navigator.onLine) return;
			tried.current.add(place);
			budgets().then((all) => {
				const row = all.find((one) => one.host === host);
				if (isBudgetGood(row, Date.now())) void run(gap, 1);
			}, reportError);
		},
	};
}

/** One gap, wherever its end has moved to. */
export function nameOf({ by, side, span }: Gap): string {
	return `${by} ${side} ${span}`;
}

/** Loads up to so many pages that bring something; tells how many posts came so far. */
async function loadGap(
	{ by, source, side, span }: Gap,
	pages: number,
	signal: AbortSignal,
	tell: (added: number) => void,
): Promise<number> {
	if (side === 'newer') return (await fetchNewer(by, source, signal)).added;
	let added = 0;
	for (let brought = 0, empty = 0; brought < pages && empty < PAGES_WITHOUT; ) {
		const page = await fetchOlder(by, source, signal, span);
		signal.throwIfAborted();
		added += page.added;
		if (page.end) break;
		if (page.added > 0) brought++;
		else empty++;
		tell(added);
	}
	return added;
}
