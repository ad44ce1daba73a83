import { useEffect } from 'preact/hooks';
import { type Place, writePlace } from '../../lib/store';
import { cursorAbove, keepReadTo } from '../../lib/timeline';
import { lastingPart, type Memory } from '../shared/lasting';
import { useNavigation } from '../shared/navigation';
import { isAtTop, shownPlace, TIMELINE } from './shown-place';

const LEFT = [TIMELINE, `${TIMELINE} place`, `${TIMELINE} turn`];
/** The window stands still for this long before its place is written. */
const STILL_MS = 500;
/** And for this long before servers are told that it was read so far. */
const READ_MS = 30_000;

/** It comes when somebody has read for a while: the first posts do without. */
const agreement = () => import('../../lib/agreement');

/**
 * Keeps the place in the timeline in the store, so that it outlives the tab and the browser, and with the servers that
 * keep one, for other devices, and for other browsers that agree with this one: seldom, when nobody moves for a while or looks away.
 */
export function useKeptPlace(keeps: boolean): void {
	const { memory, onLeave } = useNavigation();
	useEffect(() => {
		if (!keeps) return;
		let timer: ReturnType<typeof setTimeout> | undefined;
		let reading: ReturnType<typeof setTimeout> | undefined;
		const tell = () => {
			const shown = shownPlace(memory);
			if (!shown) return;
			const { post } = shown;
			keepReadTo(cursorAbove(post)).catch(reportError);
			agreement()
				.then(({ notePlace }) => notePlace(post.sortAt, Date.now()))
				.catch(reportError);
		};
		const keep = () => {
			clearTimeout(timer);
			timer = undefined;
			// Before the list is drawn nobody is anywhere in it.
			if (typeof memory.get(`${TIMELINE} place`) !== 'function') return;
			writePlace(placeIn(memory)).catch(reportError);
		};
		const soon = () => {
			clearTimeout(timer);
			timer = setTimeout(keep, STILL_MS);
			clearTimeout(reading);
			reading = setTimeout(tell, READ_MS);
		};
		const hidden = () => {
			if (document.visibilityState !== 'hidden') return;
			if (timer) keep();
			clearTimeout(reading);
			tell();
		};
		// Coming back, the window was scrolled before this could hear of it.
		soon();
		window.addEventListener('scroll', soon, { passive: true });
		document.addEventListener('visibilitychange', hidden);
		return () => {
			if (timer) keep();
			clearTimeout(reading);
			tell();
			window.removeEventListener('scroll', soon);
			document.removeEventListener('visibilitychange', hidden);
		};
	}, [memory, keeps]);
	useEffect(() => {
		if (!keeps) return;
		return onLeave(() => {
			if (!isAtTop()) return;
			// Who loads the page again at its top wants what is there now, and not the list as it was.
			for (const left of [...LEFT, `${TIMELINE} active`]) memory.delete(left);
		});
	}, [memory, keeps, onLeave]);
}

function placeIn(memory: Memory): Place | undefined {
	return isAtTop() ? undefined : lastingPart(memory, LEFT);
}
