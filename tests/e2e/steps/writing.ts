import type { Screen } from '../../browsers/screen';
import { expect, type Town } from '../town';

/** One target of "Where it went". */
export type WentTo = { target: string; state: string; words: string; link: string };

/** Opens the popup as a page of its own, as wide as browsers show it. */
export async function opensPopup({ screen }: Town): Promise<void> {
	await screen.open('#/');
	await screen.evaluate(() => {
		location.href = '/popup.html';
	}, null);
	await screen.see('textbox', 'Post text');
}

/** Begins a new post for these targets and no other, by the names of their checkboxes. */
export async function writesTo(screen: Screen, targets: readonly string[]): Promise<void> {
	await screen.open('#/settings');
	await screen.open('#/compose?fresh');
	await screen.see('textbox', 'Post text');
	for (const target of targets) await screen.see('checkbox', target);
	const others = await screen.evaluate(
		(wanted) =>
			[...document.querySelectorAll<HTMLInputElement>('.targets input')]
				.filter(
					({ checked, ariaLabel }) =>
						checked !== (wanted as readonly string[]).includes(ariaLabel ?? ''),
				)
				.map(({ ariaLabel }) => ariaLabel ?? ''),
		targets,
	);
	for (const other of others) await screen.click('checkbox', other);
	await expect.poll(() => chosen(screen)).toEqual([...targets].sort());
}

function chosen(screen: Screen): Promise<string[]> {
	return screen.evaluate(
		() =>
			[...document.querySelectorAll<HTMLInputElement>('.targets input:checked')]
				.map(({ ariaLabel }) => ariaLabel ?? '')
				.sort(),
		null,
	);
}

/** Chooses how long sending can be undone: one of the times that the composer offers. */
export function undoesIn(screen: Screen, seconds: number): Promise<void> {
	return screen.evaluate((value) => {
		const select = [...document.querySelectorAll('select')].find((one) =>
			one.closest('label')?.textContent?.startsWith('Time to undo'),
		);
		if (!select) throw new Error('no time to undo');
		select.value = String(value);
		select.dispatchEvent(new Event('change', { bubbles: true }));
	}, seconds);
}

/** What of the draft is stored, as the foot of the composer says it. */
export async function isKept(screen: Screen): Promise<void> {
	await expect.poll(async () => (await screen.all('status')).join('\n')).toContain('Saved');
}

/** What became of the last post, by target. */
export async function whereItWent(screen: Screen): Promise<WentTo[]> {
	return screen.evaluate(
		() =>
			[...document.querySelectorAll<HTMLElement>('.went [data-target]')].map((item) => ({
				target: item.dataset['target'] ?? '',
				state: item.dataset['state'] ?? '',
				words: item.textContent ?? '',
				link: item.querySelector<HTMLAnchorElement>('a')?.href ?? '',
			})),
		null,
	);
}

/** Waits until each target is in this state, and returns what is said of each. */
export async function went(
	screen: Screen,
	states: Readonly<Record<string, string>>,
	timeout = 30_000,
): Promise<WentTo[]> {
	await expect
		.poll(
			async () =>
				Object.fromEntries((await whereItWent(screen)).map(({ target, state }) => [target, state])),
			{ timeout },
		)
		.toEqual(states);
	return whereItWent(screen);
}

/** Both browsers give it to their extensions' pages. */
declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

/** Runs in the page: a draft as the composer stores it, and the one message that it sends; `at`: when it is to go. */
export async function sendsAt({ text, at }: { text: string; at?: number }): Promise<unknown> {
	const db = await new Promise<IDBDatabase>((resolve, reject) => {
		const opening = indexedDB.open('townsquare');
		opening.onsuccess = () => resolve(opening.result);
		opening.onerror = () => reject(opening.error);
	});
	const tx = db.transaction(['drafts', 'sessions'], 'readwrite');
	const asked = tx.objectStore('sessions').getAllKeys();
	const targets = await new Promise<IDBValidKey[]>((resolve) => {
		asked.onsuccess = () => resolve(asked.result);
	});
	const now = Date.now();
	tx.objectStore('drafts').put({
		...{ id: 'draft', rev: 1, createdAt: now, changedAt: now, origin: 'typed', text, targets },
		...{ visibility: 'public', media: [], own: {}, undoSeconds: 0, answers: [] },
		...(at === undefined ? {} : { scheduledAt: at }),
	});
	await new Promise((resolve) => {
		tx.oncomplete = resolve;
	});
	db.close();
	return chrome.runtime.sendMessage({ type: 'enqueue', draft: 'draft', rev: 1 });
}
