import { noteContacts } from '../sessions';

/** Many pictures come at once: they are counted together. */
const TOGETHER_MS = 250;

type Kind = 'pictures' | 'films';
type Waiting = { kind: Kind; host: string; times: number; bytes: number };

const waiting = new Map<string, Waiting>();
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Counts that a page asked `url` for something to show. `bytes`: what of it came over the line, where the browser
 * tells; `times`: 0 where it was counted before they were known. What is no address of another host is passed over.
 * Returns at once.
 */
export function countShown(url: string, kind: Kind, bytes = 0, times = 1): void {
	const { protocol, host } = URL.canParse(url) ? new URL(url) : { protocol: '', host: '' };
	if (!/^https?:$/.test(protocol)) return;
	add({ kind, host, times, bytes });
}

function add({ kind, host, times, bytes }: Waiting): void {
	const key = `${kind} ${host}`;
	const known = waiting.get(key) ?? { kind, host, times: 0, bytes: 0 };
	waiting.set(key, { ...known, times: known.times + times, bytes: known.bytes + bytes });
	if (timer === undefined) timer = setTimeout(() => write().catch(reportError), TOGETHER_MS);
}

async function write(): Promise<void> {
	const all = [...waiting.values()];
	waiting.clear();
	timer = undefined;
	for (const { kind, host, times, bytes } of all)
		await noteContacts(host, { because: { reason: kind }, times, bytes });
}

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
	if (waiting.size === 0) return;
	const left: unknown[] = JSON.parse(localStorage.getItem(SHELF) ?? '[]');
	localStorage.setItem(SHELF, JSON.stringify([...left, ...waiting.values()]));
	waiting.clear();
}

/** A lazy one below the end of the window was perhaps never asked for. */
function isAsked(picture: HTMLImageElement): boolean {
	const { top, bottom } = picture.getBoundingClientRect();
	return picture.loading !== 'lazy' || (bottom > 0 && top < innerHeight);
}

/** Counts what pages before this one had no time for. */
function takeShelved(): void {
	const left: Waiting[] = JSON.parse(localStorage.getItem(SHELF) ?? '[]');
	localStorage.removeItem(SHELF);
	for (const one of left) add(one);
}

/**
 * Counts every picture and medium that this page asks another host for, whoever drew it and whether or not it came
 * (https://www.w3.org/TR/resource-timing/). Returns how to stop.
 */
export function countPageLoads(): () => void {
	takeShelved();
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
