import type { Screen } from '../../browsers/screen';
import { lookAtAddresses, lookAtElements, lookAtLayout, lookAtWords } from './looking';

/** What is wrong in the page now, and every way in which an element is marked there. */
export type Inspection = {
	wrong: string[];
	/** `p.quiet`, `img[src]`, `article[data-post]`, `p#stored-here`, `input[name=category]`, …: no content. */
	marks: string[];
	/** Characters of text. */
	looked: number;
};

/** Counts what runs; to be called once for every document, before anything hostile comes. */
export function setTraps(screen: Screen): Promise<void> {
	return screen.evaluate(() => {
		const trapped: string[] = [];
		const trap = (name: string) => () => {
			trapped.push(name);
		};
		for (const name of ['executed', 'alert', 'confirm', 'prompt', 'print', 'open'])
			Object.defineProperty(globalThis, name, { value: trap(name), configurable: true });
		Object.defineProperty(globalThis, 'trapped', { value: trapped });
	}, null);
}

/** Waits until the page has been still for a moment. */
export function settle(screen: Screen, stillMs = 150): Promise<void> {
	return screen.evaluate(
		(still) =>
			new Promise<void>((resolve) => {
				const done = () => {
					observer.disconnect();
					resolve();
				};
				let timer = setTimeout(done, still);
				const end = Date.now() + 4000;
				const observer = new MutationObserver(() => {
					if (Date.now() > end) return done();
					clearTimeout(timer);
					timer = setTimeout(done, still);
				});
				observer.observe(document.body, { subtree: true, childList: true, characterData: true });
			}),
		stillMs,
	);
}

/** `own`: origins that pictures and media may come from. */
export async function inspect(screen: Screen, own: readonly string[]): Promise<Inspection> {
	const { wrong, marks } = await screen.evaluate(lookAtElements, null);
	const astray = await screen.evaluate(lookAtAddresses, own);
	const words = await screen.evaluate(lookAtWords, null);
	const layout = await screen.evaluate(lookAtLayout, null);
	const all = [wrong, astray, words.wrong, layout].flatMap((some) => some.slice(0, 8));
	return { wrong: all, marks, looked: words.looked };
}
