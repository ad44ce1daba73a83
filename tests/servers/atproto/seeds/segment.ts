/** An MPEG transport stream (ISO/IEC 13818-1) of a film of one H.264 track: what an HLS playlist names. */

const [PROGRAM, VIDEO] = [0x1000, 0x100];
const CLOCK = 90_000;

/** The pictures of an mp4 that tests/fixtures/archive/clip.ts made, `perSecond` each second, in the order they lie in. */
export function segment(film: Uint8Array, perSecond: number): Buffer {
	const { sets, pictures } = opened(Buffer.from(film));
	const counters = new Map<number, number>();
	const packets = [
		...section(counters, 0, [
			0x00,
			0xb0,
			13,
			0,
			1,
			0xc1,
			0,
			0,
			0,
			1,
			0xe0 | (PROGRAM >> 8),
			PROGRAM & 255,
		]),
		...section(counters, PROGRAM, [
			...[0x02, 0xb0, 18, 0, 1, 0xc1, 0, 0, 0xe0 | (VIDEO >> 8), VIDEO & 255, 0xf0, 0],
			...[0x1b, 0xe0 | (VIDEO >> 8), VIDEO & 255, 0xf0, 0],
		]),
	];
	pictures.forEach((picture, n) => {
		const at = CLOCK + Math.round((n * CLOCK) / perSecond);
		const units = [Buffer.from([0x09, 0xf0]), ...sets, picture];
		const stream = units.flatMap((unit) => [Buffer.from([0, 0, 0, 1]), unit]);
		const head = Buffer.from([0, 0, 1, 0xe0, 0, 0, 0x80, 0x80, 5, ...stamp(at)]);
		packets.push(...split(counters, VIDEO, Buffer.concat([head, ...stream]), at));
	});
	return Buffer.concat(packets);
}

/** Parameter sets and pictures of an mp4. */
function opened(film: Buffer): { sets: Buffer[]; pictures: Buffer[] } {
	const config = film.indexOf('avcC') + 10;
	const first = film.subarray(config + 2, config + 2 + film.readUInt16BE(config));
	const next = config + 2 + first.length + 1;
	const second = film.subarray(next + 2, next + 2 + film.readUInt16BE(next));
	const data = film.indexOf('mdat');
	const end = data - 4 + film.readUInt32BE(data - 4);
	const pictures: Buffer[] = [];
	for (let at = data + 4; at < end; at += 4 + film.readUInt32BE(at))
		pictures.push(film.subarray(at + 4, at + 4 + film.readUInt32BE(at)));
	return { sets: [first, second], pictures };
}

/** A moment (33 bits) as a PES header holds it. */
const stamp = (at: number): number[] => [
	0x21 | ((at / 2 ** 29) & 0x0e),
	(at >> 22) & 255,
	0x01 | ((at >> 14) & 0xfe),
	(at >> 7) & 255,
	0x01 | ((at << 1) & 0xfe),
];

function section(counters: Map<number, number>, pid: number, bytes: readonly number[]): Buffer[] {
	const crc = Buffer.alloc(4);
	crc.writeUInt32BE(crc32(bytes));
	const whole = Buffer.concat([Buffer.from([0, ...bytes]), crc]);
	// After a section everything is 0xff.
	return split(counters, pid, Buffer.concat([whole, Buffer.alloc(184 - whole.length, 0xff)]));
}

/** Packets of 188 bytes; the first of a picture carries the clock, the last is filled up. */
function split(
	counters: Map<number, number>,
	pid: number,
	bytes: Buffer,
	clock?: number,
): Buffer[] {
	const packets: Buffer[] = [];
	for (let from = 0; from < bytes.length; ) {
		const isFirst = from === 0;
		const timed = isFirst && clock !== undefined ? [0x50, ...reference(clock)] : [];
		const room = 184 - (timed.length > 0 ? 1 + timed.length : 0);
		const size = Math.min(room, bytes.length - from);
		const field = adaptation(184 - size, timed);
		const count = counters.get(pid) ?? 0;
		counters.set(pid, (count + 1) & 15);
		const kind = field.length > 0 ? 0x30 : 0x10;
		const head = [0x47, (isFirst ? 0x40 : 0) | (pid >> 8), pid & 255, kind | count];
		packets.push(
			Buffer.concat([Buffer.from([...head, ...field]), bytes.subarray(from, from + size)]),
		);
		from += size;
	}
	return packets;
}

function adaptation(length: number, timed: readonly number[]): number[] {
	if (length === 0) return [];
	if (length === 1) return [0];
	const content = timed.length > 0 ? timed : [0];
	return [length - 1, ...content, ...Array<number>(length - 1 - content.length).fill(0xff)];
}

/** Programme clock reference: 33 bits of 90 kHz, and nothing finer. */
const reference = (at: number): number[] => [
	(at / 2 ** 25) & 255,
	(at >> 17) & 255,
	(at >> 9) & 255,
	(at >> 1) & 255,
	((at & 1) << 7) | 0x7e,
	0,
];

function crc32(bytes: readonly number[]): number {
	let crc = 0xffffffff;
	for (const byte of bytes)
		for (let bit = 7; bit >= 0; bit -= 1) {
			const high = (crc >>> 31) ^ ((byte >> bit) & 1);
			crc = (crc << 1) ^ (high ? 0x04c11db7 : 0);
		}
	return crc >>> 0;
}
