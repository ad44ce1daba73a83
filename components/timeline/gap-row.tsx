import { UnfoldVertical } from 'lucide-preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Gap } from '../../lib/timeline';
import { useMe } from '../shared/me';
import { named, textOf } from '../shared/said';
import { useTexts } from '../shared/texts';
import type { Gaps, GapWork } from './use-gaps';

/** A gap is approached when it is this near to the window. */
const NEAR = '1000px 0px';

/**
 * Says in the list where posts of a source are not loaded, and loads them there. An article of the feed as posts are,
 * but in the row of the post above it: rows stay what posts are, so that places, counts and the keys from post to
 * post do not change with what is missing.
 */
export function GapRow({ gap, gaps }: { gap: Gap; gaps: Gaps }) {
	const { t } = useTexts();
	const sentence = useSentence(gap);
	const id = useId();
	const box = useRef<HTMLElement>(null);
	const work = gaps.work(gap);
	const loading = work?.loading ?? false;
	useNear(box, () => gaps.approach(gap), `${gap.by} ${gap.span} ${gap.at}`);
	const problem = useProblem(gap, work);
	return (
		<article class="gap-row" ref={box} tabIndex={-1} aria-labelledby={id} aria-busy={loading}>
			<UnfoldVertical size={16} aria-hidden="true" />
			<div>
				<p id={id}>{sentence}</p>
				{loading && <p class="quiet">{t('gapLoading', { count: work?.added ?? 0 })}</p>}
				{problem !== undefined && !loading && <p role="status">{problem}</p>}
			</div>
			<button
				type="button"
				class="button"
				aria-disabled={loading}
				aria-describedby={id}
				onClick={() => {
					if (loading) return;
					box.current
						?.closest('[data-index]')
						?.querySelector('article')
						?.focus({ preventScroll: true });
					gaps.load(gap);
				}}
			>
				{t(problem === undefined ? 'gapLoad' : 'tryAgain')}
			</button>
		</article>
	);
}

/** Why it did not load, of this try or of what was asked of the server before. */
function useProblem({ by, failure }: Gap, work: GapWork | undefined): string | undefined {
	const { t, say } = useTexts();
	const host = useMe().of(by)?.host ?? '';
	const text = work?.problem === undefined ? failure?.text : textOf(work.problem);
	if (text) return named(host, say(text));
	return work?.problem === undefined ? undefined : t('gapFailed');
}

/** What is missing there, of whom. */
function useSentence({ by, side, at, lower, unordered }: Gap): string {
	const { t, date } = useTexts();
	const me = useMe().of(by);
	const account = me ? `@${me.handle}` : by;
	const today = date(Date.now(), 'day');
	const when = (at: number) => date(at, date(at, 'day') === today ? 'time' : 'minute');
	if (unordered) return t('gapUnordered', { account });
	if (side === 'newer') return t('gapAbove', { account, time: when(lower) });
	if (!Number.isFinite(lower)) return t('gapBelow', { account, time: when(at) });
	return t('gapBetween', { account, from: when(at), to: when(lower) });
}

/** Calls back when the element comes near the window, again for each `place` of it. */
function useNear(
	box: { readonly current: HTMLElement | null },
	near: () => void,
	place: string,
): void {
	const latest = useRef(near);
	latest.current = near;
	// biome-ignore lint/correctness/useExhaustiveDependencies: the place says when to look anew
	useEffect(() => {
		const element = box.current;
		if (!element) return;
		const observer = new IntersectionObserver(
			(seen) => seen.some(({ isIntersecting }) => isIntersecting) && latest.current(),
			{ rootMargin: NEAR },
		);
		observer.observe(element);
		return () => observer.disconnect();
	}, [box, place]);
}
