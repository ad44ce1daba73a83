import { noteContacts } from '../sessions';

/** Many pictures come at once: they are counted together. */
const TOGETHER_MS = 250;

type Kind = 'pictures' | 'films';
type Waiting = { kind: Kind; host: string; times: number; bytes: number };

const waiting = new Map<string, Waiting>();
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Counts that a page asked `url` for something to show. `bytes`: what of it came over the line, where the browser
 * tells. What is no address of another host is passed over. Returns at once.
 */
export function countShown(url: string, kind: Kind, bytes = 0): void {
	const { protocol, host } = URL.canParse(url) ? new URL(url) : { protocol: '', host: '' };
	if (!/^https?:$/.test(protocol)) return;
	const key = `${kind} ${host}`;
	const known = waiting.get(key) ?? { kind, host, times: 0, bytes: 0 };
	waiting.set(key, { ...known, times: known.times + 1, bytes: known.bytes + bytes });
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

/**
 * Counts every picture and medium that this page asks another host for, whoever drew it and whether or not it came
 * (https://www.w3.org/TR/resource-timing/). Returns how to stop.
 */
export function countPageLoads(): () => void {
	const observer = new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) {
			if (!(entry instanceof PerformanceResourceTiming)) continue;
			const { initiatorType, name, transferSize } = entry;
			if (BY_PROGRAMS.test(initiatorType)) continue;
			const isFilm = initiatorType === 'video' || initiatorType === 'audio';
			countShown(name, isFilm ? 'films' : 'pictures', transferSize);
		}
	});
	observer.observe({ type: 'resource', buffered: true });
	return () => observer.disconnect();
}
