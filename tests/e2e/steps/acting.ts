import type { Screen } from '../../browsers/screen';
import { expect } from '../town';
import { texts } from './drawn';
import { undoesIn } from './writing';

type Named = { text: string; name: string };

/** Runs in the page: what is called so on the card that holds the text; a menu is opened for what is in it. */
function found({ text, name, press }: Named & { press?: boolean }) {
	const card = [...document.querySelectorAll('article')].find((one) =>
		one.querySelector('.text')?.textContent?.includes(text),
	);
	const called = [...(card?.querySelectorAll<HTMLElement>('a, button, summary') ?? [])].find(
		(one) => (one.ariaLabel ?? one.textContent?.trim()) === name,
	);
	if (!called) return null;
	const seen = { says: called.title, disabled: called.ariaDisabled === 'true' };
	if (press) called.click();
	return seen;
}

/** What is called so on a card; null: nothing is. */
export function onCard(screen: Screen, text: string, name: string) {
	return screen.evaluate(found, { text, name });
}

/** Presses it, as soon as it is there, and in the moment in which it is seen. */
export async function presses(screen: Screen, text: string, name: string): Promise<void> {
	await expect
		.poll(() => screen.evaluate(found, { text, name, press: true }), {
			message: `${name}: ${text}`,
		})
		.not.toBe(null);
}

/** Opens the timeline, and there the list of places, as soon as it is drawn. */
export async function opensPlaces(screen: Screen): Promise<void> {
	await screen.open('#/');
	await screen.see('heading', 'Timeline');
	await expect
		.poll(() =>
			screen.evaluate(() => {
				const summary = document.querySelector<HTMLElement>('main header summary');
				summary?.click();
				return summary !== null;
			}, null),
		)
		.toBe(true);
}

/** Opens the timeline anew and waits for posts. */
export async function reads(screen: Screen, ...wanted: string[]): Promise<void> {
	await screen.open('#/settings');
	await screen.open('#/');
	await screen.see('article');
	for (const one of wanted) {
		await expect
			.poll(async () => (await texts(screen)).some((text) => text.includes(one)), { message: one })
			.toBe(true);
	}
}

/** Writes in the composer that is open, sends it at once, and waits until it is there. */
export async function sends(screen: Screen, text: string, name = 'Post'): Promise<void> {
	await screen.see('textbox', 'Post text');
	await undoesIn(screen, 0);
	await screen.fill('textbox', 'Post text', text);
	await screen.click('button', name);
	await expect
		.poll(
			() =>
				screen.evaluate(
					() =>
						[...document.querySelectorAll<HTMLElement>('.went [data-target]')].map(
							({ dataset }) => dataset['state'] ?? '',
						),
					null,
				),
			{ timeout: 30_000 },
		)
		.toEqual(['sent']);
}

/** What the composer begins with. */
export function begun(screen: Screen): Promise<string> {
	return screen.evaluate(
		() => document.querySelector<HTMLTextAreaElement>('.composer textarea')?.value ?? '',
		null,
	);
}
