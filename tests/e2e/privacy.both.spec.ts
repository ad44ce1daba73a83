import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeArchive } from '../fixtures/archive';
import { importArchive } from './steps/importing';
import { archiveRecords, lookThrough } from './steps/storage';
import { expect, test } from './town';

test('nothing private is stored or said', async ({ town, folder }) => {
	const { screen } = town;
	const archive = await makeArchive({ out: join(folder, 'a.zip'), n: 800, badRows: 5 });
	expect(archive.canaries.length).toBeGreaterThan(2);
	await importArchive(screen, archive.paths);
	await screen.open('#/archive');
	await screen.see('heading', 'Archive');

	const handle = archive.account?.handle ?? '';
	const stored = await lookThrough(screen, [...archive.canaries, handle]);
	expect(stored.looked).toBeGreaterThan(100_000);
	// The scan is not blind: it finds what may be there.
	expect(stored.hits).toContain(`${handle} in townsquare/generations`);
	expect(stored.hits.filter((hit) => !hit.startsWith(`${handle} `))).toEqual([]);
	const { console } = await town.watched();
	for (const canary of archive.canaries) expect(console.join('\n')).not.toContain(canary);
});

test('an import can be removed wholly, also what two imports share', async ({ town, folder }) => {
	const { screen } = town;
	const older = await makeArchive({ out: join(folder, 'a.zip'), n: 300 });
	const newer = await makeArchive({
		out: join(folder, 'b.zip'),
		n: 300,
		generated: '2025-07-01T12:00:00.000Z',
		newer: { grow: 20, gone: 3 },
	});
	await importArchive(screen, older.paths);
	await importArchive(screen, newer.paths);
	for (const left of [1, 0]) {
		await screen.click('button', 'Remove this import');
		await screen.click('button', 'Yes, remove it');
		await expect.poll(() => screen.all('status')).toContain('The import was removed.');
		await expect.poll(() => screen.all('button', 'Remove this import')).toHaveLength(left);
	}
	const stored = await lookThrough(screen, ['example_user']);
	expect(archiveRecords(stored)).toBe(0);
	expect(stored.files).toEqual([]);
	expect(stored.hits).toEqual([]);
});

test('media are copied: shown without the zip, and after a restart', async ({ town, folder }) => {
	const archive = await makeArchive({ out: join(folder, 'a.zip'), n: 200, mediaRate: 0.5 });
	await importArchive(town.screen, archive.paths);
	await Promise.all(archive.paths.map((path) => rm(path)));
	await town.restart('stop');
	const { screen } = town;
	await screen.open('#/archive/media');
	await expect
		.poll(() => screen.evaluate(() => document.querySelectorAll('main img').length, null))
		.toBeGreaterThan(5);
	const broken = await screen.evaluate(async () => {
		const pictures = [...document.querySelectorAll<HTMLImageElement>('main img')];
		const widths = pictures.map(async (picture) => {
			await picture.decode();
			return picture.naturalWidth;
		});
		return (await Promise.all(widths)).filter((width) => width === 0).length;
	}, null);
	expect(broken).toBe(0);
});
