import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ElementHandle, JSHandle, Page } from 'puppeteer-core';
import { ROOT } from './extension';
import type { Firefox } from './firefox';
import { pickFolder } from './firefox-folder';
import { inFrame } from './frames';
import { described, type Name, type Screen, type SignInWindow, WAIT_MS } from './screen';

/** Finds by role and accessible name inside the page, as the BiDi locators of Firefox do not. */
const TESTING_LIBRARY = readFileSync(
	resolve(ROOT, 'node_modules/@testing-library/dom/dist/@testing-library/dom.umd.min.js'),
	'utf8',
);
const LOOK_AGAIN_MS = 50;

/** A role and name, or the label of a file input, as JSON. */
type Sought = { role?: string; label?: string; name?: string; pattern?: [string, string] };

/** The screen of a Firefox page. */
export function firefoxScreen(firefox: Firefox, page: Page = firefox.page): Screen {
	const one = (role: string, name?: Name) =>
		waitFor(page, sought(role, name), described(role, name));
	return {
		open: (route) => firefox.open(route, page),
		async reload() {
			await page.evaluate(() => {
				Object.assign(document, { townsquareStale: true });
				location.reload();
			});
			await page.waitForFunction(
				() => !('townsquareStale' in document) && document.querySelector('#app'),
			);
		},
		see: async (role, name, timeoutMs = WAIT_MS) => {
			const element = await waitFor(page, sought(role, name), described(role, name), timeoutMs);
			return element.evaluate(textOf);
		},
		all: async (role, name) => {
			const elements = await lookFor(page, sought(role, name));
			return Promise.all(elements.map((element) => element.evaluate(textOf)));
		},
		async gone(role, name, timeoutMs = WAIT_MS) {
			const end = Date.now() + timeoutMs;
			while ((await lookFor(page, sought(role, name))).length > 0) {
				if (Date.now() > end) throw new Error(`${described(role, name)} is still there.`);
				await pause();
			}
		},
		async click(role, name) {
			const element = await one(role, name);
			await element.evaluate(uncover);
			await element.click();
		},
		fill: async (role, name, text) => typeInto(page, await one(role, name), text),
		async fillPassword(text) {
			const field = await page.waitForSelector('input[type=password]', { timeout: WAIT_MS });
			if (field) await typeInto(page, field, text);
		},
		press: (key) => page.keyboard.press(key as Parameters<Page['keyboard']['press']>[0]),
		async choose(label, paths) {
			const input = await waitFor(page, { label }, `file input "${label}"`);
			await (input as ElementHandle<HTMLInputElement>).uploadFile(...paths);
		},
		chooseFolder: (label, folder) =>
			pickFolder(firefox, () => waitFor(page, { label }, `folder input "${label}"`), folder),
		tap: (x, y) => page.mouse.click(x, y),
		framed: (work, argument) => inFrame(page, work, argument),
		size: (width, height) => page.setViewport({ width, height }),
		async picture(path) {
			await page.screenshot({ path: path as `${string}.png` });
		},
		inside: async (role, name, work) => (await one(role, name)).evaluate(work),
		evaluate: (work, argument) => page.evaluate(work as (argument: unknown) => never, argument),
	};
}

/** Longer texts come at once, as they do when they are pasted: by keys, thousands of characters take minutes. */
const MOST_KEYS = 100;

async function typeInto(page: Page, element: ElementHandle<Element>, text: string): Promise<void> {
	await element.focus();
	await element.evaluate((field) => (field as HTMLInputElement).select());
	await page.keyboard.press('Backspace');
	await page.keyboard.type(text.slice(0, MOST_KEYS));
	const rest = text.slice(MOST_KEYS);
	// The one way to put text in where the caret is as a person does, with its events and the way back.
	if (rest)
		await element.evaluate((_, words) => document.execCommand('insertText', false, words), rest);
}

/** The window that does not show a page of the extension; waits until it opens. */
export async function firefoxWindow(firefox: Firefox, timeoutMs = WAIT_MS): Promise<SignInWindow> {
	const { browser, origin } = firefox;
	const target = await browser.waitForTarget(
		(one) => one.type() === 'page' && /^https?:/.test(one.url()) && !one.url().startsWith(origin),
		{ timeout: timeoutMs },
	);
	const page = await target.page();
	if (!page) throw new Error(`The window at ${target.url()} cannot be driven.`);
	const gone = new Promise<void>((resolve) => page.once('close', () => resolve()));
	return {
		...firefoxScreen(firefox, page),
		url: () => page.url(),
		isClosed: () => page.isClosed(),
		async closed(limit = WAIT_MS) {
			if (!page.isClosed()) await within(gone, limit, 'The window is still open.');
		},
		close: () => page.close(),
	};
}

function within(event: Promise<void>, limitMs: number, words: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const limit = setTimeout(() => reject(new Error(words)), limitMs);
		event.then(() => {
			clearTimeout(limit);
			resolve();
		}, reject);
	});
}

function sought(role: string, name: Name | undefined): Sought {
	if (name === undefined) return { role };
	return name instanceof RegExp ? { role, pattern: [name.source, name.flags] } : { role, name };
}

function textOf(element: Element): string {
	// biome-ignore lint/performance/useDomNodeTextContent: what a person reads, as Playwright gives it
	return element instanceof HTMLElement ? element.innerText : (element.textContent ?? '');
}

async function waitFor(
	page: Page,
	what: Sought,
	words: string,
	timeoutMs = WAIT_MS,
): Promise<ElementHandle<Element>> {
	const end = Date.now() + timeoutMs;
	for (;;) {
		const [first] = await lookFor(page, what).catch(whileLoading);
		if (first) return first;
		if (Date.now() > end) throw new Error(`${words} was not there within ${timeoutMs} ms.`);
		await pause();
	}
}

/** A page that is loaded anew in the middle of a question takes what was found with it: it is asked again. */
function whileLoading(error: unknown): [] {
	if (/no such (handle|frame|node)|detached|destroyed/i.test(String(error))) return [];
	throw error;
}

/** A click goes to whatever lies on top, and a foot that stays in view lies on what is behind it: a person scrolls. */
function uncover(element: Element): void {
	const { left, top, width, height } = element.getBoundingClientRect();
	const hit = document.elementFromPoint(left + width / 2, top + height / 2);
	if (!hit || !element.contains(hit)) element.scrollIntoView({ block: 'center' });
}

/** A query of the whole page takes milliseconds; between two of them the page gets its turn. */
function pause(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
}

async function lookFor(page: Page, what: Sought): Promise<ElementHandle<Element>[]> {
	const ask = (): Promise<JSHandle<Element[] | null>> => page.evaluateHandle(query, what);
	let list = await ask();
	// Each document gets the library once; a page may be loaded anew between any two questions.
	while (await list.evaluate((found) => found === null)) {
		await page.evaluate(`${TESTING_LIBRARY};0`);
		list = await ask();
	}
	const properties = await list.getProperties();
	const elements = [...properties.values()].map((handle) => handle.asElement());
	return elements.filter((element) => element !== null) as ElementHandle<Element>[];
}

/** Runs in the page; null where the library is missing. */
function query({ role, label, name, pattern }: Sought): Element[] | null {
	type Library = {
		queryAllByRole(root: Element, role: string, options: object): HTMLElement[];
		queryAllByLabelText(root: Element, label: string): HTMLElement[];
	};
	const { TestingLibraryDom } = globalThis as unknown as { TestingLibraryDom?: Library };
	if (!TestingLibraryDom) return null;
	if (label !== undefined) return TestingLibraryDom.queryAllByLabelText(document.body, label);
	const wanted = pattern ? new RegExp(...pattern) : name;
	const options = wanted === undefined ? {} : { name: wanted };
	return TestingLibraryDom.queryAllByRole(document.body, role ?? '', options);
}
