import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { AccountUri, Filter, Instant, StoredPost } from '../../lib/model';
import { filters, passes } from '../../lib/timeline';
import type { Loaded } from '../feed/pages';
import type { FeedList } from '../feed/use-pages';
import { useMe } from '../shared/me';
import { useTexts } from '../shared/texts';
import { concerns } from '../views/sources';
import { lookThrough, Stopped } from './look-through';

/** Posts looked at in one go for a filter: others get their turn in between. */
const STEP = 200;

/** Reads up to `n` posts of a timeline (a page, unless said). */
type ReadOn<C> = (from: C | undefined, signal: AbortSignal, n?: number) => Promise<Loaded<C>>;

type LookingOptions<C> = {
	/** Names what is read. */
	key: string;
	only: Filter | undefined;
	/** Changes when older posts were fetched: where nothing was found there may be something now. */
	loaded: unknown;
	readOn: ReadOn<C>;
};

export type Looking<C> = {
	/** Names what is read, the filter included. */
	key: string;
	load(from: C | undefined, signal: AbortSignal): Promise<Loaded<C>>;
	shows(stored: StoredPost): boolean;
	/** Whether what this account of mine brings can be shown at all. */
	asks(by: AccountUri): boolean;
	/** The list as it is drawn: that it was stopped is no failure. */
	held(list: FeedList): FeedList;
	/** Down to this moment nothing was found yet. */
	downTo: Instant | undefined;
	stop(): void;
};

/** Reads a timeline through a filter, as far down as it takes to find something; without one it just reads. */
export function useLooking<C>({ key, only, loaded, readOn }: LookingOptions<C>): Looking<C> {
	const me = useMe();
	const [downTo, setDownTo] = useState<Instant>();
	const latest = useRef(readOn);
	latest.current = readOn;
	const filter = only && filters(only) ? JSON.stringify(only) : undefined;
	const whole = filter === undefined ? key : `${key} ${filter}`;
	// biome-ignore lint/correctness/useExhaustiveDependencies: another timeline is looked through anew
	const looking = useMemo(() => {
		const wanted = (filter === undefined ? {} : JSON.parse(filter)) as Filter;
		const shows = (stored: StoredPost) => passes(wanted, stored);
		const read: ReadOn<C> = (from, signal, n) => latest.current(from, signal, n);
		const through = lookThrough<C>((from, signal) => read(from, signal, STEP), shows, setDownTo);
		const load: Looking<C>['load'] = filter === undefined ? (...at) => read(...at) : through.load;
		return { ...through, load, shows, wanted };
	}, [whole]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: after each time that something was loaded
	useEffect(() => looking.forget(), [looking, loaded]);
	const held = (list: FeedList): FeedList =>
		downTo === undefined && !(list.error instanceof Stopped)
			? list
			: { ...list, done: true, size: list.size ?? -1, error: undefined };
	const asks = (by: AccountUri) => concerns(looking.wanted, me.of(by));
	const { load, shows, stop } = looking;
	return { key: whole, load, shows, asks, held, downTo, stop };
}

/** How far a filter was looked for while nothing was found; it can be stopped, and taken up again. */
export function HowFar<C>({ looking, list }: { looking: Looking<C>; list: FeedList }) {
	const { t, date } = useTexts();
	const stopped = list.error instanceof Stopped;
	const last = useRef<Instant>(undefined);
	last.current = looking.downTo ?? last.current;
	if ((looking.downTo === undefined && !stopped) || last.current === undefined) return null;
	const month = date(last.current, 'month');
	const none = list.count === 0;
	return (
		<div class="how-far">
			<p role="status">
				{stopped
					? t(none ? 'lookedNone' : 'lookedNoMore', { month })
					: t(none ? 'lookingNone' : 'lookingNoMore', { month })}
			</p>
			<button type="button" class="button" onClick={stopped ? list.retry : looking.stop}>
				{t(stopped ? 'lookOn' : 'lookStop')}
			</button>
		</div>
	);
}
