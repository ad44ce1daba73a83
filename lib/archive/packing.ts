import {
	accountShape,
	type Check,
	count,
	flag,
	instant,
	list,
	name,
	numberIn,
	object,
	oneOf,
	optional,
	postShape,
	record,
	shape,
	text,
} from '../checks';
import {
	decodeStored,
	type Generation,
	type ImportRecord,
	type ImportReport,
	type ListName,
	readSegment,
	SEGMENT_POSTS,
	type Stored,
} from '../store';

/** What a backup says of a stored archive beside its posts. */
export type PackedArchive = Pick<Generation, 'account' | 'imports' | 'relations'> &
	Partial<Pick<Generation, 'avatar' | 'header'>>;

export function packedArchive(generation: Generation): PackedArchive {
	const { account, imports, relations, avatar, header } = generation;
	return {
		account,
		imports,
		relations,
		...(avatar ? { avatar } : {}),
		...(header ? { header } : {}),
	};
}

/** The posts of a list as they are stored, with every version, old to new: 64 at a time. */
export async function* packedPosts(
	generation: Generation,
	list: ListName,
	signal: AbortSignal,
): AsyncGenerator<object[]> {
	const { count } = generation.lists[list];
	for (let n = 0; n * SEGMENT_POSTS < count; n++) {
		signal.throwIfAborted();
		const segment = await readSegment(generation.id, list, n);
		if (!segment) throw new Error('a segment of the active generation is missing');
		const { length } = segment.ends;
		yield Array.from({ length }, (_, i) => decodeStored(segment, i));
	}
}

/** All bits that a version's bitset of imports can have. */
const bitset = numberIn(1, 0x7fff_ffff);

/** One post as it is stored; of nothing but an archive. */
export const storedShape: Check<Stored> = shape<Stored>({
	v: list(object({ i: bitset, p: archivedPost }), 100),
});

function archivedPost(value: unknown) {
	const post = postShape(value);
	if (!/^tw(like)?:\d{1,19}$/.test(post.key)) text(0)(post.key);
	return post;
}

const problemRow = object({ name: text(1000), rows: count });
const reportShape = shape<ImportReport>({
	account: accountShape,
	counts: shape<ImportReport['counts']>({
		rows: count,
		posts: count,
		reposts: count,
		replies: count,
		quotes: count,
		longPosts: count,
		edited: count,
		mediaPresent: count,
		mediaMissing: count,
		likes: count,
		skipped: count,
	}),
	first: optional(instant),
	last: optional(instant),
	added: count,
	updated: count,
	gone: count,
	maybeCircle: count,
	missingFiles: list(problemRow),
	wrongCounts: list(object({ name: text(1000), expected: count, found: count })),
	skipped: list(
		object({
			file: text(4096),
			row: count,
			why: oneOf('json', 'id', 'date', 'text', 'shape', 'size'),
		}),
		1000,
	),
	relations: object({ following: count, followers: count, blocks: count, mutes: count }),
	unsafeNames: count,
	missingMedia: optional(list(object({ post: name, at: optional(instant) }), 1000)),
	media: object({
		files: count,
		bytes: count,
		copied: count,
		failed: count,
		unshown: optional(count),
		left: optional(flag),
	}),
});

const ids = list(text(30), 10_000_000);
const relationsShape = object({ following: ids, followers: ids, blocks: ids, mutes: ids });

export const packedArchiveShape: Check<PackedArchive> = shape<PackedArchive>({
	account: accountShape,
	imports: list(
		shape<ImportRecord>({
			id: name,
			bit: numberIn(0, 30),
			archiveDate: instant,
			importedAt: instant,
			report: reportShape,
		}),
		31,
	),
	relations: record(relationsShape, 31),
	avatar: optional(text(1000)),
	header: optional(text(1000)),
});

/** Bitsets of imports by the names of media. */
export const mediaImportsShape = record(bitset, 1_000_000);
