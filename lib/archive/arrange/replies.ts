import type { Post } from '../../model';
import { keyNumber } from '../../store';

/** The id of the post that this one answers, if it may be by the same author: only then can both be in an archive. */
export function ownReply({ replyTo, author }: Post): bigint | undefined {
	if (!replyTo?.post || (replyTo.account && replyTo.account !== author)) return undefined;
	return keyNumber(replyTo.post);
}

/** Who answered whom inside one archive, by id. */
export class Replies {
	private readonly children = new Map<bigint, bigint[]>();
	private readonly answers = new Set<bigint>();

	addPost(post: Post, id: bigint): void {
		const parent = ownReply(post);
		if (parent !== undefined) this.add(parent, id);
	}

	add(parent: bigint, child: bigint): void {
		this.answers.add(child);
		const known = this.children.get(parent);
		if (!known) this.children.set(parent, [child]);
		else if (!known.includes(child)) known.push(child);
	}

	/** Moves answers to and by earlier versions of edited posts to the version shown. */
	rename(aliases: ReadonlyMap<bigint, bigint>): void {
		if (aliases.size === 0) return;
		for (const [parent, children] of [...this.children]) {
			const renamed = children.map((child) => aliases.get(child) ?? child);
			this.children.delete(parent);
			for (const child of renamed) this.add(aliases.get(parent) ?? parent, child);
		}
	}

	/** Oldest first. */
	of(id: bigint): readonly bigint[] {
		return this.children.get(id)?.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)) ?? [];
	}

	/**
	 * Posts in the thread that begins with `id`, itself included; every answer to an answer counts once. 0 for a post
	 * inside a thread.
	 */
	threadLength(id: bigint): number {
		if (this.answers.has(id)) return 0;
		const seen = new Set([id]);
		for (const one of seen) for (const child of this.children.get(one) ?? []) seen.add(child);
		return seen.size;
	}
}
