/**
 * The floor of the archive import: native inflate, split, JSON.parse and normalise of the same bytes, in one
 * dedicated worker, with nothing stored and nothing indexed. FROZEN: the import is measured against this file, so
 * it is not tuned along with the import and shares no code with it. It reads well-formed archives only.
 */
declare const self: DedicatedWorkerGlobalScope;

type Entry = { name: string; method: number; start: number; size: number };
export type FloorOrder = { file: File; raw: boolean };
export type FloorResult = { ms: number; rows: number; bytes: number; checksum: number };

const TEXT_FILES = /(^|\/)(tweets?|like|note-tweet)(-part\d+)?\.js$|\/js\/tweets\/\d{4}_\d{2}\.js$/;

async function entries(file: File): Promise<Entry[]> {
	const tail = new DataView(await file.slice(Math.max(0, file.size - 65_622)).arrayBuffer());
	let end = tail.byteLength - 22;
	while (end > 0 && tail.getUint32(end, true) !== 0x06054b50) end--;
	let size = tail.getUint32(end + 12, true);
	let offset = tail.getUint32(end + 16, true);
	if (offset === 0xffffffff) {
		const at = Number(tail.getBigUint64(end - 20 + 8, true)) - (file.size - tail.byteLength);
		size = Number(tail.getBigUint64(at + 40, true));
		offset = Number(tail.getBigUint64(at + 48, true));
	}
	const view = new DataView(await file.slice(offset, offset + size).arrayBuffer());
	const found: Entry[] = [];
	for (let at = 0; at < size; ) {
		const nameLength = view.getUint16(at + 28, true);
		const extraLength = view.getUint16(at + 30, true);
		const name = new TextDecoder().decode(new Uint8Array(view.buffer, at + 46, nameLength));
		const entry = {
			name,
			method: view.getUint16(at + 10, true),
			size: view.getUint32(at + 20, true),
			start: view.getUint32(at + 42, true),
		};
		let extra = at + 46 + nameLength;
		for (const last = extra + extraLength; extra < last; ) {
			const length = view.getUint16(extra + 2, true);
			if (view.getUint16(extra, true) === 1) readZip64(view, at, extra + 4, entry);
			extra += 4 + length;
		}
		if (TEXT_FILES.test(name)) found.push(entry);
		at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
	}
	return found;
}

function readZip64(view: DataView, at: number, extra: number, entry: Entry): void {
	let next = extra;
	if (view.getUint32(at + 24, true) === 0xffffffff) next += 8;
	if (entry.size === 0xffffffff) {
		entry.size = Number(view.getBigUint64(next, true));
		next += 8;
	}
	if (entry.start === 0xffffffff) entry.start = Number(view.getBigUint64(next, true));
}

async function inflated(
	file: File,
	entry: Entry,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
	const local = new DataView(await file.slice(entry.start, entry.start + 30).arrayBuffer());
	const start = entry.start + 30 + local.getUint16(26, true) + local.getUint16(28, true);
	const stream = file.slice(start, start + entry.size).stream();
	return entry.method === 0 ? stream : stream.pipeThrough(new DecompressionStream('deflate-raw'));
}

/** Inflate and JSON.parse alone, a file at a time. */
async function rawFile(file: File, entry: Entry): Promise<number> {
	const text = await new Response(await inflated(file, entry)).text();
	return (JSON.parse(text.slice(text.indexOf('['))) as unknown[]).length;
}

const BATCH = 1 << 20;
let checksum = 0;

/** Counts brackets outside of strings: the end of the last whole element, and where the count stood. */
function lastEnd(bytes: Uint8Array, length: number): number {
	let depth = 0;
	let last = -1;
	for (let i = 0; i < length; i++) {
		const byte = bytes[i];
		if (byte === 0x22) i = endOfString(bytes, i + 1, length);
		else if (byte === 0x7b || byte === 0x5b) depth++;
		else if ((byte === 0x7d || byte === 0x5d) && --depth === 0) last = i + 1;
	}
	return last;
}

function endOfString(bytes: Uint8Array, from: number, length: number): number {
	let i = from;
	for (; i < length && bytes[i] !== 0x22; i++) if (bytes[i] === 0x5c) i++;
	return i;
}

/** Takes bytes in and normalises the whole rows among them, a batch at a time. */
class Splitter {
	rows = 0;
	bytes = 0;
	private buffer = new Uint8Array(4 * BATCH);
	private length = 0;
	private begun = false;
	private readonly decoder = new TextDecoder();

	take(chunk: Uint8Array): void {
		this.bytes += chunk.length;
		if (this.length + chunk.length > this.buffer.length) {
			const larger = new Uint8Array(2 * (this.length + chunk.length));
			larger.set(this.buffer.subarray(0, this.length));
			this.buffer = larger;
		}
		this.buffer.set(chunk, this.length);
		this.length += chunk.length;
		if (this.length >= BATCH) this.flush();
	}

	flush(): void {
		if (!this.begun) this.drop(this.buffer.indexOf(0x5b) + 1);
		this.begun = true;
		const end = lastEnd(this.buffer, this.length);
		if (end < 0) return;
		const text = this.decoder.decode(this.buffer.subarray(0, end)).replace(/^[\s,]+/, '');
		const rows = JSON.parse(`[${text}]`) as Row[];
		for (const row of rows) normalise(row);
		this.rows += rows.length;
		this.drop(end);
	}

	private drop(length: number): void {
		this.buffer.copyWithin(0, length, this.length);
		this.length -= length;
	}
}

async function floorFile(file: File, entry: Entry): Promise<Splitter> {
	const reader = (await inflated(file, entry)).getReader();
	const splitter = new Splitter();
	for (;;) {
		const { done, value } = await reader.read();
		if (value) splitter.take(value);
		if (!done) continue;
		splitter.flush();
		return splitter;
	}
}

type Tweet = {
	id_str?: string;
	created_at?: string;
	full_text?: string;
	text?: string;
	entities?: Record<string, { indices: [string, string]; expanded_url?: string }[]>;
	extended_entities?: { media?: { media_url_https: string; type: string }[] };
	in_reply_to_status_id_str?: string;
	favorite_count?: string;
	retweet_count?: string;
};
type Row = { tweet?: Tweet; like?: { tweetId: string; fullText?: string } } & Tweet;

/** What any reader must do to a row: a moment, an unescaped text, its entities cut by code point, its media. */
function normalise(row: Row): void {
	const tweet = row.tweet ?? row;
	const raw = row.like?.fullText ?? tweet.full_text ?? tweet.text ?? '';
	const wide = /[\ud800-\udfff]/.test(raw) ? Array.from(raw) : undefined;
	const cut = (from: number, to: number) =>
		wide ? wide.slice(from, to).join('') : raw.slice(from, to);
	const facets: { type: string; words: string; href?: string | undefined }[] = [];
	for (const type of ['urls', 'user_mentions', 'hashtags']) {
		for (const { indices, expanded_url: href } of tweet.entities?.[type] ?? []) {
			const words = cut(Number(indices[0]), Number(indices[1]));
			facets.push({ type, words: unescapeText(words), href });
		}
	}
	const post = {
		key: `tw:${tweet.id_str ?? row.like?.tweetId}`,
		createdAt: Date.parse(tweet.created_at ?? ''),
		text: unescapeText(raw),
		facets,
		media: (tweet.extended_entities?.media ?? []).map((m) => ({
			type: m.type,
			url: m.media_url_https,
		})),
		replyTo: tweet.in_reply_to_status_id_str,
		likes: Number(tweet.favorite_count),
		reposts: Number(tweet.retweet_count),
	};
	checksum = (checksum + post.text.length + post.facets.length + post.media.length) | 0;
}

function unescapeText(text: string): string {
	if (!text.includes('&')) return text;
	return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

self.onmessage = async ({ data }: MessageEvent<FloorOrder>) => {
	const began = performance.now();
	const files = await entries(data.file);
	let rows = 0;
	let bytes = 0;
	checksum = 0;
	for (const entry of files) {
		if (data.raw) rows += await rawFile(data.file, entry);
		else {
			const read = await floorFile(data.file, entry);
			rows += read.rows;
			bytes += read.bytes;
		}
	}
	const ms = performance.now() - began;
	self.postMessage({ ms, rows, bytes, checksum } satisfies FloorResult);
};
