import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { makeArchive } from '../../tests/fixtures/archive';
import { exportHere, importHere, pick, removeHere } from '../../tests/fixtures/importing';
import { installMemoryOpfs, type MemoryFolder } from '../../tests/fixtures/opfs';
import { eraseEverything, generations } from '../store';
import { sweepExport } from './export-file';

const folder = await mkdtemp(join(tmpdir(), 'townsquare-export-'));
const archive = await makeArchive({ out: join(folder, 'a'), n: 200, sample: 1 });
let opfs: MemoryFolder;
const exports = () => [...opfs.files()].map(([path]) => path).filter((path) => /json$/.test(path));

afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
	opfs = installMemoryOpfs();
	await eraseEverything();
	await importHere(await pick(archive.paths));
	const file = await exportHere();
	const { archives } = JSON.parse((await file?.text()) ?? '') as {
		archives: { posts: object[] }[];
	};
	expect(archives[0]?.posts).toHaveLength(archive.counts.posts);
	expect(exports()).toHaveLength(1);
});

describe('an exported file, which holds every post, is gone', () => {
	it('with everything', async () => {
		await eraseEverything();
		expect([...opfs.files()]).toEqual([]);
	});

	it('with an import that is removed', async () => {
		const [generation] = await generations();
		const id = generation?.imports[0]?.id ?? '';
		await removeHere(generation?.account.key ?? '', id);
		expect(exports()).toEqual([]);
	});

	it('at the next start', async () => {
		await sweepExport();
		expect(exports()).toEqual([]);
	});
});
