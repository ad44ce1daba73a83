import type { Account, AccountUri, PostUri } from '../../../model';
import type { SeenPost } from '../../network';
import { type ReadAccount, readAccount } from './account';
import type { Border } from './border';

/** Whom a post answers, by ids of the server, until all of the answer is read. */
export type Parent = { account?: string; handle?: string; key?: AccountUri; isOwn: boolean };

/**
 * Everything that one answer of a server brings, each post and account once, and what its own ids stand for. Posts
 * come in any order, so what they answer is joined at the end.
 */
export class Gathering {
	readonly border: Border;
	/** Entities that made no sense. */
	refused = 0;
	private readonly posts = new Map<PostUri, SeenPost>();
	private readonly accounts = new Map<AccountUri, Account>();
	private readonly postKeys = new Map<string, PostUri>();
	private readonly accountKeys = new Map<string, AccountUri>();
	private readonly parents = new Map<PostUri, Parent>();

	constructor(border: Border) {
		this.border = border;
	}

	/** Reads an account and keeps it; `post` is the address of a post of it, where it came with one. */
	account(value: unknown, post?: string): ReadAccount | undefined {
		const read = readAccount(value, this.border, post);
		if (!read) return undefined;
		const { account, localId } = read;
		const known = localId === undefined ? undefined : this.accountKeys.get(localId);
		// One answer has one key for an account, and the first that came with a post knows best.
		if (known !== undefined && post === undefined) {
			return { ...read, account: this.accounts.get(known) ?? account };
		}
		this.accounts.set(account.key, account);
		if (localId !== undefined) this.accountKeys.set(localId, account.key);
		return read;
	}

	/** Keeps a post, the first time it comes. */
	post(seen: SeenPost, parent: Parent | undefined): void {
		const { post, view } = seen;
		this.postKeys.set(view.localId, post.key);
		if (this.posts.has(post.key)) return;
		this.posts.set(post.key, seen);
		if (parent) this.parents.set(post.key, parent);
	}

	postKey(localId: string): PostUri | undefined {
		return this.postKeys.get(localId);
	}

	accountKey(localId: string): AccountUri | undefined {
		return this.accountKeys.get(localId);
	}

	/** The server's own id of an account that came. */
	localIdOf(key: AccountUri): string | undefined {
		for (const [id, account] of this.accountKeys) if (account === key) return id;
		return undefined;
	}

	/** All that was kept, replies joined to what they answer as far as it is among them. */
	all(): { posts: readonly SeenPost[]; accounts: readonly Account[]; refused?: number } {
		return {
			posts: [...this.posts.values()].map((seen) => this.joined(seen)),
			accounts: [...this.accounts.values()],
			...(this.refused > 0 ? { refused: this.refused } : {}),
		};
	}

	private joined({ post, view }: SeenPost): SeenPost {
		const parent = this.parents.get(post.key);
		if (!parent) return { post, view };
		const to = view.parentId === undefined ? undefined : this.postKeys.get(view.parentId);
		const account = this.accountOf(parent, post.author, to);
		const handle = parent.handle ?? (account && this.accounts.get(account)?.handle);
		const replyTo = {
			...(to === undefined || to === post.key ? {} : { post: to }),
			...(account === undefined ? {} : { account }),
			...(handle === undefined ? {} : { handle }),
		};
		return { post: { ...post, replyTo }, view };
	}

	private accountOf(
		parent: Parent,
		author: AccountUri | undefined,
		to: PostUri | undefined,
	): AccountUri | undefined {
		if (parent.isOwn) return author;
		const known = parent.account === undefined ? undefined : this.accountKeys.get(parent.account);
		return known ?? parent.key ?? (to === undefined ? undefined : this.posts.get(to)?.post.author);
	}
}
