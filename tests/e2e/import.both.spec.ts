import { join } from 'node:path';
import { makeArchive } from '../fixtures/archive';
import {
	countsToShow,
	importArchive,
	outcome,
	reportOf,
	shownCounts,
	startImport,
} from './steps/importing';
import { expect, test } from './town';

test('a first archive: report, timeline, search, conversation', async ({ town, folder }) => {
	const { screen } = town;
	const archive = await makeArchive({ out: join(folder, 'a.zip'), n: 700 });
	await screen.open('#/');
	expect(await screen.see('link', 'Import a Twitter archive')).toBeTruthy();

	const report = await importArchive(screen, archive.paths);
	expect(await shownCounts(screen)).toEqual(countsToShow(archive.counts));
	expect(report).toContain('Never read: direct messages');

	await screen.click('link', 'Read the timeline');
	await screen.see('feed', 'Timeline');
	const newest = await screen.inside('article', undefined, (article) =>
		article.getAttribute('data-post'),
	);
	expect(newest).toMatch(/^tw:\d+$/);

	await screen.open('#/search?q=is%3Areply');
	await expect.poll(() => screen.all('status')).toContain(`${archive.counts.replies} hits`);
	await screen.see('feed', 'Results');
	await screen.inside('article', undefined, (article) =>
		article.querySelector<HTMLElement>('a[href^="#/post/"]')?.click(),
	);
	await screen.see('feed', 'Conversation');
});

test('the same archive again changes nothing', async ({ town, folder }) => {
	const { screen } = town;
	const archive = await makeArchive({ out: join(folder, 'a.zip'), n: 300 });
	await importArchive(screen, archive.paths);
	await screen.reload();
	expect(await importArchive(screen, archive.paths)).toContain('Nothing changed');
	expect(await shownCounts(screen)).toEqual(countsToShow(archive.counts));
	await screen.see('heading', 'Imported archives');
	expect(await screen.all('button', 'Remove this import')).toHaveLength(1);
});

test('a newer archive adds, updates, and keeps what is gone', async ({ town, folder }) => {
	const { screen } = town;
	const older = await makeArchive({ out: join(folder, 'a.zip'), n: 300 });
	const newer = await makeArchive({
		out: join(folder, 'b.zip'),
		n: 300,
		generated: '2025-07-01T12:00:00.000Z',
		newer: { grow: 25, gone: 4, likes: 3 },
	});
	await importArchive(screen, older.paths);
	const report = await importArchive(screen, newer.paths);
	expect(await shownCounts(screen)).toEqual(countsToShow(newer.counts));
	const gone = newer.gone.length;
	const added = newer.counts.posts - older.counts.posts + gone;
	expect(gone).toBe(4);
	expect(report).toContain(`${added} posts added`);
	expect(report).toMatch(/\d+ updated/);
	expect(report).toContain(`${gone} kept that are gone from this archive`);
	expect(await screen.all('button', 'Remove this import')).toHaveLength(2);
});

test("another person's archive asks first", async ({ town, folder }) => {
	const { screen } = town;
	const mine = await makeArchive({ out: join(folder, 'a.zip'), n: 200 });
	const theirs = await makeArchive({
		out: join(folder, 'b.zip'),
		n: 150,
		seed: 2,
		user: 'other_person',
		accountId: '77777',
	});
	await importArchive(screen, mine.paths);

	await startImport(screen, theirs.paths);
	await screen.see('heading', 'This is the archive of another account');
	await screen.click('button', 'Do not import');
	await screen.gone('progressbar');
	expect(await screen.all('button', 'Remove this import')).toHaveLength(1);

	await startImport(screen, theirs.paths);
	await screen.click('button', 'Import @other_person as well');
	reportOf(await outcome(screen));
	expect(await shownCounts(screen)).toEqual(countsToShow(theirs.counts));
	expect(await screen.all('button', 'Remove this import')).toHaveLength(2);
});
