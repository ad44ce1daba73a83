import { describe, expect, it, vi } from 'vitest';
import {
	account,
	archive,
	DATE,
	entries,
	manifest,
	pick,
	tweetsFile,
} from '../../../tests/fixtures/hostile-archive';
import { watched } from '../../../tests/fixtures/hostile-blob';
import { rawZip } from '../../../tests/fixtures/hostile-bytes';
import type { PickedFile } from '../events';
import { openSource, type Source } from './source';

const { signal } = new AbortController();
/** The sound archive as a folder. */
function folder(prefix: string): PickedFile[] {
	return entries().map(({ name, data }) => pick(`${prefix}${name}`, data ?? ''));
}

async function open(
	picked: readonly PickedFile[],
	chooseRoot = async (roots: readonly string[]): Promise<string> => `unasked: ${roots}`,
): Promise<Source> {
	return await openSource(picked, { signal, chooseRoot });
}

async function text(source: Source, path: string): Promise<string | undefined> {
	const file = source.find(path);
	return file && (await new Response(file.stream(signal)).text());
}

describe('a folder', () => {
	it.each([
		['the archive', ''],
		['a folder around it', 'twitter-1/'],
		['two folders around it', 'Downloads/twitter-1/'],
	])('%s', async (_, prefix) => {
		const source = await open(folder(prefix));
		expect(source.root).toBe(prefix);
		expect(await text(source, 'data/tweets.js')).toBe(tweetsFile());
		expect(source.list('data/tweets_media')).toHaveLength(1);
		expect([...source.files]).toHaveLength(5);
	});

	it('may be the folder data itself', async () => {
		const picked = folder('').filter(({ path }) => path.startsWith('data/'));
		const inside = picked.map(({ file, path }) => ({ file, path: path.slice('data/'.length) }));
		for (const files of [picked, inside]) {
			const source = await open(files);
			expect(await text(source, 'data/tweets.js')).toBe(tweetsFile());
			expect(source.list('data/tweets_media')).toHaveLength(1);
		}
	});

	it('may hold the zips instead', async () => {
		const source = await open([
			pick('Downloads/holiday.zip', rawZip([{ name: '1.jpg', data: 'x' }])),
			pick('Downloads/broken.zip', 'no zip at all'),
			pick('Downloads/twitter.zip', archive()),
		]);
		expect(await text(source, 'data/tweets.js')).toBe(tweetsFile());
		expect(source.parts).toBe(1);
	});

	it('says what is wrong with its zip when it is the only one', async () => {
		const picked = [pick('d/notes.txt', 'x'), pick('d/twitter.zip', archive().slice(0, 500))];
		await expect(open(picked)).rejects.toMatchObject({ problem: { code: 'cut-short' } });
	});

	it('of another network is named', async () => {
		const picked = [pick('m/actor.json', '{}'), pick('m/outbox.json', '{}')];
		await expect(open(picked)).rejects.toMatchObject({
			problem: { code: 'other-network', happened: { parameters: { network: 'Mastodon' } } },
		});
	});

	it('with the page of the archive alone is told so', async () => {
		const picked = [pick('tw/Your archive.html', '<!doctype html>'), pick('tw/assets/x.svg', '')];
		await expect(open(picked)).rejects.toMatchObject({ problem: { code: 'archive-page' } });
	});

	it('without tweets is told so', async () => {
		const picked = [pick('pictures/1.jpg', 'x')];
		await expect(open(picked)).rejects.toMatchObject({ problem: { code: 'no-tweets' } });
	});
});

describe('what is read', () => {
	it('is nothing but the directory until a file is asked for', async () => {
		const zip = archive({
			name: 'data/direct-messages.js',
			data: 'secret '.repeat(40_000),
			store: true,
		});
		const blob = watched(zip);
		Object.assign(blob, { name: 'twitter.zip' });
		const source = await open([{ file: blob as unknown as File, path: 'twitter.zip' }]);
		const secret = Buffer.from(zip).indexOf('secret');
		expect(blob.reads.some(([from]) => from < secret + 200_000)).toBe(false);
		await text(source, 'data/manifest.js');
		expect(blob.reads.some(([from, to]) => to > secret && from < secret + 200_000)).toBe(false);
	});

	it('is no file of a folder', async () => {
		class Sealed extends File {
			override stream(): never {
				throw new Error('opened');
			}
			override slice(): never {
				throw new Error('opened');
			}
			override async arrayBuffer(): Promise<never> {
				throw new Error('opened');
			}
		}
		const picked = folder('tw/').map(({ file, path }) => ({
			file: new Sealed([file], file.name),
			path,
		}));
		expect((await open(picked)).find('data/tweets.js')?.size).toBe(tweetsFile().length);
	});

	it('is refused at once when the tweets are locked', async () => {
		const locked = archive({ name: 'data/tweets.js', data: tweetsFile(), flags: 0x801 });
		await expect(open([pick('a.zip', locked)])).rejects.toMatchObject({
			problem: { code: 'password', happened: { parameters: { file: 'a.zip' } } },
		});
	});

	it('nothing was chosen', async () => {
		await expect(open([])).rejects.toMatchObject({ problem: { code: 'no-files' } });
	});

	it('ends with the reason of the signal', async () => {
		const controller = new AbortController();
		controller.abort(new Error('enough'));
		const options = { signal: controller.signal, chooseRoot: async () => '' };
		await expect(openSource([pick('a.zip', archive())], options)).rejects.toThrow('enough');
	});
});

const media = (name: string) => ({ name: `data/tweets_media/${name}`, data: name, store: true });

describe('several parts', () => {
	it('of one account are joined, whatever their order', async () => {
		const rest = rawZip([
			{ name: 'data/manifest.js', data: manifest() },
			media('7-x.jpg'),
			media('8-y.jpg'),
		]);
		const bare = rawZip([media('9-z.jpg')]);
		const source = await open([pick('3.zip', bare), pick('2.zip', rest), pick('1.zip', archive())]);
		expect(source.parts).toBe(3);
		expect(source.list('data/tweets_media')).toHaveLength(4);
		expect(source.notes).toEqual([]);
		expect(source.roots).toEqual([]);
	});

	it('are joined across a folder and a zip', async () => {
		const picked = folder('tw/');
		const source = await open([...picked, pick('more.zip', rawZip([media('7-x.jpg')]))]);
		expect(source.list('data/tweets_media')).toHaveLength(2);
	});

	it('with tweets in different files are joined', async () => {
		const more = rawZip([
			{ name: 'data/manifest.js', data: manifest() },
			{ name: 'data/tweets-part1.js', data: tweetsFile(2, 50) },
		]);
		const source = await open([pick('1.zip', archive()), pick('2.zip', more)]);
		expect(source.find('data/tweets-part1.js')).toBeDefined();
		expect(source.find('data/tweets.js')).toBeDefined();
	});

	it('keep the larger of two files that differ, and note it', async () => {
		const large = { name: 'data/like.js', data: 'window.YTD.like.part0 = [     ]' };
		const small = { name: 'data/like.js', data: 'window.YTD.like.part0 = [ ]' };
		for (const [a, b] of [
			[large, small],
			[small, large],
		] as const) {
			const source = await open([pick('1.zip', archive(a)), pick('2.zip', archive(b))]);
			expect(source.find('data/like.js')?.size).toBe(large.data.length);
			expect(source.notes).toEqual([{ kind: 'clash', path: 'data/like.js' }]);
		}
	});

	it('of two accounts are a choice', async () => {
		const theirs = archive(
			{ name: 'data/manifest.js', data: manifest({ account: '77' }) },
			{ name: 'data/account.js', data: account('77') },
			{ name: 'data/tweets.js', data: tweetsFile(5) },
		);
		const picked = [pick('mine.zip', archive()), pick('theirs.zip', theirs)];
		const choose = vi.fn(async () => 'theirs.zip');
		const source = await open(picked, choose);
		expect(choose).toHaveBeenCalledWith(['mine.zip', 'theirs.zip']);
		expect(await text(source, 'data/tweets.js')).toBe(tweetsFile(5));
		expect(source.roots).toEqual(['mine.zip', 'theirs.zip']);
		expect(source.parts).toBe(1);
	});

	it('of two accounts are a choice even where no file of theirs clashes', async () => {
		const theirs = rawZip([
			{ name: 'data/manifest.js', data: manifest({ account: '77' }) },
			{ name: 'data/tweets-part1.js', data: tweetsFile(5) },
		]);
		const choose = vi.fn(async () => 'mine.zip');
		await open([pick('mine.zip', archive()), pick('theirs.zip', theirs)], choose);
		expect(choose).toHaveBeenCalledWith(['mine.zip', 'theirs.zip']);
	});

	it('of two dates are a choice', async () => {
		const newer = archive({
			name: 'data/manifest.js',
			data: manifest().replace(DATE, '2025-01-01T00:00:00.000Z'),
		});
		const choose = vi.fn(async (roots: readonly string[]) => roots[1] ?? '');
		await open([pick('2024.zip', archive()), pick('2025.zip', newer)], choose);
		expect(choose).toHaveBeenCalledOnce();
	});

	it('without names of their owner are a choice when their tweets differ', async () => {
		const bare = (n: number) => rawZip([{ name: 'data/tweets.js', data: tweetsFile(n) }]);
		const choose = vi.fn(async (roots: readonly string[]) => roots[0] ?? '');
		await open([pick('a/x.zip', bare(2)), pick('b/x.zip', bare(3))], choose);
		expect(choose).toHaveBeenCalledWith(['a/x.zip', 'b/x.zip']);
	});

	it('in one zip are a choice', async () => {
		const both = rawZip([
			...entries().map((entry) => ({ ...entry, name: `old/${entry.name}` })),
			{ name: 'new/data/tweets.js', data: tweetsFile(9) },
		]);
		const choose = vi.fn(async () => 'both.zip/new/');
		const source = await open([pick('both.zip', both)], choose);
		expect(choose).toHaveBeenCalledWith(['both.zip/old/', 'both.zip/new/']);
		expect(await text(source, 'data/tweets.js')).toBe(tweetsFile(9));
	});
});

describe('find and list', () => {
	it('do not care for case, nor for data/ where there is none', async () => {
		const source = await open([
			pick('2018.zip', rawZip([{ name: 'Tweet.js', data: tweetsFile() }])),
		]);
		expect(source.find('tweet.js')?.path).toBe('Tweet.js');
		expect(source.find('DATA/TWEET.JS')?.path).toBe('Tweet.js');
		expect(source.find('data/other.js')).toBeUndefined();
		expect(source.list('tweet')).toEqual([]);
	});

	it('find no property of an object', async () => {
		const source = await open([pick('a.zip', archive())]);
		expect(source.find('__proto__')).toBeUndefined();
		expect(source.find('constructor')).toBeUndefined();
	});
});

it('says how large a cut zip should be, from its manifest', async () => {
	for (const store of [true, false]) {
		const zip = archive({
			name: 'data/manifest.js',
			data: manifest({ sizeBytes: 9_000_000 }),
			store,
		});
		const cut = pick('tw.zip', zip.slice(0, -90));
		await expect(open([cut])).rejects.toMatchObject({
			problem: { happened: { key: 'problemCutShortKnown', parameters: { whole: 9, unit: 'MB' } } },
		});
	}
});
