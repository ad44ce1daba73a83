import type { PartName } from './format';

/** A file on its way into a backup. */
export type Made = { path: string; part: PartName; rows?: number; body: Blob; pack: boolean };

/** Files of rows are cut here, so that none has to be held whole for long. */
const CUT = 4 << 20;

/** Rows as lines of JSON, in as many files as they need; no file where there is no row. */
export async function* lines(
	part: PartName,
	pathOf: (n: number) => string,
	batches: AsyncIterable<readonly unknown[]>,
): AsyncGenerator<Made> {
	let texts: string[] = [];
	let size = 0;
	let n = 0;
	const cut = (): Made => {
		n++;
		const body = new Blob([texts.join('')]);
		const made: Made = { path: pathOf(n), part, rows: texts.length, body, pack: true };
		texts = [];
		size = 0;
		return made;
	};
	for await (const batch of batches) {
		for (const row of batch) {
			const line = `${JSON.stringify(row)}\n`;
			texts.push(line);
			size += line.length;
			if (size >= CUT) yield cut();
		}
	}
	if (texts.length > 0) yield cut();
}

/** The same where everything is there already, and stays in one file. */
export function fewLines(part: PartName, rows: readonly unknown[]): Made[] {
	if (rows.length === 0) return [];
	const body = new Blob(rows.map((row) => `${JSON.stringify(row)}\n`));
	return [{ path: `${part}.ndjson`, part, rows: rows.length, body, pack: true }];
}
