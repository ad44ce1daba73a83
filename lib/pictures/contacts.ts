import { noteContacts } from '../sessions';

/** Many pictures come at once: they are counted together. */
const TOGETHER_MS = 250;

type Kind = 'pictures' | 'films';
/** How often something of that kind was asked for there, and what came. */
export type Shown = { kind: Kind; host: string; times: number; bytes: number };

const waiting = new Map<string, Shown>();
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Counts that a page asked `url` for something to show. `bytes`: what of it came over the line, where the browser
 * tells; `times`: 0 where it was counted before they were known. What is no address of another host is passed over.
 * Returns at once.
 */
export function countShown(url: string, kind: Kind, bytes = 0, times = 1): void {
	const { protocol, host } = URL.canParse(url) ? new URL(url) : { protocol: '', host: '' };
	if (!/^https?:$/.test(protocol)) return;
	countAll([{ kind, host, times, bytes }]);
}

/** Counts what a page before this one had no time for. */
export function countAll(all: readonly Shown[]): void {
	for (const { kind, host, times, bytes } of all) {
		const key = `${kind} ${host}`;
		const known = waiting.get(key) ?? { kind, host, times: 0, bytes: 0 };
		waiting.set(key, { ...known, times: known.times + times, bytes: known.bytes + bytes });
	}
	if (timer === undefined) timer = setTimeout(() => write().catch(reportError), TOGETHER_MS);
}

/** What is being written: a page that goes now takes the transaction with it. */
const flying = new Set<Shown>();

/** What is not surely written: for a page that goes before it can be. Rather twice than not at all. */
export function takeUncounted(): Shown[] {
	const all = [...flying, ...waiting.values()];
	flying.clear();
	waiting.clear();
	return all;
}

async function write(): Promise<void> {
	timer = undefined;
	const all = [...waiting.values()];
	waiting.clear();
	for (const one of all) flying.add(one);
	for (const one of all) {
		const { kind, host, times, bytes } = one;
		await noteContacts(host, { because: { reason: kind }, times, bytes });
		flying.delete(one);
	}
}
