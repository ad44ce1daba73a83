import type { Post } from '../../model';
import { keyNumber } from '../../store';
import { IdTable } from './id-table';

/** The id of the post that this one answers, if it may be by the same author: only then can both be in an archive. */
export function ownReply({ replyTo, author }: Post): bigint | undefined {
	if (!replyTo?.post || (replyTo.account && replyTo.account !== author)) return undefined;
	return keyNumber(replyTo.post);
}

const NONE: readonly bigint[] = [];
const FIRST = 1 << 10;

/** Who answered whom inside one archive, by id. In typed arrays: some 25 bytes an answer. */
export class Replies {
	private nodes = new IdTable();
	/** By node: its last link, counted from 1; and whether it is an answer itself. */
	private links = new Uint32Array(FIRST);
	private isAnswer = new Uint8Array(FIRST);
	/** By link: the node that answers, and the link before it of the same parent. */
	private children = new Uint32Array(FIRST);
	private before = new Uint32Array(FIRST);
	private count = 0;

	addPost(post: Post, id: bigint): void {
		const parent = ownReply(post);
		if (parent !== undefined) this.add(parent, id);
	}

	add(parent: bigint, child: bigint): void {
		const from = this.nodes.add(parent);
		const to = this.nodes.add(child);
		this.makeRoom();
		this.isAnswer[to] = 1;
		for (const known of this.answersTo(from)) if (known === to) return;
		this.children[this.count] = to;
		this.before[this.count] = this.links[from] as number;
		this.links[from] = ++this.count;
	}

	/** Moves answers to and by earlier versions of edited posts to the version shown. */
	rename(aliases: ReadonlyMap<bigint, bigint>): void {
		if (aliases.size === 0) return;
		const { nodes } = this;
		const renamed = new Replies();
		for (let from = 0; from < nodes.count; from++) {
			const parent = nodes.idOf(from);
			for (const to of this.answersTo(from)) {
				const child = nodes.idOf(to);
				renamed.add(aliases.get(parent) ?? parent, aliases.get(child) ?? child);
			}
		}
		Object.assign(this, renamed);
	}

	/** Oldest first. */
	of(id: bigint): readonly bigint[] {
		const node = this.nodes.numberOf(id);
		if (node < 0 || this.links[node] === 0) return NONE;
		const answers = [...this.answersTo(node)].map((child) => this.nodes.idOf(child));
		return answers.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
	}

	/**
	 * Posts in the thread that begins with `id`, itself included; every answer to an answer counts once. 0 for a post
	 * inside a thread.
	 */
	threadLength(id: bigint): number {
		const node = this.nodes.numberOf(id);
		if (node < 0) return 1;
		if (this.isAnswer[node]) return 0;
		const seen = new Set([node]);
		for (const one of seen) for (const child of this.answersTo(one)) seen.add(child);
		return seen.size;
	}

	private *answersTo(node: number): Generator<number> {
		for (let link = this.links[node] as number; link > 0; ) {
			yield this.children[link - 1] as number;
			link = this.before[link - 1] as number;
		}
	}

	private makeRoom(): void {
		while (this.nodes.count > this.links.length) {
			this.links = doubled(this.links);
			const larger = new Uint8Array(this.isAnswer.length * 2);
			larger.set(this.isAnswer);
			this.isAnswer = larger;
		}
		if (this.count < this.children.length) return;
		this.children = doubled(this.children);
		this.before = doubled(this.before);
	}
}

function doubled(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
	const larger = new Uint32Array(array.length * 2);
	larger.set(array);
	return larger;
}
