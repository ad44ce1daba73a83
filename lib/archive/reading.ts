import type { Account, Post } from '../model';
import type { ImportReport, Relations } from '../store';
import type { EditGroups } from './arrange/groups';
import type { Replies } from './arrange/replies';
import type { Spill } from './arrange/spill';
import { type Helper, Readers } from './crew';
import { type Layout, plainName } from './layout';
import { release } from './release';
import { readRows } from './rows/elements';
import { fields, idString } from './rows/fields';
import { cutRows } from './rows/pieces';
import type { Records, RowKind } from './rows/records';
import type { MediaNames } from './rows/tweet-media';
import type { SourceFile } from './source/source';

type Fault = ImportReport['skipped'][number];

/** Rows that could not be read are listed up to this number; all are counted. */
const LISTED = 100;
const PREVIEW = 20;

type Options = {
	layout: Layout;
	owner: Account;
	/** Bitset of the import: one bit. */
	bits: number;
	posts: Spill;
	likes: Spill;
	edits: EditGroups;
	replies: Replies;
	helpers: readonly Helper[];
	onProgress(bytes: number, items: number): void;
	/** The first posts read, newest first. */
	onPreview(posts: readonly Post[]): void;
	signal: AbortSignal;
};

export type ReadResult = {
	skipped: number;
	faults: Fault[];
	wrongCounts: { name: string; expected: number; found: number }[];
	relations: Relations;
};

/**
 * Reads every file of posts, likes and relations once, as streams, into the spills. Notes come first, because a
 * tweet is joined to its note when it is read.
 */
export async function readArchive(options: Options): Promise<ReadResult> {
	const { layout, owner, bits, helpers } = options;
	const reading = new Reading(options);
	const notes: unknown[] = [];
	for (const file of layout.notes) await reading.readSmall(file, (row) => notes.push(row) > 0);
	const readers = new Readers(helpers, { owner, bits, media: namesOf(layout.media), notes });
	for (const file of [...layout.tweets, ...layout.communities])
		await reading.readLarge(file, 'tweet', readers);
	for (const file of layout.likes) await reading.readLarge(file, 'like', readers);
	const relations: Relations = { following: [], followers: [], blocks: [], mutes: [] };
	for (const kind of ['following', 'followers', 'blocks', 'mutes'] as const) {
		for (const file of layout.relations[kind])
			await reading.readSmall(file, (row) => addRelation(row, relations[kind]));
	}
	await readers.ready;
	const { skipped, faults, wrongCounts } = reading;
	return { skipped, faults, wrongCounts, relations };
}

class Reading {
	skipped = 0;
	readonly faults: Fault[] = [];
	readonly wrongCounts: ReadResult['wrongCounts'] = [];
	private items = 0;
	private previewed = false;
	private readonly options: Options;

	constructor(options: Options) {
		this.options = options;
	}

	/** Posts and likes: cut into pieces here, parsed on all cores. */
	async readLarge(file: SourceFile, kind: RowKind, readers: Readers): Promise<void> {
		const { signal, onProgress } = this.options;
		const under = new Set<Promise<void>>();
		let failure: unknown;
		let rows = 0;
		for await (const piece of cutRows(file.stream(signal))) {
			signal.throwIfAborted();
			if (failure) throw failure;
			for (const { row, why } of piece.faults) this.fault({ file: file.path, row, why });
			rows += piece.faults.length;
			const preview = kind === 'tweet' && !this.previewed;
			const reading = readers.read(kind, file.path, piece, preview).then((records) => {
				rows += records.rows;
				this.take(records);
			});
			under.add(reading);
			reading.then(
				() => under.delete(reading),
				(error: unknown) => {
					failure = error;
				},
			);
			if (preview) await reading;
			onProgress(piece.read, this.items);
			await nextTurn();
		}
		await Promise.all(under);
		this.compare(file, rows);
	}

	/** Small files: `take` answers whether the row has what it should. */
	async readSmall(file: SourceFile, take: (row: unknown) => boolean): Promise<void> {
		const { signal, onProgress } = this.options;
		let row = 0;
		for await (const { values, faults, read } of readRows(file.stream(signal))) {
			signal.throwIfAborted();
			for (const fault of faults) this.fault({ file: file.path, ...fault });
			for (const value of values) {
				if (!take(value)) this.fault({ file: file.path, row, why: 'id' });
				row++;
			}
			row += faults.length;
			onProgress(read, this.items);
		}
		this.compare(file, row);
	}

	private take(records: Records): void {
		const { edits, posts, likes, replies } = this.options;
		(records.kind === 'tweet' ? posts : likes).addRecords(records);
		release(records.bytes);
		this.items += records.ends.length;
		for (const ids of records.edits) edits.add(ids.map(BigInt));
		for (let i = 0; i < records.answers.length; i += 2)
			replies.add(records.answers[i] as bigint, records.answers[i + 1] as bigint);
		for (const fault of records.faults) this.fault(fault);
		if (!this.previewed && records.posts?.length) this.preview(records.posts);
	}

	private preview(posts: readonly Post[]): void {
		const newest = [...posts].sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0));
		this.options.onPreview(newest.slice(0, PREVIEW));
		this.previewed = true;
	}

	private fault(fault: Fault): void {
		this.skipped++;
		if (this.faults.length < LISTED) this.faults.push(fault);
	}

	private compare(file: SourceFile, found: number): void {
		const expected = this.options.layout.manifest?.rows.get(plainName(file.path));
		if (expected && expected.rows !== found)
			this.wrongCounts.push({ name: expected.name, expected: expected.rows, found });
	}
}

const channel = new MessageChannel();

/** Lets messages in (a helper's answer, a cancel): a stream that has data at hand would never let go. */
function nextTurn(): Promise<void> {
	return new Promise((resolve) => {
		channel.port1.onmessage = () => resolve();
		channel.port2.postMessage(undefined);
	});
}

/** Media files by the id of their tweet. */
function namesOf(files: readonly SourceFile[]): MediaNames {
	const names = new Map<string, string[]>();
	for (const { path } of files) {
		const name = path.slice(path.lastIndexOf('/') + 1);
		const id = idString(name.slice(0, name.indexOf('-')));
		if (!id) continue;
		const known = names.get(id);
		if (known) known.push(name);
		else names.set(id, [name]);
	}
	return names;
}

function addRelation(row: unknown, ids: string[]): boolean {
	const raw = fields<'following' | 'follower' | 'blocking' | 'muting'>(row);
	const inner = raw.following ?? raw.follower ?? raw.blocking ?? raw.muting;
	const id = idString(fields<'accountId'>(inner ?? row).accountId);
	if (id) ids.push(id);
	return id !== undefined;
}
