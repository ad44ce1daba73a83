import type { Account, Post } from '../../model';
import {
	type Directory,
	decodeStored,
	type Generation,
	LISTS,
	type ListName,
	newGenerationId,
	readSegment,
	recordBytes,
	SEGMENT_POSTS,
	type Stored,
	type Summary,
} from '../../store';
import type { Helper } from '../crew';
import { helperHere } from '../helper';
import { sortAtOf } from '../rows/records';
import { arrange } from './arrange';
import type { Counted, CountOrder } from './counts';
import { type Changes, EditGroups, type Grouped, group } from './groups';
import { Replies } from './replies';
import { Spill, sweepSpills } from './spill';
import type { ImportDates } from './versions';

const encoder = new TextEncoder();

export type Written = {
	id: number;
	lists: Record<ListName, Directory>;
	aliases: ReadonlyMap<bigint, bigint>;
	summary: Summary;
	counted?: Counted;
};

type WriteOptions = {
	account: Account;
	/** The import to count. */
	count?: CountOrder;
	onProgress(done: number, total: number): void;
	signal: AbortSignal;
};

/**
 * The one way in which a generation comes about: records are gathered (of the generation before, of an archive),
 * those of one post are joined, all are brought into the order of time and written with their index. An import
 * adds records, a removal leaves some out.
 */
export class Rewrite {
	readonly posts: Spill;
	readonly likes: Spill;
	readonly edits = new EditGroups();
	readonly replies = new Replies();
	readonly helpers: readonly Helper[];
	/** Records that came from the generation before. */
	private readonly old: Record<ListName, number> = { posts: 0, likes: 0 };
	private grouped: Record<ListName, Grouped> | undefined;

	private constructor(posts: Spill, likes: Spill, helpers: readonly Helper[]) {
		this.posts = posts;
		this.likes = likes;
		this.helpers = helpers;
	}

	/** Opens the spills before it calls helpers: workers that start meanwhile can keep Firefox from opening them. */
	static async begin(callHelpers: () => readonly Helper[]): Promise<Rewrite> {
		const posts = await Spill.open('posts');
		const likes = await Spill.open('likes');
		return new Rewrite(posts, likes, callHelpers());
	}

	/** Takes over every record as it is, without parsing it. */
	async takeAll(generation: Generation, signal: AbortSignal): Promise<void> {
		await this.eachSegment(generation, signal, (list, segment) => {
			for (let i = 0; i < segment.ends.length; i++) {
				const id = segment.ids[i] as bigint;
				this[list].addBytes(id, segment.sortAt[i] as number, recordBytes(segment, i));
				for (const child of segment.replies.get(i) ?? []) this.replies.add(id, child);
			}
		});
		for (const [from, to] of generation.aliases) this.edits.add([from, to]);
		for (const list of LISTS) this.old[list] = this[list].count;
	}

	/** Takes over what `change` makes of each record; leaves out those of which it makes nothing. */
	async takeChanged(
		generation: Generation,
		change: (stored: Stored) => Stored | undefined,
		signal: AbortSignal,
	): Promise<void> {
		await this.eachSegment(generation, signal, (list, segment) => {
			for (let i = 0; i < segment.ends.length; i++) {
				const changed = change(decodeStored(segment, i));
				if (changed) this.takeStored(list, changed);
			}
		});
	}

	/** Takes over one record; nothing of one without a version. */
	takeStored(list: ListName, stored: Stored): void {
		const shown = stored.v[0]?.p;
		if (!shown) return;
		const id = BigInt(shown.key.slice(shown.key.lastIndexOf(':') + 1));
		this[list].addBytes(id, sortAtOf(shown), encoder.encode(JSON.stringify(stored)));
		if (list === 'posts') this.replies.addPost(shown, id);
		this.noteVersions(shown);
	}

	private noteVersions({ key, edits }: Post): void {
		if (edits) this.edits.add([key, ...edits.map((e) => e.key)].map((k) => BigInt(k.slice(3))));
	}

	private async eachSegment(
		generation: Generation,
		signal: AbortSignal,
		take: (list: ListName, segment: NonNullable<Awaited<ReturnType<typeof readSegment>>>) => void,
	): Promise<void> {
		for (const list of LISTS) {
			const segments = Math.ceil(generation.lists[list].count / SEGMENT_POSTS);
			for (let n = 0; n < segments; n++) {
				signal.throwIfAborted();
				const segment = await readSegment(generation.id, list, n);
				if (!segment) throw new Error('a segment of the active generation is missing');
				take(list, segment);
			}
		}
	}

	/** Joins the records of the same post, and says what that changes. */
	join(dates: ImportDates, signal: AbortSignal): Changes {
		const one = (list: ListName, edits: EditGroups) =>
			group({
				spill: this[list],
				oldCount: this.old[list],
				edits,
				dates,
				sortAtOf: ({ v }) => (v[0] ? sortAtOf(v[0].p) : 0),
				signal,
			});
		const posts = one('posts', this.edits);
		const likes = one('likes', new EditGroups());
		this.grouped = { posts, likes };
		this.replies.rename(posts.aliases);
		return { ...posts.changes, changed: posts.changes.changed || likes.changes.changed };
	}

	/** Writes the generation; nobody sees it before it is activated. Call `join` first. */
	async write(options: WriteOptions): Promise<Written> {
		const { grouped, replies } = this;
		if (!grouped) throw new Error('write before join');
		const { account, count, signal, onProgress } = options;
		const total = grouped.posts.order.length + grouped.likes.order.length;
		const id = await newGenerationId();
		const [helper] = this.helpers;
		if (!helper) throw new Error('no helper');
		const common = { generation: id, account, signal, ...(count ? { count } : {}) };
		const done = { posts: 0, likes: 0 };
		const tell = (list: ListName, written: number) => {
			done[list] = written;
			onProgress(done.posts + done.likes, total);
		};
		// This thread mostly waits while posts are surveyed by a helper: it surveys the likes meanwhile.
		const [posts, likes] = await Promise.all([
			arrange({
				...common,
				list: 'posts',
				helper,
				spill: this.posts,
				order: grouped.posts.order,
				replies,
				onProgress: (written) => tell('posts', written),
			}),
			arrange({
				...common,
				list: 'likes',
				helper: helperHere(),
				spill: this.likes,
				order: grouped.likes.order,
				replies: new Replies(),
				onProgress: (written) => tell('likes', written),
			}),
		]);
		const { summary, counted } = posts.surveyed;
		if (counted) counted.counts.likes = likes.surveyed.counted?.counts.likes ?? 0;
		const lists = { posts: posts.directory, likes: likes.directory };
		const written = { id, lists, aliases: grouped.posts.aliases, summary };
		return counted ? { ...written, counted } : written;
	}

	async end(): Promise<void> {
		for (const helper of this.helpers) helper.end();
		this.posts.close();
		this.likes.close();
		await sweepSpills();
	}
}
