import type { AccountUri } from '../model';

/** After this long without an answer a server is named, long before it is given up. */
export const SILENCE_MS = 5000;

type Question = { by: AccountUri; timeline: string; isSilent: boolean };

/** What this page waits for now: it is over with the page, so it is stored nowhere. */
const questions = new Set<Question>();
const listeners = new Set<() => void>();

/** My accounts whose server this page has asked for a timeline and not heard of for `SILENCE_MS`. */
export function silentSources(timeline: string): AccountUri[] {
	const silent = [...questions].filter((one) => one.isSilent && one.timeline === timeline);
	return [...new Set(silent.map(({ by }) => by))];
}

/** Called when `silentSources` may have changed. Returns how to stop. */
export function onSilence(listener: () => void): () => void {
	listeners.add(listener);
	return () => {
		listeners.delete(listener);
	};
}

/** Begins to wait for a server. `answered`: it said something, and is asked on. `over`: nobody waits any more. */
export function listening(by: AccountUri, timeline: string): { answered(): void; over(): void } {
	const question: Question = { by, timeline, isSilent: false };
	const set = (isSilent: boolean) => {
		if (question.isSilent === isSilent) return;
		question.isSilent = isSilent;
		for (const listener of listeners) listener();
	};
	const begin = () => setTimeout(set, SILENCE_MS, true);
	questions.add(question);
	let timer = begin();
	return {
		answered() {
			clearTimeout(timer);
			set(false);
			timer = begin();
		},
		over() {
			clearTimeout(timer);
			set(false);
			questions.delete(question);
		},
	};
}
