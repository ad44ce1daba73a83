/** The lists that go from server to server as Mastodon's CSV files do. */
export type CsvKind = 'blocks' | 'mutes' | 'following';

/** Somebody in such a file. */
export type CsvRow = { handle: string; hideNotices?: boolean };

/** First lines as Mastodon writes them; its file of blocks has none. */
const HEADERS: Readonly<Record<CsvKind, string | undefined>> = {
	blocks: undefined,
	mutes: 'Account address,Hide notifications',
	following: 'Account address,Show boosts,Notify on new posts,Languages',
};

const HANDLE = /^[^\s@,"/:]+@[^\s@,"/]+$/;

/** Writes the file. Handles with signs that no handle has are left out: a spreadsheet would run them. */
export function writeCsv(kind: CsvKind, people: readonly CsvRow[]): string {
	const lines = people
		.filter(({ handle }) => HANDLE.test(handle) && /^[\p{L}\p{N}_]/u.test(handle))
		.map(({ handle, hideNotices }) => {
			if (kind === 'blocks') return handle;
			return kind === 'mutes' ? `${handle},${hideNotices ?? true}` : `${handle},true,false,`;
		});
	const header = HEADERS[kind];
	return [...(header === undefined ? [] : [header]), ...lines].map((line) => `${line}\n`).join('');
}

/**
 * Reads such a file, whoever wrote it: with or without a first line, a byte order mark, quotes or a leading @, lines
 * ended in any way. Each handle once; `strange` are the first cells of lines that name nobody.
 */
export function readCsv(text: string): { handles: string[]; strange: string[] } {
	const handles = new Map<string, string>();
	const strange: string[] = [];
	for (const [n, [first = '']] of cellsOf(text.replace(/^\ufeff/, '')).entries()) {
		const handle = first.trim().replace(/^@/, '');
		if (handle === '' || (n === 0 && /^account address$/i.test(handle))) continue;
		if (HANDLE.test(handle)) handles.set(handle.toLowerCase(), handle);
		else strange.push(handle);
	}
	return { handles: [...handles.values()], strange };
}

/** One cell and what ends it: quoted with doubled quotes inside, or plain. */
const CELL = /(?:"((?:[^"]|"")*)"[^,\r\n]*|([^,\r\n]*))(,|\r\n|\r|\n|$)/y;

function cellsOf(text: string): string[][] {
	const lines: string[][] = [];
	let line: string[] = [];
	CELL.lastIndex = 0;
	while (CELL.lastIndex < text.length) {
		const match = CELL.exec(text);
		if (!match) break;
		const [, quoted, plain, end] = match;
		line.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
		if (end !== ',') {
			lines.push(line);
			line = [];
		}
	}
	if (line.length > 0) lines.push(line);
	return lines;
}
