import { beforeEach, describe, expect, it, vi } from 'vitest';
import { archive, pick, tweetsFile } from '../../../tests/fixtures/hostile-archive';
import { rawZip } from '../../../tests/fixtures/hostile-bytes';
import { installMemoryOpfs, type MemoryFolder } from '../../../tests/fixtures/opfs';
import type { PickedFile } from '../events';
import { openSource, type Source, sweepTemporary } from './source';

const { signal } = new AbortController();
let opfs: MemoryFolder;
const paths = () => [...opfs.files()].map(([path]) => path);

beforeEach(() => {
	opfs = installMemoryOpfs();
});

async function open(picked: readonly PickedFile[]): Promise<Source> {
	const chooseRoot = () => Promise.reject(new Error('there is one archive'));
	return await openSource(picked, { signal, chooseRoot });
}

async function text(source: Source, path: string): Promise<string | undefined> {
	const file = source.find(path);
	return file && (await new Response(file.stream(signal)).text());
}

describe('a zip in a zip', () => {
	const deflated = () => pick('outer.zip', rawZip([{ name: 'in/twitter.zip', data: archive() }]));

	it('is sliced where it is stored', async () => {
		const outer = rawZip([{ name: 'twitter.zip', data: archive(), store: true }]);
		const source = await open([pick('outer.zip', outer)]);
		expect(paths().length).toBe(0);
		expect(await text(source, 'data/tweets.js')).toBe(tweetsFile());
	});

	it('is inflated to a temporary file, removed when the source is closed', async () => {
		const source = await open([deflated()]);
		expect(paths().length).toBe(1);
		expect(await text(source, 'data/tweets.js')).toBe(tweetsFile());
		await source.close();
		expect(paths().length).toBe(0);
	});

	it('leaves nothing behind when it is damaged or holds no tweets', async () => {
		for (const entry of [
			{ data: archive(), crc: 5 },
			{ data: rawZip([{ name: 'x', data: 'x' }]) },
		]) {
			const outer = rawZip([{ name: 'twitter.zip', ...entry }]);
			await expect(open([pick('outer.zip', outer)])).rejects.toThrow();
			expect(paths().length).toBe(0);
		}
	});

	it('says so when the disk is full', async () => {
		opfs.full = true;
		await expect(open([deflated()])).rejects.toMatchObject({ problem: { code: 'no-space' } });
		expect(paths().length).toBe(0);
	});

	it('asks to unpack it where the browser has no place for it', async () => {
		vi.stubGlobal('navigator', {
			storage: {
				getDirectory: () => Promise.reject(new DOMException('private', 'SecurityError')),
			},
		});
		await expect(open([deflated()])).rejects.toMatchObject({ problem: { code: 'inner-zip' } });
		await sweepTemporary();
	});

	it('left behind by a killed tab is swept', async () => {
		await open([deflated()]);
		const packs = await opfs.getDirectoryHandle('packs', { create: true });
		await packs.getFileHandle('1', { create: true });
		await sweepTemporary();
		expect(paths()).toEqual(['packs/1']);
		await sweepTemporary();
	});
});

describe('media zips of 2018', () => {
	const layout = (zip: Uint8Array, store: boolean) =>
		rawZip([
			{ name: 'tweet.js', data: tweetsFile() },
			{ name: 'tweet_media/1-a.jpg', data: 'a' },
			{ name: 'tweet_media/media.zip', data: zip, store },
		]);
	const inner = rawZip([
		{ name: 'tweet_media/2-b.jpg', data: 'b' },
		{ name: '3-c.jpg', data: 'c' },
	]);

	it.each([
		['stored', true],
		['deflated', false],
	])('%s: their files lie in the folder', async (_, store) => {
		const source = await open([pick('2018.zip', layout(inner, store))]);
		expect(
			source
				.list('tweet_media')
				.map(({ path }) => path)
				.sort(),
		).toEqual(['tweet_media/1-a.jpg', 'tweet_media/2-b.jpg', 'tweet_media/3-c.jpg']);
		expect(await text(source, 'tweet_media/3-c.jpg')).toBe('c');
		await source.close();
		expect(paths().length).toBe(0);
	});

	it('that cannot be opened are noted, and the import goes on', async () => {
		const source = await open([pick('2018.zip', layout(inner.slice(0, 60), true))]);
		expect(source.notes).toMatchObject([
			{ kind: 'media-zip', path: 'tweet_media/media.zip', problem: { code: 'cut-short' } },
		]);
		expect(await text(source, 'tweet.js')).toBe(tweetsFile());
	});

	it('of a folder are read where they lie', async () => {
		const source = await open([
			pick('tw/tweet.js', tweetsFile()),
			pick('tw/tweet_media/media.zip', inner),
		]);
		expect(source.list('tweet_media')).toHaveLength(2);
	});
});
