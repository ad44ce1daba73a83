import { browser } from 'wxt/browser';

const NAME = 'framed ';
const CLOSE = 'close';

/**
 * Marks that the person asked for a frame: the page around can neither write nor read it, and a frame that it makes
 * itself has none. Returns what the frame is to be opened with.
 */
export async function askForFrame(): Promise<string> {
	const mark = crypto.randomUUID();
	await browser.storage.local.set({ [NAME + mark]: true });
	return mark;
}

/** Takes the mark: each opens one frame, once. */
export async function takeMark(mark: string): Promise<boolean> {
	const name = NAME + mark;
	const { [name]: asked } = await browser.storage.local.get(name);
	await browser.storage.local.remove(name);
	return asked === true;
}

/**
 * The frame wants to be closed. By no message between windows: with one the page around would get hold of the frame's
 * window, and learn where it is from.
 */
export async function askToClose(mark: string): Promise<void> {
	await browser.storage.local.set({ [NAME + mark]: CLOSE });
}

/** Closes the frame when it asks for that, and takes what it asked with. */
export function whenToClose(mark: string, close: () => void, signal: AbortSignal): void {
	const hear = (changes: Record<string, { newValue?: unknown }>) => {
		if (changes[NAME + mark]?.newValue === CLOSE) close();
	};
	browser.storage.local.onChanged.addListener(hear);
	signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(hear));
}
