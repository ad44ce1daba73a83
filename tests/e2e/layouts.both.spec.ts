import { join } from 'node:path';
import { type ArchiveOptions, makeArchive } from '../fixtures/archive';
import { eraseEverything } from './steps/erasing';
import { countsToShow, importArchive, shownCounts } from './steps/importing';
import { expect, test } from './town';

/** Everything that archives have been, and what people's computers make of them. */
const LAYOUTS: Readonly<Record<string, Partial<ArchiveOptions>>> = {
	'data/tweets.js, since 2022': {},
	'data/tweet.js, 2019 to 2021': { layout: '2020' },
	'tweet.js at the top, 2018': { layout: '2018' },
	'tweet.js at the top with zips of media': { layout: '2018', nestedMedia: true },
	'Grailbird, 2012 to 2017': { layout: 'grailbird' },
	'an unpacked folder': { folder: true },
	'an unpacked Grailbird folder': { layout: 'grailbird', folder: true },
	'three zips of one account': { zips: 3, part: 150 },
	'many parts that overlap in time': { part: 60, likePart: 40, duplicates: 5 },
	'a folder prefix, __MACOSX, .DS_Store': { prefix: 'twitter-2025-06-15-abc/', macosx: true },
	'data descriptors and stored media': { descriptors: true, storeMedia: true },
	zip64: { zip64: true },
	'thousands of viewer files': { assets: 6200 },
	'a zip in the zip, stored': { nested: 'stored' },
	'a zip in the zip, deflated': { nested: 'deflated' },
	'no account.js': { account: false },
	'no manifest': { manifest: false },
	'a manifest that lies and a part that is missing': { manifestLie: 7, missingPart: true },
	'rows that cannot be read': { badRows: 6 },
};

/** One browser for a few: a start costs more than an import. */
const FEW = 5;
const layouts = Object.entries(LAYOUTS);

for (let first = 0; first < layouts.length; first += FEW) {
	const some = layouts.slice(first, first + FEW);
	test(`gives the right counts: ${some.map(([name]) => name).join('; ')}`, async ({
		town,
		folder,
	}) => {
		for (const [name, options] of some) {
			await test.step(name, async () => {
				const out = join(folder, options.folder ? name : `${name.replaceAll('/', ' ')}.zip`);
				const archive = await makeArchive({ n: 300, specials: true, ...options, out });
				const report = await importArchive(town.screen, archive.paths);
				expect(await shownCounts(town.screen), name).toEqual(countsToShow(archive.counts));
				for (const { name: file } of [...archive.missingFiles, ...archive.wrongCounts]) {
					expect(report).toContain(file);
				}
				await eraseEverything(town.screen);
			});
		}
	});
}

test('gives the right counts from a zip of more than four gigabytes', async ({ town, folder }) => {
	const out = join(folder, 'large.zip');
	const archive = await makeArchive({ out, n: 200, filler: 4.3e9 });
	expect(archive.bytes).toBeGreaterThan(2 ** 32);
	await importArchive(town.screen, archive.paths);
	expect(await shownCounts(town.screen)).toEqual(countsToShow(archive.counts));
});
