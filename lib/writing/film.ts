/** Boxes that hold what cameras and programs add: of the film, and of each of its tracks. */
const PRIVATE = new Set(['udta', 'meta', 'uuid']);
/** Boxes in which there may be such. */
const INSIDE = new Set(['moov', 'trak']);
/** More of them is no film's description. */
const MOST = 64 * 1024 * 1024;
const FREE = [0x66, 0x72, 0x65, 0x65];

/**
 * A film without them: they become free space of the same length, so that nothing else in the file moves. ISO/IEC
 * 14496-12 4.2; phones write the place where it was taken into `udta`, or into `meta`.
 */
export async function bareFilm(film: Blob): Promise<Blob> {
	const parts: BlobPart[] = [];
	let done = 0;
	for (let from = 0; from + 8 <= film.size; ) {
		const head = new DataView(await film.slice(from, from + 16).arrayBuffer());
		const { name, to } = boxAt(head, 0, film.size - from);
		const end = from + to;
		if (to < 8 || end > film.size) return film;
		if ((name === 'moov' || PRIVATE.has(name)) && to <= MOST) {
			const view = new DataView(await film.slice(from, end).arrayBuffer());
			if (emptied(view, 0, view.byteLength)) {
				parts.push(film.slice(done, from), view);
				done = end;
			}
		}
		from = end;
	}
	return parts.length === 0 ? film : new Blob([...parts, film.slice(done)], { type: film.type });
}

/** Empties the private boxes of a stretch; whether there were any. */
function emptied(view: DataView<ArrayBuffer>, start: number, stop: number): boolean {
	let found = false;
	for (let from = start; from + 8 <= stop; ) {
		const { name, body, to } = boxAt(view, from, stop);
		if (to < body || to > stop) return found;
		if (PRIVATE.has(name)) {
			found = true;
			new Uint8Array(view.buffer, from + 4, 4).set(FREE);
			new Uint8Array(view.buffer, body, to - body).fill(0);
		} else if (INSIDE.has(name)) found = emptied(view, body, to) || found;
		from = to;
	}
	return found;
}

/** A size of 0 reaches to the end, one of 1 stands in 64 bits behind the name. */
function boxAt(view: DataView, from: number, stop: number) {
	const size = view.getUint32(from);
	const name = String.fromCharCode(...[4, 5, 6, 7].map((n) => view.getUint8(from + n)));
	if (size === 0) return { name, body: from + 8, to: stop };
	if (size !== 1) return { name, body: from + 8, to: from + size };
	const long = view.byteLength >= from + 16 ? Number(view.getBigUint64(from + 8)) : 0;
	return { name, body: from + 16, to: from + long };
}
