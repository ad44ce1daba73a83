import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Muffle, StoredPost } from '../../lib/model';
import { useMe } from '../shared/me';
import { useSettings } from '../shared/settings';
import { useTexts } from '../shared/texts';
import { useOpened } from '../shared/use-opened';

type Muffling = (stored: StoredPost) => Muffle | undefined;
type MakeMuffling = (muffles: readonly Muffle[]) => Muffling;

const MufflingContext = createContext<Muffling>(() => undefined);

/**
 * Says of each post below it whether the person wants it folded away. What that takes comes only where something is
 * to be folded away; nothing is drawn before, or it would be seen for a moment. What is drawn already stays while it
 * comes for a first muffled word: somebody may be writing there, or wait for what they began.
 */
export function MufflingProvider({ children }: { children: ComponentChildren }) {
	const { muffles } = useSettings();
	const [made, setMade] = useState<{ make?: MakeMuffling; error?: unknown }>({});
	const drawn = useRef(false);
	const { make } = made;
	const missing = muffles.length > 0 && !make;
	useEffect(() => {
		if (!missing) return;
		import('../../lib/muffle').then(
			({ muffler }) => setMade({ make: muffler }),
			(error: unknown) => setMade({ error }),
		);
	}, [missing]);
	const muffling = useMemo<Muffling>(() => make?.(muffles) ?? (() => undefined), [make, muffles]);
	if ('error' in made) throw made.error;
	if (missing && !drawn.current) return null;
	drawn.current = true;
	return <MufflingContext.Provider value={muffling}>{children}</MufflingContext.Provider>;
}

export type Muffled = {
	/** Why, for people: `Muffled: word`. */
	why: string;
	/** The person opened it; it stays open as long as one is on this page, or comes back to it. */
	open: boolean;
	set(open: boolean): void;
};

/**
 * Why a post is folded away: a muffle of the person's own, or a filter of one of their servers. Undefined for most, for
 * what the person wrote, and for what they asked to see.
 */
export function useMuffled(stored: StoredPost, wanted: boolean | undefined): Muffled | undefined {
	const { t, list } = useTexts();
	const me = useMe();
	const muffling = useContext(MufflingContext);
	const { post, owner, views = [] } = stored;
	const [open, set] = useOpened('unmuffled', post.key);
	const mine = !post.repostOf && (me.of(post.author) ?? post.author === owner);
	const muffle = useMemo(() => (mine ? undefined : muffling(stored)), [muffling, stored, mine]);
	if (wanted || mine) return undefined;
	const why = muffle
		? t('muffledBy', { word: muffle.text })
		: filteredBy(views, (by, titles) =>
				t('muffledByServer', { host: me.of(by)?.host ?? '', titles: list(titles) }),
			);
	if (why === undefined) return undefined;
	return { why, open, set };
}

/** In the words of the first account of mine whose server has a filter that it fits. */
function filteredBy(
	views: NonNullable<StoredPost['views']>,
	say: (by: string, titles: readonly string[]) => string,
): string | undefined {
	const view = views.find(({ filtered }) => (filtered?.titles.length ?? 0) > 0);
	return view?.filtered && say(view.by, view.filtered.titles);
}
