import { crc32 } from '../archive';

/*
 * Why a writer of our own: the reader and the CRC are ours for good reasons (lib/archive/source/zip/entry.ts), the
 * browser packs by itself (CompressionStream), and what is left of a zip is three headers. client-zip packs nothing;
 * fflate packs on the page's own thread and writes no zip64; zip.js is 60 times this.
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT 4.3
 */

const UTF8 = 1 << 11;
const VERSION = 45;
const WIDE = 0xffff_ffff;
const MOST_ENTRIES = 0xffff;

export type Written = { bytes: number; sha256: string };

/** Puts files into a zip, one after another. Large ones stay where they are on the disk: a Blob only points to them. */
export class ZipWriter {
	private readonly parts: BlobPart[] = [];
	private readonly directory: Uint8Array<ArrayBuffer>[] = [];
	private size = 0;
	private readonly time: number;

	constructor(at: Date) {
		this.time = dosTime(at);
	}

	/** `pack`: it is text, and gets smaller. Throws for files of 4 GB or more. */
	async add(path: string, body: Blob, pack: boolean): Promise<Written> {
		if (body.size >= WIDE) throw new Error('a file of 4 GB');
		const bytes = new Uint8Array(await body.arrayBuffer());
		const crc = crc32(bytes);
		const packed = pack ? await deflated(bytes) : undefined;
		const data = packed && packed.size < bytes.length ? packed : body;
		const name = new TextEncoder().encode(path);
		const head = fields([
			...[VERSION, UTF8, data === packed ? 8 : 0, { four: this.time }, { four: crc }],
			...[{ four: data.size }, { four: bytes.length }, name.length],
		]);
		const local = joined([fields([{ four: 0x04034b50 }]), head, fields([0]), name]);
		this.parts.push(local, data);
		this.note(name, head);
		this.size += local.length + data.size;
		return { bytes: bytes.length, sha256: await sha256Of(bytes) };
	}

	private note(name: Uint8Array<ArrayBuffer>, head: Uint8Array<ArrayBuffer>): void {
		const far = this.size >= WIDE;
		const extra = far ? fields([1, 8, { eight: this.size }]) : fields([]);
		const tail = fields([extra.length, 0, 0, 0, { four: 0 }, { four: far ? WIDE : this.size }]);
		const start = fields([{ four: 0x02014b50 }, VERSION]);
		this.directory.push(joined([start, head, tail, name, extra]));
	}

	/** The whole zip. */
	end(name: string): File {
		const start = this.size;
		const count = this.directory.length;
		const length = this.directory.reduce((sum, one) => sum + one.length, 0);
		const wide = count >= MOST_ENTRIES || start + length >= WIDE;
		const after = wide ? end64(count, length, start) : fields([]);
		const last = fields([
			...[{ four: 0x06054b50 }, 0, 0, Math.min(count, MOST_ENTRIES), Math.min(count, MOST_ENTRIES)],
			...[{ four: Math.min(length, WIDE) }, { four: wide ? WIDE : start }, 0],
		]);
		return new File([...this.parts, ...this.directory, after, last], name, {
			type: 'application/zip',
		});
	}
}

function end64(count: number, length: number, start: number): Uint8Array<ArrayBuffer> {
	return fields([
		...[{ four: 0x06064b50 }, { eight: 44 }, VERSION, VERSION, { four: 0 }, { four: 0 }],
		...[{ eight: count }, { eight: count }, { eight: length }, { eight: start }],
		...[{ four: 0x07064b50 }, { four: 0 }, { eight: start + length }, { four: 1 }],
	]);
}

/** SHA-256 in hex. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Blob> {
	const packing = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
	return new Response(packing).blob();
}

/** Numbers as little-endian words: of two bytes unless said. */
type Field = number | { four: number } | { eight: number };

function fields(all: readonly Field[]): Uint8Array<ArrayBuffer> {
	const widths = all.map((one) => (typeof one === 'number' ? 2 : 'four' in one ? 4 : 8));
	const view = new DataView(new ArrayBuffer(widths.reduce((sum, width) => sum + width, 0)));
	let at = 0;
	for (const [i, one] of all.entries()) {
		if (typeof one === 'number') view.setUint16(at, one, true);
		else if ('four' in one) view.setUint32(at, one.four, true);
		else view.setBigUint64(at, BigInt(one.eight), true);
		at += widths[i] ?? 0;
	}
	return new Uint8Array(view.buffer);
}

function joined(all: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(all.reduce((sum, one) => sum + one.length, 0));
	let at = 0;
	for (const one of all) {
		bytes.set(one, at);
		at += one.length;
	}
	return bytes;
}

/** As MS-DOS writes dates, in UTC: two-second steps since 1980. */
function dosTime(at: Date): number {
	const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
	const day = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
	return ((day << 16) | time) >>> 0;
}
