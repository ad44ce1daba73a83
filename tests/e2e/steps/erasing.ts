import type { Screen } from '../../browsers/screen';
import { expect } from '../town';

/** Deletes everything stored, in the settings, as a person would. */
export async function eraseEverything(screen: Screen): Promise<void> {
	await screen.open('#/settings');
	await screen.fill('textbox', 'Type “delete” to confirm', 'delete');
	await screen.click('button', 'Delete everything');
	await expect.poll(() => screen.all('status')).toContain('Everything was deleted.');
}
