import { browser } from 'wxt/browser';

const NAME = 'framed ';

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
