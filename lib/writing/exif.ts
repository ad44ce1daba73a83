const ORIENTATION = 0x0112;

/** Which way up the first directory of a TIFF structure says, from 1 to 8; undefined where it says nothing. */
export function orientationIn(view: DataView, tiff: number, to: number): number | undefined {
	if (to - tiff < 8) return undefined;
	const little = view.getUint16(tiff) === 0x4949;
	const directory = tiff + view.getUint32(tiff + 4, little);
	if (directory + 2 > to) return undefined;
	const count = view.getUint16(directory, little);
	for (let n = 0; n < count; n += 1) {
		const entry = directory + 2 + 12 * n;
		if (entry + 12 > to) return undefined;
		if (view.getUint16(entry, little) === ORIENTATION) {
			const value = view.getUint16(entry + 8, little);
			return value >= 1 && value <= 8 ? value : undefined;
		}
	}
	return undefined;
}

/** A TIFF structure that says which way up, and nothing else. */
export function oriented(orientation: number): readonly number[] {
	const head = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1];
	const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
	return [...head, ...entry, 0, 0, 0, 0];
}
