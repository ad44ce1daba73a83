import { countAll, countShown, type Shown, takeUncounted } from '../../lib/pictures';

/** What pages ask for by an element or a style; requests of programs are counted where they are made. */
const BY_PROGRAMS = /^(fetch|xmlhttprequest|beacon|eventsource)$/;

const SHELF = 'contacts';
/** What the browser told of, by address: it does when a picture came, or will not come. */
const told = new Set<string>();

/**
 * What was asked for and is not counted yet, as the page goes: the database takes nothing any more, and of what is
 * still loading the browser tells when it ended.
 */
function shelve(): void {
	for (const picture of document.images)
		if (!told.has(picture.currentSrc) && isAsked(picture))
			countShown(picture.currentSrc, 'pictures');
	for (const { currentSrc, networkState, NETWORK_LOADING } of document.querySelectorAll('video'))
		if (!told.has(currentSrc) && networkState === NETWORK_LOADING) countShown(currentSrc, 'films');
	const all = takeUncounted();
	if (all.length > 0) localStorage.setItem(SHELF, JSON.stringify([...shelved(), ...all]));
}

function shelved(): Shown[] {
	return JSON.parse(localStorage.getItem(SHELF) ?? '[]');
}

/** A lazy one below the end of the window was perhaps never asked for. */
function isAsked(picture: HTMLImageElement): boolean {
	const { top, bottom } = picture.getBoundingClientRect();
	return picture.loading !== 'lazy' || (bottom > 0 && top < innerHeight);
}

/**
 * Counts every picture and medium that this page asks another host for, whoever drew it and whether or not it came
 * (https://www.w3.org/TR/resource-timing/). Returns how to stop.
 */
export function countPageLoads(): () => void {
	countAll(shelved());
	localStorage.removeItem(SHELF);
	addEventListener('pagehide', shelve);
	const observer = new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) {
			if (!(entry instanceof PerformanceResourceTiming)) continue;
			const { initiatorType, name, transferSize } = entry;
			told.add(name);
			if (BY_PROGRAMS.test(initiatorType)) continue;
			const isFilm = initiatorType === 'video' || initiatorType === 'audio';
			countShown(name, isFilm ? 'films' : 'pictures', transferSize);
		}
	});
	observer.observe({ type: 'resource', buffered: true });
	return () => {
		observer.disconnect();
		removeEventListener('pagehide', shelve);
	};
}
