import { describe, expect, it } from 'vitest';
import { SparseBlob, watched } from '../../../../tests/fixtures/hostile-blob';
import { type RawEntry, rawZip } from '../../../../tests/fixtures/hostile-bytes';
import { ArchiveProblem } from '../../problems';
import { listZip } from './directory';

const { signal } = new AbortController();
const GIB = 1024 ** 3;
const TEXT = 'window.YTD.tweets.part0 = [ ]';

function asBlob(blob: SparseBlob): Blob {
	return blob as unknown as Blob;
}

async function list(blob: Blob) {
	const container = await listZip({ blob, label: 'a.zip' });
	if (!container) throw new Error('no zip');
	return container;
}

/** Local headers and data of some entries, without a directory. */
function locals(entries: readonly RawEntry[]): Uint8Array {
	const zip = rawZip(entries);
	return zip.slice(0, Buffer.from(zip).indexOf('PK\x01\x02'));
}

/** Only the directory and its end, for entries that lie elsewhere. */
function directory(entries: readonly RawEntry[], at: number, zip64: boolean): Uint8Array {
	const elsewhere = entries.map((entry) => ({ ...entry, phantom: true }));
	return rawZip(elsewhere, { directoryOffset: at, zip64 });
}

async function textOf(blob: Blob, path: string): Promise<string> {
	const file = (await list(blob)).files.find((one) => one.path === path);
	return file ? await new Response(file.stream(signal)).text() : 'not listed';
}

describe('listZip', () => {
	it('reads the directory and nothing of what is packed', async () => {
		const zip = rawZip([
			{ name: 'data/direct-messages.js', data: 'a secret'.repeat(20_000), store: true },
			{ name: 'data/tweets.js', data: TEXT },
		]);
		const blob = watched(zip);
		const { files } = await list(asBlob(blob));
		expect(files.map(({ path, size }) => [path, size])).toEqual([
			['data/direct-messages.js', 160_000],
			['data/tweets.js', TEXT.length],
		]);
		const lowest = Math.min(...blob.reads.map(([from]) => from));
		const lastKilobytes = zip.length - 66_000;
		expect(lowest).toBeGreaterThanOrEqual(lastKilobytes);
	});

	it('reads beyond 4 GiB with zip64 fields', async () => {
		const at = 5 * GIB + 40;
		const tweets: RawEntry = { name: 'data/tweets.js', data: TEXT };
		const filler: RawEntry = {
			name: 'filler.bin',
			store: true,
			size: 5 * GIB,
			packedSize: 5 * GIB,
		};
		const local = locals([tweets]);
		const end = directory(
			[
				{ ...filler, zip64: true, offset: 0 },
				{ ...tweets, zip64: true, offset: at },
			],
			at + local.length,
			true,
		);
		const blob = new SparseBlob(at + local.length + end.length, [
			{ at: 0, bytes: locals([{ name: 'filler.bin', store: true }]) },
			{ at, bytes: local },
			{ at: at + local.length, bytes: end },
		]);
		expect(await textOf(asBlob(blob), 'data/tweets.js')).toBe(TEXT);
		expect((await list(asBlob(blob))).files[0]?.size).toBe(5 * GIB);
	});

	it('unwraps offsets of a zip over 4 GiB that the Finder made without zip64', async () => {
		const first: RawEntry = { name: 'data/a.js', data: 'first' };
		const second: RawEntry = { name: 'data/tweets.js', data: TEXT };
		const filler: RawEntry = { name: 'b.bin', store: true, size: 3 * GIB, packedSize: 3 * GIB };
		const places = [0, 100, 3 * GIB + 200, 6 * GIB + 300];
		const [, one = 0, two = 0, three = 0] = places;
		const end = directory(
			[
				{ ...first, offset: 0 },
				{ ...filler, offset: one },
				{ ...filler, name: 'c.bin', offset: two },
				{ ...second, offset: three % 2 ** 32 },
			],
			(three + 100) % 2 ** 32,
			false,
		);
		const blob = new SparseBlob(three + 100 + end.length, [
			{ at: 0, bytes: locals([first]) },
			{ at: three, bytes: locals([second]) },
			{ at: three + 100, bytes: end },
		]);
		expect(await textOf(asBlob(blob), 'data/tweets.js')).toBe(TEXT);
		expect(await textOf(asBlob(blob), 'data/a.js')).toBe('first');
	});

	it('refuses a directory larger than 64 MiB without reading it', async () => {
		const at = 1000;
		const size = 64 * 1024 * 1024 + 1;
		const end = rawZip([], { count: 1000, directorySize: size, directoryOffset: at });
		const blob = new SparseBlob(at + size + end.length, [
			{ at, bytes: Uint8Array.of(0x50, 0x4b, 1, 2) },
			{ at: at + size, bytes: end },
		]);
		await expect(list(asBlob(blob))).rejects.toMatchObject({ problem: { code: 'too-many-files' } });
		const read = blob.reads.reduce((sum, [from, to]) => sum + to - from, 0);
		expect(read).toBeLessThan(100_000);
	});

	it('lists 70,000 entries within a second', async () => {
		const entries = Array.from({ length: 70_000 }, (_, i) => ({
			name: `data/tweets_media/${1_700_000_000_000_000_000n + BigInt(i)}-${i}.jpg`,
			data: '',
			store: true,
		}));
		const blob = new Blob([rawZip(entries) as BlobPart]);
		// The best of three: what it costs, not what else the machine was doing.
		const times: number[] = [];
		let files: readonly unknown[] = [];
		for (let i = 0; i < 3; i++) {
			const began = performance.now();
			files = (await list(blob)).files;
			times.push(performance.now() - began);
		}
		expect(Math.min(...times)).toBeLessThan(1000);
		expect(files).toHaveLength(70_000);
	});

	it('takes counts modulo 65,536 as writers without zip64 state them', async () => {
		const entries = Array.from({ length: 65_540 }, (_, i) => ({ name: `${i}`, store: true }));
		const zip = rawZip(entries, { count: 4 });
		expect((await list(new Blob([zip as BlobPart]))).files).toHaveLength(65_540);
		const lie = rawZip(entries, { count: 5 });
		await expect(list(new Blob([lie as BlobPart]))).rejects.toBeInstanceOf(ArchiveProblem);
	});

	it('is undefined for what has no end record', async () => {
		expect(await listZip({ blob: new Blob(['text']), label: 'a' })).toBeUndefined();
		expect(await listZip({ blob: new Blob([]), label: 'a' })).toBeUndefined();
	});
});
