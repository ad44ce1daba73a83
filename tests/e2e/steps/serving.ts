import type { Person, Square } from '../../servers/atproto';
import { expect, type Town } from '../town';
import { said, sees } from './drawn';
import { asked } from './squares';

/** Looks somebody up under "Advanced" by raw name, or goes back to whom the server chose, and uses them. */
export async function choosesView({ screen }: Town, { did }: Person, name: string): Promise<void> {
	await screen.open('#/');
	await screen.open(`#/servers?serving=${encodeURIComponent(did)}`);
	await screen.see('button', 'Look it up');
	if (name === '') await screen.click('radio', 'whom square.test chose');
	else {
		await screen.evaluate(
			() => document.querySelector<HTMLElement>('.serving[open] .advanced summary')?.click(),
			null,
		);
		await screen.fill('textbox', 'Service that puts the timeline together', name);
	}
	await screen.click('button', 'Look it up');
	await expect
		.poll(() => said(screen, 'status'))
		.toContain(name === '' ? 'Found: whom square.test chose' : 'Found: view.harbour.test');
	await screen.click('button', 'Use it');
	await expect.poll(() => said(screen, 'status')).toContain('Done.');
	const summary = () =>
		screen.evaluate(
			() => document.querySelector('.serving[open] > summary')?.textContent ?? '',
			null,
		);
	await expect
		.poll(summary)
		.toContain(name === '' ? 'whom square.test chose' : 'view.harbour.test');
	expect(await summary()).not.toContain('did:');
}

/** The line above the timeline names who is silent, and leads to where one chooses another. */
export async function leadsToAnother(
	{ screen }: Town,
	people: readonly Person[],
	named: string,
): Promise<void> {
	await screen.open('#/servers');
	await screen.open('#/');
	await expect.poll(() => said(screen, 'list', 'Servers that do not answer')).toContain(named);
	await screen.click('link', 'Use another');
	await screen.see('button', 'Look it up');
	const route = await screen.evaluate(() => decodeURIComponent(location.hash), null);
	expect(people.map(({ did }) => `#/servers?serving=${did}`)).toContain(route);
}

/** What nobody has put together yet is read from the own repository. */
export async function readsOwn(
	{ screen }: Town,
	square: Square,
	{ did }: Person,
	wanted: string,
): Promise<void> {
	const before = asked(square, 'GET', '/xrpc/com.atproto.repo.listRecords');
	const key = encodeURIComponent(did);
	// Of this account alone: between its posts stand those of the other accounts of the same person.
	await screen.open(`#/person/${key}?of=${key}`);
	await sees(screen, wanted, 'Goedemorgen, plein!');
	expect(asked(square, 'GET', '/xrpc/com.atproto.repo.listRecords')).toBeGreaterThan(before);
}
