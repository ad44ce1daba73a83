import { BadShape, type Check, count, list, name, oneOf, optional, shape, text } from '../checks';

export const FORMAT = 'townsquare-backup';
/** Of the format: files with another one are refused. */
export const VERSION = 1;

/** What a file in a backup holds; which files may hold it. */
export const PARTS = {
	readme: /^README\.txt$/,
	accounts: /^accounts\.ndjson$/,
	settings: /^settings\.ndjson$/,
	muffles: /^muffles\.ndjson$/,
	views: /^views\.ndjson$/,
	plans: /^plans\.ndjson$/,
	corrections: /^corrections\.ndjson$/,
	drafts: /^drafts\.ndjson$/,
	outbox: /^outbox-\d+\.ndjson$/,
	/** Bytes of drafts, under their sha-256. */
	files: /^files\/[\da-f]{64}$/,
	people: /^people-\d+\.ndjson$/,
	lists: /^lists\.ndjson$/,
	/** Whose accounts the person joined, or kept apart. */
	persons: /^persons\.ndjson$/,
	/** For programs of others; nothing is restored from it. */
	csv: /^csv\/[^/]+\/[a-z_]+\.csv$/,
	authors: /^authors-\d+\.ndjson$/,
	posts: /^posts-\d+\.ndjson$/,
	entries: /^entries-\d+\.ndjson$/,
	archive: /^archive\/\d+\/(archive\.json|media\.json|(posts|likes)-\d+\.ndjson)$/,
	media: /^archive\/\d+\/media\/[^/]+$/,
} as const;

export type PartName = keyof typeof PARTS;

export type ListedFile = {
	path: string;
	part: PartName;
	/** Lines, where it has some. */
	rows?: number;
	bytes: number;
	sha256: string;
};

/** What a server did not tell when the backup was made: what was stored of it went in instead. */
export type Missing = { account: string; what: 'following' | 'blocks' | 'mutes' | 'lists' };

export type Manifest = {
	format: typeof FORMAT;
	version: number;
	/** Version of the program that made it. */
	app: string;
	/** ISO 8601. */
	madeAt: string;
	files: readonly ListedFile[];
	missing: readonly Missing[];
};

/** Of the whole of it; an archive of 70,000 pictures has 15 MB. */
export const MOST_MANIFEST_BYTES = 64 << 20;
/** Files of rows are cut at 4 MB; one row may be larger. */
export const MOST_TEXT_BYTES = 64 << 20;
const MOST_FILES = 200_000;

/** A file of a kind that this version does not know: told with its name. */
export class UnknownPart extends Error {
	override name = 'UnknownPart';
}

const listed = shape<ListedFile>({
	path: name,
	part: oneOf(...(Object.keys(PARTS) as PartName[])),
	rows: optional(count),
	bytes: count,
	sha256: text(64),
});

const isoDate: Check<string> = (value) => {
	const found = text(40)(value);
	if (Number.isNaN(Date.parse(found))) throw new BadShape('a date');
	return found;
};

const kind = shape<Pick<Manifest, 'format' | 'version'>>({ format: oneOf(FORMAT), version: count });

const whole = shape<Omit<Manifest, 'files'>>({
	format: oneOf(FORMAT),
	version: count,
	app: text(40),
	madeAt: isoDate,
	missing: list(
		shape<Missing>({ account: text(1000), what: oneOf('following', 'blocks', 'mutes', 'lists') }),
		10_000,
	),
});

const filesIn = shape<{ files: unknown[] }>({ files: list((value) => value, MOST_FILES) });
const partOf = shape({ part: text(100) });

/**
 * Reads the list of what is in a backup. Throws `BadShape` for what is no such list, `NewerBackup` for one of a later
 * version, `UnknownPart` for files of a kind that is not known here.
 */
export function readManifest(value: unknown): Manifest {
	const { version } = kind(value);
	if (version > VERSION) throw new NewerBackup();
	if (version < VERSION) throw new BadShape('a version');
	const files = filesIn(value).files.map((file) => {
		const { part } = partOf(file);
		if (!Object.hasOwn(PARTS, part)) throw new UnknownPart(part.slice(0, 80));
		const one = listed(file);
		if (!PARTS[one.part].test(one.path)) throw new BadShape('a path');
		return one;
	});
	if (new Set(files.map(({ path }) => path)).size !== files.length) throw new BadShape('paths');
	return { ...whole(value), files };
}

export class NewerBackup extends Error {
	override name = 'NewerBackup';
}
