import type { DBSchema } from 'idb';
import type { Account, AccountUri, Instant, PostUri } from '../model';
import type { LiveSchema } from './live-schema';

/** The two lists of a generation: what the person wrote (reposts included), and what they liked. */
export type ListName = 'posts' | 'likes';
export const LISTS: readonly ListName[] = ['posts', 'likes'];

/**
 * Posts in a segment, but for the last one of a list. Chromium moves values over 64 KB out into files of their
 * own, and a search hit costs its whole segment: 50 hits took 41 ms with 500, 7 ms with 64 (writing: 4.8 and 3.9
 * microseconds a post).
 */
export const SEGMENT_POSTS = 64;

/** Stands among the dirty keys for every live post that no block of the index holds. */
export const EVERYTHING = '';

/**
 * One import of an archive. `bit` is its place in the bitset of every stored version that it brought
 * (0 to 30, reused after a removal).
 */
export type ImportRecord = {
	/** `<account id>@<generation date, ISO>`: the same archive has the same id, as zip or folder or in parts. */
	id: string;
	bit: number;
	/** When the archive was made; the newest one's counts are shown. */
	archiveDate: Instant;
	importedAt: Instant;
	report: ImportReport;
};

/** Counts of what an import read, after folding edits. Field by field as `npm run bench -- archive` prints them. */
export type ImportCounts = {
	rows: number;
	posts: number;
	reposts: number;
	replies: number;
	quotes: number;
	longPosts: number;
	edited: number;
	mediaPresent: number;
	mediaMissing: number;
	likes: number;
	skipped: number;
};

export type ImportReport = {
	account: Account;
	counts: ImportCounts;
	first?: Instant;
	last?: Instant;
	/** New posts, posts whose stored form changed, and posts an older import has and this one has not. */
	added: number;
	updated: number;
	gone: number;
	/** Posts of the months in which Twitter Circle existed. */
	maybeCircle: number;
	/** Files that the manifest lists and the archive lacks, with the number of rows that it promised. */
	missingFiles: readonly { name: string; rows: number }[];
	/** Files whose rows differ in number from the manifest's. */
	wrongCounts: readonly { name: string; expected: number; found: number }[];
	/** The first 100 rows that could not be read. */
	skipped: readonly {
		file: string;
		row: number;
		why: 'json' | 'id' | 'date' | 'text' | 'shape' | 'size';
	}[];
	/** Followers and the like, by number. */
	relations: { following: number; followers: number; blocks: number; mutes: number };
	/** Entries of the zip that were passed over because of their names. */
	unsafeNames: number;
	/** Posts with media that the archive lacks, 100 at most. */
	missingMedia?: readonly { post: PostUri; at?: Instant }[];
	/**
	 * Media copied so far; `left` is set when the person chose to leave them out. `failed` files were damaged in the
	 * archive, `unshown` ones are of a kind that is not shown and not copied.
	 */
	media: {
		files: number;
		bytes: number;
		copied: number;
		failed: number;
		unshown?: number;
		left?: true;
	};
};

/** Accounts by id, as decimal strings. */
export type Relations = {
	following: string[];
	followers: string[];
	blocks: string[];
	mutes: string[];
};

/** What the pictures of `#/archive` are drawn from; made when a generation is written. */
export type Summary = {
	/** IANA zone in which hours and months were counted. */
	zone: string;
	/** Posts per month, `2014-03` → number, without reposts; and reposts apart. */
	months: Record<string, { posts: number; reposts: number }>;
	/** 168 counts of own posts, Monday 00:00 first. */
	hours: number[];
	/** `MM-DD` of every year → number of own posts. */
	days: Record<string, number>;
	mostLiked: { key: string; value: number }[];
	mostReposted: { key: string; value: number }[];
	/** Own posts with the most replies in the archive. */
	mostAnswered: { key: string; value: number }[];
	people: { name: string; value: number }[];
	tags: { name: string; value: number }[];
	words: { name: string; value: number }[];
	/** First posts of self-threads of three or more, longest first, at most 500. */
	threads: { key: string; value: number }[];
	first?: string;
};

/** Where the posts of a list are; held in memory by readers. Segments and ordinals run from old to new. */
export type Directory = {
	count: number;
	/** Per segment. */
	minSort: Float64Array;
	maxSort: Float64Array;
	minId: BigUint64Array;
	maxId: BigUint64Array;
	/** The full-text index of the list, by block of ordinals: what lib/search needs to find a page. */
	blocks: readonly BlockInfo[];
	bytes: number;
	indexBytes: number;
};

/** A block of the index covers the ordinals [start, start + count). */
export type BlockInfo = {
	start: number;
	count: number;
	/** First term of each page, in order of UTF-16 code units. */
	firstTerms: readonly string[];
};

/** The readable state of one archived account. One transaction swaps it for the next. */
export type Generation = {
	account: Account;
	id: number;
	/** Under which number its index stands, where that was made anew; absent: `id`. */
	index?: number;
	tokenizer: number;
	lists: Record<ListName, Directory>;
	imports: readonly ImportRecord[];
	/** Ids of earlier versions of edited posts → id of the one shown. */
	aliases: ReadonlyMap<bigint, bigint>;
	summary: Summary;
	/** Names of the stored picture files of the person. */
	avatar?: string;
	header?: string;
	/** By import id. */
	relations: Readonly<Record<string, Relations>>;
};

export type Segment = {
	/** UTF-8 JSON of each record (`Stored`), one after another. */
	bytes: Uint8Array;
	/** End of record i in `bytes`. */
	ends: Uint32Array;
	sortAt: Float64Array;
	ids: BigUint64Array;
	/** Ids of the replies to record i that are in the same list. */
	replies: ReadonlyMap<number, readonly bigint[]>;
};

/** One stored medium: a stretch of a pack file. */
export type MediaRow = {
	account: AccountUri;
	name: string;
	pack: string;
	start: number;
	size: number;
	type: string;
	/** Bitset of imports that brought it. */
	imports: number;
};

export interface Schema extends DBSchema, LiveSchema {
	generations: { key: AccountUri; value: Generation };
	segments: { key: [number, ListName, number]; value: Segment };
	postings: { key: [number, ListName, number, number]; value: Uint8Array };
	media: { key: [AccountUri, string]; value: MediaRow; indexes: { pack: string } };
	settings: { key: string; value: unknown };
	counters: { key: string; value: number };
}
