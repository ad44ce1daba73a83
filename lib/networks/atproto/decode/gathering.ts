import type { Account, AccountUri, PostUri, Relationship } from '../../../model';
import type { SeenPost } from '../../network';
import { type ReadAccount, readAccount } from './account';
import type { Border } from './border';
import type { Words } from './label-words';
import { type RawLabel, shownLabels } from './labels';
import { readRelationship } from './relationship';
import { authorityOf } from './uri';

type Kept = SeenPost & { labels: readonly RawLabel[] };

/**
 * Everything that one answer brings, each post and account once. Labels are kept as they came: what they mean is asked
 * for when all of the answer is read.
 */
export class Gathering {
	readonly border: Border;
	/** Entities that made no sense. */
	refused = 0;
	private readonly posts = new Map<PostUri, Kept>();
	private readonly people = new Map<AccountUri, ReadAccount>();

	constructor(border: Border) {
		this.border = border;
	}

	/** Reads an account and keeps it; of two the one that tells more. */
	account(value: unknown): Account | undefined {
		const read = readAccount(value, this.border);
		if (!read) return undefined;
		const known = this.people.get(read.account.key);
		const better = !known || (read.account.counts && !known.account.counts);
		if (better) this.people.set(read.account.key, read);
		return (better ? read : known).account;
	}

	/** Keeps a post, the first time it comes whole. */
	post(kept: Kept): void {
		const known = this.posts.get(kept.post.key);
		if (!known || (known.view.partial && !kept.view.partial)) this.posts.set(kept.post.key, kept);
	}

	/** Whose labels there are, but for what authors say of themselves. */
	labelers(): readonly AccountUri[] {
		return [...new Set(this.labels().flatMap(({ by, self }) => (self ? [] : [by])))];
	}

	hasLabels(): boolean {
		return this.labels().length > 0;
	}

	/** All that was kept, with what its labels mean. */
	all(words: Words): {
		posts: readonly SeenPost[];
		accounts: readonly Account[];
		refused?: number;
	} {
		return {
			posts: [...this.posts.values()].map((kept) => this.whole(kept, words)),
			accounts: [...this.people.values()].map(({ account }) => account),
			...(this.refused > 0 ? { refused: this.refused } : {}),
		};
	}

	/** What stands between me and those of `keys` of whom that was told. */
	relationships(keys: readonly AccountUri[], words: Words): readonly Relationship[] {
		return [...new Set(keys)].flatMap((key) => {
			const { viewer, labels = [] } = this.people.get(key) ?? {};
			if (!viewer || key === this.border.by) return [];
			const shown = shownLabels(labels, words);
			const read = readRelationship(viewer, this.border.by, key);
			return [shown.length > 0 ? { ...read, labels: shown } : read];
		});
	}

	private labels(): readonly RawLabel[] {
		return [...this.posts.values(), ...this.people.values()].flatMap(({ labels }) => labels);
	}

	private whole({ post, view, labels }: Kept, words: Words): SeenPost {
		const author = post.author === undefined ? undefined : this.people.get(post.author);
		const shown = shownLabels([...labels, ...(author?.labels ?? [])], words);
		const { media, replyTo } = post;
		const covered = media && shown.some(({ effect }) => effect === 'blurMedia');
		const to = replyTo?.post === undefined ? undefined : authorityOf(replyTo.post);
		const handle = to === undefined ? undefined : this.people.get(to)?.account.handle;
		return {
			post: {
				...post,
				...(handle === undefined ? {} : { replyTo: { ...replyTo, handle } }),
				...(covered ? { sensitive: true } : {}),
			},
			view: shown.length > 0 ? { ...view, labels: shown } : view,
		};
	}
}
