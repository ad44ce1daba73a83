import { createHash } from 'node:crypto';

const SORTABLE = '234567abcdefghijklmnopqrstuvwxyz';
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** A record key of time: microseconds and 10 bits of a clock's id (https://atproto.com/specs/tid). */
export function tid(ms: number, serial: number): string {
	let rest = (BigInt(ms) * 1000n + BigInt(serial % 1000)) << 10n;
	let out = '';
	for (let n = 0; n < 13; n += 1) {
		out = (SORTABLE[Number(rest & 31n)] ?? '') + out;
		rest >>= 5n;
	}
	return out;
}

/** did:plc of whatever makes it unique: base32 of a hash, 24 characters. */
export const plcDid = (of: string): string =>
	`did:plc:${base32(createHash('sha256').update(of).digest()).slice(0, 24)}`;

/** A public key of the curve secp256k1 as DID documents show it; nobody signs with it here. */
export function multikey(of: string): string {
	const bytes = Buffer.concat([
		Buffer.from([0xe7, 0x01, 0x02]),
		createHash('sha256').update(of).digest(),
	]);
	let rest = BigInt(`0x${bytes.toString('hex')}`);
	let out = '';
	while (rest > 0n) {
		out = (BASE58[Number(rest % 58n)] ?? '') + out;
		rest /= 58n;
	}
	return `z${out}`;
}

/** CIDv1 of a record: DAG-CBOR, SHA-256. */
export const cidOf = (value: unknown): string => cid(0x71, cbor(value));

/** CIDv1 of bytes as they are. */
export const blobCid = (bytes: Uint8Array): string => cid(0x55, bytes);

function cid(codec: number, bytes: Uint8Array): string {
	const hash = createHash('sha256').update(bytes).digest();
	return `b${base32(Buffer.concat([Buffer.from([1, codec, 0x12, 0x20]), hash]))}`;
}

function base32(bytes: Uint8Array): string {
	const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
	let [held, bits, out] = [0, 0, ''];
	for (const byte of bytes) {
		held = (held << 8) | byte;
		bits += 8;
		while (bits >= 5) {
			bits -= 5;
			out += alphabet[(held >> bits) & 31];
		}
		held &= (1 << bits) - 1;
	}
	return bits > 0 ? out + alphabet[(held << (5 - bits)) & 31] : out;
}

function fromBase32(text: string): Buffer {
	const out: number[] = [];
	let [held, bits] = [0, 0];
	for (const letter of text) {
		held = (held << 5) | 'abcdefghijklmnopqrstuvwxyz234567'.indexOf(letter);
		bits += 5;
		if (bits < 8) continue;
		bits -= 8;
		out.push((held >> bits) & 255);
		held &= (1 << bits) - 1;
	}
	return Buffer.from(out);
}

/** The bytes that a CID in base32 is written for. */
export const bytesOfCid = (cid: string): Buffer => fromBase32(cid.slice(1));

/** https://ipld.io/specs/codecs/dag-cbor/spec/; JSON values and bytes, `{"$link": cid}` as a link. */
export function cbor(value: unknown): Buffer {
	if (value === null) return Buffer.from([0xf6]);
	if (typeof value === 'boolean') return Buffer.from([value ? 0xf5 : 0xf4]);
	if (typeof value === 'number') {
		if (!Number.isSafeInteger(value)) throw new Error('DAG-CBOR of AT Protocol has no floats.');
		return value < 0 ? head(1, -1 - value) : head(0, value);
	}
	if (typeof value === 'string') {
		const bytes = Buffer.from(value, 'utf8');
		return Buffer.concat([head(3, bytes.length), bytes]);
	}
	if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
	if (Array.isArray(value)) return Buffer.concat([head(4, value.length), ...value.map(cbor)]);
	const fields = Object.entries(value as object).filter(([, one]) => one !== undefined);
	const [only] = fields;
	if (fields.length === 1 && only?.[0] === '$link') {
		const link = Buffer.concat([Buffer.from([0]), fromBase32(String(only[1]).slice(1))]);
		return Buffer.concat([Buffer.from([0xd8, 0x2a]), head(2, link.length), link]);
	}
	const sorted = fields
		.map(([key, one]) => [Buffer.from(key, 'utf8'), one] as const)
		.sort(([a], [b]) => a.length - b.length || Buffer.compare(a, b));
	return Buffer.concat([
		head(5, sorted.length),
		...sorted.flatMap(([key, one]) => [head(3, key.length), key, cbor(one)]),
	]);
}

function head(major: number, n: number): Buffer {
	const top = major << 5;
	if (n < 24) return Buffer.from([top | n]);
	if (n < 0x100) return Buffer.from([top | 24, n]);
	if (n < 0x10000) return Buffer.from([top | 25, n >> 8, n & 255]);
	const long = Buffer.alloc(n < 0x1_0000_0000 ? 5 : 9);
	long[0] = top | (long.length === 5 ? 26 : 27);
	if (long.length === 5) long.writeUInt32BE(n, 1);
	else long.writeBigUInt64BE(BigInt(n), 1);
	return long;
}
