import type { Screen } from '../../browsers/screen';
import { expect } from '../town';

/** The posts that are drawn, by what stands in their `data-` attributes. */
export function posts(screen: Screen): Promise<{ post: string; via: string; text: string }[]> {
	return screen.evaluate(
		() =>
			[...document.querySelectorAll<HTMLElement>('[role=feed] article[data-post]')].map(
				(article) => ({
					post: article.dataset['post'] ?? '',
					via: article.dataset['via'] ?? '',
					text: article.querySelector('.text')?.textContent ?? '',
				}),
			),
		null,
	);
}

/** Texts of the posts that are drawn; what has come meanwhile is brought in as a person does it. */
export async function texts(screen: Screen): Promise<string[]> {
	// In one go: by the time that a second look comes, the list may have begun anew by itself.
	await screen.evaluate(() => {
		for (const button of document.querySelectorAll('button'))
			if (/^\d+ new posts?$/.test(button.textContent ?? '')) button.click();
	}, null);
	return (await posts(screen)).map(({ text }) => text);
}

/** What all elements of a kind say. */
export async function said(screen: Screen, role: string, name?: string): Promise<string> {
	return (await screen.all(role, name)).join('\n');
}

/** Waits until posts with these texts are drawn. */
export async function sees(screen: Screen, ...wanted: string[]): Promise<void> {
	await expect.poll(() => texts(screen)).toEqual(expect.arrayContaining(wanted));
}

/** The same for the timeline, which is opened once: what comes into its middle is offered there. */
export async function seesInTimeline(screen: Screen, ...wanted: string[]): Promise<void> {
	await screen.open('#/settings');
	await screen.open('#/');
	await screen.see('article');
	await sees(screen, ...wanted);
}
