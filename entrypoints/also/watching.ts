import { isOrphan } from './standing';

/** Their pages draw much at once; what is looked for may come a moment later. */
const PAUSE_MS = 250;

/**
 * Looks now, and again after something was drawn: never more often than four times a second, however much is drawn.
 * Once nobody hears this script any more, it `ends` instead. Returns how to stop.
 */
export function watchPage(look: () => void, ends: () => void): () => void {
	let waiting: ReturnType<typeof setTimeout> | undefined;
	const later = () => {
		waiting ??= setTimeout(() => {
			waiting = undefined;
			if (isOrphan()) ends();
			else look();
		}, PAUSE_MS);
	};
	const observer = new MutationObserver(later);
	observer.observe(document.body, { childList: true, subtree: true });
	look();
	return () => {
		observer.disconnect();
		clearTimeout(waiting);
	};
}
