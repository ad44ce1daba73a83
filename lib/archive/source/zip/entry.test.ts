import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { FailingBlob, watched } from '../../../../tests/fixtures/hostile-blob';
import { deflatedRun, type RawEntry, rawZip } from '../../../../tests/fixtures/hostile-bytes';
import type { ListedFile } from '../file';
import { listZip } from './directory';

const never = new AbortController().signal;
/** Three quarters of its size when packed. */
const NOISE = noise(3_000_000);

function noise(length: number): Uint8Array {
	let state = 1;
	return Uint8Array.from({ length }, () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return (state >>> 24) & 0x5f;
	});
}

async function only(blob: unknown): Promise<ListedFile> {
	const container = await listZip({ blob: blob as Blob, label: 'a.zip' });
	const [file] = container?.files ?? [];
	if (!file) throw new Error('nothing listed');
	return file;
}

function zipped(entry: Partial<RawEntry>): Uint8Array {
	return rawZip([{ name: 'data/x.js', ...entry }]);
}

async function read(file: ListedFile, signal = never): Promise<Uint8Array> {
	return new Uint8Array(await new Response(file.stream(signal)).arrayBuffer());
}

describe('a deflated entry', () => {
	it('comes out whole, in chunks', async () => {
		const file = await only(new Blob([zipped({ data: NOISE }) as BlobPart]));
		expect(file.blob).toBeUndefined();
		let largest = 0;
		const parts: Uint8Array[] = [];
		for await (const chunk of file.stream(never)) {
			largest = Math.max(largest, chunk.length);
			parts.push(chunk);
		}
		expect(Buffer.concat(parts).equals(NOISE)).toBe(true);
		expect(largest).toBeLessThanOrEqual(512 * 1024);
	});

	it('can be read twice, and twice at once', async () => {
		const file = await only(new Blob([zipped({ data: NOISE }) as BlobPart]));
		const [a, b] = await Promise.all([read(file), read(file)]);
		expect(Buffer.from(a).equals(b)).toBe(true);
		expect((await read(file)).length).toBe(NOISE.length);
	});

	it('stops reading the file when its reader has enough', async () => {
		const blob = watched(zipped({ data: NOISE, method: 8 }));
		const file = await only(blob);
		blob.reads.length = 0;
		const reader = file.stream(never).getReader();
		await reader.read();
		await reader.cancel();
		const read = blob.reads.reduce((sum, [from, to]) => sum + to - from, 0);
		expect(read).toBeLessThanOrEqual(512 * 1024);
		expect(blob.size).toBeGreaterThan(1024 * 1024);
	});

	it('stops at once when more comes out than its size', async () => {
		const run = deflatedRun(0x20, 512);
		const blob = watched(zipped({ ...run, size: 1_000_000 }));
		const file = await only(blob);
		let out = 0;
		const reading = (async () => {
			for await (const chunk of file.stream(never)) out += chunk.length;
		})();
		await expect(reading).rejects.toMatchObject({ problem: { code: 'wrong-size' } });
		expect(out).toBeLessThanOrEqual(1_000_000);
	});

	it('is damaged when 4 GiB are missing, which gzip does not count', async () => {
		const data = new Uint8Array(22_000_000);
		const packed = new Uint8Array(deflateRawSync(data, { level: 0 }));
		const size = data.length + 2 ** 32;
		const file = await only(new Blob([zipped({ data, packed, size, zip64: true }) as BlobPart]));
		expect(file.size).toBe(size);
		await expect(read(file).then(({ length }) => length)).rejects.toMatchObject({
			problem: { code: 'damaged-file' },
		});
	});

	it('names the file that is damaged', async () => {
		const file = await only(new Blob([zipped({ data: NOISE, crc: 7 }) as BlobPart]));
		await expect(read(file)).rejects.toMatchObject({
			problem: { code: 'damaged-file', happened: { parameters: { file: 'data/x.js' } } },
		});
	});
});

describe.each([
	['deflated', false],
	['stored', true],
])('any entry, %s', (_, store) => {
	it('ends with the reason of its signal', async () => {
		const file = await only(new Blob([zipped({ data: NOISE, store }) as BlobPart]));
		const controller = new AbortController();
		const reader = file.stream(controller.signal).getReader();
		await reader.read();
		controller.abort(new Error('enough'));
		const rest = (async () => {
			while (!(await reader.read()).done);
		})();
		await expect(rest).rejects.toThrow('enough');
	});

	it('is not begun under a signal that was aborted', async () => {
		const blob = watched(zipped({ data: NOISE, store }));
		const file = await only(blob);
		blob.reads.length = 0;
		await expect(read(file, AbortSignal.abort(new Error('no')))).rejects.toThrow('no');
		expect(blob.reads).toEqual([]);
	});

	it.each([0, 900_000])('says so when the file cannot be read at byte %i', async (good) => {
		const file = await only(new FailingBlob(zipped({ data: NOISE, store }), good));
		await expect(read(file).then(({ length }) => length)).rejects.toMatchObject({
			problem: { code: 'unreadable' },
		});
	});
});

describe('a stored entry', () => {
	it('is a slice of the file', async () => {
		const blob = watched(zipped({ data: NOISE, store: true }));
		const file = await only(blob);
		blob.reads.length = 0;
		const slice = await file.blob?.();
		expect(blob.reads.reduce((sum, [from, to]) => sum + to - from, 0)).toBeLessThan(100);
		const bytes = new Uint8Array((await slice?.arrayBuffer()) ?? new ArrayBuffer(0));
		expect(Buffer.from(bytes).equals(NOISE)).toBe(true);
	});

	it('is checked when it is streamed', async () => {
		const file = await only(new Blob([zipped({ data: NOISE, store: true, crc: 1 }) as BlobPart]));
		await expect(read(file)).rejects.toMatchObject({ problem: { code: 'damaged-file' } });
	});
});
