import type { Screen } from '../../browsers/screen';
import { expect, type Town } from '../town';

/** What a person sees of the popup that hangs from the toolbar. */
export type Seen = {
	width: number;
	height: number;
	/** Whether "Post" is in view as it stands, not scrolled. */
	post: boolean;
	text: string;
	/** Of each picture what it says to those who do not see it. */
	alts: string[];
	/** How much the communities say of the draft. */
	verdicts: number;
	buttons: string[];
	/** By target. */
	went: string[];
	says: string;
};

/** Both browsers give it to their extensions' pages. */
declare const chrome: {
	action: { openPopup(): Promise<void> };
	extension: { getViews(which: { type: 'popup' }): (Window & typeof globalThis)[] };
};

/**
 * The popup itself, as the button in the toolbar opens it. No tool of either browser reaches it, and one that did would
 * keep it open: the tab of the app looks into it, as pages of one extension may.
 */
export async function hangsPopup({ screen }: Town): Promise<void> {
	await screen.evaluate(() => chrome.action.openPopup(), null);
	await expect.poll(async () => (await inPopup(screen))?.buttons ?? []).toContain('Post');
}

/** Null while there is none. */
export function inPopup(screen: Screen): Promise<Seen | null> {
	return screen.evaluate(() => {
		const [view] = chrome.extension.getViews({ type: 'popup' });
		// Firefox still lists one that it is taking down.
		if (!view || view.closed) return null;
		const { document } = view;
		const all = <T extends HTMLElement>(what: string) => [...document.querySelectorAll<T>(what)];
		const { top = 0, bottom = 0 } =
			document.querySelector('[type=submit]')?.getBoundingClientRect() ?? {};
		return {
			width: view.innerWidth,
			height: view.innerHeight,
			post: view.scrollY === 0 && bottom > top && bottom <= view.innerHeight,
			text: all<HTMLTextAreaElement>('textarea')[0]?.value ?? '',
			alts: all<HTMLTextAreaElement>('[data-alt]').map(({ value }) => value),
			verdicts: all('.verdicts [data-norm]').length,
			buttons: all('button').map((one) => one.textContent?.trim() ?? ''),
			went: all('.went [data-state]').map(({ dataset }) => dataset['state'] ?? ''),
			says: all('[role=status]')
				.map((one) => one.textContent ?? '')
				.join('\n'),
		};
	}, null);
}

/** Types over what stands in a field, or chooses in it, by its label. */
export function typesInPopup(screen: Screen, label: string, text: string): Promise<void> {
	return screen.evaluate(
		([name, typed]) => {
			type Field = HTMLTextAreaElement | HTMLSelectElement;
			const [view] = chrome.extension.getViews({ type: 'popup' });
			const found = [...(view?.document.querySelectorAll<Field>('textarea, select') ?? [])].find(
				({ ariaLabel, labels }) => (ariaLabel ?? labels[0]?.textContent ?? '').startsWith(name),
			);
			if (!view || !found) throw new Error(`the popup has no field ${name}`);
			found.focus();
			found.value = typed;
			const kind = found.localName === 'select' ? 'change' : 'input';
			found.dispatchEvent(new view.Event(kind, { bubbles: true }));
		},
		[label, text] as const,
	);
}

/** Presses what is called so: a button, or a box to be ticked. */
export function pressesInPopup(screen: Screen, name: string): Promise<void> {
	return screen.evaluate((words) => {
		const [view] = chrome.extension.getViews({ type: 'popup' });
		const found = [...(view?.document.querySelectorAll<HTMLElement>('button, input') ?? [])].find(
			(one) => (one.ariaLabel ?? one.textContent?.trim()) === words,
		);
		if (!found) throw new Error(`the popup has nothing called ${words}`);
		found.click();
	}, name);
}

/** Drops files on the text; their bytes in base64. */
export function dropsInPopup(screen: Screen, files: readonly string[]): Promise<void> {
	return screen.evaluate((all) => {
		const [view] = chrome.extension.getViews({ type: 'popup' });
		if (!view) throw new Error('there is no popup');
		const data = new view.DataTransfer();
		for (const [n, bytes] of all.entries()) {
			const raw = Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0));
			data.items.add(new view.File([raw], `${n}.png`, { type: 'image/png' }));
		}
		const init = { bubbles: true, cancelable: true, dataTransfer: data };
		view.document.querySelector('textarea')?.dispatchEvent(new view.DragEvent('drop', init));
	}, files);
}

/** The person looks elsewhere: the browser closes it, whatever was going on in it. */
export async function looksAway(town: Town): Promise<void> {
	await town.closePopup();
	await expect.poll(() => inPopup(town.screen)).toBe(null);
}
