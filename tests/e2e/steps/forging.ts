/** What a page of others may try. Each runs in that page, or in a frame of ours, so everything it needs is inside. */

/** Everything that a pointer and a keyboard would do to an element, made by the page itself: one click among it. */
export function forgePresses(selector: string): void {
	const target = document.querySelector(selector);
	if (!target) throw new Error(`There is no ${selector}.`);
	const how = { bubbles: true, composed: true, cancelable: true };
	for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
		target.dispatchEvent(new MouseEvent(type, how));
	for (const key of ['Enter', ' ', 'Escape'])
		for (const on of [target, document, window])
			on.dispatchEvent(new KeyboardEvent('keydown', { ...how, key }));
}

/** Messages as ours speak them, in their hundreds; resolves when the last has come. */
export function floodMessages(): Promise<void> {
	return new Promise((resolve) => {
		addEventListener('message', ({ data }) => data === 'the last' && resolve());
		for (let n = 0; n < 200; n++) {
			postMessage('close', '*');
			postMessage({ type: 'repost', by: 'me', post: 'p', on: true }, '*');
			const source = window;
			dispatchEvent(new MessageEvent('message', { data: 'close', source }));
			dispatchEvent(new MessageEvent('message', { data: 'close', source: null }));
		}
		postMessage('the last', '*');
	});
}

/** The page frames an address itself; resolves when the browser has done with it. */
export function frameIt(address: string): Promise<void> {
	document.querySelector('iframe')?.remove();
	const frame = document.createElement('iframe');
	const done = new Promise<void>((resolve) => {
		for (const name of ['load', 'error']) frame.addEventListener(name, () => resolve());
	});
	frame.src = address;
	document.body.append(frame);
	return done;
}

type Api = {
	runtime: { getURL(path: string): string; sendMessage(message: object): Promise<unknown> };
	tabs?: { create(tab: { url: string }): unknown };
	sidePanel?: { open(): unknown };
};

/** Where our page for frames is in this session, and always: nobody but us is told. Asked in a page of ours. */
export function addressesOfFrame(): { now: string; lasting: string } {
	const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome?: Api };
	const now = (browser ?? chrome)?.runtime.getURL('framed.html') ?? '';
	return { now, lasting: new URL('/framed.html', location.href).href };
}

/** Asks the background for a repost, as a page does that was taken over; what it answers, as JSON. */
export async function askToRepost([by = '', post = '']: readonly string[]): Promise<string> {
	const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome?: Api };
	const message = { type: 'repost', by, post, on: true };
	const reply = await (browser ?? chrome)?.runtime.sendMessage(message);
	return JSON.stringify(reply ?? null);
}

/** Presses all that is drawn, and every key that acts; which addresses would have been opened. */
export function pressEverything(): { pressed: number; addresses: string[] } {
	const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome?: Api };
	const { tabs, sidePanel } = browser ?? chrome ?? {};
	const addresses: string[] = [];
	const note = async ({ url }: { url: string }) => void addresses.push(url);
	if (tabs) tabs.create = note;
	if (sidePanel) sidePanel.open = async () => {};
	window.open = (url) => {
		addresses.push(String(url));
		return null;
	};
	const all = [...document.body.querySelectorAll('*')];
	const how = { bubbles: true, composed: true, cancelable: true };
	for (const element of all) {
		for (const type of ['click', 'auxclick', 'dblclick'])
			element.dispatchEvent(new MouseEvent(type, how));
		for (const type of ['submit', 'change', 'input', 'drop', 'paste'])
			element.dispatchEvent(new Event(type, how));
	}
	const article = document.querySelector<HTMLElement>('[data-post]');
	for (const key of ['r', 'B', 'q', 'l', 'd', 'x', 'o', 'Enter', 'm', 'n', 's', 'u', 'Delete']) {
		article?.focus();
		article?.dispatchEvent(new KeyboardEvent('keydown', { ...how, key }));
	}
	return { pressed: all.length, addresses };
}
