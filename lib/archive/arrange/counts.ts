import type { Instant, Post, PostUri } from '../../model';
import type { ImportCounts, ListName, Stored } from '../../store';
import { isShown } from '../kinds';

function noCounts(): ImportCounts {
	return {
		rows: 0,
		posts: 0,
		reposts: 0,
		replies: 0,
		quotes: 0,
		longPosts: 0,
		edited: 0,
		mediaPresent: 0,
		mediaMissing: 0,
		likes: 0,
		skipped: 0,
	};
}

/** What one import brought, counted post by post after folding, each in the import's own version. */
export type Counted = {
	counts: ImportCounts;
	first?: Instant;
	last?: Instant;
	maybeCircle: number;
	/** Posts that the import lacks, when it is the newest. */
	gone: number;
	/** As in the report. */
	missingMedia: { post: PostUri; at?: Instant }[];
};

const LISTED = 100;

/** Which import is counted. Its rows are its posts and their earlier versions. */
export type CountOrder = { bit: number; newest: boolean };

export class RecordCounter {
	private readonly counted: Counted = {
		counts: noCounts(),
		maybeCircle: 0,
		gone: 0,
		missingMedia: [],
	};
	private readonly order: CountOrder;

	constructor(order: CountOrder) {
		this.order = order;
	}

	add(list: ListName, { v }: Stored): void {
		const own = v.find(({ i }) => i & (1 << this.order.bit));
		if (list === 'likes') this.counted.counts.likes += own ? 1 : 0;
		else if (own) this.addPost(own.p);
		else if (this.order.newest) this.counted.gone++;
	}

	finish(): Counted {
		return this.counted;
	}

	private addPost(post: Post): void {
		const { counts } = this.counted;
		counts.posts++;
		counts.rows += 1 + (post.edits?.filter(({ content }) => content).length ?? 0);
		if (post.edits) counts.edited++;
		if (post.maybeCircle) this.counted.maybeCircle++;
		this.addMedia(post);
		this.addKind(post);
		this.addMoment(post.createdAt);
	}

	/** A file of a kind that is not shown is in the archive, but nobody will see it: neither present nor missing. */
	private addMedia({ media, key, createdAt }: Post): void {
		const { counts, missingMedia } = this.counted;
		let missing = 0;
		for (const { file } of media ?? []) {
			if (file === undefined) missing++;
			else if (isShown(file)) counts.mediaPresent++;
		}
		counts.mediaMissing += missing;
		if (missing > 0 && missingMedia.length < LISTED)
			missingMedia.push(createdAt === undefined ? { post: key } : { post: key, at: createdAt });
	}

	/** A repost counts as nothing else. */
	private addKind(post: Post): void {
		const { counts } = this.counted;
		if (post.repostOf) {
			counts.reposts++;
			return;
		}
		if (post.replyTo) counts.replies++;
		if (post.quote) counts.quotes++;
		if (post.long) counts.longPosts++;
	}

	private addMoment(createdAt: Instant | undefined): void {
		if (createdAt === undefined) return;
		const { first, last } = this.counted;
		if (first === undefined || createdAt < first) this.counted.first = createdAt;
		if (last === undefined || createdAt > last) this.counted.last = createdAt;
	}
}
